package fr.jalon.pilotage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Days used and left by the files under way, added up by team. Read apart from the figures: it looks at every file, they do not. */
@Service
@Transactional(readOnly = true)
public class Jours {

    /**
     * @param consommes days since reception, all files together, held days included: the legal date does not move for them
     * @param restants days left before the legal date, files not yet late only
     * @param retard days past the legal date, late files only
     */
    public record JoursUnite(String id, String nom, long dossiers, long consommes, long restants, long retard) {
    }

    private final Pilotage pilotage;
    private final JdbcClient jdbc;
    private final Horloge horloge;
    private final Departement departement;

    Jours(Pilotage pilotage, JdbcClient jdbc, Horloge horloge, Departement departement) {
        this.pilotage = pilotage;
        this.jdbc = jdbc;
        this.horloge = horloge;
        this.departement = departement;
    }

    /** @param unite one unit of the territory, or null for all of it; most days late first */
    public List<JoursUnite> parUnite(String unite) {
        Selection selection = pilotage.selection(unite);
        Map<String, String> noms = departement.noms();
        // A file whose two steps wait at once is one file.
        return selection.lier(jdbc.sql("""
                select d.unite_id, count(*) dossiers,
                       coalesce(sum(:jour - cast(coalesce(ip.recue_le, i.recue_le) at time zone :zone as date)), 0) consommes,
                       coalesce(sum(greatest(d.legale - :jour, 0)), 0) restants, coalesce(sum(greatest(:jour - d.legale, 0)), 0) retard
                from (select t.unite_id, t.sujet_type, t.sujet_id, min(t.date_legale) legale from tache t where %s group by 1, 2, 3) d
                left join information_preoccupante ip on d.sujet_type = 'IP' and ip.id = d.sujet_id
                left join information_repere i on d.sujet_type = 'INFORMATION' and i.id = d.sujet_id
                group by 1""".formatted(selection.ou()))).param("jour", horloge.aujourdhui()).param("zone", horloge.zone().getId())
                .query((rs, n) -> new JoursUnite(rs.getString(1), noms.getOrDefault(rs.getString(1), rs.getString(1)), rs.getLong(2),
                        rs.getLong(3), rs.getLong(4), rs.getLong(5)))
                .list().stream().sorted(Comparator.comparing(JoursUnite::retard).reversed().thenComparing(JoursUnite::nom)).toList();
    }
}
