package fr.jalon.ip.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The one page an evaluator receives with the mandate, made by itself from what is known. It never names a private or confidential
 * sender and shows no withheld address; what another unit knows is told as a fact and a place to ask, never copied.
 *
 * @param chronologie oldest first: informations, IPs, evaluations, decisions, signalements of each child
 */
public record DossierEvaluation(UUID ipId, String numero, String etat, boolean urgence, Instant recueLe, Instant qualifieeLe, String voie,
        LocalDate dateLegale, String unitePilote, List<String> unitesAssociees, Instant faitLe, List<EvaluateurDossier> evaluateurs,
        List<MineurDossier> mineurs, List<AdulteDossier> adultes, List<LienDossier> liens, List<FoyerDossier> foyers,
        List<InformationDossier> informations, List<FaitDossier> chronologie, List<String> consignes) {

    public record EvaluateurDossier(String nom, String profession) {
    }

    public record MineurDossier(UUID mineurId, UUID enfantId, String affiche, String age, LocalDate naissanceLe, String naissancePrecision, String sexe,
            boolean aNaitre, String origine) {
    }

    /** An adult tied to one or more of the minors. */
    public record AdulteDossier(UUID adulteId, String affiche, String civilite, boolean decede, List<TieDossier> enfants) {
    }

    public record TieDossier(UUID enfantId, String qualite, String qualiteLibelle, String exercice, String exerciceLibelle, boolean titulaire,
            String precision) {
    }

    /** Between two of the minors. */
    public record LienDossier(UUID enfantA, UUID enfantB, String genre, String libelle) {
    }

    /** @param adresse null when it is withheld; {@code principalDe}: children whose main home it is */
    public record FoyerDossier(UUID foyerId, String nom, String adresse, boolean adresseProtegee, List<UUID> enfants, List<UUID> adultes,
            List<UUID> principalDe) {
    }

    /** @param transmetteur shown to evaluators when a professional who asked for nothing else; otherwise the capacity only */
    public record InformationDossier(UUID id, String numero, Instant recueLe, String nature, String origine, String transmetteur, boolean identiteReservee,
            String faits, String parentsInformes, boolean initiale) {
    }

    /**
     * @param enfants minors of this IP it is about
     * @param detail what came of it, in words of the house
     * @param autreUnite another unit's file: the place to ask, the words stay there
     */
    public record FaitDossier(LocalDate le, String genre, String titre, String detail, String unite, List<UUID> enfants, boolean autreUnite) {
    }
}
