package fr.jalon.projet.redaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The writing of the version under way, or of the one in force when none is.
 *
 * @param version of the projet, for the acts that follow
 * @param modifiable it is being written
 * @param ecrit the person writes the département's parts, objectives and actions
 * @param services units of the person that exercise a measure of the child
 * @param limite only what is addressed to their service is here
 */
public record PageRedaction(UUID projetId, String numero, String mot, String enfant, UUID versionId, int numeroVersion, String etat, boolean modifiable, boolean ecrit,
        boolean limite, List<String> services, List<PartieRedigee> parties, List<DomaineRedige> domaines, List<ChoixRedaction> aupres,
        List<ObjectifRedige> objectifs, List<FaitConnu> connus, List<ChoixRedaction> personnes, List<ChoixRedaction> servicesExercants,
        List<String> actesUsuels, boolean modeleAValider) {

    /**
     * One text of one contributor.
     *
     * @param place CORPS, ANNEXE or ENFANT
     * @param contributeur PARCOURS or a service; {@code contributeurNom} in words
     * @param ecrivable by this person
     */
    public record PartieRedigee(String code, String titre, String aide, String place, boolean sensible, List<String> prerempli, String contributeur,
            String contributeurNom, String texte, long version, String auteur, Instant modifieeLe, boolean ecrivable) {
    }

    public record DomaineRedige(String code, String libelle, String aide, List<String> prerempli) {
    }

    public record ChoixRedaction(String code, String libelle) {
    }

    /** @param reconduit it was in the former version too */
    public record ObjectifRedige(UUID id, UUID lignee, long version, String domaine, String besoin, String objectif, boolean reconduit, List<ActionRedigee> actions) {
    }

    public record ActionRedigee(UUID id, UUID lignee, long version, String aupres, String libelle, UUID utilisateurId, String serviceId, String qui, String quiDit,
            LocalDate debut, LocalDate fin, String duree, LocalDate echeance, LocalDate faiteLe) {
    }

    /** What the file already knows, with where it comes from. */
    public record FaitConnu(String source, String titre, String texte, String provenance, String lien) {
    }
}
