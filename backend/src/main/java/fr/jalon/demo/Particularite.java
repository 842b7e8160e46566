package fr.jalon.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** What makes an open file worth opening in a demonstration, besides where it stands; a few in each hundred bear one. */
enum Particularite {
    AUCUNE, PRECISION, CONJOINTE, A_NAITRE, NON_NOMME, FRATRIE, RESTREINT, TENUE, SOUPCON_DE_DOUBLON, SIGNALEMENT_EN_COURS, SIGNALEMENT_IMMEDIAT,
    EVALUATEUR_REMPLACE, AVIS_ATTENDUS, CHANGEMENT_D_UNITE;

    private static final Set<Particularite> FAMILIALES = Set.of(A_NAITRE, NON_NOMME, FRATRIE);

    static Particularite de(int rang) {
        int n = rang % 33;
        return n < values().length ? values()[n] : AUCUNE;
    }

    boolean familiale() {
        return FAMILIALES.contains(this);
    }

    Famille appliquer(Famille f, Hasard hasard, Instant le, LocalDate jour) {
        return switch (this) {
            case A_NAITRE -> f.attendant(hasard, le, jour.plusMonths(4));
            case NON_NOMME -> f.sansNom();
            case FRATRIE -> f.fratrie(hasard, le, jour, 5);
            default -> f;
        };
    }
}
