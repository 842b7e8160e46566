package fr.jalon.processus;

import java.util.List;

/**
 * Where a subject stands in its model.
 *
 * @param cle key of the model
 * @param version version tag the instance runs on
 * @param etapes element ids of the steps that wait for somebody; empty once the path is over
 * @param actif whether the instance still runs
 */
public record EtatProcessus(String cle, String version, List<String> etapes, boolean actif) {

    public boolean a(String etape) {
        return etapes.contains(etape);
    }
}
