package fr.jalon.commun;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the law or good practice leaves to judgement: the act passes once a reason is written for each warning (422 until then).
 * Reasons are kept and counted. Use: {@code new Avertissements.Controle(motifs).si(cond, "UNE_PROFESSION", "…").exiger()}.
 */
public class Avertissements extends RuntimeException {

    /** One warning: a stable code, counted, and the French sentence shown. */
    public record Avertissement(String code, String message) {
    }

    private final transient List<Avertissement> avertissements;

    public Avertissements(List<Avertissement> avertissements) {
        super("Un motif est attendu");
        this.avertissements = List.copyOf(avertissements);
    }

    public List<Avertissement> avertissements() {
        return avertissements;
    }

    /** Collects the warnings of one act and asks for the reasons that are missing. */
    public static final class Controle {

        private final Map<String, String> motifs;
        private final List<Avertissement> leves = new ArrayList<>();

        /** @param motifs reasons given by the agent, by warning code; may be null */
        public Controle(Map<String, String> motifs) {
            this.motifs = motifs == null ? Map.of() : motifs;
        }

        public Controle si(boolean condition, String code, String message) {
            if (condition) {
                leves.add(new Avertissement(code, message));
            }
            return this;
        }

        /**
         * @return the warnings passed over with a reason, by code, to be kept with the act
         * @throws Avertissements when a warning has no reason yet
         */
        public Map<String, String> exiger() {
            List<Avertissement> sansMotif = leves.stream()
                    .filter(a -> motifs.get(a.code()) == null || motifs.get(a.code()).isBlank()).toList();
            if (!sansMotif.isEmpty()) {
                throw new Avertissements(sansMotif);
            }
            Map<String, String> retenus = new java.util.LinkedHashMap<>();
            leves.forEach(a -> retenus.put(a.code(), motifs.get(a.code()).strip()));
            return retenus;
        }
    }
}
