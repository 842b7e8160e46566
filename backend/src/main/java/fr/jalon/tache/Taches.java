package fr.jalon.tache;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.commun.Sujet;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How other capabilities keep the task list true: in their transaction, after what they changed is in the database. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Taches {

    private final EcritureTaches ecriture;
    private final ObjectProvider<EcheancesDesTaches> echeances;
    private final JdbcClient jdbc;

    Taches(EcritureTaches ecriture, ObjectProvider<EcheancesDesTaches> echeances, JdbcClient jdbc) {
        this.ecriture = ecriture;
        this.echeances = echeances;
        this.jdbc = jdbc;
    }

    /**
     * For a file born in this transaction.
     *
     * @param fiche what its tasks need of it, so that nothing is read back
     * @param ouverture starts its process
     */
    public void ouvrir(Sujet sujet, Fiche fiche, Runnable ouverture) {
        ecriture.ouvrir(sujet, fiche, ouverture);
    }

    /** The file of a subject changed (unit, number, urgency) or its due dates did: its open tasks follow. */
    public void suivre(Sujet sujet) {
        ecriture.suivre(sujet);
    }

    /**
     * The task about one thing within the file goes to its owner, unless somebody holds it already. It is in the database by then: after
     * {@code Processus.lancer}, outside a group of writes.
     */
    public void confier(Sujet sujet, UUID objet, UUID utilisateur) {
        jdbc.sql("""
                insert into tache_suivi(tache_id, titulaire_id, depuis)
                select id, ?, ? from tache where sujet_type = ? and sujet_id = ? and objet_id = ? on conflict (tache_id) do nothing""")
                .params(utilisateur, Timestamp.from(Instant.now()), sujet.type().name(), sujet.id(), objet).update();
    }

    /** Something new came into the file: whoever had read its tasks finds them unread. */
    public void aRelire(Sujet sujet) {
        jdbc.sql("delete from tache_lue where tache_id in (select id from tache where sujet_type = ? and sujet_id = ?)")
                .params(sujet.type().name(), sujet.id()).update();
    }

    /** A due date of the subject was set, moved, held, met or cancelled ({@code dateLegale} null). */
    public void echeanceChangee(Sujet sujet, UUID echeanceId, LocalDate dateLegale, boolean enConsigne) {
        if (echeances.getIfAvailable() != null) {
            // Which date governs which step is the legal clock's to say: each open task asks it again.
            ecriture.suivre(sujet);
            return;
        }
        jdbc.sql("update tache set echeance_id = ?, date_legale = ?, en_consigne = ? where sujet_type = ? and sujet_id = ?")
                .params(dateLegale == null ? null : echeanceId, dateLegale, enConsigne, sujet.type().name(), sujet.id()).update();
    }
}
