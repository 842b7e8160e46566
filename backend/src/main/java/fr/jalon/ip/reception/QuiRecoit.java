package fr.jalon.ip.reception;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import fr.jalon.commun.Refus;
import fr.jalon.departement.Profil;

/**
 * Which unit receives: the profile's to say, never the form's alone. Déconcentré (35): the unit of whoever takes the call. Centralised
 * (49): the central unit. Centralised with followed families (17): the unit that already follows one of the children.
 */
final class QuiRecoit {

    /**
     * @param motif why this unit: CHOISIE, SIENNE, CENTRALE or SUIVI
     */
    record Designation(String unite, String motif) {
    }

    private final Profil.Recueil recueil;
    private final Set<String> receveuses;

    /** @param receveuses ids of the open units whose type holds the mission of receiving */
    QuiRecoit(Profil.Recueil recueil, Collection<String> receveuses) {
        this.recueil = recueil;
        this.receveuses = Set.copyOf(receveuses);
    }

    /**
     * @param demandee unit named by the form, or null
     * @param siennes units of the person
     * @param departement the person works for the whole département
     * @param suivi units that already follow one of the children
     */
    Designation designer(String demandee, Collection<String> siennes, boolean departement, Collection<String> suivi) {
        if (recueil.centralise()) {
            return centralisee(suivi);
        }
        List<String> possibles = siennes.stream().filter(receveuses::contains).sorted().toList();
        if (demandee != null && !demandee.isBlank()) {
            if (!receveuses.contains(demandee) || !departement && !possibles.contains(demandee)) {
                throw Refus.champ("unite", "Cette unité ne reçoit pas d’informations, ou n’est pas la vôtre. Choisissez-en une autre.");
            }
            return new Designation(demandee, "CHOISIE");
        }
        if (possibles.size() != 1) {
            throw Refus.champ("unite", "Choisissez l’unité qui reçoit cette information.");
        }
        return new Designation(possibles.get(0), "SIENNE");
    }

    private Designation centralisee(Collection<String> suivi) {
        if (recueil.suiviMandateParUnite()) {
            Optional<String> unite = new TreeSet<>(suivi).stream()
                    .filter(u -> receveuses.contains(u) && !u.equals(recueil.uniteCentrale())).findFirst();
            if (unite.isPresent()) {
                return new Designation(unite.get(), "SUIVI");
            }
        }
        return new Designation(recueil.uniteCentrale(), "CENTRALE");
    }
}
