package fr.jalon.releve;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.jalon.acces.Mur;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code releve}. */
@Component
class RelevesEnBase {

    private static final TypeReference<Map<String, String>> CHAMPS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final Mur mur;
    private final ObjectMapper json;

    RelevesEnBase(JdbcClient jdbc, Mur mur, ObjectMapper json) {
        this.jdbc = jdbc;
        this.mur = mur;
        this.json = json;
    }

    void inserer(Releve r) {
        jdbc.sql("""
                insert into releve(id, code, enfant_id, foyer_id, unite_id, du, au, champs, texte, evenement_id, fin_evenement_id, note_le, note_par)
                values (:id, :code, :enfant, :foyer, :unite, :du, :au, cast(:champs as jsonb), :texte, :evenement, :fin, :le, :par)""")
                .param("id", r.id()).param("code", r.code()).param("enfant", r.enfantId(), Types.OTHER).param("foyer", r.foyerId(), Types.OTHER)
                .param("unite", r.uniteId()).param("du", r.du()).param("au", r.au(), Types.DATE).param("champs", ecrire(r.champs()))
                .param("texte", r.texte(), Types.VARCHAR).param("evenement", r.evenementId()).param("fin", r.finEvenementId(), Types.OTHER)
                .param("le", Timestamp.from(r.noteLe())).param("par", r.notePar(), Types.OTHER).update();
    }

    /** What it says now, one version more. */
    void ecrire(Releve r, Instant le, UUID par) {
        jdbc.sql("""
                update releve set du = :du, au = :au, champs = cast(:champs as jsonb), texte = :texte, evenement_id = :evenement,
                    fin_evenement_id = :fin, corrige_le = :le, corrige_par = :par, version = version + 1 where id = :id""")
                .param("du", r.du()).param("au", r.au(), Types.DATE).param("champs", ecrire(r.champs())).param("texte", r.texte(), Types.VARCHAR)
                .param("evenement", r.evenementId()).param("fin", r.finEvenementId(), Types.OTHER).param("le", Timestamp.from(le))
                .param("par", par, Types.OTHER).param("id", r.id()).update();
    }

    void annuler(UUID id, String motif, Instant le) {
        jdbc.sql("update releve set annule_le = ?, annule_motif = ?, version = version + 1 where id = ?").params(Timestamp.from(le), motif, id).update();
    }

    /** Locked until the act ends. */
    Optional<Releve> verrouiller(UUID id) {
        // Whose it is, for the rule to say: out of sight is refused with its line.
        return mur.parLaMaison(() -> jdbc.sql("select * from releve where id = ? for update").param(id).query((l, n) -> lire(l)).optional());
    }

    /** Of a child under all the files united in theirs, the latest first. */
    List<Releve> deLEnfant(Collection<UUID> identites) {
        return jdbc.sql("select * from releve where enfant_id = any (cast(:ids as uuid[])) order by du desc, note_le desc, id")
                .param("ids", identites.stream().map(UUID::toString).toArray(String[]::new)).query((l, n) -> lire(l)).list();
    }

    /** Meetings of units, the latest first. */
    List<Releve> reunions(Collection<String> unites, int limite) {
        return jdbc.sql("""
                select * from releve where enfant_id is null and (cast(:toutes as boolean) or unite_id = any (cast(:unites as text[])))
                order by du desc, note_le desc, id limit :limite""")
                .param("toutes", unites == null).param("unites", unites == null ? new String[0] : unites.toArray(String[]::new)).param("limite", limite)
                .query((l, n) -> lire(l)).list();
    }

    /** Page of all records, by id, for the nightly check. */
    List<Releve> suite(UUID apres, int taille) {
        return jdbc.sql("select * from releve where id > :apres order by id limit :taille").param("apres", apres).param("taille", taille)
                .query((l, n) -> lire(l)).list();
    }

    private Releve lire(ResultSet l) throws SQLException {
        return new Releve(l.getObject("id", UUID.class), l.getString("code"), l.getObject("enfant_id", UUID.class), l.getObject("foyer_id", UUID.class),
                l.getString("unite_id"), l.getObject("du", LocalDate.class), l.getObject("au", LocalDate.class), lireChamps(l.getString("champs")),
                l.getString("texte"), l.getObject("evenement_id", UUID.class), l.getObject("fin_evenement_id", UUID.class),
                l.getTimestamp("note_le").toInstant(), l.getObject("note_par", UUID.class), instant(l, "corrige_le"), instant(l, "annule_le"),
                l.getString("annule_motif"), l.getLong("version"));
    }

    private static Instant instant(ResultSet l, String colonne) throws SQLException {
        Timestamp t = l.getTimestamp(colonne);
        return t == null ? null : t.toInstant();
    }

    private Map<String, String> lireChamps(String texte) {
        try {
            return json.readValue(texte, CHAMPS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ecrire(Map<String, String> champs) {
        try {
            return json.writeValueAsString(champs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
