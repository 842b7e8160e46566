package fr.jalon.ip.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Avertissements;

/**
 * An evaluation as the workspace shows it. Names are for the page shown; ids are what forms send back.
 *
 * @param version of the IP, for the acts that depend on what was read
 * @param joursPasses whole days since reception, up to the report when it was handed in
 * @param joursRestants days to the legal date, negative when it is passed, null when the clock gives none
 * @param manques what handing in today would ask a reason for
 * @param empechements what makes handing in impossible
 */
public record EvaluationVue(UUID ipId, String numero, long version, String etat, String etatLibelle, boolean evaluable, boolean coordonnable,
        String unitePilote, String unitePiloteNom, String uniteAssociee, String uniteAssocieeNom, Instant recueLe, Instant rapportRenduLe,
        long joursPasses, Long joursRestants, Bilan bilan, List<Avertissements.Avertissement> manques, List<String> empechements,
        List<EvaluateurVue> equipe, List<ConsigneEnVigueur> consignes, List<MineurEvalueVue> mineurs, List<AdulteEvalueVue> adultes,
        List<FoyerEvalueVue> foyers, List<ActeVue> actes, List<RessourceVue> ressources, List<AvisVue> avis, List<SectionVue> sections,
        List<ConclusionVue> conclusions, List<SignalementVue> signalements, QuestionVue question, RemiseVue remise) {

    public record EvaluateurVue(UUID id, UUID utilisateurId, String nom, String profession, String professionLibelle, Instant du, Instant au,
            String motifFin) {
    }

    /** A request of the parquet that stands, in the words shown to whoever would break it. */
    public record ConsigneEnVigueur(String explication, LocalDate du) {
    }

    public record MineurEvalueVue(UUID mineurId, UUID enfantId, String affiche, String age, boolean aNaitre, boolean moinsDeDeuxAns,
            String origine) {
    }

    /** @param titulaire owed letters and opinions; {@code mineurs}: those they are tied to */
    public record AdulteEvalueVue(UUID adulteId, String affiche, boolean titulaire, String qualite, String exercice, List<UUID> mineurs) {
    }

    public record FoyerEvalueVue(UUID foyerId, String nom, boolean adresseProtegee, List<UUID> mineurs) {
    }

    public record PersonneActeVue(UUID mineurId, UUID adulteId, String affiche, boolean present, boolean seul, boolean accord, String avis) {
    }

    public record ActeVue(UUID id, GenreActe genre, String genreLibelle, LocalDate le, LocalTime heure, UUID foyerId, String foyerNom,
            String lieu, String moyen, String moyenLibelle, String motif, String motifLibelle, String texte, UUID documentId,
            List<PersonneActeVue> personnes, String auteur, Instant saisieLe, boolean annule, String annuleMotif, long version) {
    }

    public record RessourceVue(UUID id, String qui, String lien, String apport, String contact, String auteur, Instant saisieLe, long version) {
    }

    public record RelanceVue(LocalDate le, String moyenLibelle) {
    }

    /** @param etat ATTENDU, RECU, SANS_REPONSE or ANNULE; {@code attenduLe}: by when, from the clock; {@code reserve}: an opinion on health this person does not read, without its question and answer */
    public record AvisVue(UUID id, String partenaire, String partenaireLibelle, String destinataire, String question, UUID mineurId,
            LocalDate demandeLe, String moyenLibelle, String etat, LocalDate attenduLe, List<RelanceVue> relances, LocalDate recuLe,
            String reponse, UUID documentId, LocalDate sansReponseLe, String auteur, long version, boolean reserve) {
    }

    public record SectionVue(String code, String libelle, String aide, boolean obligatoire, String texte, long version, String auteur,
            Instant modifieeLe) {
    }

    public record ConclusionVue(UUID mineurId, ConclusionEvaluation conclusion, List<String> natures, PropositionEvaluation proposition,
            String natureAide, String motivation, long version, String auteur, Instant modifieeLe) {
    }

    public record SignalementVue(UUID id, UUID mineurId, String mineur, Instant transmisLe, DestinataireSignalement destinataire,
            String destinataireLibelle, String juridiction, String critere, String critereLibelle, String actionsTentees, String expose,
            String reference, String etape, String auteur, Instant saisieLe, boolean annule, String annuleMotif) {
    }

    /** The question of the decider that awaits an answer. */
    public record QuestionVue(UUID id, String question, Instant demandeeLe, String demandeePar) {
    }

    public record RemiseVue(Instant renduLe, String par, Map<String, String> avertissements, String motifDepassement) {
    }
}
