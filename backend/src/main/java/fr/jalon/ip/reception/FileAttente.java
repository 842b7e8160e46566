package fr.jalon.ip.reception;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mur;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;

import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The entry queue: what waits, urgent first, then the oldest. A page costs four queries, whatever its size. */
@Component
public class FileAttente {

    /** A way of looking at the queue; the condition of each is the one its counter counts. */
    public enum Vue {
        A_ANALYSER("i.etat = 'A_ANALYSER'"),
        URGENTES("i.etat = 'A_ANALYSER' and i.urgence"),
        PARQUET("i.etat = 'A_ANALYSER' and " + PARQUET_SQL),
        DOUBLONS("i.etat = 'A_ANALYSER' and " + DOUBLON_SQL),
        NAVETTES("exists (select 1 from fiche_navette n where n.information_id = i.id and n.repondue_le is null)"),
        /** Joined to an evaluation in sight in the last two months and not opened yet by the person who looks. */
        COMPLEMENTS("i.etat = 'JOINTE' and i.analysee_le > :recents and not exists (select 1 from journal_acces j"
                + " where j.sujet_type = 'INFORMATION' and j.sujet_id = i.id and j.utilisateur_id = :moi)"),
        ANALYSEES("i.etat <> 'A_ANALYSER'");

        private final String condition;

        Vue(String condition) {
            this.condition = condition;
        }
    }

    /**
     * A line: never who transmitted.
     *
     * @param parquet the public prosecutor asks
     * @param doublon another information of the same month is about the same child, or bears the same reference
     * @param enEvaluation an evaluation is under way for one of the children
     * @param consigne a request of the parquet is in force on it
     */
    public record Ligne(UUID id, String numero, Instant recueLe, String nature, String origine, boolean urgence, boolean parquet, boolean doublon,
            boolean enEvaluation, boolean consigne, int navettes, String unite, EtatInformation etat, UUID ipId, long version, List<NomEnfant> enfants) {
    }

    /** @param suite where the next page starts, or null at the end */
    public record Page(List<Ligne> lignes, String suite) {
    }

    private static final String PARQUET_SQL = "(i.nature = 'SOIT_TRANSMIS' or i.origine = 'PARQUET')";
    private static final String DOUBLON_SQL = """
            (exists (select 1 from information_repere a where a.reference_externe = i.reference_externe and a.id <> i.id)
             or exists (select 1 from information_mineur m join information_mineur n on n.enfant_id = m.enfant_id
                and n.information_id <> m.information_id join information_repere a on a.id = n.information_id
                where m.information_id = i.id and a.recue_le between i.recue_le - interval '31 days' and i.recue_le + interval '31 days'))""";
    private static final String EN_EVALUATION_SQL = """
            exists (select 1 from information_mineur m join mineur_concerne c on c.enfant_id = m.enfant_id and c.retire_le is null
                join information_preoccupante p on p.id = c.ip_id where m.information_id = i.id and p.id is distinct from i.ip_id
                and p.etat in ('A_CONFIER', 'A_DESIGNER', 'EN_EVALUATION', 'A_DECIDER', 'PRECISION_DEMANDEE'))""";
    private static final String CONSIGNE_SQL = """
            (i.etat = 'A_ANALYSER' and exists (select 1 from echeance_retenue r where r.sujet_type = 'INFORMATION' and r.sujet_id = i.id
                and r.du <= :aujourdhui and (r.au is null or r.au > :aujourdhui)))""";
    private static final int TAILLE = 50;
    private static final Duration RECENTS = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final Mur mur;
    private final Acces acces;
    private final Dossiers dossiers;
    private final Horloge horloge;

    FileAttente(JdbcClient jdbc, Mur mur, Acces acces, Dossiers dossiers, Horloge horloge) {
        this.jdbc = jdbc;
        this.mur = mur;
        this.acces = acces;
        this.dossiers = dossiers;
        this.horloge = horloge;
    }

