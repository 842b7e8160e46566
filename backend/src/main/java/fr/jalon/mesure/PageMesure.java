package fr.jalon.mesure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.echeance.ConsultationEcheances.EcheanceVue;

/**
 * Everything the page of a measure shows.
 *
 * @param ipId the IP it comes from, when whoever reads may see it
 * @param etape step of the model where it waits, null once over
 * @param alerte what its term means while it waits (« sera caduque dans 40 jours »), or null
 * @param auDela whether the term goes beyond the usual maximum of its basis
 * @param attente the wait in parts
 * @param possibles acts the person may do now, by code
 * @param acteAnnulable the last act, when the person may cancel it
 */
public record PageMesure(UUID id, String numero, long version, EnfantMesure enfant, UUID decisionId, List<MesureSoeur> memeDecision,
        MotVu origine, UUID ipId, MotVu cadre, BaseMesure base, ProduitMesure produit, boolean accueil, boolean urgence, boolean provisoire,
        EtatMesure etat, String etatLibelle, String etape, MotVu unite, MotVu service, String exercice, MotVu autorite, String juridiction,
        String magistrat, String reference, LocalDate decideeLe, String duree, LocalDate terme, boolean auDela, LocalDate debutPrevu,
        MotVu intensite, MotVu lieu, LocalDate attenteDepuis, LocalDate affecteeLe, LocalDate demarreeLe, Instant demarreeA, LocalDate finieLe,
        MotVu motifFin, MotVu suiteFin, MotVu tiersRecherches, String motivation, String alerte, List<TrancheAttente> attente,
        List<AccordVu> accords, List<ReferentVu> referents, List<ActeVu> actes, List<EcheanceVue> echeances, List<String> possibles,
        UUID acteAnnulable) {

    /** A code and its words. */
    public record MotVu(String code, String libelle) {

        static MotVu de(LibellesMesure.Mot mot) {
            return mot == null ? null : new MotVu(mot.code(), mot.libelle());
        }
    }

    /** @param visible whether the child's own page may be opened */
    public record EnfantMesure(UUID id, String affiche, String age, LocalDate naissance, boolean moinsDeDeuxAns, boolean visible) {
    }

    public record BaseMesure(String code, String libelle, String article, boolean aValider) {
    }

    public record ProduitMesure(String code, String sigle, String libelle, boolean aValider) {
    }

    /** Another child's measure by the same decision. */
    public record MesureSoeur(UUID id, String numero, String enfant, String etatLibelle) {
    }

    public record TrancheAttente(String code, String libelle, LocalDate du, LocalDate au, long jours) {
    }

    public record AccordVu(UUID adulteId, String nom, String statut, String statutLibelle, LocalDate le, String motif) {
    }

    public record ReferentVu(UUID id, String genre, UUID utilisateurId, String nom, LocalDate du, LocalDate au) {
    }

    /** @param avertissements what was warned of, in words, with the reason given */
    public record ActeVu(UUID id, GenreActe genre, String libelle, LocalDate le, List<MotVu> details, List<MotVu> avertissements, String texte,
            String par, Instant saisiLe, Instant annuleLe, String annuleMotif) {
    }
}
