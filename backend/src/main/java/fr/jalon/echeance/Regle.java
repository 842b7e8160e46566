package fr.jalon.echeance;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One version of a rule of the clock. The version in force on the day of the origin applies; a due date keeps the id of the one used.
 *
 * @param id id of this version
 * @param genre what the due date is about; several rules of one kind exclude each other (a minor has one evaluation date)
 * @param nature LEGALE (a text gives the duty), CONVENTION, INTERNE (the département's own target) or TRIBUNAL (the
 *        court's limit: shown, never our lateness)
 * @param etapes steps of the models this due date governs
 * @param etapeRappel step whose people are told, when it governs none
 * @param rappels ISO periods before the due date ({@code -P1D}: the day after)
 * @param destinataires TITULAIRE, EQUIPE, SUPERVISION (the last only once the date is passed)
 * @param aValider nobody has confirmed this figure yet
 * @param source COMMUN, PROFIL or ADMINISTRATEUR
 * @param periodeCommune what the common file says, when another source changed it
 * @param au first day it no longer applies, or null
 */
public record Regle(UUID id, String code, String genre, String libelle, String article, String nature, String origine, Calcul calcul,
        String periode, List<String> etapes, String etapeRappel, List<String> rappels, Set<String> destinataires, boolean aValider,
        String source, String periodeCommune, String motif, LocalDate du, LocalDate au) {

    Delai delai() {
        return new Delai(calcul, periode);
    }

    boolean legale() {
        return "LEGALE".equals(nature);
    }

    boolean enVigueur(LocalDate jour) {
        return !jour.isBefore(du) && (au == null || jour.isBefore(au));
    }

    /** What starts the period, in words. */
    String origineEnMots() {
        return switch (origine) {
            case "RECEPTION" -> "réception de l’information";
            case "TRANSMISSION" -> "transmission de l’information";
            case "DEMANDE" -> "demande de la personne ayant transmis l’information";
            case "SIGNALEMENT" -> "saisine de l’autorité judiciaire";
            case "DEMANDE_AVIS" -> "demande d’avis";
            case "TRANSFERT" -> "transfert du dossier";
            case "NAISSANCE" -> "naissance";
            case "TERME" -> "terme de la mesure";
            case "DEBUT_MESURE" -> "début de la mesure ou dernier rapport";
            case "ACCUEIL" -> "accueil de l’enfant";
            case "EXAMEN_STATUT" -> "dernier examen du statut de l’enfant";
            case "DECISION_JUSTICE" -> "décision de l’autorité judiciaire";
            case "SAISINE_JUGE" -> "saisine du juge des enfants";
            case "CHANGEMENT_LIEU" -> "changement prévu du lieu d’accueil";
            case "PROJET" -> "établissement du projet";
            case "RAPPORT" -> "rapport de situation";
            case "ACTION" -> "jour prévu pour l’action";
            case "ENTREE" -> "entrée à l’aide sociale à l’enfance";
            case "SORTIE" -> "sortie de tout accompagnement";
            case "SUIVI" -> "début du suivi après la sortie";
            case "REPERE" -> "jour du repère";
            default -> "point de départ";
        };
    }
}
