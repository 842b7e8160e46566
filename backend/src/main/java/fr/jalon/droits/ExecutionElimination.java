package fr.jalon.droits;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The last step of an elimination: what has its visa is erased, whole, or nothing is. */
@Service
public class ExecutionElimination {

    private final EliminationsEnBase base;
    private final PapiersElimination papiers;
    private final Ensembles ensembles;
    private final Purge purge;
    private final Acces acces;
    private final Journal journal;
    private final Evenements evenements;
    private final Horloge horloge;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ExecutionElimination(EliminationsEnBase base, PapiersElimination papiers, Ensembles ensembles, Purge purge, Acces acces, Journal journal, Evenements evenements,
            Horloge horloge, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.base = base;
        this.papiers = papiers;
        this.ensembles = ensembles;
        this.purge = purge;
        this.acces = acces;
        this.journal = journal;
        this.evenements = evenements;
        this.horloge = horloge;
        this.jdbc = jdbc;
        // Of its own: the database is told at its beginning that the house acts, whatever was begun before.
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Erases, by somebody who did not propose. The house does it, whatever this person may see; the journal says who asked. What has changed
     * since the proposal (a file opened again, a brother known since) stops everything.
     */
    public void executer(UUID id, long version) {
        acces.exiger(Mission.CONSERVATION);
        Identite moi = IdentiteCourante.exiger();
        IdentiteCourante.en(Identite.systeme("elimination"), () -> transaction.execute(statut -> {
            Elimination l = base.pourAgir(id, version, Eliminations.Etat.VISEE);
            if (l.proposeePar().equals(moi.utilisateurId())) {
                throw new Interdit("Une élimination s’exécute par une autre personne que celle qui l’a proposée.");
            }
            faire(l, moi);
            return null;
        }));
    }

    private void faire(Elimination l, Identite moi) {
        Set<UUID> enfants = base.enfants(l.id());
        jdbc.sql("select id from enfant where id = any(?) order by id for update").param(enfants.toArray(UUID[]::new)).query().listOfRows();
        jdbc.sql("update elimination set etat = 'ABANDONNEE' where id = ?").param(l.id()).update();
        Set<UUID> maintenus = new LinkedHashSet<>();
        List<Ensembles.Ensemble> actuels = ensembles.autourDe(enfants);
        actuels.forEach(e -> maintenus.addAll(e.enfants()));
        if (!maintenus.equals(enfants)) {
            throw new Conflit(null, null, "Un autre enfant partage maintenant un de ces dossiers\u00a0: abandonnez cette élimination et proposez-la de nouveau.");
        }
        actuels.stream().filter(e -> !e.eliminable()).findFirst().ifPresent(e -> {
            throw new Conflit(null, null, "Rien n’est éliminé\u00a0: " + e.obstacles().get(0) + ".");
        });
        Set<UUID> tetes = base.tetes(l.id());
        Instant maintenant = horloge.maintenant();
        Map<String, Long> comptes = purge.effacer(enfants, maintenant);
        String releve = papiers.releve(l, comptes);
        String sha = LectureDossier.empreinte(releve);
        byte[] certificat = papiers.certificat(l, maintenant, moi, comptes, sha);
        jdbc.sql("""
                update elimination set etat = 'EXECUTEE', executee_le = ?, executee_par = ?, comptes = cast(? as jsonb), releve_sha256 = ?, certificat = ?, certificat_sha256 = ?,
                    version = version + 1 where id = ?""")
                .params(Timestamp.from(maintenant), moi.utilisateurId(), base.ecrire(comptes), sha, certificat, LectureDossier.empreinte(certificat), l.id()).update();
        IdentiteCourante.en(moi, () -> {
            for (UUID t : tetes) {
                evenements.ajouter(NouvelEvenement.de("dossier.elimine").sujet(Sujet.enfant(t)).dimension("elimination", l.id()));
                journal.modification(Sujet.enfant(t), "elimination.executer");
            }
            return null;
        });
    }
}
