package fr.jalon.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * All that the page of one child shows, read at once.
 *
 * @param accueils where an entrusted child lives today, when the person sees the measure that entrusts them
 */
public record PageEnfant(UUID id, long version, Identite identite, List<NomConnu> autresNoms, List<Alerte> alertes, List<UniteSuivi> unites,
        List<TitulaireVu> titulaires, List<FoyerVu> foyers, List<FoyerProche> foyersProches,
        List<LieuxDAccueil.LieuActuel> accueils, List<LienVu> liens, List<EnCoursVu> enCours, List<DateProche> prochaines,
        List<ReunionVue> reunions, long documents, Droits droits) {

    public record Identite(String affiche, String nom, String nomUsage, String prenoms, boolean nonNomme, Sexe sexe, Naissance naissance, String age,
            boolean moinsDeDeuxAns, String communeNaissance, LocalDate decesLe, boolean personneSeDeclarantMineure, boolean restreint, Instant creeLe) {
    }

    public record NomConnu(String nom, String prenoms, String genre) {
    }

    /** @param code RESTREINT, PARQUET, MOINS_DE_DEUX_ANS, A_NAITRE, DECEDE, DOUBLON */
    public record Alerte(String code, String libelle) {
    }

    public record UniteSuivi(String id, String nom) {
    }

    public record TitulaireVu(UUID id, UUID adulteId, String affiche, String nom, String nomUsage, String prenoms, String civilite, LocalDate naissanceLe,
            QualiteAdulte qualite, String qualiteLibelle, ExerciceAutorite exercice, String exerciceLibelle, boolean titulaire, String precision,
            LocalDate du, LocalDate au, boolean actuel, String telephone, String courriel, LocalDate decesLe, long version) {
    }

    /** A home; of a protected one neither address, commune nor telephone is told here (see {@code Entourage.adresseProtegee}). */
    public record FoyerVu(UUID id, UUID foyerId, String libelle, String adresse, String codePostal, String commune, String uniteId, String unite,
            String telephone, boolean adresseProtegee, boolean principal, LocalDate du, LocalDate au, boolean actuel, List<FoyerEnfant.Habitant> habitants,
            long version) {
    }

    /** A home of a brother or a sister, to be chosen rather than typed again. */
    public record FoyerProche(UUID foyerId, String libelle) {
    }

    /** @param ouvrable whether the person may open the other file; its name and its adults are then told, for the family to be drawn */
    public record LienVu(UUID id, UUID enfantId, String affiche, String age, Sexe sexe, boolean aNaitre, GenreLien genre, String libelle, boolean ouvrable,
            List<AdulteDuLien> adultes) {
    }

    public record AdulteDuLien(UUID adulteId, String affiche, String civilite, String qualiteLibelle, String exerciceLibelle, boolean titulaire) {
    }

    /** @param ouvrable whether the person may open it: its link is then of use */
    public record EnCoursVu(String genre, UUID id, String reference, String libelle, String lien, String unite, LocalDate depuis,
            LocalDate prochaineEcheance, boolean ouvert, boolean ouvrable) {
    }

    public record DateProche(LocalDate le, String libelle, String lien) {
    }

    public record ReunionVue(UUID id, UUID absorbe, String affiche, Instant faiteLe, String par, String motif) {
    }

    public record Droits(boolean ecrire, boolean superviser, boolean reunir) {
    }
}
