package fr.jalon.indicateur;

import java.lang.ref.SoftReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the log and the periods as they are known below a fence: an event of a transaction still open, or one that cancels below an
 * event that it cannot yet be seen to cancel, changes nothing. One snapshot for the whole reading.
 */
@Component
class LectureFaits {

    static final String TIENT = tient("e");

    /** Standing below the fence: not a cancellation, and neither cancelled nor replaced by an event below it. */
    static String tient(String e) {
        return """
                %1$s.transaction_id < cast(:cloture as xid8) and %1$s.annule_id is null
                and not exists (select 1 from evenement a where a.annule_id = %1$s.id and a.transaction_id < cast(:cloture as xid8))
                and not exists (select 1 from evenement r where r.rectifie_id = %1$s.id and r.transaction_id < cast(:cloture as xid8))"""
                .formatted(e);
    }

    private static final int MOIS_LEGAUX = 3;
    private static final int LECTURES_GARDEES = 4;
    private static final String DELAI_REDUIT = "EVALUATION_REDUITE";

    /** A version of a period known below the fence. */
    static final String CONNUE = """
            p.connu_tx < cast(:cloture as xid8) and (p.connu_fin_tx is null or p.connu_fin_tx >= cast(:cloture as xid8))""";

    private static final String PERIODES = """
            select p.sujet_id, p.genre, p.debut, p.fin, p.unite_id from periode p
            where p.genre in ('TRAITEMENT', 'CONSIGNE_PARQUET') and p.sujet_type = 'IP' and %s /*parmi p.sujet_id ips*/
            order by p.sujet_id, p.debut, p.segment""".formatted(CONNUE);

    private static final String ETAPES = """
            select s.sujet_id, e.type, e.jour, e.unite_id from evenement e
            join evenement_sujet s on s.evenement_id = e.id and s.sujet_type = 'IP'
            where %s and %s /*parmi s.sujet_id ips*/
            order by s.sujet_id, e.jour desc""".formatted(TypesLus.dans("e", TypesLus.ETAPES), TIENT);

    /** What was last said of each evaluation date; the earliest one that was not cancelled is the IP's. */
    private static final String ECHEANCES = """
            select distinct on (e.dimensions ->> 'echeance') s.sujet_id, e.type, e.dimensions ->> 'regle' as regle,
                cast(e.dimensions ->> 'dateLegale' as date) as terme
            from evenement e join evenement_sujet s on s.evenement_id = e.id and s.sujet_type = 'IP'
            where %s and e.dimensions ->> 'genre' = 'EVALUATION' and %s /*parmi s.sujet_id ips*/
            order by e.dimensions ->> 'echeance', e.transaction_id desc, e.enregistre_le desc, e.id desc""".formatted(TypesLus.dans("e", TypesLus.ECHEANCES), TIENT);

    /** What the last first analysis that stands said of each information. */
    private static final String ORIENTATIONS = """
            select distinct on (s.sujet_id) s.sujet_id, e.dimensions ->> 'orientation' as orientation,
                (select p.sujet_id from evenement_sujet p where p.evenement_id = e.id and p.sujet_type = 'IP' limit 1) as ip_id
            from evenement e join evenement_sujet s on s.evenement_id = e.id and s.sujet_type = 'INFORMATION'
            where %s and %s /*parmi s.sujet_id informations*/
            order by s.sujet_id, e.transaction_id desc, e.enregistre_le desc""".formatted(TypesLus.dans("e", TypesLus.ORIENTATIONS), TIENT);

    private static final String INFORMATIONS = """
            select s.sujet_id, e.jour, e.unite_id, coalesce(e.dimensions ->> 'comptee', 'OUI') = 'OUI' as comptee
            from evenement e join evenement_sujet s on s.evenement_id = e.id and s.sujet_type = 'INFORMATION'
            where %s and %s /*parmi s.sujet_id informations*/ order by e.jour, s.sujet_id""".formatted(TypesLus.dans("e", TypesLus.INFORMATIONS), TIENT);

    private final JdbcClient jdbc;
    private final MineursDesIp mineursDesIp;
    private final LectureMesures mesures;

    /**
     * The last transaction below the fence that added an event or a version of a period, and the places as they are: two fences between
     * which nothing was said read the same facts. Each is the end of an index.
     */
    private static final String REPERE = """
            select concat_ws(' ',
                (select transaction_id from evenement where transaction_id < cast(:cloture as xid8) order by transaction_id desc limit 1),
                (select connu_tx from periode where connu_tx < cast(:cloture as xid8) order by connu_tx desc limit 1),
                (select connu_fin_tx from periode where connu_fin_tx < cast(:cloture as xid8) order by connu_fin_tx desc limit 1),
                (select connu_fin_tx from enfant_trait where connu_fin_tx < cast(:cloture as xid8) order by connu_fin_tx desc limit 1),
                (select md5(string_agg(cast(c as text), '' order by cast(c as text))) from capacite c))""";

