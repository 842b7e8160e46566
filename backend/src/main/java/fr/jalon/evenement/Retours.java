package fr.jalon.evenement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.jalon.commun.Ids;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way back in the log and the periods: finds what one transaction said of a subject, cancels or rectifies it, and puts periods back
 * as they were known before. Nothing is rewritten: a later line always says what no longer holds.
 */
@Component
public class Retours {

    /** What the clock says by itself is nobody's act. */
    private static final String ACTE = "e.type not like 'echeance.%' and e.type not like 'rappel.%'";

    private static final String VALIDE = """
            e.annule_id is null and not exists (select 1 from evenement a where a.annule_id = e.id or a.rectifie_id = e.id)""";

    /** All that one transaction said of a subject, its acts still standing. */
    public record Acte(String transaction, Instant le, UUID auteurId, List<Fait> faits) {

        public boolean contient(String type) {
            return faits.stream().anyMatch(f -> f.type().equals(type));
        }
    }

    public record Fait(UUID id, String type, LocalDate jour, String uniteId, Map<String, String> dimensions) {
    }

    private final JdbcClient jdbc;
    private final Evenements evenements;

    Retours(JdbcClient jdbc, Evenements evenements) {
        this.jdbc = jdbc;
        this.evenements = evenements;
    }

    /** The last act about a subject that nobody cancelled since. */
    @Transactional(readOnly = true)
    public Optional<Acte> dernierActe(Sujet sujet) {
        return jdbc.sql("""
                select e.transaction_id::text as tx, max(e.enregistre_le) as le, (array_agg(e.auteur_id))[1] as auteur
                from evenement_sujet s join evenement e on e.id = s.evenement_id
                where s.sujet_type = :type and s.sujet_id = :id and %s and %s
                group by e.transaction_id order by e.transaction_id desc limit 1""".formatted(ACTE, VALIDE))
                .param("type", sujet.type().name()).param("id", sujet.id())
                .query((l, n) -> new Acte(l.getString("tx"), l.getTimestamp("le").toInstant(), l.getObject("auteur", UUID.class), List.of()))
                .optional().map(a -> new Acte(a.transaction(), a.le(), a.auteurId(), faits(sujet, a.transaction())));
    }

    /** What a transaction said of a subject and still stands. */
    public List<Fait> faits(Sujet sujet, String transaction) {
        return jdbc.sql("""
                select e.* from evenement_sujet s join evenement e on e.id = s.evenement_id
                where s.sujet_type = :type and s.sujet_id = :id and e.transaction_id = cast(:tx as xid8) and %s and %s
                order by e.enregistre_le, e.id""".formatted(ACTE, VALIDE))
                .param("type", sujet.type().name()).param("id", sujet.id()).param("tx", transaction).query((l, n) -> fait(l)).list();
    }

    /** Events of these types that stand for a subject, oldest first. */
    public List<Fait> valides(Sujet sujet, Collection<String> types) {
        return jdbc.sql("""
                select e.* from evenement_sujet s join evenement e on e.id = s.evenement_id
                where s.sujet_type = :type and s.sujet_id = :id and e.type in (:types) and %s
                order by e.survenu_le, e.enregistre_le, e.id""".formatted(VALIDE))
                .param("type", sujet.type().name()).param("id", sujet.id()).param("types", types).query((l, n) -> fait(l)).list();
    }

    /** Everything counted that stands for a subject: what a correction is compared with. */
    public List<Fait> comptes(Sujet sujet) {
        return jdbc.sql("""
                select e.* from evenement_sujet s join evenement e on e.id = s.evenement_id
                where s.sujet_type = :type and s.sujet_id = :id and %s and %s order by e.survenu_le, e.id""".formatted(ACTE, VALIDE))
                .param("type", sujet.type().name()).param("id", sujet.id()).query((l, n) -> fait(l)).list();
    }

    private Fait fait(java.sql.ResultSet l) throws java.sql.SQLException {
        return new Fait(l.getObject("id", UUID.class), l.getString("type"), l.getObject("jour", LocalDate.class), l.getString("unite_id"),
                evenements.lireDimensions(l.getString("dimensions")));
    }

