package fr.jalon.ip.evaluation;

import java.util.Map;
import java.util.stream.Collectors;

/** Reasons given to warnings: codes go in the event's dimensions, to be counted; the words beside it, erasable. */
final class Motifs {

    private Motifs() {
    }

    /** Codes in a stable order, or null when nothing was passed over. */
    static String codes(Map<String, String> motifs) {
        return motifs.isEmpty() ? null : motifs.keySet().stream().sorted().collect(Collectors.joining(","));
    }

    static String texte(Map<String, String> motifs) {
        return motifs.isEmpty() ? null : motifs.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue).collect(Collectors.joining("\n"));
    }
}
