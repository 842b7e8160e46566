package fr.jalon.projet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.echeance.ConsultationEcheances.EcheanceVue;

/**
 * Everything the page of a projet shows but the writing itself ({@code projet.redaction}).
 *
 * @param mot what the département calls it (PPE, PPEF), {@code motLong} in full
 * @param etape step of the model where it waits, null once over
 * @param versionId the version being written, or the one in force
 * @param valide established and not past its revision today
 * @param majeur of age today: the projet stays, told apart
 * @param limiteService whoever reads is a service: only what is addressed to it is here
 * @param possibles acts the person may do now, by code
 * @param acteAnnulable the last act, when the person may cancel it
 */
public record PageProjet(UUID id, String numero, long version, String mot, String motLong, EnfantDuProjet enfant, EtatProjet etat,
        String etatLibelle, String etape, MotProjet unite, LocalDate ouvertLe, LocalDate depuis, LocalDate aEtablirLe, LocalDate rencontreLe,
        LocalDate etabliLe, LocalDate remisLe, LocalDate revisionLe, LocalDate reviseDepuis, MotProjet motifRevision, LocalDate closLe,
        boolean valide, boolean majeur, ReferentDuProjet referent, UUID versionId, List<VersionDuProjet> versions, List<MesureDuProjet> mesures,
        List<RencontreVue> rencontres, List<SignatureVue> signatures, List<RemiseVue> remises, List<ActionVue> actions,
        List<RapportVu> rapports, List<ObjectifVu> objectifs, List<ActeProjetVu> actes, List<EcheanceVue> echeances, boolean limiteService,
        List<String> possibles, UUID acteAnnulable) {

    /** A code and its words. */
    public record MotProjet(String code, String libelle) {
    }

    /** @param visible whether the child's own page may be opened */
    public record EnfantDuProjet(UUID id, String affiche, String age, LocalDate naissance, boolean moinsDeDeuxAns, boolean visible) {
    }

    public record ReferentDuProjet(UUID utilisateurId, String nom) {
    }

    /** @param empreinte SHA-256 of the content, once established */
    public record VersionDuProjet(UUID id, int numero, String modele, String etat, LocalDate ouverteLe, MotProjet motif, LocalDate etablieLe,
            LocalDate remiseLe, String signataire, String delegation, String empreinte) {
    }

    /** A measure that asks for the projet. @param ouverture it opened the path under way */
    public record MesureDuProjet(UUID id, String numero, String produit, String service, LocalDate depuis, LocalDate au, boolean ouverture) {
    }

    public record PersonneVue(UUID id, String qualite, UUID adulteId, String serviceId, String nom, boolean invitee, String presence, String avis) {
    }

    public record RencontreVue(UUID id, String statut, LocalDate prevueLe, String lieu, LocalDate tenueLe, String paroleEnfant, String synthese,
            String desaccords, String motif, List<PersonneVue> personnes) {
    }

    public record SignatureVue(UUID id, UUID versionId, String qualite, UUID adulteId, String serviceId, String nom, String statut, LocalDate le,
            String motif) {
    }

    public record RemiseVue(UUID id, UUID versionId, String destinataire, UUID adulteId, String serviceId, String nom, List<String> masques,
            String moyen, LocalDate le, UUID documentId) {
    }

    /** An action of the version in force. @param enRetard its day has passed and it is not finished */
    public record ActionVue(UUID id, UUID lignee, String libelle, String aupres, String qui, UUID utilisateurId, String serviceId, LocalDate debut,
            LocalDate echeance, LocalDate faiteLe, LocalDate abandonneeLe, boolean enRetard) {
    }

    /** A situation report that asks what becomes of the objectives. */
    public record RapportVu(UUID id, UUID mesureId, String mesure, LocalDate le, long repondus, LocalDate finLe) {
    }

    /** An objective of the version in force. */
    public record ObjectifVu(UUID lignee, String domaine, String objectif, String bilan, LocalDate bilanLe) {
    }

    /** @param avertissements what was warned of, in words, with the reason given */
    public record ActeProjetVu(UUID id, GenreActeProjet genre, String libelle, LocalDate le, boolean automatique, List<MotProjet> details,
            List<MotProjet> avertissements, String texte, String par, Instant saisiLe, Instant annuleLe, String annuleMotif) {
    }
}
