package fr.jalon.ip.decision;

import java.util.UUID;

import fr.jalon.ip.CritereL2264;
import fr.jalon.ip.evaluation.DestinataireSignalement;

/**
 * What the form says for one minor.
 *
 * @param natureAide code of the profile's list {@code aides}, for an administrative help
 * @param critere case of L226-4, for the judicial authority; {@code destinataire} and {@code juridiction} say whom it goes to
 */
public record DecisionSaisie(UUID mineurId, Issue issue, String natureAide, CritereL2264 critere, String actionsTentees,
        DestinataireSignalement destinataire, String juridiction, String motivation) {

    static String net(String texte) {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }

    DecisionMineur.Contenu contenu(java.util.Map<String, String> avertissements) {
        boolean aide = issue == Issue.AIDE_ADMINISTRATIVE;
        boolean justice = issue == Issue.AUTORITE_JUDICIAIRE;
        // What the chosen outcome has no use for is dropped: somebody changed their mind while filling the form.
        return new DecisionMineur.Contenu(issue, aide ? natureAide : null, justice ? critere : null, justice ? net(actionsTentees) : null,
                net(motivation), avertissements);
    }
}
