package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Which children count, on the day that counts them. An age is known only of a birth known to the day.
 *
 * @param du age from which, {@code moinsDe} before which; null: no limit
 * @param mna only unaccompanied minors, only the others, or all when null
 */
record Enfants(Integer du, Integer moinsDe, Boolean mna) {

    /** The ones of those facts that count: asked once a figure. */
    interface Choix {
        boolean prend(UUID enfant, LocalDate jour);
    }

    static Choix parmi(Enfants voulus, Faits faits) {
        return voulus == null ? (enfant, jour) -> true : voulus.choix(faits);
    }

    private Choix choix(Faits faits) {
        Set<UUID> mineurs = mna == null ? Set.of() : mna(faits);
        return (enfant, jour) -> (mna == null || mineurs.contains(enfant) == mna) && age(faits.mesures().naissances().get(enfant), jour);
    }

    boolean age(LocalDate naissance, LocalDate jour) {
        if (naissance == null) {
            return du == null && moinsDe == null;
        }
        return (du == null || !naissance.plusYears(du).isAfter(jour)) && (moinsDe == null || naissance.plusYears(moinsDe).isAfter(jour));
    }

    /** Unaccompanied minors, as any of their paths or a light record says. */
    static Set<UUID> mna(Faits faits) {
        Set<UUID> enfants = new HashSet<>();
        faits.mesures().periodes("AUTONOMIE").forEach(p -> {
            if (p.segments().stream().anyMatch(s -> "OUI".equals(s.dimensions().get("mna")))) {
                enfants.add(p.enfant());
            }
        });
        faits.mesures().periodes("RELEVE_MNA").forEach(p -> enfants.add(p.enfant()));
        return enfants;
    }
}
