package fr.jalon.pilotage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import fr.jalon.acces.Acces;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Mission;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.departement.Departement;
import fr.jalon.processus.Modeles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the files under way in the territory of a supervisor: one pass over an index, everything else is addition. */
@Service
@Transactional(readOnly = true)
public class Pilotage {

    static final String CLE = "information-preoccupante";

    private final JdbcClient jdbc;
    private final Acces acces;
    private final Horloge horloge;
    private final Departement departement;
    private final Modeles modeles;

    Pilotage(JdbcClient jdbc, Acces acces, Horloge horloge, Departement departement, Modeles modeles) {
        this.jdbc = jdbc;
        this.acces = acces;
        this.horloge = horloge;
        this.departement = departement;
        this.modeles = modeles;
    }

    /** @param unite one unit of the territory, or null for all of it */
    public TableauDeBord tableau(String unite) {
        List<Cellule> cellules = cellules(unite);
        Map<String, String> noms = departement.noms();
        List<TableauDeBord.LigneUnite> unites = cellules.stream().map(Cellule::unite).distinct()
                .map(u -> new TableauDeBord.LigneUnite(u, noms.getOrDefault(u, u), chiffres(cellules, c -> c.unite().equals(u))))
                .sorted(java.util.Comparator.comparing((TableauDeBord.LigneUnite l) -> -l.chiffres().get(Chiffre.RETARD))
                        .thenComparing(TableauDeBord.LigneUnite::nom)).toList();
        List<TableauDeBord.LigneEtape> etapes = cellules.stream().map(Cellule::etape).distinct()
                .sorted(java.util.Comparator.comparing((String e) -> modeles.rang(CLE, e)))
                .map(e -> new TableauDeBord.LigneEtape(e, modeles.libelle(CLE, e), chiffres(cellules, c -> c.etape().equals(e)))).toList();
        List<TableauDeBord.Barre> barres = Arrays.stream(Tranche.values()).map(t -> new TableauDeBord.Barre(t, t.libelle(), t.enRetard(),
                somme(cellules, c -> c.tranche() == t), somme(cellules, c -> c.tranche() == t && c.enConsigne()))).toList();
        Map<Chiffre, Long> tous = chiffres(cellules, c -> true);
        return new TableauDeBord(Constats.constat(tous, unites), Constats.phrase(barres), tous, barres, unites, etapes);
    }

    List<Cellule> cellules(String unite) {
        LocalDate jour = horloge.aujourdhui();
        Selection selection = selection(unite);
        // Same dates are added up in the order of the index before they are cut in slices; the bounds are read once, not once a row.
        return selection.lier(jdbc.sql("""
                with b as materialized (select cast(:bornes as date[]) as bornes)
                select j.unite_id, j.etape, j.en_consigne, width_bucket(j.date_tri, (select bornes from b)) tranche, sum(j.n) nombre
                from (select t.unite_id, t.etape, t.en_consigne, t.date_tri, count(*) n from tache t where %s group by 1, 2, 3, 4) j
                group by 1, 2, 3, 4""".formatted(selection.ou())))
                .param("bornes", Arrays.stream(Tranche.bornes(jour)).map(LocalDate::toString).toArray(String[]::new))
                .query((rs, n) -> new Cellule(rs.getString(1), rs.getString(2), rs.getBoolean(3), Tranche.values()[rs.getInt(4)], rs.getLong(5)))
                .list();
    }

    /** @throws fr.jalon.commun.Interdit without the mission, or for a unit of somebody else's territory */
    Selection selection(String unite) {
        if (unite != null) {
            acces.exiger(Mission.SUPERVISION, unite);
        } else {
            acces.exiger(Mission.SUPERVISION);
        }
        Identite qui = IdentiteCourante.exiger();
        return new Selection(qui, acces.filtreDuTerritoire("t.sujet_type", "t.sujet_id")).unite(unite);
    }

    private static Map<Chiffre, Long> chiffres(List<Cellule> cellules, Predicate<Cellule> dans) {
        Map<Chiffre, Long> chiffres = new EnumMap<>(Chiffre.class);
        for (Chiffre chiffre : Chiffre.values()) {
            chiffres.put(chiffre, somme(cellules, c -> dans.test(c) && chiffre.compte(c)));
        }
        return chiffres;
    }

    private static long somme(List<Cellule> cellules, Predicate<Cellule> dans) {
        return cellules.stream().filter(dans).mapToLong(Cellule::nombre).sum();
    }
}
