package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.UUID;

/** One adult and their tie to one child. */
public record Titulaire(UUID id, UUID enfantId, UUID adulteId, String affiche, String nom, String prenoms, String civilite, QualiteAdulte qualite,
        ExerciceAutorite exercice, String precision, LocalDate du, LocalDate au, String telephone, String courriel, LocalDate decesLe) {

    /** Whether letters and opinions are owed to this adult at that date. */
    public boolean titulaireLe(LocalDate date) {
        return exercice.titulaire() && decesLe == null && (du == null || !du.isAfter(date)) && (au == null || !au.isBefore(date));
    }
}
