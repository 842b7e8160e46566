package fr.jalon.projet;

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

/** Rows of {@code projet_acte}. */
@Component
class ActesProjetEnBase {

    private static final TypeReference<TreeMap<String, String>> TEXTES = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ActesProjetEnBase(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All of them, cancelled ones included, in the order they are read. */
    List<ActeProjet> de(UUID projetId) {
        return jdbc.sql("select * from projet_acte where projet_id = ?").param(projetId).query((l, n) -> lire(l)).list().stream()
                .sorted(ActeProjet.ORDRE).toList();
    }

    Map<UUID, List<ActeProjet>> de(Collection<UUID> projets) {
        record Ligne(UUID projet, ActeProjet acte) {
        }
        return jdbc.sql("select * from projet_acte where projet_id = any(:ids)").param("ids", projets.toArray(UUID[]::new))
                .query((l, n) -> new Ligne(l.getObject("projet_id", UUID.class), lire(l))).list().stream()
                .sorted((a, b) -> ActeProjet.ORDRE.compare(a.acte(), b.acte()))
                .collect(Collectors.groupingBy(Ligne::projet, Collectors.mapping(Ligne::acte, Collectors.toList())));
    }

    void inserer(UUID projetId, ActeProjet a) {
        jdbc.sql("""
                insert into projet_acte(id, projet_id, genre, le, automatique, details, avertissements, texte, evenement_id, saisi_le, saisi_par)
                values (:id, :projet, :genre, :le, :automatique, cast(:details as jsonb), cast(:avertissements as jsonb), :texte, :evenement, :saisi, :par)""")
                .param("id", a.id()).param("projet", projetId).param("genre", a.genre().name()).param("le", a.le()).param("automatique", a.automatique())
                .param("details", ecrire(a.details())).param("avertissements", ecrire(a.avertissements())).param("texte", a.texte())
                .param("evenement", a.evenementId(), java.sql.Types.OTHER).param("saisi", Timestamp.from(a.saisiLe()))
                .param("par", a.saisiPar(), java.sql.Types.OTHER).update();
    }

    void annuler(UUID id, Instant le, String motif) {
        jdbc.sql("update projet_acte set annule_le = ?, annule_motif = ? where id = ?").params(Timestamp.from(le), motif, id).update();
    }

    private ActeProjet lire(ResultSet l) throws SQLException {
        return new ActeProjet(l.getObject("id", UUID.class), GenreActeProjet.valueOf(l.getString("genre")), l.getObject("le", LocalDate.class), l.getBoolean("automatique"),
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
