package fr.jalon.ip.evaluation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.Ids;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The team of each evaluation, those who left included. */
@Component
public class Evaluateurs {

    /** @param au when they left, null while they evaluate */
    public record Evaluateur(UUID id, UUID utilisateurId, String profession, Instant du, Instant au, String motifFin) {

        boolean present() {
            return au == null;
        }
    }

    private final JdbcClient jdbc;

    Evaluateurs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Evaluateur> de(UUID ipId) {
        return jdbc.sql("select id, utilisateur_id, profession, du, au, motif_fin from evaluateur where ip_id = ? order by du, id").param(ipId)
                .query((l, n) -> new Evaluateur(Lignes.id(l, "id"), Lignes.id(l, "utilisateur_id"), l.getString("profession"),
                        Lignes.instant(l, "du"), Lignes.instant(l, "au"), l.getString("motif_fin"))).list();
    }

    public List<Evaluateur> presents(UUID ipId) {
        return de(ipId).stream().filter(Evaluateur::present).toList();
    }

    /** The team becomes this one: whoever was already there stays since the day they were named. */
    void fixer(UUID ipId, Equipe equipe, Instant le) {
        Map<UUID, Evaluateur> presents = presents(ipId).stream().collect(Collectors.toMap(Evaluateur::utilisateurId, Function.identity()));
        Map<UUID, String> voulus = equipe.membres().stream().collect(Collectors.toMap(Equipe.Membre::utilisateurId, Equipe.Membre::profession));
        presents.values().stream().filter(e -> !e.profession().equals(voulus.get(e.utilisateurId())))
                .forEach(e -> terminer(e.id(), MotifRemplacement.CORRECTION.name(), le));
        equipe.membres().stream()
                .filter(m -> presents.get(m.utilisateurId()) == null || !presents.get(m.utilisateurId()).profession().equals(m.profession()))
                .forEach(m -> ajouter(ipId, m, le));
    }

    /** What was received about the IP: whoever evaluates reads it. */
    List<UUID> informations(UUID ipId) {
        return jdbc.sql("select id from information_entrante where ip_id = ?").param(ipId).query(UUID.class).list();
    }

    /** The file goes back before its evaluators were named: nobody evaluates any more, and what they wrote stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void liberer(UUID ipId, Instant le) {
        presents(ipId).forEach(e -> terminer(e.id(), MotifRemplacement.CORRECTION.name(), le));
    }

    void ajouter(UUID ipId, Equipe.Membre m, Instant le) {
        jdbc.sql("insert into evaluateur(id, ip_id, utilisateur_id, profession, du, designe_par) values (?, ?, ?, ?, ?, ?)")
                .params(Ids.nouveau(), ipId, m.utilisateurId(), m.profession(), Timestamp.from(le), GardesEvaluation.moi()).update();
    }

    void terminer(UUID id, String motif, Instant le) {
        if (jdbc.sql("update evaluateur set au = greatest(cast(? as timestamptz), du), motif_fin = ? where id = ? and au is null")
                .params(Timestamp.from(le), motif, id).update() == 0) {
            throw new Conflit(null, null, "Cet évaluateur a déjà été remplacé.");
        }
    }
}
