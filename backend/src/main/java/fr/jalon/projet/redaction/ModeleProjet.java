package fr.jalon.projet.redaction;

import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

/**
 * The form a version is written with. A published form never changes: another one is added, and what was written keeps its own.
 *
 * @param du ISO date from which new versions take it
 * @param aValider no text gives its cut into parts
 * @param actesUsuels what is usually referred before being done, proposed to whoever writes the annex
 */
public record ModeleProjet(@NotBlank String code, @NotBlank String libelle, @NotBlank String du, boolean aValider,
        @NotEmpty List<@Valid Domaine> domaines, @NotEmpty List<@Valid Aupres> aupres, @NotEmpty List<@Valid Partie> parties,
        List<String> actesUsuels, @NotNull @Valid Falc falc) {

    public static final String PARCOURS = "PARCOURS";
    public static final String SERVICE = "SERVICE";

    /** Where a part is printed. */
    public enum Place {
        /** The recto-verso sheet. */
        CORPS,
        ANNEXE,
        /** The page written for the child. */
        ENFANT
    }

    /** @param enfant what the child's page calls it; {@code prerempli}: kinds of known facts shown beside it */
    public record Domaine(@NotBlank String code, @NotBlank String libelle, @NotBlank String aide, @NotBlank String enfant, List<String> prerempli) {

        public List<String> prerempli() {
            return prerempli == null ? List.of() : prerempli;
        }
    }

    public record Aupres(@NotBlank String code, @NotBlank String libelle) {
    }

    /**
     * @param contributeurs {@code PARCOURS} and/or {@code SERVICE}: a service writes its own text in the parts addressed to it, and no other
     * @param sensible proposed as masked at each hand-over
     * @param prerempli kinds of known facts shown beside it
     * @param des age from which it is asked, or null
     */
    public record Partie(@NotBlank String code, @NotBlank String titre, @NotNull Place place, @NotEmpty List<String> contributeurs, String aide,
            boolean sensible, List<String> prerempli, Integer des) {

        public List<String> prerempli() {
            return prerempli == null ? List.of() : prerempli;
        }

        public boolean duService() {
            return contributeurs.contains(SERVICE);
        }
    }

    /** Sentences of the child's page, easy to read. */
    public record Falc(@NotBlank String bonjour, @NotBlank String pourquoi, @NotBlank String avis, @NotBlank String aide) {
    }

    public Optional<Partie> partie(String code) {
        return parties.stream().filter(p -> p.code().equals(code)).findFirst();
    }

    public Optional<Domaine> domaine(String code) {
        return domaines.stream().filter(d -> d.code().equals(code)).findFirst();
    }
}
