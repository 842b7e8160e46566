package fr.jalon.pilotage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Acces;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.acces.Territoire;
import fr.jalon.commun.TypeSujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reasons given for reports handed in late over the last twelve months, counted, each with its files. */
@Service
@Transactional(readOnly = true)
public class Motifs {

    public record Motif(String code, String libelle, long nombre) {
    }

    private record Condition(String sql, Map<String, Object> parametres) {
    }

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Horloge horloge;
    private final Departement departement;
    private final ListeDossiers liste;

    Motifs(JdbcClient jdbc, Acces acces, Horloge horloge, Departement departement, ListeDossiers liste) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.horloge = horloge;
        this.departement = departement;
        this.liste = liste;
    }

    public List<Motif> compter(String unite) {
        Condition c = condition(null, unite);
        return jdbc.sql("""
                select r.motif_depassement code, count(*) nombre from remise_rapport r
                join information_preoccupante ip on ip.id = r.ip_id where %s group by 1 order by 2 desc, 1""".formatted(c.sql()))
                .params(c.parametres())
                .query((rs, n) -> new Motif(rs.getString(1), departement.profil().libelle("motifs-depassement", rs.getString(1)), rs.getLong(2)))
                .list();
    }

    /** Files of a reason, the latest report first. */
    public PageDossiers dossiers(String code, String unite, String apres, int taille) {
        Condition c = condition(code, unite);
        long total = jdbc.sql("select count(*) from remise_rapport r join information_preoccupante ip on ip.id = r.ip_id where " + c.sql())
                .params(c.parametres()).query(Long.class).single();
        LocalDate jour = horloge.aujourdhui();
        int bornee = Math.max(1, Math.min(taille, ListeDossiers.TAILLE_MAX));
        int depart = rang(apres);
        List<Dossier> lus = jdbc.sql("""
                select ip.id, ip.numero, ip.unite_pilote, ip.recue_le, ip.urgence, r.rendu_le, r.motif_depassement from remise_rapport r
                join information_preoccupante ip on ip.id = r.ip_id where %s order by r.rendu_le desc, r.id limit :limite offset :depart"""
                .formatted(c.sql())).params(c.parametres()).param("limite", bornee + 1).param("depart", depart)
                .query((rs, n) -> {
                    LocalDate recue = horloge.jour(rs.getTimestamp("recue_le").toInstant());
                    LocalDate rendu = horloge.jour(rs.getTimestamp("rendu_le").toInstant());
                    return new Dossier(null, TypeSujet.IP, rs.getObject("id", UUID.class), rs.getString("numero"), List.of(), null, null,
                            rs.getString("unite_pilote"), null, recue, (int) ChronoUnit.DAYS.between(recue, rendu), null, null, null, false,
                            rs.getBoolean("urgence"), null, null,
                            departement.profil().libelle("motifs-depassement", rs.getString("motif_depassement")));
                }).list();
        boolean reste = lus.size() > bornee;
        return new PageDossiers(liste.habiller(reste ? lus.subList(0, bornee) : lus), total, reste ? String.valueOf(depart + bornee) : null);
    }

    private static int rang(String apres) {
        return apres != null && apres.matches("\\d{1,6}") ? Integer.parseInt(apres) : 0;
    }

    private Condition condition(String code, String unite) {
        if (unite != null) {
            acces.exiger(Mission.SUPERVISION, unite);
        } else {
            acces.exiger(Mission.SUPERVISION);
        }
        Territoire territoire = IdentiteCourante.exiger().territoire(Mission.SUPERVISION);
        Map<String, Object> parametres = new HashMap<>();
        StringBuilder sql = new StringBuilder("r.annulee_le is null and r.motif_depassement is not null and r.rendu_le >= :depuis");
        Instant depuis = horloge.aujourdhui().minusYears(1).atStartOfDay(horloge.zone()).toInstant();
        parametres.put("depuis", java.sql.Timestamp.from(depuis));
        if (!territoire.departement()) {
            Acces.Filtre vue = acces.filtre("'IP'", "ip.id");
            sql.append(" and ip.unite_pilote = any(:territoire) and ").append(vue.sql());
            parametres.put("territoire", territoire.unites().toArray(String[]::new));
            parametres.putAll(vue.parametres());
        }
        if (unite != null) {
            sql.append(" and ip.unite_pilote = :unite");
            parametres.put("unite", unite);
        }
        if (code != null) {
            sql.append(" and r.motif_depassement = :code");
            parametres.put("code", code);
        }
        return new Condition(sql.toString(), parametres);
    }
}
