package fr.jalon.ip.evaluation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Each handing in of a report. {@code ip.correction} cancels it when a file goes back to its evaluation. */
@Component
public class Remises {

    /** @param avertissements reasons written, by code of what was passed over; {@code motifDepassement} is a code of the profile */
    public record Remise(UUID id, Instant renduLe, UUID saisiePar, Map<String, String> avertissements, String motifDepassement) {
    }

    private static final TypeReference<Map<String, String>> MOTIFS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final Evenements evenements;
    private final Horloge horloge;
    private final ObjectMapper json;

    Remises(JdbcClient jdbc, Evenements evenements, Horloge horloge, ObjectMapper json) {
        this.jdbc = jdbc;
        this.evenements = evenements;
        this.horloge = horloge;
        this.json = json;
    }

    /** The one that stands; empty while the evaluation goes on. */
    public Optional<Remise> vivante(UUID ipId) {
        return jdbc.sql("""
                select id, rendu_le, saisie_par, avertissements, motif_depassement from remise_rapport
                where ip_id = ? and annulee_le is null""").param(ipId)
                .query((l, n) -> new Remise(Lignes.id(l, "id"), Lignes.instant(l, "rendu_le"), Lignes.id(l, "saisie_par"),
                        lire(l.getString("avertissements")), l.getString("motif_depassement"))).optional();
    }

    /** The report goes back to its writers: what was handed in stays readable, and what it counted no longer counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void annuler(UUID ipId, String motif) {
        vivante(ipId).ifPresent(remise -> {
            jdbc.sql("update remise_rapport set annulee_le = ? where id = ?")
                    .params(Timestamp.from(horloge.maintenant()), remise.id()).update();
            // Whoever corrects may have cancelled the events already: each is cancelled once.
            List<UUID> comptes = jdbc.sql("""
                    select v.id from evenement_valide v join evenement_sujet s on s.evenement_id = v.id
                    where s.sujet_type = 'IP' and s.sujet_id = ? and v.type in ('ip.rapport-rendu', 'evaluation.conclue')""")
                    .param(ipId).query(UUID.class).list();
            comptes.forEach(e -> evenements.annuler(e, "ip.rapport-repris", motif));
        });
    }

    String ecrire(Map<String, String> motifs) {
        try {
            return json.writeValueAsString(motifs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> lire(String texte) {
        try {
            return json.readValue(texte, MOTIFS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
