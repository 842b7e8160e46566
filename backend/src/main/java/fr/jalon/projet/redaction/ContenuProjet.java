package fr.jalon.projet.redaction;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Everything a version says, in words: frozen at establishment, compared from version to version, and all that its papers read. Names and
 * words of the département are those of that day.
 *
 * @param format of this record, so that a former one is still read
 * @param modele code of the form model
 */
public record ContenuProjet(int format, String modele, Tete tete, EnfantDit enfant, List<TitulaireDit> titulaires, List<FoyerDit> foyers,
        List<MesureDite> mesures, List<RencontreDite> rencontres, List<AvisDit> avis, List<PartieDite> parties, List<ObjectifDit> objectifs) {

    public static final int FORMAT = 1;

    /**
     * @param sigle « PPEF », {@code intitule} « projet pour l’enfant et sa famille »
     * @param version number of the version, from 1
     * @param motif why this version was opened, in words, or null for the first one
     * @param etabliLe null while it is being written; so are the signatory and the next revision
     * @param delegation reference of the délégation valid that day
     */
    public record Tete(String departement, String sigle, String intitule, String numero, int version, String unite, String referent,
            LocalDate ouvertLe, String motif, LocalDate etabliLe, String signataire, String qualite, String delegation, LocalDate revisionLe) {
    }

    /** @param age on the day it was composed, as people say it */
    public record EnfantDit(UUID id, String affiche, String prenom, LocalDate naissance, String age, boolean moinsDeDeuxAns) {
    }

    public record TitulaireDit(UUID adulteId, String affiche, String qualite, String exercice) {
    }

    /**
     * @param protegee its address is withheld from whoever does not live there
     * @param adultes ids of the adults who live there
     */
    public record FoyerDit(UUID id, String libelle, String adresse, String commune, String telephone, boolean protegee, boolean principal, List<UUID> adultes) {
    }

    /** @param service who exercises it, or null */
    public record MesureDite(UUID id, String numero, String libelle, String cadre, LocalDate depuis, LocalDate terme, String service) {
    }

    /**
     * @param paroleEnfant the child's own words, as said
     * @param desaccords points of disagreement, kept as such
     */
    public record RencontreDite(UUID id, LocalDate le, List<PersonneDite> personnes, String paroleEnfant, String synthese, String desaccords) {
    }

    /** @param presence « présente », « absente »… in words; {@code qualite} in words */
    public record PersonneDite(UUID id, UUID adulteId, String nom, String qualite, String presence, String avis) {
    }

    /** A view told outside a meeting. */
    public record AvisDit(UUID id, UUID adulteId, String nom, LocalDate le, String sens, String texte) {
    }

    /**
     * One text of one contributor.
     *
     * @param contributeur {@code PARCOURS} or the id of a service; {@code signe} who signs it on paper: the unit or the service
     */
    public record PartieDite(String code, String titre, String place, String contributeur, String signe, String texte) {
    }

    /** @param lignee the same from version to version; {@code bilan} what became of it at the last report, in words */
    public record ObjectifDit(UUID lignee, String domaine, String domaineLibelle, String besoin, String objectif, String bilan, List<ActionDite> actions) {
    }

    /** @param qui who does it, in words, or null when nobody was named */
    public record ActionDite(UUID lignee, String aupres, String aupresLibelle, String libelle, String qui, LocalDate debut, LocalDate fin, String duree,
            LocalDate echeance, LocalDate faiteLe) {
    }
}