    /**
     * Says an event again with another instant, unit or dimension; the former stays readable and counts no more.
     *
     * @param survenu null keeps the instant
     * @param unite null keeps the unit
     * @param dimensions replaced one by one; others are kept
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID rectifier(UUID evenement, Instant survenu, String unite, Map<String, ?> dimensions, String motif) {
        NouvelEvenement suivant = jdbc.sql("select * from evenement where id = ?").param(evenement).query((l, n) -> {
            NouvelEvenement e = NouvelEvenement.de(l.getString("type"))
                    .survenu(survenu != null ? survenu : l.getTimestamp("survenu_le").toInstant())
                    .unite(unite != null ? unite : l.getString("unite_id")).element(l.getString("element"));
            Map<String, String> toutes = new LinkedHashMap<>(evenements.lireDimensions(l.getString("dimensions")));
            dimensions.forEach((k, v) -> toutes.put(k, String.valueOf(v)));
            toutes.forEach(e::dimension);
            return e;
        }).single();
        return evenements.ajouter(suivant.sujets(sujets(evenement)).rectifie(evenement).texte(motif));
    }

    private List<Sujet> sujets(UUID evenement) {
        return jdbc.sql("select sujet_type, sujet_id from evenement_sujet where evenement_id = ?").param(evenement)
                .query((l, n) -> new Sujet(TypeSujet.valueOf(l.getString(1)), l.getObject(2, UUID.class))).list();
    }

    /** Periods of a subject are known again as they were before a transaction. The caller knows that none came after it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void retablirPeriodes(Sujet sujet, String transaction) {
        jdbc.sql("""
                update periode set connu_au = clock_timestamp(), connu_fin_tx = pg_current_xact_id()
                where sujet_type = :type and sujet_id = :id and connu_au is null and origine_tx = cast(:tx as xid8)""")
                .param("type", sujet.type().name()).param("id", sujet.id()).param("tx", transaction).update();
        copier("""
                sujet_type = :type and sujet_id = :id and connu_fin_tx = cast(:tx as xid8) and origine_tx <> cast(:tx as xid8)""",
                Map.of("type", sujet.type().name(), "id", sujet.id(), "tx", transaction), null, Map.of());
    }

    /** The period belonged to another unit, or had another dimension, all along. @param unite null keeps each segment's */
    @Transactional(propagation = Propagation.MANDATORY)
    public void corrigerPeriode(UUID periodeId, String unite, Map<String, String> dimensions) {
        List<UUID> versions = jdbc.sql("select version_id from periode where periode_id = ? and connu_au is null").param(periodeId)
                .query(UUID.class).list();
        for (UUID version : versions) {
            jdbc.sql("update periode set connu_au = clock_timestamp(), connu_fin_tx = pg_current_xact_id() where version_id = ?")
                    .param(version).update();
            copier("version_id = :version", Map.of("version", version), unite, dimensions);
        }
    }

    /** @param unite null for a version put back as it was: it keeps the act that first told it */
    private void copier(String condition, Map<String, Object> valeurs, String unite, Map<String, String> dimensions) {
        List<UUID> versions = jdbc.sql("select version_id from periode where " + condition).params(valeurs).query(UUID.class).list();
        for (UUID version : versions) {
            jdbc.sql("""
                    insert into periode(version_id, periode_id, segment, genre, sujet_type, sujet_id, enfant_id, unite_id, dimensions, debut, fin,
                        origine_tx)
                    select :neuve, periode_id, segment, genre, sujet_type, sujet_id, enfant_id, coalesce(cast(:unite as text), unite_id),
                        dimensions || cast(:dimensions as jsonb), debut, fin,
                        case when :retabli then origine_tx else pg_current_xact_id() end
                    from periode where version_id = :version""")
                    .param("neuve", Ids.nouveau()).param("unite", unite).param("dimensions", evenements.ecrire(dimensions))
                    .param("retabli", unite == null && dimensions.isEmpty()).param("version", version).update();
        }
    }
}
