package fr.jalon.indicateur;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Children of files by small numbers: how many different ones some files have, asked of some hundreds of figures for a file that leaves. */
final class Enfances {

    private final Map<UUID, int[]> parDossier = new HashMap<>();
    private final int enfants;

    Enfances(Map<UUID, Set<UUID>> connus) {
        Map<UUID, Integer> rangs = new HashMap<>();
        connus.forEach((dossier, siens) -> parDossier.put(dossier, siens.stream().mapToInt(e -> rang(rangs, e)).toArray()));
        enfants = rangs.size();
    }

    private static int rang(Map<UUID, Integer> rangs, UUID enfant) {
        Integer connu = rangs.putIfAbsent(enfant, rangs.size());
        return connu == null ? rangs.size() - 1 : connu;
    }

    /** A file whose child is not known is one child. */
    long combien(List<UUID> dossiers) {
        BitSet vus = new BitSet(enfants);
        Set<UUID> inconnus = new HashSet<>();
        for (UUID dossier : dossiers) {
            int[] siens = parDossier.get(dossier);
            if (siens == null) {
                inconnus.add(dossier);
            } else {
                for (int rang : siens) {
                    vus.set(rang);
                }
            }
        }
        return (long) vus.cardinality() + inconnus.size();
    }
}
