package fr.jalon.projet.redaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import fr.jalon.courrier.Imprime;
import fr.jalon.projet.redaction.ContenuProjet.ActionDite;
import fr.jalon.projet.redaction.ContenuProjet.ObjectifDit;
import fr.jalon.projet.redaction.ContenuProjet.PartieDite;

/** The papers of a version, from its frozen content alone. Pure: the same content gives the same paper. */
final class PapierProjet {

    /** Which paper of a version. */
    enum Variante {
        /** The recto-verso sheet and its annexes. */
        COMPLET,
        GRAND,
        /** The page for the child, easy to read. */
        ENFANT
    }

    /** @param nom who signs; {@code etat} what is known of their signature, or null: a box to sign in */
    record Signature(String nom, String qualite, String etat) {
    }

    record DomaineDit(String libelle, List<ObjectifDit> objectifs) {
    }

    record PartiesDites(String titre, List<PartieDite> textes) {
    }

    /** @param quand « à partir du 1er mars 2026 » */
    record Promesse(String quoi, String qui, LocalDate des, LocalDate jusque) {
    }

    private PapierProjet() {
    }

    /**
     * @param copie what this copy is, for the foot of the page: « exemplaire de Mme A. », or null
     * @param le moment its content was fixed
     */
    static Imprime de(ContenuProjet c, ModeleProjet modele, Variante variante, List<Signature> signatures, String copie, List<String> masques, Instant le) {
        ContenuProjet montre = Masques.appliquer(c, masques);
        Map<String, Object> valeurs = new LinkedHashMap<>();
        valeurs.put("c", montre);
        valeurs.put("grand", variante == Variante.GRAND);
        valeurs.put("falc", modele.falc());
        valeurs.put("quand", new QuandProjet());
        valeurs.put("etabli", etabli(montre.tete()));
        valeurs.put("signatures", signatures);
        valeurs.put("copie", copie);
        valeurs.put("masque", !masques.isEmpty());
        valeurs.put("corps", parties(montre, ModeleProjet.Place.CORPS));
        valeurs.put("annexes", parties(montre, ModeleProjet.Place.ANNEXE));
        valeurs.put("enfant", parties(montre, ModeleProjet.Place.ENFANT));
        valeurs.put("domaines", domaines(montre, modele));
        valeurs.put("promesses", promesses(montre, modele));
        valeurs.put("paroles", montre.rencontres().stream().map(ContenuProjet.RencontreDite::paroleEnfant).filter(PapierProjet::dit).toList());
        ContenuProjet.Tete t = montre.tete();
        String pied = t.numero() + " · version " + t.version() + (t.etabliLe() == null ? " · brouillon" : "") + (copie == null ? "" : " · " + copie);
        return variante == Variante.ENFANT
                ? new Imprime("projet-enfant", "Mon projet", "Page écrite pour l’enfant, facile à lire", pied, le, Imprime.Corps.NORMAL, valeurs)
                : new Imprime("projet", majuscule(t.intitule()), "Version " + t.version() + " du " + t.intitule() + " " + t.numero(), pied, le,
                        variante == Variante.GRAND ? Imprime.Corps.GRAND : Imprime.Corps.NORMAL, valeurs);
    }

    /** One sentence, in one piece: a screen reader and a copy of the text follow it in its order. */
    private static String etabli(ContenuProjet.Tete t) {
        return t.etabliLe() == null ? null : "Établi le " + QuandProjet.jour(t.etabliLe()) + " pour le président du conseil départemental par " + t.signataire()
                + (t.qualite() == null ? "" : ", " + t.qualite()) + (t.delegation() == null ? "" : " (délégation\u00a0: " + t.delegation() + ")") + "."
                + (t.revisionLe() == null ? "" : " À réviser au plus tard le " + QuandProjet.jour(t.revisionLe()) + ".");
    }

    /** Parts that say something, several contributors under one title. */
    private static List<PartiesDites> parties(ContenuProjet c, ModeleProjet.Place place) {
        Map<String, PartiesDites> parCode = new LinkedHashMap<>();
        c.parties().stream().filter(p -> p.place().equals(place.name()) && dit(p.texte())).forEach(p -> {
            PartiesDites deja = parCode.computeIfAbsent(p.code(), k -> new PartiesDites(p.titre(), new ArrayList<>()));
            deja.textes().add(p);
        });
        return List.copyOf(parCode.values());
    }

    /** Every domain of the form, the empty ones too: that nothing is asked there is said. */
    private static List<DomaineDit> domaines(ContenuProjet c, ModeleProjet modele) {
        Stream<DomaineDit> connus = modele.domaines().stream()
                .map(d -> new DomaineDit(d.libelle(), c.objectifs().stream().filter(o -> o.domaine().equals(d.code())).toList()));
        return connus.toList();
    }

    /** What will be done with the child, by the child's own headings. */
    private static Map<String, List<Promesse>> promesses(ContenuProjet c, ModeleProjet modele) {
        Map<String, List<Promesse>> promesses = new LinkedHashMap<>();
        modele.domaines().forEach(d -> {
            List<Promesse> siennes = c.objectifs().stream().filter(o -> o.domaine().equals(d.code())).flatMap(o -> o.actions().stream())
                    .filter(a -> a.aupres().equals("ENFANT") && a.faiteLe() == null).map(PapierProjet::promesse).toList();
            if (!siennes.isEmpty()) {
                promesses.put(d.enfant(), siennes);
            }
        });
        return promesses;
    }

    private static Promesse promesse(ActionDite a) {
        return new Promesse(a.libelle(), a.qui(), a.debut(), a.echeance() != null ? a.echeance() : a.fin());
    }

    private static boolean dit(String texte) {
        return texte != null && !texte.isBlank();
    }

    private static String majuscule(String s) {
        return Character.toUpperCase(s.charAt(0)) + s.substring(1);
    }
}
