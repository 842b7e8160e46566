package fr.jalon.echeance;

import java.sql.Types;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Sujet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds of a file and the days they cover. Holds may overlap: a day held twice is one day held. */
@Component
class Retenues {

    /** @param au first day free again, or null while it lasts */
    record Retenue(UUID id, String motif, List<String> etapes, LocalDate du, LocalDate au) {

        boolean retient(String etape, LocalDate jour) {
            return etapes.contains(etape) && couvre(jour);
        }

        boolean couvre(LocalDate jour) {
            return !jour.isBefore(du) && (au == null || jour.isBefore(au));
        }
    }

    private final JdbcClient jdbc;
    private final SujetsNeufs neufs;

    Retenues(JdbcClient jdbc, SujetsNeufs neufs) {
        this.jdbc = jdbc;
        this.neufs = neufs;
    }

    List<Retenue> de(Sujet sujet) {
        if (neufs.neuf(sujet)) {
            return List.of();
        }
        return jdbc.sql("select * from echeance_retenue where sujet_id = ? and sujet_type = ? order by du, id")
                .params(sujet.id(), sujet.type().name())
                .query((l, n) -> new Retenue(l.getObject("id", UUID.class), l.getString("motif"), RegleEnBase.liste(l.getArray("etapes")),
                        l.getObject("du", LocalDate.class), l.getObject("au", LocalDate.class))).list();
    }

    /** Which of these files are held that day, by whatever hold. */
    Set<UUID> enCours(Collection<UUID> sujets, LocalDate jour) {
        return new HashSet<>(jdbc.sql("select distinct sujet_id from echeance_retenue where sujet_id = any (:ids) and du <= :jour and (au is null or au > :jour)")
                .param("ids", sujets.toArray(UUID[]::new)).param("jour", jour).query(UUID.class).list());
    }

    void poser(UUID id, Sujet sujet, String motif, List<String> etapes, LocalDate du) {
        neufs.oublier();
        jdbc.sql("insert into echeance_retenue(id, sujet_type, sujet_id, motif, etapes, du) values (?, ?, ?, ?, cast(? as text[]), ?)")
                .params(id, sujet.type().name(), sujet.id(), motif, RegleEnBase.tableau(etapes), du).update();
    }

    void lever(UUID id, Sujet sujet, LocalDate au) {
        jdbc.sql("update echeance_retenue set au = greatest(du, :au) where id = :id and sujet_id = :sujet").param("au", au, Types.DATE)
                .param("id", id).param("sujet", sujet.id()).update();
    }

    void oublier(UUID id, Sujet sujet) {
        jdbc.sql("delete from echeance_retenue where id = ? and sujet_id = ?").params(id, sujet.id()).update();
    }

    /** Days covered by at least one hold in [du, au). */
    static long jours(List<Retenue> retenues, LocalDate du, LocalDate au) {
        List<Retenue> triees = new ArrayList<>(retenues);
        triees.sort(Comparator.comparing(Retenue::du));
        long jours = 0;
        LocalDate vu = du;
        for (Retenue r : triees) {
            LocalDate debut = r.du().isAfter(vu) ? r.du() : vu;
            LocalDate fin = r.au() == null || r.au().isAfter(au) ? au : r.au();
            if (fin.isAfter(debut)) {
                jours += ChronoUnit.DAYS.between(debut, fin);
                vu = fin;
            }
        }
        return jours;
    }
}
