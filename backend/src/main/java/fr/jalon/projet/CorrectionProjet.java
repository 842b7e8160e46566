package fr.jalon.projet;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.Refus;

import jakarta.validation.constraints.Size;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back: the last act somebody entered is cancelled with its reason, and state, version, periods, due dates and step follow the acts
 * that stay. To go further back, cancel the last one again. What the measures make follows the measures alone.
 */
@Service
public class CorrectionProjet {

    public record DemandeCorrectionProjet(Long version, @Size(max = 4000) String motif) {
    }

    private final ActesProjet actes;
    private final VersionsProjet versions;
    private final SignaturesProjet signatures;
    private final RemisesProjet remises;
    private final JdbcClient jdbc;

    CorrectionProjet(ActesProjet actes, VersionsProjet versions, SignaturesProjet signatures, RemisesProjet remises, JdbcClient jdbc) {
        this.actes = actes;
        this.versions = versions;
        this.signatures = signatures;
        this.remises = remises;
        this.jdbc = jdbc;
    }

    @Transactional
    public void annulerActe(UUID projetId, UUID acteId, DemandeCorrectionProjet d) {
        Projet p = actes.ouvrir(projetId, d.version(), Mission.PARCOURS, Mission.MESURE);
        if (ActesProjet.net(d.motif()) == null) {
            throw Refus.champ("motif", "Écrivez pourquoi cet acte est annulé.");
        }
        ActeProjet acte = actes.de(p).stream().filter(a -> a.id().equals(acteId)).findFirst().orElseThrow(Introuvable::new);
        if (!acte.vivant()) {
            throw new Conflit(null, null, "Cet acte est déjà annulé.");
        }
        if (acte.automatique()) {
            throw new Conflit(null, null, "Cet acte suit les mesures de l’enfant\u00a0: corrigez la mesure, il se corrigera de lui-même.");
        }
        if (dernier(actes.de(p)).filter(a -> a.id().equals(acte.id())).isEmpty()) {
            throw new Conflit(null, null, "Un acte plus récent repose sur celui-ci\u00a0: annulez d’abord le dernier acte saisi.");
        }
        defaire(acte);
        actes.effacer(acte, d.motif().strip());
        actes.suivre(p, "annuler-acte");
    }

    /** The last one somebody entered. */
    static Optional<ActeProjet> dernier(List<ActeProjet> actes) {
        return actes.stream().filter(a -> a.vivant() && !a.automatique()).max(Comparator.comparing(ActeProjet::saisiLe).thenComparing(ActeProjet::id));
    }

    private void defaire(ActeProjet a) {
        switch (a.genre()) {
            case INVITATION -> jdbc.sql("update projet_rencontre set annulee_le = clock_timestamp() where id = ?").param(a.ref("rencontre")).update();
            case RENCONTRE -> {
                // Prepared before, it waits again; told at once, it never was.
                jdbc.sql("""
                        update projet_rencontre set statut = case when prevue_le is null then 'NON_TENUE' else 'PREVUE' end, tenue_le = null,
                            annulee_le = case when prevue_le is null then clock_timestamp() end where id = ?""").param(a.ref("rencontre")).update();
                jdbc.sql("update projet_rencontre_personne set presence = null where rencontre_id = ?").param(a.ref("rencontre")).update();
            }
            case ETABLISSEMENT -> versions.rouvrir(a.ref("version"));
            case SIGNATURE -> signatures.oublier(a.id());
            case REMISE -> remises.oublier(a.id(), a.ref("version"));
            case BILAN_OBJECTIF -> jdbc.sql("""
                    update projet_objectif set bilan = null, bilan_le = null where lignee = ? and bilan_le = ?""").params(a.ref("objectif"), a.le()).update();
            case ACTION_FAITE -> jdbc.sql("update projet_action set faite_le = null, abandonnee_le = null where id = ?").param(a.ref("ligne")).update();
            default -> {
                // The acts say all of it.
            }
        }
    }
}
