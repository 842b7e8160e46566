package fr.jalon.mesure.accueil;

import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.mesure.ActesMesure;
import fr.jalon.mesure.EtatMesure;
import fr.jalon.mesure.Mesure;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.springframework.stereotype.Component;

/** Who may write what about the reception of a child, and in which states of the measure. */
@Component
class ActesAccueil {

    /** Places are told by whoever exercises too; what the court orders and what is examined are the territory's. */
    static final Mission[] LIEUX = {Mission.MESURE, Mission.PARCOURS, Mission.EXERCICE};
    static final Mission[] DROITS = {Mission.MESURE, Mission.PARCOURS};

    private final ActesMesure actes;
    private final EntityManager entites;

    ActesAccueil(ActesMesure actes, EntityManager entites) {
        this.actes = actes;
        this.entites = entites;
    }

    Mesure ouvrir(UUID mesureId, Long version, Mission[] missions) {
        Mesure m = actes.ouvrir(mesureId, version, missions);
        if (m.etat() == EtatMesure.ANNULEE) {
            throw new Conflit(null, null, "Cette mesure a été annulée\u00a0: rien ne peut plus y être noté.");
        }
        // What is noted here leaves the row as it is: the version moves all the same, so that the next form knows.
        entites.lock(m, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        return m;
    }

    /** The child is in somebody's care, or was: a place has dates to stand between. */
    Mesure ouvrirCommencee(UUID mesureId, Long version) {
        Mesure m = ouvrir(mesureId, version, LIEUX);
        if (m.demarreeLe() == null) {
            throw new Conflit(null, null, "La mesure n’a pas commencé\u00a0: enregistrez d’abord la première intervention.");
        }
        return m;
    }

    static boolean peut(Mission[] missions) {
        Identite qui = IdentiteCourante.exiger();
        for (Mission m : missions) {
            if (qui.a(m)) {
                return true;
            }
        }
        return false;
    }

    static UUID moi() {
        return IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null);
    }

    static String net(String texte) {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }
}
