package fr.jalon.mesure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.EnFrancais;
import fr.jalon.departement.Profil;
import fr.jalon.dossier.Naissance;

/**
 * The term of a decision. An administrative one beyond the usual maximum passes with a reason; a court order is recorded as it is written,
 * and that it goes beyond is kept too.
 */
final class TermeMesure {

    static final String TELLE_QU_ECRITE = "Décision de justice enregistrée telle qu’elle est écrite.";

    private TermeMesure() {
    }

    /** The term written, or the one the duration gives, date to date; null when neither is. */
    static LocalDate lire(LocalDate depuis, LocalDate terme, String duree) {
        LocalDate lu = terme != null || duree == null || duree.isBlank() ? terme : depuis.plus(periode(duree));
        if (lu != null && lu.isBefore(depuis)) {
            throw Refus.champ("terme", "Le terme précède le début, le " + EnFrancais.jour(depuis) + ".");
        }
        return lu;
    }

    private static Period periode(String duree) {
        try {
            Period p = Period.parse(duree);
            if (p.isNegative() || p.isZero()) {
                throw Refus.champ("duree", "Indiquez une durée.");
            }
            return p;
        } catch (DateTimeException e) {
            throw Refus.champ("duree", "Indiquez une durée en jours, mois ou années.");
        }
    }

    /** Usual maximum of a basis, as the product of the département may write it. */
    static Optional<Period> usuel(Profil.BaseLegale base, Profil.Produit produit) {
        String usuel = produit.termeUsuel() != null && "ADMINISTRATIF".equals(base.cadre()) ? produit.termeUsuel() : base.termeUsuel();
        return Optional.ofNullable(usuel).map(Period::parse);
    }

    static boolean auDela(Profil.BaseLegale base, Profil.Produit produit, LocalDate depuis, LocalDate terme) {
        return terme != null && usuel(base, produit).map(p -> terme.isAfter(depuis.plus(p))).orElse(false);
    }

    static void controler(Avertissements.Controle controle, Profil.BaseLegale base, Profil.Produit produit, LocalDate depuis, LocalDate terme) {
        boolean administrative = "ADMINISTRATIF".equals(base.cadre());
        controle.si(administrative && auDela(base, produit, depuis, terme), EvolutionsMesure.TERME_LONG, "Ce terme dépasse la durée maximale habituelle de cette mesure ("
                + usuel(base, produit).map(p -> EnFrancais.jour(depuis.plus(p))).orElse("") + ").");
        controle.si(terme == null && usuel(base, produit).isPresent(), "SANS_TERME", "Cette mesure a habituellement un terme, et aucun n’est indiqué.");
    }

    static void majorite(Avertissements.Controle controle, Naissance naissance, Profil.BaseLegale base, LocalDate terme, String code) {
        boolean apres = terme != null && naissance.precision() == Naissance.Precision.EXACTE && !"APJM".equals(base.code())
                && terme.isAfter(naissance.le().plusYears(18));
        controle.si(apres, code, "Ce terme vient après la majorité de l’enfant.");
    }

    /** What is kept beside a court order that goes beyond, so that it is counted like the others. */
    static void retenir(Map<String, String> passes, Profil.BaseLegale base, Profil.Produit produit, LocalDate depuis, LocalDate terme) {
        if ("JUDICIAIRE".equals(base.cadre()) && auDela(base, produit, depuis, terme)) {
            passes.put(EvolutionsMesure.TERME_LONG, TELLE_QU_ECRITE);
        }
    }
}
