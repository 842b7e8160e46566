package fr.jalon.ip.decision;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Ids;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Questions of the decider and answers of the evaluators. The form behind the step {@code preciser} is that of {@code ip.evaluation}. */
@Component
public class QuestionsDuDecideur {

    /** A question; {@code reponse} is null while it waits. */
    public record Precision(UUID id, String question, Instant demandeeLe, UUID demandeePar, String reponse, Instant repondueLe,
            UUID reponduePar) {
    }

    private final JdbcClient jdbc;
    private final Horloge horloge;

    QuestionsDuDecideur(JdbcClient jdbc, Horloge horloge) {
        this.jdbc = jdbc;
        this.horloge = horloge;
    }

    /** Every question of an IP, oldest first; those an undo cancelled are left out. The caller has checked the right to see. */
    public List<Precision> de(UUID ipId) {
        return jdbc.sql("""
                select id, question, demandee_le, demandee_par, reponse, repondue_le, repondue_par from precision_demandee
                where ip_id = ? and annulee_le is null order by demandee_le, id""").param(ipId).query(Precision.class).list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void demander(UUID ipId, String question, UUID evenement) {
        jdbc.sql("""
                insert into precision_demandee(id, ip_id, question, demandee_le, demandee_par, evenement_id) values (?, ?, ?, ?, ?, ?)""")
                .params(Ids.nouveau(), ipId, question, Timestamp.from(horloge.maintenant()), moi(), evenement).update();
    }

    /** An undo: the question never was asked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void annulerQuestion(List<UUID> faits) {
        jdbc.sql("update precision_demandee set annulee_le = :le where evenement_id in (:faits)")
                .param("le", Timestamp.from(horloge.maintenant())).param("faits", faits).update();
    }

    /** The file left the question without an answer. @return the events that asked it */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> annulerOuvertes(UUID ipId) {
        return jdbc.sql("""
                update precision_demandee set annulee_le = ? where ip_id = ? and annulee_le is null and repondue_le is null
                returning evenement_id""").params(Timestamp.from(horloge.maintenant()), ipId).query(UUID.class).list();
    }

    /** An undo: the last answer never was given; its words are kept, and the question waits again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void annulerReponse(UUID ipId) {
        jdbc.sql("""
                update precision_demandee set reponse = null, repondue_le = null, repondue_par = null,
                    reponse_retiree = concat_ws(E'\\n', reponse_retiree, reponse)
                where id = (select id from precision_demandee where ip_id = ? and annulee_le is null and repondue_le is not null
                    order by repondue_le desc limit 1)""").param(ipId).update();
    }

    private static UUID moi() {
        return IdentiteCourante.siPresente().map(Identite::utilisateurId).orElse(null);
    }
}
