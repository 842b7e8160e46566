package fr.jalon.ip.fiche;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.NomEnfant;
import fr.jalon.ip.EtatIp;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The IPs somebody may see, the last received first; found by key, so that a far page costs what the first costs. */
@Service
@Transactional(readOnly = true)
public class ListeIp {

    /** @param etat one state; {@code ouvertes} leaves out what is over; {@code retard} keeps what is late and not held */
    public record Criteres(String numero, EtatIp etat, String unite, boolean ouvertes, boolean retard) {

        public Criteres {
            numero = numero == null || numero.isBlank() ? null : numero.strip();
            unite = unite == null || unite.isBlank() ? null : unite;
        }
    }

    /**
     * @param enConsigne a request of the parquet holds the step the file stands at
     * @param consigne one is in force on the file, even when it holds no step
     */
    public record Ligne(UUID id, String numero, EtatIp etat, boolean urgence, Instant recueLe, String uniteId, String unite,
            List<String> enfants, UUID echeanceId, LocalDate dateLegale, Integer jours, boolean enConsigne, boolean consigne) {
    }

    public record Page(List<Ligne> lignes, long total, String suivante) {
    }

    static final int TAILLE_MAX = 200;

    private record Condition(String sql, Map<String, Object> parametres) {
    }

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Horloge horloge;
    private final Departement departement;
    private final Dossiers dossiers;

    ListeIp(JdbcClient jdbc, Acces acces, Horloge horloge, Departement departement, Dossiers dossiers) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.horloge = horloge;
        this.departement = departement;
        this.dossiers = dossiers;
    }

    public Page page(Criteres criteres, String apres, int taille) {
        Condition c = condition(criteres);
        long total = jdbc.sql("select count(*) from information_preoccupante ip where " + c.sql()).params(c.parametres())
                .query(Long.class).single();
        int bornee = Math.max(1, Math.min(taille, TAILLE_MAX));
        String suite = "";
        Map<String, Object> parametres = new HashMap<>(c.parametres());
        if (apres != null && !apres.isBlank()) {
            Cle cle = Cle.lire(apres);
            suite = " and (ip.recue_le, ip.id) < (:apresLe, :apresId)";
            parametres.put("apresLe", Timestamp.from(cle.le()));
            parametres.put("apresId", cle.id());
        }
        List<Ligne> lues = jdbc.sql("""
                select ip.*, t.echeance_id, t.date_legale, t.en_consigne, coalesce(ip.unite_pilote, i.unite_id) as unite_id,
                    t.id is not null and exists (select 1 from echeance_retenue r where r.sujet_type = 'IP' and r.sujet_id = ip.id
                        and r.du <= :aujourdhui and (r.au is null or r.au > :aujourdhui)) as consigne
                from (select ip.* from information_preoccupante ip where %s%s order by ip.recue_le desc, ip.id desc limit :limite) ip
                left join information_entrante i on i.id = ip.information_initiale_id
                left join lateral (select * from tache t where t.sujet_type = 'IP' and t.sujet_id = ip.id order by t.date_tri limit 1) t on true
                order by ip.recue_le desc, ip.id desc""".formatted(c.sql(), suite)).params(parametres).param("limite", bornee + 1)
                .param("aujourdhui", horloge.aujourdhui())
                .query((rs, n) -> lire(rs)).list();
        boolean reste = lues.size() > bornee;
        List<Ligne> page = reste ? lues.subList(0, bornee) : lues;
        Ligne derniere = page.isEmpty() ? null : page.get(page.size() - 1);
        return new Page(habiller(page), total, reste ? new Cle(derniere.recueLe(), derniere.id()).texte() : null);
    }

    /** Units that lead evaluations, those of whoever asks. */
    public List<FicheIp.Unite> unites() {
        Identite qui = IdentiteCourante.exiger();
        return departement.unitesDeType(departement.typesPour(Mission.EVALUATION.name())).stream().filter(u -> qui.voitUnite(u.id()))
                .map(u -> new FicheIp.Unite(u.id(), u.nom())).toList();
    }

    private Condition condition(Criteres c) {
        List<String> conditions = new ArrayList<>();
        Acces.Filtre vue = acces.filtre("'IP'", "ip.id");
        Map<String, Object> parametres = new HashMap<>(vue.parametres());
        conditions.add(vue.sql());
        if (c.numero() != null) {
            conditions.add("upper(ip.numero) like '%' || upper(:numero) || '%'");
            parametres.put("numero", c.numero().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_"));
        }
        if (c.etat() != null) {
            conditions.add("ip.etat = :etat");
            parametres.put("etat", c.etat().name());
        }
        if (c.ouvertes()) {
            conditions.add("ip.etat not in ('TRAITEE', 'CLOSE_SANS_DECISION', 'ANNULEE')");
        }
        if (c.unite() != null) {
            conditions.add("ip.unite_pilote = :unite");
            parametres.put("unite", c.unite());
        }
        if (c.retard()) {
            conditions.add("""
                    ip.id in (select t.sujet_id from tache t where t.sujet_type = 'IP' and t.date_tri < :jour and not t.en_consigne)""");
            parametres.put("jour", horloge.aujourdhui());
        }
        return new Condition(String.join(" and ", conditions), parametres);
    }

    private Ligne lire(ResultSet rs) throws SQLException {
        LocalDate legale = rs.getObject("date_legale", LocalDate.class);
        return new Ligne(rs.getObject("id", UUID.class), rs.getString("numero"), EtatIp.valueOf(rs.getString("etat")), rs.getBoolean("urgence"),
                rs.getTimestamp("recue_le").toInstant(), rs.getString("unite_id"), null, List.of(), rs.getObject("echeance_id", UUID.class),
                legale, legale == null ? null : (int) ChronoUnit.DAYS.between(horloge.aujourdhui(), legale), rs.getBoolean("en_consigne"), rs.getBoolean("consigne"));
    }

    private List<Ligne> habiller(List<Ligne> page) {
        Map<UUID, List<UUID>> enfants = new HashMap<>();
        jdbc.sql("select ip_id, enfant_id from mineur_concerne where ip_id = any(:ids) and retire_le is null order by ordre")
                .param("ids", page.stream().map(Ligne::id).toArray(UUID[]::new)).query(rs -> {
                    enfants.computeIfAbsent(rs.getObject(1, UUID.class), k -> new ArrayList<>()).add(rs.getObject(2, UUID.class));
                });
        Set<UUID> tous = new HashSet<>();
        enfants.values().forEach(tous::addAll);
        Map<UUID, NomEnfant> noms = tous.isEmpty() ? Map.of() : dossiers.nomsDe(tous);
        Map<String, String> unites = departement.noms();
        return page.stream().map(l -> new Ligne(l.id(), l.numero(), l.etat(), l.urgence(), l.recueLe(), l.uniteId(),
                unites.getOrDefault(l.uniteId(), l.uniteId()), enfants.getOrDefault(l.id(), List.of()).stream().map(noms::get)
                        .filter(Objects::nonNull).map(NomEnfant::affiche).toList(),
                l.echeanceId(), l.dateLegale(), l.jours(), l.enConsigne(), l.consigne())).toList();
    }

    private record Cle(Instant le, UUID id) {

        String texte() {
            return le + "_" + id;
        }

        static Cle lire(String texte) {
            try {
                String[] parts = texte.split("_", 2);
                return new Cle(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (RuntimeException e) {
                throw Refus.champ("apres", "Cette page n’existe plus : reprenez la liste au début.");
            }
        }
    }
}
