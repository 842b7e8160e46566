package fr.jalon.indicateur;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.jalon.indicateur.Collecte.AxeCumul;
import fr.jalon.indicateur.Collecte.Cellule;
import fr.jalon.indicateur.Collecte.Composante;
import fr.jalon.indicateur.Collecte.Grain;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums as the last roll-up left them, and what each changed of the whole. */
@Component
class CumulEnBase {

    private static final int LOT = 20_000;

    /** A roll-up. */
    record Cloture(int id, String cloture, Instant le) {
    }

    /** @param depuis id of the first roll-up it is in, or null before */
    record Connue(int id, Integer depuis) {
    }

    private final JdbcClient jdbc;

    CumulEnBase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Cloture> derniere() {
        return jdbc.sql("select id, cast(cloture as text) as cloture, le from indicateur_cloture order by id desc limit 1").query(CumulEnBase::cloture).optional();
    }

    /** The last one that holds nothing above a fence. */
    Optional<Cloture> sous(String cloture) {
        return jdbc.sql("""
                select id, cast(cloture as text) as cloture, le from indicateur_cloture where cloture <= cast(:cloture as xid8) order by id desc limit 1""")
                .param("cloture", cloture).query(CumulEnBase::cloture).optional();
    }

    private static Cloture cloture(java.sql.ResultSet l, int n) throws java.sql.SQLException {
        return new Cloture(l.getInt("id"), l.getString("cloture"), l.getTimestamp("le").toInstant());
    }

    Map<String, Connue> formules() {
        Map<String, Connue> connues = new HashMap<>();
        jdbc.sql("select id, empreinte, cloture_id from indicateur_formule").query(l -> {
            connues.put(l.getString("empreinte"), new Connue(l.getInt("id"), l.getObject("cloture_id", Integer.class)));
        });
        return connues;
    }

    int nouvelle(FormulesCumulees.Cumulee c, Instant le) {
        return jdbc.sql("insert into indicateur_formule(empreinte, texte, cree_le) values (?, ?, ?) returning id")
                .params(c.empreinte(), c.texte(), Timestamp.from(le)).query(Integer.class).single();
    }

    void presente(int formule, int cloture) {
        jdbc.sql("update indicateur_formule set cloture_id = ? where id = ?").params(cloture, formule).update();
    }

    /** A formula no indicator has any more takes no place. */
    void retirer(List<Integer> formules) {
        if (!formules.isEmpty()) {
            for (String table : List.of("indicateur_cumul where formule", "indicateur_delta where formule", "indicateur_formule where id")) {
                jdbc.sql("delete from " + table + " in (:ids)").param("ids", formules).update();
            }
        }
    }

    int ouvrir(String cloture, Instant le) {
        return jdbc.sql("insert into indicateur_cloture(cloture, le, sujets, lignes, duree_ms) values (cast(? as xid8), ?, 0, 0, 0) returning id")
                .params(cloture, Timestamp.from(le)).query(Integer.class).single();
    }

    void conclure(int id, long sujets, long lignes, long ms) {
        jdbc.sql("update indicateur_cloture set sujets = ?, lignes = ?, duree_ms = ? where id = ?").params(sujets, lignes, ms, id).update();
    }

    private static final String CUMUL = """
            insert into indicateur_cumul(formule, axe, cle, grain, composante, jour, longueur, somme)
            select * from unnest(cast(:formule as int[]), cast(:axe as smallint[]), cast(:cle as text[]), cast(:grain as smallint[]), cast(:composante as smallint[]),
                cast(:jour as int[]), cast(:longueur as int[]), cast(:somme as bigint[]))
            on conflict (formule, axe, grain, cle, composante, jour, longueur) do update set somme = indicateur_cumul.somme + excluded.somme""";

    private static final String DELTA = """
            insert into indicateur_delta(cloture_id, formule, grain, composante, jour, longueur, somme)
            select :cloture, f, g, c, j, l, s from unnest(cast(:formule as int[]), cast(:axe as smallint[]), cast(:grain as smallint[]), cast(:composante as smallint[]),
                cast(:jour as int[]), cast(:longueur as int[]), cast(:somme as bigint[])) as x(f, a, g, c, j, l, s) where a = 0
            on conflict (formule, grain, cloture_id, composante, jour, longueur) do update set somme = indicateur_delta.somme + excluded.somme""";

