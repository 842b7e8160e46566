package fr.jalon.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is already written of the surroundings of a child, for a form that must not ask it again: ties in force today, with the file
 * they are read from.
 *
 * @param source name of the child whose file says it
 */
public record EntourageConnu(UUID enfantId, String source, List<TitulaireConnu> titulaires, List<FoyerConnu> foyers, List<MineurProche> proches) {

    /** @param du since when, or null when nobody said */
    public record TitulaireConnu(UUID adulteId, String affiche, QualiteAdulte qualite, String qualiteLibelle, ExerciceAutorite exercice,
            String exerciceLibelle, String telephone, LocalDate du) {
    }

    /** @param adresse null when it is withheld: neither address, commune nor telephone is told then */
    public record FoyerConnu(UUID foyerId, String libelle, String adresse, String unite, boolean adresseProtegee, boolean principal,
            LocalDate du, List<AdulteAuFoyer> adultes) {
    }

    public record AdulteAuFoyer(UUID adulteId, String affiche) {
    }

    /**
     * A brother, a sister or another minor of the same home, whose file the person may open.
     *
     * @param lien in words: « Frère ou sœur », « Vit au même domicile »
     */
    public record MineurProche(UUID enfantId, String affiche, String age, Naissance naissance, String lien) {
    }
}
