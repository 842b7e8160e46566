package fr.jalon.mesure.accueil;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.mesure.ActesMesure;
import fr.jalon.mesure.GenreActe;
import fr.jalon.mesure.Mesure;
import fr.jalon.mesure.NouvelleMesure;
import fr.jalon.mesure.OuvertureMesure;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures for the tests of places, through the acts everybody goes through. */
@Component
public class ChantierAccueil {

    private final OuvertureMesure ouverture;
    private final ActesMesure actes;
    private final TransactionTemplate transaction;

    ChantierAccueil(OuvertureMesure ouverture, ActesMesure actes, TransactionTemplate transaction) {
        this.ouverture = ouverture;
        this.actes = actes;
        this.transaction = transaction;
    }

    /** Decided by a judge and assigned to this service; not started. */
    public UUID placement(UUID enfant, String unite, String service, LocalDate decideeLe) {
        return ouvrir(enfant, unite, service, "JUDICIAIRE", "PLACEMENT_ASE", "PLACEMENT", "JUGE_ENFANTS", decideeLe);
    }

    public UUID ouvrir(UUID enfant, String unite, String service, String cadre, String base, String produit, String autorite, LocalDate decideeLe) {
        return faire(() -> ouverture.ouvrir(new NouvelleMesure(enfant, UUID.randomUUID(), "ORDONNANCE", null, null, cadre, base, produit, false, false, unite,
                service, service == null, autorite, null, null, null, decideeLe, "P2Y", decideeLe.plusYears(2), null, null, null, List.of(), null, null, null, null,
                Map.of())).id());
    }

    /** The same, with its first intervention. */
    public UUID placementCommence(UUID enfant, String unite, String service, LocalDate le) {
        UUID id = placement(enfant, unite, service, le);
        demarrer(id, le);
        return id;
    }

    public void demarrer(UUID id, LocalDate le) {
        faire(() -> {
            Mesure m = actes.ouvrir(id, Mission.EXERCICE, null);
            actes.noter(m, GenreActe.DEMARRAGE, le, Map.of(), null, null);
            actes.conclure(m, "demarrer", Map.of("issue", "DEMARREE"));
            return null;
        });
    }

    /** Ends it from the step where it is exercised. */
    public void finir(UUID id, LocalDate le) {
        faire(() -> {
            Mesure m = actes.ouvrir(id, Mission.MESURE, null);
            actes.noter(m, GenreActe.FIN, le, Map.of("motif", "MAINLEVEE", "suite", "AUCUNE"), null, null);
            actes.suivre(m, "finir");
            return null;
        });
    }

    public <T> T faire(Callable<T> travail) {
        return IdentiteCourante.en(Identite.systeme("essai"), () -> transaction.execute(s -> {
            try {
                return travail.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }
}
