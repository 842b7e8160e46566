package fr.jalon.autonomie;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.echeance.ConsultationEcheances.EcheanceVue;

/**
 * Everything the page of a young person's path shows.
 *
 * @param etape step of the model where it waits, null once over
 * @param alertes what is to be seen first, in words, strongest first
 * @param tardive entered at seventeen or later: the interview is « dans les meilleurs délais », counted apart
 * @param possibles acts the person may do now, by code
 * @param acteAnnulable the last act, when the person may cancel it
 * @param suivisRestants follow-ons that may still be opened after the exit; null where the département has none
 */
public record PageAutonomie(UUID id, long version, JeuneVu jeune, EtatAutonomie etat, String etatLibelle, String etape, MotAutonomie unite,
        boolean mna, boolean mdph, LocalDate seizeLe, LocalDate dixSeptLe, LocalDate dixHuitLe, LocalDate vingtEtUnLe, LocalDate ouverteLe,
        LocalDate entreeLe, boolean tardive, boolean enCharge, boolean jeuneMajeur, LocalDate rendezVousLe, LocalDate entretienDuLe,
        LocalDate entretienLe, MotAutonomie entretienIssue, LocalDate notifieLe, LocalDate projetLe, PersonneReferenceVue reference,
        LocalDate demandeLe, LocalDate decisionLe, String decision, UUID mesureId, LocalDate terme, LocalDate sortieLe, boolean sortieMajeur,
        SortieVue sortie, LocalDate sixMoisLe, LocalDate sixMoisFaitLe, LocalDate suiviLe, Integer suivisRestants, LocalDate closeLe,
        MotAutonomie motifFin, CoordonneesVues coordonnees, List<AlerteAutonomie> alertes, List<RepereVu> reperes, List<ActeAutonomieVu> actes,
        List<EcheanceVue> echeances, List<String> possibles, UUID acteAnnulable) {

    /** A code and its words. */
    public record MotAutonomie(String code, String libelle) {
    }

    /** @param visible whether the child's own page may be opened */
    public record JeuneVu(UUID id, String affiche, String age, LocalDate naissance, boolean naissanceExacte, boolean visible) {
    }

    public record PersonneReferenceVue(LocalDate le, boolean choisie, String nom, MotAutonomie qualite, String lien, String telephone) {
    }

    public record SortieVue(LocalDate le, MotAutonomie motif, MotAutonomie logement, Boolean logementStable, Boolean ressources,
            MotAutonomie ressource, Boolean activite, MotAutonomie activiteCode, Boolean souhaitee, Boolean droitCommun, boolean diplome,
            boolean emancipe) {
    }

    /** Kept with the young person's consent alone. */
    public record CoordonneesVues(LocalDate le, boolean consentement, String telephone, String courriel, String adresse) {
    }

    /** @param gravite {@code RETARD}, {@code ALERTE} or {@code INFORMATION} */
    public record AlerteAutonomie(String code, String libelle, String gravite) {
    }

    /** @param etat {@code A_VENIR}, {@code A_FAIRE}, {@code FAIT} or {@code SANS_OBJET} */
    public record RepereVu(UUID id, String code, String libelle, String aide, LocalDate le, String etat, LocalDate faitLe, boolean aValider) {
    }

    /** @param mots what was written, each under its title; {@code avertissements} what was warned of with the reason given */
    public record ActeAutonomieVu(UUID id, GenreActe genre, String libelle, LocalDate le, List<MotAutonomie> details, List<MotAutonomie> mots,
            List<MotAutonomie> avertissements, String texte, String par, Instant saisiLe, Instant annuleLe, String annuleMotif) {
    }
}