    @Transactional(readOnly = true)
    public Page page(Vue vue, String apres) {
        Acces.Filtre filtre = acces.filtre("'INFORMATION'", "i.id");
        Repere repere = Repere.lire(apres);
        boolean recentes = vue == Vue.ANALYSEES || vue == Vue.COMPLEMENTS;
        // Whether the same child was told of elsewhere is a flag; what was told there is not.
        List<Ligne> lignes = mur.compter(() -> jdbc.sql("select i.*, " + PARQUET_SQL + " as parquet, " + DOUBLON_SQL + " as doublon, " + EN_EVALUATION_SQL
                + " as en_evaluation, " + CONSIGNE_SQL + " as consigne, (select count(*) from fiche_navette n where n.information_id = i.id and n.repondue_le is null) as navettes"
                + " from information_entrante i where " + vue.condition + " and " + filtre.sql()
                + (repere == null ? "" : recentes ? " and (i.recue_le, i.id) < (:recue, :id)"
                        : " and ((not i.urgence), i.recue_le, i.id) > (:calme, :recue, :id)")
                + (recentes ? " order by i.recue_le desc, i.id desc" : " order by (not i.urgence), i.recue_le, i.id") + " limit " + (TAILLE + 1))
                .params(filtre.parametres()).params(qui()).param("aujourdhui", horloge.aujourdhui()).params(repere == null ? Map.of() : repere.parametres())
                .query((rs, n) -> new Ligne(rs.getObject("id", UUID.class), rs.getString("numero"), rs.getTimestamp("recue_le").toInstant(),
                        rs.getString("nature"), rs.getString("origine"), rs.getBoolean("urgence"), rs.getBoolean("parquet"),
                        rs.getBoolean("doublon"), rs.getBoolean("en_evaluation"), rs.getBoolean("consigne"), rs.getInt("navettes"), rs.getString("unite_id"),
                        EtatInformation.valueOf(rs.getString("etat")), rs.getObject("ip_id", UUID.class), rs.getLong("version"), List.of()))
                .list());
        boolean reste = lignes.size() > TAILLE;
        List<Ligne> page = nommer(reste ? lignes.subList(0, TAILLE) : lignes);
        return new Page(page, reste ? Repere.ecrire(page.get(TAILLE - 1)) : null);
    }

    /** How many wait in each view: the same conditions as the lists. */
    @Transactional(readOnly = true)
    public Map<Vue, Long> compteurs() {
        Acces.Filtre filtre = acces.filtre("'INFORMATION'", "i.id");
        Map<Vue, Long> compteurs = new java.util.EnumMap<>(Vue.class);
        List<Vue> comptees = List.of(Vue.A_ANALYSER, Vue.URGENTES, Vue.PARQUET, Vue.DOUBLONS, Vue.NAVETTES, Vue.COMPLEMENTS);
        mur.compter(() -> {
            jdbc.sql("select " + comptees.stream().map(v -> "count(*) filter (where " + v.condition + ")").collect(Collectors.joining(", "))
                + " from information_entrante i where (i.etat = 'A_ANALYSER' or " + Vue.NAVETTES.condition + " or " + Vue.COMPLEMENTS.condition + ") and " + filtre.sql())
                .params(filtre.parametres()).params(qui()).query(rs -> {
                    for (int i = 0; i < comptees.size(); i++) {
                        compteurs.put(comptees.get(i), rs.getLong(i + 1));
                    }
                });
            return null;
        });
        return compteurs;
    }

    private Map<String, Object> qui() {
        Map<String, Object> qui = new HashMap<>();
        qui.put("moi", new SqlParameterValue(Types.OTHER, IdentiteCourante.exiger().utilisateurId()));
        qui.put("recents", Timestamp.from(horloge.maintenant().minus(RECENTS)));
        return qui;
    }

    private List<Ligne> nommer(List<Ligne> lignes) {
        Map<UUID, List<UUID>> enfants = new HashMap<>();
        jdbc.sql("select information_id, enfant_id from information_mineur where information_id = any (:ids) order by ordre")
                .param("ids", lignes.stream().map(Ligne::id).toArray(UUID[]::new))
                .query(rs -> {
                    enfants.computeIfAbsent(rs.getObject(1, UUID.class), k -> new java.util.ArrayList<>()).add(rs.getObject(2, UUID.class));
                });
        Map<UUID, NomEnfant> noms = dossiers.nomsDe(enfants.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        return lignes.stream().map(l -> new Ligne(l.id(), l.numero(), l.recueLe(), l.nature(), l.origine(), l.urgence(), l.parquet(), l.doublon(),
                l.enEvaluation(), l.consigne(), l.navettes(), l.unite(), l.etat(), l.ipId(), l.version(),
                enfants.getOrDefault(l.id(), List.of()).stream().map(noms::get).filter(java.util.Objects::nonNull).toList())).toList();
    }

    /** The key of the last line shown. */
    private record Repere(boolean calme, Instant recueLe, UUID id) {

        static Repere lire(String texte) {
            if (texte == null || texte.isBlank()) {
                return null;
            }
            try {
                String[] parties = texte.split("_");
                return new Repere(parties[0].equals("1"), Instant.parse(parties[1]), UUID.fromString(parties[2]));
            } catch (RuntimeException e) {
                throw fr.jalon.commun.Refus.champ("apres", "Cette suite de liste n’existe plus : reprenez au début.");
            }
        }

        static String ecrire(Ligne l) {
            return (l.urgence() ? "0_" : "1_") + l.recueLe() + "_" + l.id();
        }

        Map<String, Object> parametres() {
            return Map.of("calme", calme, "recue", Timestamp.from(recueLe), "id", id);
        }
    }
}
