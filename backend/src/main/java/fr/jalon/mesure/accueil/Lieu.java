package fr.jalon.mesure.accueil;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * A place where the child lives for a while.
 *
 * @param type code of {@link TypeLieu}
 * @param libelle what tells the place apart (a house, a first name); words of an agent
 * @param au first day the child no longer lives there, null as long as they do
 */
record Lieu(UUID id, UUID mesureId, NatureLieu nature, String type, String serviceId, UUID familleId, String libelle, LocalDate du, LocalDate au,
        String motif, String finMotif, LocalDate jugeAviseLe, UUID acteId, UUID finActeId) {

    /** The same person or the same house: what the two years of L223-3 are counted with. */
    boolean memeAccueillant(Lieu autre) {
        if (familleId != null || autre.familleId != null) {
            return Objects.equals(familleId, autre.familleId);
        }
        return type.equals(autre.type) && Objects.equals(serviceId, autre.serviceId)
                && Objects.equals(libelle == null ? null : libelle.strip().toLowerCase(), autre.libelle == null ? null : autre.libelle.strip().toLowerCase());
    }

    /** Whether they share at least a day; the day one leaves is no day there. */
    boolean croise(LocalDate autreDu, LocalDate autreAu) {
        return (autreAu == null || du.isBefore(autreAu)) && (au == null || autreDu.isBefore(au));
    }
}