    /** @return how many cells changed */
    long ajouter(int cloture, Map<Integer, Map<Cellule, long[]>> parFormule) {
        List<Object[]> lignes = new ArrayList<>();
        parFormule.forEach((formule, cellules) -> cellules.forEach((c, n) -> {
            if (n[0] != 0) {
                lignes.add(new Object[] {formule, c.axe().ordinal(), c.cle(), c.grain().ordinal(), c.composante().ordinal(), c.jour(), c.longueur(), n[0]});
            }
        }));
        for (int i = 0; i < lignes.size(); i += LOT) {
            List<Object[]> lot = lignes.subList(i, Math.min(lignes.size(), i + LOT));
            jdbc.sql(CUMUL).param("formule", colonne(lot, 0)).param("axe", colonne(lot, 1)).param("cle", colonne(lot, 2)).param("grain", colonne(lot, 3))
                    .param("composante", colonne(lot, 4)).param("jour", colonne(lot, 5)).param("longueur", colonne(lot, 6)).param("somme", colonne(lot, 7)).update();
            jdbc.sql(DELTA).param("cloture", cloture).param("formule", colonne(lot, 0)).param("axe", colonne(lot, 1)).param("grain", colonne(lot, 3))
                    .param("composante", colonne(lot, 4)).param("jour", colonne(lot, 5)).param("longueur", colonne(lot, 6)).param("somme", colonne(lot, 7)).update();
        }
        return lignes.size();
    }

    private static Object colonne(List<Object[]> lignes, int n) {
        return n == 2 ? lignes.stream().map(l -> (String) l[n]).toArray(String[]::new)
                : "{" + String.join(",", lignes.stream().map(l -> String.valueOf(l[n])).toList()) + "}";
    }

    /** Sums of one axis of some formulas, by formula. @param cle null: all of the axis; @param grain null: both */
    Map<Integer, Cellules> lire(List<Integer> formules, AxeCumul axe, Grain grain) {
        return lire("select formule, grain, composante, cle, jour, longueur, somme from indicateur_cumul where formule = any (cast(:f as int[])) and axe = :axe"
                + (grain == null ? "" : " and grain = " + grain.ordinal()), formules, Map.of("axe", axe.ordinal()), axe);
    }

    /** Months of a year, with all that came before it in one sum: a stock needs it, a count leaves it aside. */
    Map<Integer, Cellules> lireMois(List<Integer> formules, AxeCumul axe, int annee) {
        int veille = (int) LocalDate.of(annee - 1, 12, 31).toEpochDay();
        int bornes = Composante.OUVERTURE.ordinal();
        return lire("""
                select formule, 1 as grain, composante, cle, jour, longueur, somme from indicateur_cumul
                where formule = any (cast(:f as int[])) and axe = :axe and grain = 1
                    and jour > case when composante in (:ouverture, :fouverture) then :veille + 1 else :veille end and jour <= :fin
                union all
                select formule, 1, composante, cle, case when composante in (:ouverture, :fouverture) then :veille + 1 else :veille end, 0, sum(somme) from indicateur_cumul
                where formule = any (cast(:f as int[])) and axe = :axe and grain = 0 and composante <> :longueur
                    and jour <= case when composante in (:ouverture, :fouverture) then :veille + 1 else :veille end
                group by formule, composante, cle""", formules, Map.of("axe", axe.ordinal(), "veille", veille, "ouverture", bornes, "fouverture",
                Composante.FICHIERS_OUVERTURE.ordinal(), "longueur", Composante.LONGUEUR.ordinal(), "fin", (int) LocalDate.of(annee, 12, 31).toEpochDay()), axe);
    }

    /** The whole as it was at a past roll-up. */
    Map<Integer, Cellules> lireAu(int cloture, List<Integer> formules, Grain grain) {
        return lire("select formule, grain, composante, '' as cle, jour, longueur, sum(somme) as somme from indicateur_delta where formule = any (cast(:f as int[]))"
                + " and cloture_id <= :c and grain = " + grain.ordinal() + " group by formule, grain, composante, jour, longueur", formules,
                Map.of("c", cloture), AxeCumul.TOTAL);
    }

    private Map<Integer, Cellules> lire(String sql, List<Integer> formules, Map<String, ?> valeurs, AxeCumul axe) {
        Map<Integer, Cellules> lues = new HashMap<>();
        Grain[] grains = Grain.values();
        Composante[] composantes = Composante.values();
        jdbc.sql(sql).param("f", "{" + String.join(",", formules.stream().map(String::valueOf).toList()) + "}").params(valeurs).query(l -> {
            lues.computeIfAbsent(l.getInt(1), k -> new Cellules()).ajouter(grains[l.getInt(2)], composantes[l.getInt(3)],
                    new Collecte.Cle(axe, l.getString(4)), l.getInt(5), l.getInt(6), l.getLong(7));
        });
        return lues;
    }

    static boolean avant(String cloture, String autre) {
        return Long.compareUnsigned(Long.parseUnsignedLong(cloture), Long.parseUnsignedLong(autre)) < 0;
    }
}

