package fr.jalon.ip.reception;

import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Territoire;
import fr.jalon.departement.Profil;

/**
 * Who may know who transmitted. A private, anonymous or confidential person: those who received, and nobody else, however wide their
 * sight. A professional who asked for nothing: the evaluators too.
 */
public final class RegardTransmetteur {

    private final Identite qui;
    private final Profil.Recueil recueil;

    public RegardTransmetteur(Identite qui, Profil.Recueil recueil) {
        this.qui = qui;
        this.recueil = recueil;
    }

    /**
     * @param mandatees units the evaluation is entrusted to
     */
    public boolean voit(InformationEntrante information, Set<String> mandatees) {
        return voit(information.transmetteur(), information.uniteId(), information.uniteSaisie(), information.saisiePar(), mandatees);
    }

    boolean voit(Transmetteur transmetteur, String unite, String uniteSaisie, UUID saisiePar, Set<String> mandatees) {
        return voit(transmetteur.professionnel() && !transmetteur.confidentiel(), unite, uniteSaisie, saisiePar, mandatees);
    }

    /**
     * The same for a read that has no aggregate at hand.
     *
     * @param sansReserve a professional who asked for nothing
     */
    public boolean voit(boolean sansReserve, String unite, String uniteSaisie, UUID saisiePar, Set<String> mandatees) {
        return qui.systeme() || aRecu(unite, uniteSaisie, saisiePar)
                || sansReserve && mandatees.stream().anyMatch(qui.territoire(Mission.EVALUATION).unites()::contains);
    }

    /** Belonging to the unit that received, with the mission; seeing the whole département is not having received. */
    private boolean aRecu(String unite, String uniteSaisie, UUID saisiePar) {
        if (saisiePar != null && saisiePar.equals(qui.utilisateurId())) {
            return true;
        }
        Territoire recoit = qui.territoire(Mission.RECUEIL);
        return recoit.unites().contains(unite) || uniteSaisie != null && recoit.unites().contains(uniteSaisie)
                || recoit.departement() && recueil.centralise() && unite.equals(recueil.uniteCentrale());
    }
}