    /** By {@link #REPERE}: any node may keep it, for it never changes again; a few are enough (closed years, and now). */
    private final Map<String, SoftReference<Faits>> lues = new LinkedHashMap<>(8, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<Faits>> plusAncienne) {
            return size() > LECTURES_GARDEES;
        }
    };

    LectureFaits(JdbcClient jdbc, MineursDesIp mineursDesIp, LectureMesures mesures) {
        this.jdbc = jdbc;
        this.mineursDesIp = mineursDesIp;
        this.mesures = mesures;
    }

    List<FaitsMesures.Places> places() {
        return mesures.places();
    }

    /** Where readers that add up may go now: every transaction below has ended. */
    String cloture() {
        return jdbc.sql("select cast(cloture_des_lectures() as text)").query(String.class).single();
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Faits lire() {
        return lire(cloture());
    }

    /** As known below another fence: a closed year is read as it was when it was closed. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Faits lire(String cloture) {
        String repere = jdbc.sql(REPERE).param("cloture", cloture).query(String.class).single();
        synchronized (lues) {
            Faits gardes = lues.containsKey(repere) ? lues.get(repere).get() : null;
            if (gardes != null) {
                return gardes;
            }
        }
        Faits faits = compter(cloture);
        synchronized (lues) {
            lues.put(repere, new SoftReference<>(faits));
        }
        return faits;
    }

    private Faits compter(String cloture) {
        return compter(cloture, EnfantsReunis.lire(jdbc, cloture), Parmi.TOUT);
    }

    /** The facts of some files alone, with those they depend on. @param parmi ids each reading keeps to */
    Faits compter(String cloture, EnfantsReunis reunis, Parmi parmi) {
        Map<UUID, List<Faits.Intervalle>> traitements = new LinkedHashMap<>();
        Map<UUID, List<Faits.Intervalle>> consignes = new HashMap<>();
        lignes(PERIODES, cloture, parmi, l -> ("TRAITEMENT".equals(l.getString("genre")) ? traitements : consignes)
                .computeIfAbsent(l.getObject("sujet_id", UUID.class), k -> new ArrayList<>())
                .add(new Faits.Intervalle(date(l, "debut"), date(l, "fin"), l.getString("unite_id"))));
        Map<String, Map<UUID, Faits.Fait>> etapes = new HashMap<>();
        lignes(ETAPES, cloture, parmi, l -> etapes.computeIfAbsent(l.getString("type"), k -> new HashMap<>())
                .put(l.getObject("sujet_id", UUID.class), new Faits.Fait(date(l, "jour"), l.getString("unite_id"))));
        Map<UUID, Terme> termes = termes(cloture, parmi, traitements);
        Map<UUID, List<Faits.Mineur>> mineurs = mineursDesIp.lire(cloture, reunis, parmi);
        List<Faits.Ip> ips = traitements.entrySet().stream().map(t -> {
            UUID id = t.getKey();
            Terme terme = termes.get(id);
            return new Faits.Ip(id, t.getValue(), etape(etapes, "ip.rapport-rendu", id), etape(etapes, "ip.personnes-informees", id),
                    etape(etapes, "ip.close", id), terme == null ? null : terme.date(), terme != null && terme.reduit(),
                    consignes.getOrDefault(id, List.of()), mineurs.getOrDefault(id, List.of()));
        }).toList();
        return new Faits(informations(cloture, parmi), ips, mesures.lire(cloture, reunis, parmi));
    }

    private record Terme(LocalDate date, boolean reduit) {
    }

    /** A reduced date is the rule's; any other track still owes the three months of the decree, whatever its own target. */
    private Map<UUID, Terme> termes(String cloture, Parmi parmi, Map<UUID, List<Faits.Intervalle>> traitements) {
        Map<UUID, Terme> termes = new HashMap<>();
        lignes(ECHEANCES, cloture, parmi, l -> {
            UUID ip = l.getObject("sujet_id", UUID.class);
            if ("echeance.annulee".equals(l.getString("type")) || !traitements.containsKey(ip)) {
                return;
            }
            boolean reduit = l.getString("regle").startsWith(DELAI_REDUIT);
            LocalDate date = reduit ? date(l, "terme") : traitements.get(ip).get(0).debut().plusMonths(MOIS_LEGAUX);
            termes.merge(ip, new Terme(date, reduit), (a, b) -> b.date().isBefore(a.date()) ? b : a);
        });
        return termes;
    }

    private record Orientation(String issue, UUID ip) {
    }

    private List<Faits.Information> informations(String cloture, Parmi parmi) {
        Map<UUID, Orientation> orientations = new HashMap<>();
        lignes(ORIENTATIONS, cloture, parmi, l -> orientations.put(l.getObject("sujet_id", UUID.class),
                new Orientation(issue(l.getString("orientation")), l.getObject("ip_id", UUID.class))));
        Orientation enAttente = new Orientation(null, null);
        Map<UUID, Faits.Information> informations = new LinkedHashMap<>();
        lignes(INFORMATIONS, cloture, parmi, l -> {
            UUID id = l.getObject("sujet_id", UUID.class);
            Orientation o = orientations.getOrDefault(id, enAttente);
            informations.put(id, new Faits.Information(id, new Faits.Fait(date(l, "jour"), l.getString("unite_id")),
                    l.getBoolean("comptee"), o.issue(), o.ip()));
        });
        return List.copyOf(informations.values());
    }

    private static String issue(String orientation) {
        return orientation == null ? null : switch (orientation) {
            case "IP" -> "IP";
            case "COMPLEMENT" -> "JOINTE";
            case "NON_QUALIFIEE" -> "NON_QUALIFIEE";
            default -> "TRANSMISE";
        };
    }

    private static Faits.Fait etape(Map<String, Map<UUID, Faits.Fait>> etapes, String type, UUID id) {
        return etapes.getOrDefault(type, Map.of()).get(id);
    }

    static LocalDate date(ResultSet l, String colonne) throws SQLException {
        return l.getObject(colonne, LocalDate.class);
    }

    interface Ligne {
        void lire(ResultSet l) throws SQLException;
    }

    private void lignes(String sql, String cloture, Parmi parmi, Ligne ligne) {
        parmi.requete(jdbc, sql).param("cloture", cloture).query(rs -> {
            ligne.lire(rs);
        });
    }
}
