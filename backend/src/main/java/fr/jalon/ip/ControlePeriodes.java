package fr.jalon.ip;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.controle.TableDerivee;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Periodes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open periods against the state of each IP: being processed from reception until everybody is told, waiting for evaluators, being
 * evaluated, waiting for a decision. What counts as open comes from the state alone; a rebuild closes or opens a version, never rewrites one.
 */
@Component
class ControlePeriodes implements TableDerivee {

    /** Which kinds of period an IP in this state has open. */
    private static final String ATTENDUES = """
            (values ('A_CONFIER', 'TRAITEMENT'), ('A_DESIGNER', 'TRAITEMENT'), ('A_DESIGNER', 'ATTENTE_EVALUATEURS'),
                ('EN_EVALUATION', 'TRAITEMENT'), ('EN_EVALUATION', 'EVALUATION'), ('A_DECIDER', 'TRAITEMENT'), ('A_DECIDER', 'ATTENTE_DECISION'),
                ('PRECISION_DEMANDEE', 'TRAITEMENT'), ('A_INFORMER', 'TRAITEMENT')) as a(etat, genre)""";

    /** Differences both ways: a period missing, one open that should be closed, one open twice. */
    private static final String ECARTS = """
            with ouvertes as (
                select p.sujet_id, p.genre, count(distinct p.periode_id) as n from periode p
                where p.connu_au is null and p.fin is null and p.sujet_type = 'IP'
                and p.genre in ('TRAITEMENT', 'ATTENTE_EVALUATEURS', 'EVALUATION', 'ATTENTE_DECISION') group by 1, 2),
            attendues as (
                select ip.id as sujet_id, a.genre from information_preoccupante ip join %s on a.etat = ip.etat)
            select coalesce(o.sujet_id, a.sujet_id) as ip_id, coalesce(o.genre, a.genre) as genre, coalesce(o.n, 0) as ouvertes,
                   a.sujet_id is not null as attendue
            from ouvertes o full join attendues a on a.sujet_id = o.sujet_id and a.genre = o.genre
            where (a.sujet_id is null) or (o.sujet_id is null) or o.n > 1
            order by 1, 2 limit %d""";

    private record Trouve(UUID ipId, String genre, int ouvertes, boolean attendue) {
    }

    private final JdbcClient jdbc;
    private final Periodes periodes;
    private final Horloge horloge;

    ControlePeriodes(JdbcClient jdbc, Periodes periodes, Horloge horloge) {
        this.jdbc = jdbc;
        this.periodes = periodes;
        this.horloge = horloge;
    }

    @Override
    public String nom() {
        return "periodes";
    }

    @Override
    public String libelle() {
        return "Périodes des IP";
    }

    @Override
    public List<Ecart> ecarts() {
        return trouver(ECARTS_MAX).stream().map(t -> new Ecart("IP " + t.ipId(), t.genre() + " : " + (!t.attendue() ? "ouverte à tort"
                : t.ouvertes() == 0 ? "manque" : "ouverte " + t.ouvertes() + " fois"))).toList();
    }

    @Override
    public long reconstruire() {
        long faits = 0;
        List<Trouve> lot = trouver(1000);
        while (!lot.isEmpty()) {
            lot.forEach(this::redresser);
            faits += lot.size();
            lot = trouver(1000);
        }
        return faits;
    }

    private void redresser(Trouve t) {
        Sujet ip = Sujet.ip(t.ipId());
        LocalDate[] bornes = bornes(t);
        if (t.attendue() && t.ouvertes() == 0) {
            periodes.ouvrir(t.genre(), ip, null, unite(t.ipId()), Map.of(), bornes[0]);
            return;
        }
        // The one that is expected stays; the others never were.
        List<UUID> ouvertes = new ArrayList<>(jdbc.sql("""
                select distinct periode_id from periode where sujet_type = 'IP' and sujet_id = ? and genre = ? and connu_au is null and fin is null
                order by periode_id""").params(t.ipId(), t.genre()).query(UUID.class).list());
        if (t.attendue()) {
            ouvertes.stream().skip(1).forEach(periodes::annuler);
        } else {
            ouvertes.forEach(p -> periodes.fermer(p, bornes[1]));
        }
    }

    private List<Trouve> trouver(int limite) {
        return jdbc.sql(ECARTS.formatted(ATTENDUES, limite)).query((rs, n) -> new Trouve(rs.getObject("ip_id", UUID.class), rs.getString("genre"),
                rs.getInt("ouvertes"), rs.getBoolean("attendue"))).list();
    }

    private String unite(UUID ipId) {
        return jdbc.sql("""
                select coalesce(ip.unite_pilote, i.unite_id) from information_preoccupante ip
                left join information_entrante i on i.id = ip.information_initiale_id where ip.id = ?""").param(ipId).query(String.class).single();
    }

    /** First and last day of a kind of period, as the file and its events say; today when neither does. */
    private LocalDate[] bornes(Trouve t) {
        return jdbc.sql("""
                select ip.recue_le, ip.rapport_rendu_le, ip.decidee_le, ip.close_le,
                    (select max(e.survenu_le) from evenement_sujet s join evenement_valide e on e.id = s.evenement_id
                     where s.sujet_type = 'IP' and s.sujet_id = ip.id and e.type = 'ip.confiee') as confiee_le,
                    (select max(e.survenu_le) from evenement_sujet s join evenement_valide e on e.id = s.evenement_id
                     where s.sujet_type = 'IP' and s.sujet_id = ip.id and e.type = 'ip.evaluateurs-designes') as designee_le
                from information_preoccupante ip where ip.id = ?""").param(t.ipId()).query((rs, n) -> switch (t.genre()) {
                    case "TRAITEMENT" -> new LocalDate[] {jour(rs, "recue_le"), jour(rs, "close_le")};
                    case "ATTENTE_EVALUATEURS" -> new LocalDate[] {jour(rs, "confiee_le"), jour(rs, "designee_le", "rapport_rendu_le", "close_le")};
                    case "EVALUATION" -> new LocalDate[] {jour(rs, "designee_le"), jour(rs, "rapport_rendu_le", "close_le")};
                    default -> new LocalDate[] {jour(rs, "rapport_rendu_le"), jour(rs, "decidee_le", "close_le")};
                }).single();
    }

    private LocalDate jour(ResultSet rs, String... colonnes) throws SQLException {
        for (String colonne : colonnes) {
            Timestamp t = rs.getTimestamp(colonne);
            if (t != null) {
                return horloge.jour(t.toInstant());
            }
        }
        return horloge.aujourdhui();
    }
}
