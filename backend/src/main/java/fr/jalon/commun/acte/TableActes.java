package fr.jalon.commun.acte;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a table of acts, {@code <dossier>_acte}.
 *
 * @param <A> the act as its capability knows it
 */
public abstract class TableActes<A> {

    private static final TypeReference<TreeMap<String, String>> TEXTES = new TypeReference<>() {
    };

    protected final JdbcClient jdbc;
    private final ObjectMapper json;
    private final String table;
    private final String dossier;
    private final Comparator<A> ordre;

    /**
     * @param dossier what the acts are about, as its columns are named: {@code mesure} for {@code mesure_acte.mesure_id}
     * @param ordre the order acts are folded in
     */
    protected TableActes(JdbcClient jdbc, ObjectMapper json, String dossier, Comparator<A> ordre) {
        this.jdbc = jdbc;
        this.json = json;
        this.table = dossier + "_acte";
        this.dossier = dossier + "_id";
        this.ordre = ordre;
    }

    /** @param ligne the row, for the columns its table has besides */
    protected abstract A lire(ActeEcrit acte, ResultSet ligne) throws SQLException;

    protected abstract ActeEcrit ecrire(A acte);

    /** Columns its table has besides, by name. */
    protected Map<String, Object> enPlus(A acte) {
        return Map.of();
    }

    /** All of them, cancelled ones included, in the order they are folded. */
    public List<A> de(UUID id) {
        return de(List.of(id)).getOrDefault(id, List.of());
    }

    public Map<UUID, List<A>> de(Collection<UUID> ids) {
        record Ligne<A>(UUID dossier, A acte) {
        }
        return jdbc.sql("select * from " + table + " where " + dossier + " = any(:ids)").param("ids", ids.toArray(UUID[]::new))
                .query((l, n) -> new Ligne<>(l.getObject(dossier, UUID.class), lire(ligne(l), l))).list().stream()
                .sorted((a, b) -> ordre.compare(a.acte(), b.acte()))
                .collect(Collectors.groupingBy(Ligne::dossier, Collectors.mapping(Ligne::acte, Collectors.toList())));
    }

    public void inserer(UUID id, A acte) {
        ActeEcrit a = ecrire(acte);
        Map<String, Object> enPlus = enPlus(acte);
        String colonnes = enPlus.keySet().stream().map(c -> ", " + c).collect(Collectors.joining());
        String valeurs = enPlus.keySet().stream().map(c -> ", :" + c).collect(Collectors.joining());
        jdbc.sql("insert into " + table + "(" + dossier + ", id, genre, le, details, avertissements, texte, evenement_id, saisi_le, saisi_par" + colonnes
                + ") values (:dossier, :id, :genre, :le, cast(:details as jsonb), cast(:avertissements as jsonb), :texte, :evenement, :saisi, :par" + valeurs + ")")
                .param("id", a.id()).param("dossier", id).param("genre", a.genre()).param("le", a.le())
                .param("details", json(a.details())).param("avertissements", json(a.avertissements())).param("texte", a.texte())
                .param("evenement", a.evenementId(), Types.OTHER).param("saisi", Timestamp.from(a.saisiLe()))
                .param("par", a.saisiPar(), Types.OTHER).params(enPlus).update();
    }

    public void annuler(UUID acteId, Instant le, String motif) {
        jdbc.sql("update " + table + " set annule_le = ?, annule_motif = ? where id = ?").params(Timestamp.from(le), motif, acteId).update();
    }

    private ActeEcrit ligne(ResultSet l) throws SQLException {
        Timestamp annule = l.getTimestamp("annule_le");
        return new ActeEcrit(l.getObject("id", UUID.class), l.getString("genre"), l.getObject("le", LocalDate.class), textes(l.getString("details")),
                textes(l.getString("avertissements")), l.getString("texte"), l.getObject("evenement_id", UUID.class),
                l.getTimestamp("saisi_le").toInstant(), l.getObject("saisi_par", UUID.class), annule == null ? null : annule.toInstant(),
                l.getString("annule_motif"));
    }

    private Map<String, String> textes(String valeur) {
        try {
            return json.readValue(valeur, TEXTES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String json(Map<String, String> valeurs) {
        try {
            return json.writeValueAsString(valeurs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
