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
 * Every waiting measure in sight, in one query: figures, list and order are then drawn from the same rows, so that they cannot part.
 * A département has a few thousand at most, whatever its past.
 */
@Component
class LectureAttente {

    private static final String SQL = """
            with a as materialized (
                select m.id, m.numero, m.enfant_id, m.decision_id, m.etat, m.cadre, m.base_legale, m.produit, m.unite_id, m.service_id, m.exercice,
                       m.decidee_le, m.attente_depuis, m.terme, m.debut_prevu, m.affectee_le, m.urgence, m.version,
                       e.naissance_precision, e.naissance_le
                from mesure m join enfant e on e.id = m.enfant_id
                where m.etat in ('ATTENTE_EXERCICE', 'ATTENTE_ACCORD') and %s),
            enfants as materialized (select distinct enfant_id from a),
            liens as materialized (
                select l.enfant_a, l.enfant_b from lien_enfants l join enfants x on x.enfant_id = l.enfant_a join enfants y on y.enfant_id = l.enfant_b
                where l.annule_le is null and l.genre in ('FRATRIE', 'DEMI_FRATRIE')),
            paires as (
                select enfant_a, enfant_b from liens union select enfant_b, enfant_a from liens
                union select x.enfant_id, y.enfant_id from a x join a y on y.decision_id = x.decision_id and y.enfant_id <> x.enfant_id),
            freres as (select enfant_a as enfant_id, count(*) as combien from paires group by 1)
            select a.*, coalesce(f.combien, 0) as freres, r.rang, r.propose_le, r.propose_par
            from a left join freres f on f.enfant_id = a.enfant_id
            left join attente_rang r on r.mesure_id = a.id and (a.attente_depuis is null or (r.propose_le at time zone :zone)::date >= a.attente_depuis)
                and not exists (select 1 from mesure_acte x where x.id = r.acte_id and x.annule_le is not null)
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
            Acces.Filtre vue = acces.filtre("'MESURE'", "m.id");
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

    private static MesureEnAttente lire(ResultSet rs, LocalDate jour) throws SQLException {
        LocalDate terme = rs.getObject("terme", LocalDate.class);
        Timestamp propose = rs.getTimestamp("propose_le");
        return new MesureEnAttente(rs.getObject("id", UUID.class), rs.getString("numero"), rs.getObject("enfant_id", UUID.class),
                rs.getObject("decision_id", UUID.class), rs.getString("etat").equals("ATTENTE_ACCORD"), rs.getString("cadre"),
                rs.getString("base_legale"), rs.getString("produit"), rs.getString("unite_id"), rs.getString("service_id"), rs.getString("exercice").equals("SERVICE"),
                rs.getObject("decidee_le", LocalDate.class), rs.getObject("attente_depuis", LocalDate.class), terme,
                rs.getObject("debut_prevu", LocalDate.class), rs.getObject("affectee_le", LocalDate.class), rs.getBoolean("urgence"),
                rs.getLong("version"), moinsDeDeuxAns(rs.getString("naissance_precision"), rs.getObject("naissance_le", LocalDate.class), jour),
                rs.getInt("freres"), Bande.de(terme, jour), rs.getBigDecimal("rang"), propose == null ? null : propose.toInstant(),
                rs.getObject("propose_par", UUID.class));
    }

    private static boolean moinsDeDeuxAns(String precision, LocalDate le, LocalDate jour) {
        return new fr.jalon.dossier.Naissance(fr.jalon.dossier.Naissance.Precision.valueOf(precision), le, null).moinsDeDeuxAns(jour);
    }
}
