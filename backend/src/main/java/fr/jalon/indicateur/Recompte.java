package fr.jalon.indicateur;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

import fr.jalon.commun.TypeSujet;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A figure counted again from all the facts below a fence: slow, and what every faster way must equal. */
@Component
class Recompte {

    private final Catalogue catalogue;
    private final ObjectProvider<ValeursManuelles> manuelles;

    Recompte(Catalogue catalogue, ObjectProvider<ValeursManuelles> manuelles) {
        this.catalogue = catalogue;
        this.manuelles = manuelles;
    }

    /** @param unites null for the whole département */
    Resultat annee(Indicateur i, Faits faits, int annee, LocalDate aujourdhui, Set<String> unites, Map<String, String> dimensions) {
        if (i.mesure() instanceof FormuleComposee composee) {
            return annee > aujourdhui.getYear() ? rien("L’année n’a pas commencé.")
                    : composer(composee, annee, unites == null && dimensions.isEmpty(), (o, an) -> annee(o, faits, an, aujourdhui, unites, dimensions));
        }
        Resultat inconnu = inconnu(i, faits.premierJour(i.mesure()), annee, aujourdhui);
        return inconnu != null ? inconnu : faits.calculer(i.mesure(), portee(i, annee, aujourdhui, unites).dont(dimensions));
    }

    /** The list behind is that of what is divided among what it is divided by, of what is added, or of what is compared with what it was. */
    private Resultat composer(FormuleComposee composee, int annee, boolean ensemble, BiFunction<Indicateur, Integer, Resultat> lire) {
        List<Resultat> lus = new ArrayList<>();
        List<Resultat> avant = new ArrayList<>();
        FormuleComposee.Operande o = composee.composer(annee, (code, an) -> {
            Indicateur operande = catalogue.siConnu(code).orElse(null);
            if (operande == null) {
                return manuelle(code, an, ensemble);
            }
            Resultat r = lire.apply(operande, an);
            (an == annee ? lus : avant).add(r);
            return new FormuleComposee.Operande(r.valeur(), r.nonConnu(), operande.libelle());
        });
        TypeSujet type = lus.isEmpty() ? TypeSujet.IP : lus.get(0).type();
        List<UUID> fichiers = composee instanceof FormuleComposee.Somme
                ? lus.stream().filter(r -> r.type() == type).flatMap(r -> r.comptes().stream()).distinct().toList()
                : lus.isEmpty() ? List.of() : lus.get(0).comptes();
        List<UUID> base = composee instanceof FormuleComposee.Ratio && lus.size() > 1 ? lus.get(1).comptes()
                : composee instanceof FormuleComposee.Variation && !avant.isEmpty() ? avant.get(0).comptes() : fichiers;
        return new Resultat(o.valeur(), o.valeur() == null ? o.raison() : null, type, fichiers, base);
    }

    FormuleComposee.Operande manuelle(String code, int annee, boolean ensemble) {
        if (!ensemble) {
            return new FormuleComposee.Operande(null, "Saisi à la main pour tout le département seulement.");
        }
        ValeursManuelles valeurs = manuelles.getIfAvailable();
        BigDecimal valeur = valeurs == null ? null : valeurs.valeur(code, annee).orElse(null);
        return new FormuleComposee.Operande(valeur, valeur == null ? "Aucune valeur n’est saisie." : null);
    }

    /** A month of that year; a stock is read on its last day. */
    Resultat mois(Indicateur i, Faits faits, int annee, int mois, LocalDate aujourdhui, Set<String> unites) {
        LocalDate du = LocalDate.of(annee, mois, 1);
        if (du.isAfter(aujourdhui)) {
            return rien("Le mois n’a pas commencé.");
        }
        if (i.mesure() instanceof FormuleComposee composee) {
            return composer(composee, annee, false, (o, an) -> mois(o, faits, an, mois, aujourdhui, unites));
        }
        Resultat inconnu = inconnu(i, faits.premierJour(i.mesure()), annee, aujourdhui);
        return inconnu != null ? inconnu : faits.calculer(i.mesure(), porteeDuMois(du, aujourdhui, unites));
    }

    static Portee porteeDuMois(LocalDate du, LocalDate aujourdhui, Set<String> unites) {
        LocalDate fin = du.plusMonths(1).minusDays(1);
        return new Portee(du, fin, fin.isAfter(aujourdhui) ? aujourdhui : fin, unites);
    }

    static Portee portee(Indicateur i, int annee, LocalDate aujourdhui, Set<String> unites) {
        Portee portee = Portee.annee(annee, aujourdhui, unites);
        LocalDate date = i.date(annee);
        return date == null ? portee : portee.au(date.isAfter(aujourdhui) ? aujourdhui : date);
    }

    /** Why nothing can be told of that year, or null. @param premier first day something was recorded of what is counted, or null */
    static Resultat inconnu(Indicateur i, LocalDate premier, int annee, LocalDate aujourdhui) {
        if (annee > aujourdhui.getYear()) {
            return rien("L’année n’a pas commencé.");
        }
        if (premier == null || annee < premier.getYear()) {
            String rien = "Aucune " + i.mesure().objet() + " n’est enregistrée";
            return rien(premier == null ? rien + "." : rien + " avant " + premier.getYear() + ".");
        }
        return null;
    }

    static Resultat rien(String raison) {
        return new Resultat(null, raison, TypeSujet.IP, List.of(), List.of());
    }

    static Chiffre chiffre(Indicateur i, Resultat r) {
        return new Chiffre(r.valeur(), r.nonConnu(), r.comptes().size(), i.partage() && r.valeur() != null ? (long) r.base().size() : null);
    }
}
