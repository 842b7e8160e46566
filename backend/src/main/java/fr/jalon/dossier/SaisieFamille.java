package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Several children, their holders of parental authority and their homes, as one conversation on the phone gives them. The three
 * lists refer to each other by {@code cle}, a word the form chooses; what is already known is named by its id and left as it is.
 */
public record SaisieFamille(@NotEmpty List<@Valid EnfantDe> enfants, List<@Valid TitulaireDe> titulaires, List<@Valid FoyerDe> foyers,
        List<@Valid DepartDe> departs) {

    public SaisieFamille(List<EnfantDe> enfants, List<TitulaireDe> titulaires, List<FoyerDe> foyers) {
        this(enfants, titulaires, foyers, List.of());
    }

    /** @param enfantId the known child, or null with {@code nouveau} filled */
    public record EnfantDe(@NotBlank String cle, UUID enfantId, @Valid EnfantSaisi nouveau) {
    }

    /**
     * @param adulteId the known adult, or null with {@code nouveau} filled
     * @param enfants keys of the children this tie is for; empty means all of them
     */
    public record TitulaireDe(@NotBlank String cle, UUID adulteId, @Valid AdulteSaisi nouveau, @NotNull QualiteAdulte qualite,
            @NotNull ExerciceAutorite exercice, @Size(max = 300) String precision, LocalDate du, LocalDate au, List<String> enfants) {
    }

    /**
     * @param foyerId the known home, or null with {@code nouveau} filled
     * @param enfants keys of the children who live there; empty means all of them
     * @param adultes keys of the holders who live there
     * @param principal whether it is the main home of these children
     */
    public record FoyerDe(@NotBlank String cle, UUID foyerId, @Valid FoyerSaisi nouveau, List<String> enfants, List<String> adultes,
            boolean principal, LocalDate du) {
    }

    /**
     * Somebody no longer lives in a known home.
     *
     * @param adulteId the known adult who left, or null when children did
     * @param enfants keys of the children who left, or, for an adult, of those whose home it is; empty means all of them
     * @param le last day there; null means today
     */
    public record DepartDe(@NotNull UUID foyerId, UUID adulteId, List<String> enfants, LocalDate le) {
    }
}
