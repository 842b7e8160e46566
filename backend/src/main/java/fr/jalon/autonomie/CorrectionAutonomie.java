package fr.jalon.autonomie;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.mesure.EtatMesure;
import fr.jalon.mesure.FinsMesure;
import fr.jalon.mesure.Mesure;
import fr.jalon.mesure.Mesures;

import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back: the last act somebody entered is cancelled with its reason, what the tool wrote because of it goes with it, and everything
 * follows the acts that stay. To go further back, cancel the last one again.
 */
@Service
public class CorrectionAutonomie {

    public record DemandeCorrectionAutonomie(Long version, @Size(max = 4000) String motif) {
    }

    private final ActesAutonomie actes;
    private final FinsMesure fins;
    private final Mesures mesures;

    CorrectionAutonomie(ActesAutonomie actes, FinsMesure fins, Mesures mesures) {
        this.actes = actes;
        this.fins = fins;
        this.mesures = mesures;
    }

    @Transactional
    public void annulerActe(UUID id, UUID acteId, DemandeCorrectionAutonomie d) {
        Autonomie a = actes.ouvrir(id, d.version(), Mission.PARCOURS, Mission.MESURE);
        String motif = Garde.ecrit("motif", d.motif(), "Écrivez pourquoi cet acte est annulé.");
        List<Acte> siens = actes.de(a);
        Acte acte = siens.stream().filter(x -> x.id().equals(acteId)).findFirst().orElseThrow(Introuvable::new);
        if (!acte.vivant()) {
            throw new Conflit(null, null, "Cet acte est déjà annulé.");
        }
        if (acte.automatique()) {
            throw new Conflit(null, null, "Cet acte s’est écrit de lui-même\u00a0: corrigez ce dont il découle.");
        }
        if (dernier(siens).filter(x -> x.id().equals(acteId)).isEmpty()) {
            throw new Conflit(null, null, "Un acte plus récent repose sur celui-ci\u00a0: annulez d’abord le dernier acte saisi.");
        }
        defaireMesure(acte, motif);
        String avant = a.etape();
        siens.stream().filter(x -> x.vivant() && x.genre() == GenreActe.CLOTURE && x.automatique() && Acte.SAISIE.compare(x, acte) > 0)
                .forEach(x -> actes.effacer(a, x, motif));
        actes.effacer(a, acte, motif);
        actes.conclure(a, avant, "annuler-acte");
    }

    /** An agreement opened a measure: it goes with it while nothing was done on it. A renewal is undone where it stands. */
    private void defaireMesure(Acte acte, String motif) {
        if (acte.genre() == GenreActe.RENOUVELLEMENT) {
            UUID mesure = UUID.fromString(acte.d("mesure"));
            if (mesures.findById(mesure).map(m -> m.terme() != null && m.terme().toString().equals(acte.d("terme"))).orElse(false)) {
                throw new Conflit(null, null, "Annulez d’abord le renouvellement dans la mesure, puis ici.");
            }
        }
        if (acte.genre() == GenreActe.DECISION && acte.d("mesure") != null) {
            Mesure m = mesures.findById(UUID.fromString(acte.d("mesure"))).orElseThrow();
            if (m.etat() == EtatMesure.ATTENTE_EXERCICE) {
                fins.annuler(m.id(), new FinsMesure.DemandeAnnulation(null, motif));
            } else if (m.etat() != EtatMesure.ANNULEE) {
                throw new Conflit(null, null, "La mesure ouverte par cet accord a commencé\u00a0: annulez d’abord ses actes.");
            }
        }
    }

    /** The last one somebody entered: the tool's own follow. */
    static Optional<Acte> dernier(List<Acte> actes) {
        return actes.stream().filter(x -> x.vivant() && !x.automatique() && x.genre() != GenreActe.OUVERTURE && x.genre() != GenreActe.NAISSANCE)
                .max(Acte.SAISIE);
    }
}
