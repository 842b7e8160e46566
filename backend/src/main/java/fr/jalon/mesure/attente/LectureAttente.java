package fr.jalon.mesure.attente;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Journal;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.temps.Horloge;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Every waiting measure of the territory, in one query, those for named people only among them: they wait and are counted like the others, and
 * what shows them names nobody. Figures, list and order are then drawn from the same rows, so that they cannot part.
 * A département has a few thousand at most, whatever its past.
 */
@Component
class LectureAttente {

    private static final String SQL = """
            with a as materialized (
                select m.id, m.numero, m.enfant_id, m.decision_id, m.etat, m.cadre, m.base_legale, m.produit, m.unite_id, m.service_id, m.exercice,
                       m.decidee_le, m.attente_depuis, m.terme, m.debut_prevu, m.affectee_le, m.urgence, m.version,
                       e.naissance_precision, e.naissance_le
                from mesure m join enfant_repere e on e.id = m.enfant_id
                where m.etat in ('ATTENTE_EXERCICE', 'ATTENTE_ACCORD') and %s),
            enfants as materialized (select distinct enfant_id from a),
            liens as materialized (
                select l.enfant_a, l.enfant_b from lien_enfants l join enfants x on x.enfant_id = l.enfant_a join enfants y on y.enfant_id = l.enfant_b
                where l.annule_le is null and l.genre in ('FRATRIE', 'DEMI_FRATRIE')),
            paires as (
                select enfant_a, enfant_b from liens union select enfant_b, enfant_a from liens
                union select x.enfant_id, y.enfant_id from a x join a y on y.decision_id = x.decision_id and y.enfant_id <> x.enfant_id),
            freres as (select enfant_a as enfant_id, count(*) as combien from paires group by 1)
            select a.id, a.numero, a.enfant_id, a.decision_id, a.etat, a.cadre, a.base_legale, a.produit, a.unite_id, a.service_id, a.exercice,
                   a.decidee_le, a.attente_depuis, a.terme, a.debut_prevu, a.affectee_le, a.urgence, a.version, a.naissance_precision,
                   a.naissance_le, coalesce(f.combien, 0) as freres, r.rang, r.propose_le, r.propose_par
            from a left join freres f on f.enfant_id = a.enfant_id
            left join attente_rang r on r.mesure_id = a.id and (a.attente_depuis is null or (r.propose_le at time zone :zone)::date >= a.attente_depuis)
                and not acte_annule(r.acte_id)
            """;

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Journal journal;
    private final Horloge horloge;

    LectureAttente(JdbcClient jdbc, Acces acces, Journal journal, Horloge horloge) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.journal = journal;
        this.horloge = horloge;
    }

    List<MesureEnAttente> lire() {
        Identite qui = exigerMission();
        LocalDate jour = horloge.aujourdhui();
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parametres = new HashMap<>();
        if (!qui.departement()) {
            // The unit first: it cuts by the index; sight is then checked on what is left.
            conditions.add("m.unite_id = any(:territoire)");
            parametres.put("territoire", qui.unites().toArray(String[]::new));
            Acces.Filtre vue = acces.filtreDuTerritoire("'MESURE'", "m.id");
            conditions.add(vue.sql());
            parametres.putAll(vue.parametres());
        } else {
            conditions.add("true");
        }
        return jdbc.sql(SQL.formatted(String.join(" and ", conditions))).params(parametres).param("zone", horloge.zone().getId())
                .query((rs, n) -> lire(rs, jour)).list();
    }

    /** Whoever runs measures, follows children or supervises; a service sees its own measures elsewhere. */
    Identite exigerMission() {
        Identite qui = IdentiteCourante.exiger();
        if (!qui.a(Mission.MESURE) && !qui.a(Mission.SUPERVISION) && !qui.a(Mission.PARCOURS)) {
            journal.refus(null, "attente");
            throw new Interdit("La liste d’attente est ouverte aux personnes qui conduisent les mesures ou suivent les délais d’un territoire.");
        }
        return qui;
    }

    /** By position: thousands of rows, a search by name for each column would cost as much as the query. */
    private static MesureEnAttente lire(ResultSet rs, LocalDate jour) throws SQLException {
        LocalDate terme = rs.getObject(14, LocalDate.class);
        Timestamp propose = rs.getTimestamp(23);
        return new MesureEnAttente(rs.getObject(1, UUID.class), rs.getString(2), rs.getObject(3, UUID.class), rs.getObject(4, UUID.class),
                rs.getString(5).equals("ATTENTE_ACCORD"), rs.getString(6), rs.getString(7), rs.getString(8), rs.getString(9), rs.getString(10),
                rs.getString(11).equals("SERVICE"), rs.getObject(12, LocalDate.class), rs.getObject(13, LocalDate.class), terme,
                rs.getObject(15, LocalDate.class), rs.getObject(16, LocalDate.class), rs.getBoolean(17), rs.getLong(18),
                moinsDeDeuxAns(rs.getString(19), rs.getObject(20, LocalDate.class), jour), rs.getInt(21), Bande.de(terme, jour),
                rs.getBigDecimal(22), propose == null ? null : propose.toInstant(), rs.getObject(24, UUID.class), null);
    }

    private static boolean moinsDeDeuxAns(String precision, LocalDate le, LocalDate jour) {
        return new fr.jalon.dossier.Naissance(fr.jalon.dossier.Naissance.Precision.valueOf(precision), le, null).moinsDeDeuxAns(jour);
    }
}
