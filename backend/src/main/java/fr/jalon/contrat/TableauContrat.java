package fr.jalon.contrat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import fr.jalon.diffusion.Public;

/**
 * The table as the document prints it, ready to be shown or written: what prints it adds nothing of its own.
 *
 * @param connuLe day it is read as known on, or null for now
 * @param annees reported years, the reference apart
 * @param aVerifier comments and printed changes that contradict their figures
 */
public record TableauContrat(String plan, String titre, Plan.Sorte sorte, int reference, int du, int au, LocalDate connuLe, Public diffusion,
        List<ExerciceContrat> annees, List<LigneContrat> lignes, int aVerifier) {

    /**
     * @param empreinte SHA-256 of what was frozen
     * @param intact what is kept is still what was sealed
     * @param revisions cells that changed since the closing
     */
    public record ExerciceContrat(int annee, boolean fini, boolean definitif, Instant arreteLe, String nom, String qualite, String empreinte, boolean intact, int revisions) {
    }

    /**
     * @param compte Jalon counts it, under {@code indicateur}
     * @param saisissable the person types in its fiche
     * @param sansAnnee what the document prints under no year of the table
     */
    public record LigneContrat(String code, String fiche, String intituleFiche, String libelle, String unite, String nature, String classe,
            boolean compte, String indicateur, boolean saisissable, CelluleContrat niveau, List<AnneeContrat> annees,
            List<EvolutionContrat> evolutions, EvolutionContrat periode, EvolutionContrat depuisReference, String remarque, String commentaireImprime,
            String alerte, List<String> sansAnnee) {
    }

    public record AnneeContrat(int annee, CibleContrat cible, CelluleContrat realise, EvolutionContrat ecart) {
    }

    /** Where the value shown comes from. */
    public enum Origine {
        COMPTE, SAISI, IMPRIME, AUCUNE
    }

    /**
     * @param texte as written in French; {@code n.c.} when there is none, and {@code raison} says why
     * @param alerte the comment contradicts the figure
     * @param revision the year is closed and the value has changed since
     * @param masquee hidden by disclosure control
     */
    public record CelluleContrat(int annee, BigDecimal valeur, String texte, String raison, Origine origine, ChiffreContrat compte, SaisieContrat saisie,
            ImprimeContrat imprime, DifferenceContrat difference, String commentaire, int versionCommentaire, String alerte, boolean definitif,
            RevisionContrat revision, boolean masquee) {
    }

    public record ChiffreContrat(BigDecimal valeur, String texte, String raison, long effectif, Long base) {
    }

    /** @param version to send back when typing over it */
    public record SaisieContrat(int version, SorteValeur sorte, BigDecimal valeur, String texte, Long base, String source, LocalDate arreteAu,
            String commentaire, String par, Instant le) {
    }

    /** @param autres other figures of the same year in the document, with what they cover */
    public record ImprimeContrat(BigDecimal valeur, String texte, String perimetre, String arreteAu, String remarque, List<String> autres) {
    }

    /**
     * Between the value shown and the printed one.
     *
     * @param connues what Jalon can tell by itself: another day, another perimeter, another unit
     * @param explication typed once and kept, or null
     */
    public record DifferenceContrat(BigDecimal ecart, String texte, List<String> connues, String explication, int version) {
    }

    public record RevisionContrat(String avant, String apres, String pourquoi) {
    }

    public record CibleContrat(BigDecimal valeur, String texte, String raison, Origine origine, SaisieContrat saisie, ImprimeContrat imprime) {
    }

    /**
     * @param imprimee as the document prints it, or null
     * @param fausse the document prints something else than what its own figures give
     */
    public record EvolutionContrat(int de, int a, BigDecimal valeur, boolean points, String texte, String raison, String reserve, String imprimee, boolean fausse) {
    }
}
