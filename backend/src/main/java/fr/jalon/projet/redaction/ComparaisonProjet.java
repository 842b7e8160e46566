package fr.jalon.projet.redaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import fr.jalon.projet.redaction.ContenuProjet.ActionDite;
import fr.jalon.projet.redaction.ContenuProjet.ObjectifDit;
import fr.jalon.projet.redaction.ContenuProjet.PartieDite;

/** Two versions side by side: what is new, gone, changed or the same. Objectives and actions are followed by their lignee, not by their words. */
public final class ComparaisonProjet {

    public enum Sort {
        AJOUTE, RETIRE, MODIFIE, INCHANGE
    }

    /** One line of the comparison. {@code groupe} is the part, or the domain of the objective. */
    public record Ecart(String groupe, String titre, Sort sort, String avant, String apres) {
    }

    private static final QuandProjet QUAND = new QuandProjet();

    private ComparaisonProjet() {
    }

    static List<Ecart> entre(ContenuProjet avant, ContenuProjet apres) {
        List<Ecart> ecarts = new ArrayList<>();
        comparer(ecarts, parCle(avant.parties(), p -> p.code() + "/" + p.contributeur()), parCle(apres.parties(), p -> p.code() + "/" + p.contributeur()),
                p -> new Titre(p.titre(), ModeleProjet.PARCOURS.equals(p.contributeur()) ? p.titre() : p.titre() + " (" + p.signe() + ")"), PartieDite::texte);
        comparer(ecarts, parCle(avant.objectifs(), ObjectifDit::lignee), parCle(apres.objectifs(), ObjectifDit::lignee),
                o -> new Titre(o.domaineLibelle(), "Objectif"), ComparaisonProjet::objectif);
        Map<Object, Situee> actionsAvant = actions(avant);
        comparer(ecarts, actionsAvant, actions(apres), s -> new Titre(s.objectif().domaineLibelle(), "Action"), s -> action(s.action()));
        return ecarts;
    }

    private record Titre(String groupe, String titre) {
    }

    private record Situee(ObjectifDit objectif, ActionDite action) {
    }

    private static Map<Object, Situee> actions(ContenuProjet c) {
        Map<Object, Situee> actions = new LinkedHashMap<>();
        c.objectifs().forEach(o -> o.actions().forEach(a -> actions.put(a.lignee(), new Situee(o, a))));
        return actions;
    }

    private static <T> Map<Object, T> parCle(List<T> liste, Function<T, ?> cle) {
        Map<Object, T> parCle = new LinkedHashMap<>();
        liste.forEach(x -> parCle.put(cle.apply(x), x));
        return parCle;
    }

    private static <T> void comparer(List<Ecart> ecarts, Map<Object, T> avant, Map<Object, T> apres, Function<T, Titre> titre, Function<T, String> dit) {
        apres.forEach((cle, b) -> {
            T a = avant.get(cle);
            String texteA = a == null ? null : dit.apply(a);
            String texteB = dit.apply(b);
            Titre t = titre.apply(b);
            ecarts.add(new Ecart(t.groupe(), t.titre(), a == null ? Sort.AJOUTE : Objects.equals(texteA, texteB) ? Sort.INCHANGE : Sort.MODIFIE, texteA, texteB));
        });
        avant.forEach((cle, a) -> {
            if (!apres.containsKey(cle)) {
                Titre t = titre.apply(a);
                ecarts.add(new Ecart(t.groupe(), t.titre(), Sort.RETIRE, dit.apply(a), null));
            }
        });
    }

    private static String objectif(ObjectifDit o) {
        return o.objectif() + (o.besoin() == null ? "" : "\nBesoin\u00a0: " + o.besoin());
    }

    private static String action(ActionDite a) {
        return a.libelle() + "\n" + (a.qui() == null ? "Personne n’est nommé" : a.qui()) + ", " + a.aupresLibelle() + "\n" + QUAND.de(a);
    }
}
