package fr.jalon.ip;

import java.util.List;
import java.util.UUID;

import fr.jalon.echeance.Attendue;

/**
 * Due dates that a part of the path of an IP asks for besides its two clocks (an answer to a {@code demande d’avis}, what justice did
 * with a minor). The part implements it; {@link HorlogeIp} asks all of them at each act.
 */
public interface Attentes {

    List<Attendue> de(UUID ipId);

    /** The same for an information, besides its first analysis: {@link HorlogeInformation} asks. */
    default List<Attendue> deInformation(UUID informationId) {
        return List.of();
    }
}
