package fr.jalon.autonomie;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code autonomie_acte}. */
@Component
class ActesAutonomieEnBase {

    private static final TypeReference<TreeMap<String, String>> TEXTES = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ActesAutonomieEnBase(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All of them, cancelled ones included, in the order they are read. */
    List<Acte> de(UUID autonomieId) {
        return jdbc.sql("select * from autonomie_acte where autonomie_id = ?").param(autonomieId).query((l, n) -> lire(l)).list().stream()
                .sorted(Acte.ORDRE).toList();
    }

    Map<UUID, List<Acte>> de(Collection<UUID> ids) {
        record Ligne(UUID autonomie, Acte acte) {
        }
        return jdbc.sql("select * from autonomie_acte where autonomie_id = any(:ids)").param("ids", ids.toArray(UUID[]::new))
                .query((l, n) -> new Ligne(l.getObject("autonomie_id", UUID.class), lire(l))).list().stream()
                .sorted((a, b) -> Acte.ORDRE.compare(a.acte(), b.acte()))
                .collect(Collectors.groupingBy(Ligne::autonomie, Collectors.mapping(Ligne::acte, Collectors.toList())));
    }

    void inserer(UUID autonomieId, Acte a) {
        jdbc.sql("""
                insert into autonomie_acte(id, autonomie_id, genre, le, details, avertissements, texte, evenement_id, saisi_le, saisi_par)
                values (:id, :autonomie, :genre, :le, cast(:details as jsonb), cast(:avertissements as jsonb), :texte, :evenement, :saisi, :par)""")
                .param("id", a.id()).param("autonomie", autonomieId).param("genre", a.genre().name()).param("le", a.le())
                .param("details", ecrire(a.details())).param("avertissements", ecrire(a.avertissements())).param("texte", a.texte())
                .param("evenement", a.evenementId(), java.sql.Types.OTHER).param("saisi", Timestamp.from(a.saisiLe()))
                .param("par", a.saisiPar(), java.sql.Types.OTHER).update();
    }

    /** Words of an act by code, each in its order. */
    void ecrireMots(UUID acteId, Map<String, List<String>> mots) {
        mots.forEach((code, textes) -> {
            for (int rang = 0; rang < textes.size(); rang++) {
                jdbc.sql("insert into autonomie_mot(acte_id, code, rang, texte) values (?, ?, ?, ?)").params(acteId, code, rang, textes.get(rang)).update();
            }
        });
    }

    /** @return words by act, then by code */
    Map<UUID, Map<String, List<String>>> mots(Collection<UUID> autonomies) {
        Map<UUID, Map<String, List<String>>> mots = new java.util.HashMap<>();
        jdbc.sql("""
                select m.acte_id, m.code, m.texte from autonomie_mot m join autonomie_acte a on a.id = m.acte_id
                where a.autonomie_id = any(:ids) order by m.acte_id, m.code, m.rang""").param("ids", autonomies.toArray(UUID[]::new)).query(l -> {
            mots.computeIfAbsent(l.getObject(1, UUID.class), k -> new java.util.LinkedHashMap<>())
                    .computeIfAbsent(l.getString(2), k -> new java.util.ArrayList<>()).add(l.getString(3));
        });
        return mots;
    }

    /** Words kept no longer: the young person withdrew their consent, or gave others. */
    void effacerMots(UUID autonomieId, GenreActe genre) {
        jdbc.sql("delete from autonomie_mot where acte_id in (select id from autonomie_acte where autonomie_id = ? and genre = ?)")
                .params(autonomieId, genre.name()).update();
    }

    void annuler(UUID id, Instant le, String motif) {
        jdbc.sql("update autonomie_acte set annule_le = ?, annule_motif = ? where id = ?").params(Timestamp.from(le), motif, id).update();
    }

    private Acte lire(ResultSet l) throws SQLException {
        return new Acte(l.getObject("id", UUID.class), GenreActe.valueOf(l.getString("genre")), l.getObject("le", LocalDate.class),
                textes(l.getString("details")), textes(l.getString("avertissements")), l.getString("texte"),
                l.getObject("evenement_id", UUID.class), l.getTimestamp("saisi_le").toInstant(), l.getObject("saisi_par", UUID.class),
                l.getTimestamp("annule_le") == null ? null : l.getTimestamp("annule_le").toInstant(), l.getString("annule_motif"));
    }

    private Map<String, String> textes(String valeur) {
        try {
            return json.readValue(valeur, TEXTES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ecrire(Map<String, String> valeurs) {
        try {
            return json.writeValueAsString(valeurs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
