package fr.jalon.droits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.commun.Introuvable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Eliminations as they stand in the database, with the children and the files each holds. */
@Component
class EliminationsEnBase {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    EliminationsEnBase(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Elimination> dernieres() {
        return jdbc.sql("select * from elimination order by proposee_le desc limit 200").query(this::ligne).list();
    }

    /** Locked, at the version that was read, and waiting for this act. */
    Elimination pourAgir(UUID id, long version, Eliminations.Etat attendu) {
        Elimination e = exister(id, true);
        e.exigerVersion(version);
        if (e.etat() != attendu) {
            throw e.close();
        }
        return e;
    }

    Elimination exister(UUID id, boolean verrou) {
        return jdbc.sql("select * from elimination where id = ?" + (verrou ? " for update" : "")).param(id).query(this::ligne).optional().orElseThrow(Introuvable::new);
    }

    private Elimination ligne(ResultSet l, int n) throws SQLException {
        Timestamp executee = l.getTimestamp("executee_le");
        return new Elimination(l.getObject("id", UUID.class), l.getString("numero"), Eliminations.Etat.valueOf(l.getString("etat")), l.getTimestamp("proposee_le").toInstant(),
                l.getObject("proposee_par", UUID.class), l.getObject("visa_le", LocalDate.class), l.getString("visa_par"), l.getString("visa_reference"),
                l.getObject("versement_le", LocalDate.class), l.getString("versement_reference"), l.getString("refus_motif"), l.getString("abandon_motif"),
                executee == null ? null : executee.toInstant(), l.getObject("executee_par", UUID.class), lireComptes(l.getString("comptes")), l.getString("releve_sha256"),
                l.getString("certificat_sha256"), l.getLong("version"));
    }

    Set<UUID> enfants(UUID id) {
        return new LinkedHashSet<>(jdbc.sql("select enfant_id from elimination_enfant where elimination_id = ? order by enfant_id").param(id).query(UUID.class).list());
    }

    Set<UUID> tetes(UUID id) {
        return new LinkedHashSet<>(jdbc.sql("""
                select enfant_id from elimination_enfant where elimination_id = ? and tete order by 1""").param(id).query(UUID.class).list());
    }

    Set<RegleConservation.SortFinal> sorts(UUID id) {
        return jdbc.sql("select distinct sort_final from elimination_dossier where elimination_id = ?").param(id).query(String.class).list().stream()
                .map(RegleConservation.SortFinal::valueOf).collect(Collectors.toSet());
    }

    List<Eliminations.DossierPropose> dossiers(UUID id) {
        return jdbc.sql("""
                select d.reference, d.genre, r.libelle, d.fin_le, d.echue_le, d.sort_final from elimination_dossier d join conservation_regle r on r.id = d.regle_id
                where d.elimination_id = ? order by d.genre, d.reference, d.sujet_id""").param(id).query((l, n) -> new Eliminations.DossierPropose(l.getString(1), l.getString(2), l.getString(3),
                l.getObject(4, LocalDate.class), l.getObject(5, LocalDate.class), RegleConservation.SortFinal.valueOf(l.getString(6)).libelle())).list();
    }

    String ecrire(Map<String, Long> comptes) {
        try {
            return json.writeValueAsString(comptes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Long> lireComptes(String texte) {
        try {
            return texte == null ? Map.of() : new TreeMap<>(json.readValue(texte, new TypeReference<Map<String, Long>>() {
            }));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
