package fr.jalon.mesure.attente;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Ids;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EnfantSaisi;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.Sexe;
import fr.jalon.mesure.NouvelleMesure;
import fr.jalon.mesure.OuvertureMesure;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures decided through the real act, process and all. */
@Component
public class MesuresDEssai {

    private final Dossiers dossiers;
    private final OuvertureMesure ouverture;
    private final TransactionTemplate transaction;

    MesuresDEssai(Dossiers dossiers, OuvertureMesure ouverture, TransactionTemplate transaction) {
        this.dossiers = dossiers;
        this.ouverture = ouverture;
        this.transaction = transaction;
    }

    public UUID enfant(String nom, String prenoms, LocalDate ne, String unite) {
        return enSysteme(() -> dossiers.creerEnfant(EnfantSaisi.de(nom, prenoms, Naissance.exacte(ne), Sexe.INCONNU), unite));
    }

    /** A MEP that waits for a service. */
    public UUID decidee(UUID enfant, UUID decision, String cadre, String unite, LocalDate decideeLe, LocalDate terme) {
        boolean judiciaire = cadre.equals("JUDICIAIRE");
        return enSysteme(() -> ouverture.ouvrir(new NouvelleMesure(enfant, decision, judiciaire ? "ORDONNANCE" : "DIRECTE", null, null, cadre,
                judiciaire ? "AEMO" : "AED", "MEP", false, false, unite, null, false, judiciaire ? "JUGE_ENFANTS" : "PRESIDENT",
                judiciaire ? "Tribunal judiciaire de Rennes" : null, null, null, decideeLe, "P1Y", terme, null, null, null, List.of(), null, null, null,
                null, Map.of())).id());
    }

    public UUID decidee(String unite, LocalDate decideeLe) {
        return decidee(enfant("Essai", "Attente", decideeLe.minusYears(9), unite), Ids.nouveau(), "JUDICIAIRE", unite, decideeLe, decideeLe.plusYears(1));
    }

    private <T> T enSysteme(java.util.concurrent.Callable<T> travail) {
        return IdentiteCourante.en(Identite.systeme("essai"), () -> transaction.execute(t -> {
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
