package fr.jalon.ip.evaluation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.acces.Mission;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Refus;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.evenement.Periodes;
import fr.jalon.ip.ActesIp;
import fr.jalon.ip.InformationPreoccupante;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers the question of the decider. The report stays handed in: the evaluation clock does not start again. */
@Service
public class PrecisionsEvaluation {

    /** A question that awaits its answer. */
    public record Question(UUID id, String question, Instant demandeeLe, UUID demandeePar) {
    }

    private final JdbcClient jdbc;
    private final ActesIp actes;
    private final Evenements evenements;
    private final Periodes periodes;
    private final Horloge horloge;

    PrecisionsEvaluation(JdbcClient jdbc, ActesIp actes, Evenements evenements, Periodes periodes, Horloge horloge) {
        this.jdbc = jdbc;
        this.actes = actes;
        this.evenements = evenements;
        this.periodes = periodes;
        this.horloge = horloge;
    }

    public Optional<Question> ouverte(UUID ipId) {
        return jdbc.sql("""
                select id, question, demandee_le, demandee_par from precision_demandee
                where ip_id = ? and repondue_le is null and annulee_le is null order by demandee_le desc limit 1""").param(ipId)
                .query((l, n) -> new Question(Lignes.id(l, "id"), l.getString("question"), Lignes.instant(l, "demandee_le"),
                        Lignes.id(l, "demandee_par"))).optional();
    }

    /** Completes the step {@code preciser}. */
    @Transactional
    public void repondre(UUID ipId, long version, String reponse) {
        InformationPreoccupante ip = actes.ouvrir(ipId, Mission.EVALUATION, version);
        if (Textes.net(reponse) == null) {
            throw Refus.champ("reponse", "Écrivez la réponse à la question posée.");
        }
        NouvelEvenement evenement = actes.evenement("ip.precision-apportee", ip);
        ip.apporterPrecision();
        Question question = ouverte(ipId).orElseThrow(() -> new Conflit(null, null, "Cette question a déjà reçu sa réponse."));
        Instant maintenant = horloge.maintenant();
        jdbc.sql("update precision_demandee set reponse = ?, repondue_le = ?, repondue_par = ? where id = ?")
                .params(Textes.net(reponse), Timestamp.from(maintenant), GardesEvaluation.moi(), question.id()).update();
        evenements.ajouter(evenement);
        if (periodes.ouverte("ATTENTE_DECISION", Sujet.ip(ipId)).isEmpty()) {
            periodes.ouvrir("ATTENTE_DECISION", Sujet.ip(ipId), null, actes.unite(ip), Map.of(), horloge.jour(maintenant));
        }
        actes.conclure(ip, "preciser", Map.of());
    }
}
