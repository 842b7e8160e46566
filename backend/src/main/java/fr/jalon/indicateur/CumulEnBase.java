package fr.jalon.indicateur;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.jalon.indicateur.Collecte.AxeCumul;
import fr.jalon.indicateur.Collecte.Cellule;
import fr.jalon.indicateur.Collecte.Cle;
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
            insert into indicateur_delta(cloture_id, formule, cle, grain, composante, jour, longueur, somme)
            select :cloture, f, k, g, c, j, l, s from unnest(cast(:formule as int[]), cast(:axe as smallint[]), cast(:cle as text[]), cast(:grain as smallint[]), cast(:composante as smallint[]),
                cast(:jour as int[]), cast(:longueur as int[]), cast(:somme as bigint[])) as x(f, a, k, g, c, j, l, s) where a = 0
            on conflict (formule, grain, cloture_id, cle, composante, jour, longueur) do update set somme = indicateur_delta.somme + excluded.somme""";

    /** What is open on the first day of a span is kept on that day: the first of January belongs to what came before. */
    private static final String BORNES = Composante.OUVERTURE.ordinal() + ", " + Composante.FICHIERS_OUVERTURE.ordinal();
    private static final String MOIS = """
            select formule, grain, composante, cle, jour, longueur, somme from indicateur_cumul
            where formule = any (cast(:f as int[])) and axe = :axe and grain = %d and jour > :veille and jour <= :fin
                and (jour > :veille + 1 or composante not in (%s))""".formatted(Grain.MOIS.ordinal(), BORNES);
    private static final String AVANT = """
            select formule, %1$d, composante, cle, :veille + case when composante in (%2$s) then 1 else 0 end, 0, sum(somme) from indicateur_cumul
            where formule = any (cast(:f as int[])) and axe = :axe and grain = %3$d and jour <= :veille + 1
                and (jour <= :veille or composante in (%2$s)) and composante <> %4$d
            group by formule, composante, cle""".formatted(Grain.MOIS.ordinal(), BORNES, Grain.ANNEE.ordinal(), Composante.LONGUEUR.ordinal());

    private record Ligne(int formule, Cellule cellule, long somme) {
    }

    private static final Comparator<Ligne> ORDRE = Comparator.comparingInt(Ligne::formule).thenComparing(Ligne::cellule,
            Comparator.comparing(Cellule::axe).thenComparing(Cellule::grain).thenComparingInt(Cellule::jour).thenComparing(Cellule::cle)
                    .thenComparing(Cellule::composante).thenComparingInt(Cellule::longueur));

    /** @return how many cells changed */
    long ajouter(int cloture, Map<Integer, Map<Cellule, long[]>> parFormule) {
        List<Ligne> lignes = new ArrayList<>();
        parFormule.forEach((formule, cellules) -> cellules.forEach((c, n) -> {
            if (n[0] != 0) {
                lignes.add(new Ligne(formule, c, n[0]));
            }
        }));
        // In the order of the index: neighbours are written together.
        lignes.sort(ORDRE);
        for (int i = 0; i < lignes.size(); i += LOT) {
            List<Ligne> lot = lignes.subList(i, Math.min(lignes.size(), i + LOT));
            for (String sql : List.of(CUMUL, DELTA)) {
                jdbc.sql(sql).param("cloture", cloture).param("formule", entiers(lot, Ligne::formule)).param("axe", entiers(lot, l -> l.cellule().axe().ordinal()))
                        .param("cle", lot.stream().map(l -> l.cellule().cle()).toArray(String[]::new)).param("grain", entiers(lot, l -> l.cellule().grain().ordinal()))
                        .param("composante", entiers(lot, l -> l.cellule().composante().ordinal())).param("jour", entiers(lot, l -> l.cellule().jour()))
                        .param("longueur", entiers(lot, l -> l.cellule().longueur())).param("somme", entiers(lot, Ligne::somme)).update();
            }
        }
        return lignes.size();
    }

    private static String entiers(List<Ligne> lignes, java.util.function.ToLongFunction<Ligne> colonne) {
        return lignes.stream().mapToLong(colonne).mapToObj(String::valueOf).collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    /** Sums of one axis of some formulas, by formula. @param grain null for both */
    Map<Integer, Cellules> lire(List<Integer> formules, AxeCumul axe, Grain grain) {
        return lire("select formule, grain, composante, cle, jour, longueur, somme from indicateur_cumul where formule = any (cast(:f as int[])) and axe = :axe"
                + (grain == null ? "" : " and grain = " + grain.ordinal()), formules, Map.of("axe", axe.ordinal()), axe);
    }

    /**
     * Months of a year.
     *
     * @param passe with all that came before the year in one sum: a stock needs it, a count does not
     */
    Map<Integer, Cellules> lireMois(List<Integer> formules, AxeCumul axe, int annee, boolean passe) {
        Map<String, Integer> jours = Map.of("axe", axe.ordinal(), "veille", (int) LocalDate.of(annee - 1, 12, 31).toEpochDay(),
                "fin", (int) LocalDate.of(annee, 12, 31).toEpochDay());
        return lire(passe ? MOIS + " union all " + AVANT : MOIS, formules, jours, axe);
    }

    /** The whole as it was at a past roll-up. */
    Map<Integer, Cellules> lireAu(int cloture, List<Integer> formules, Grain grain) {
        return lire("select formule, grain, composante, cle, jour, longueur, sum(somme) as somme from indicateur_delta where formule = any (cast(:f as int[]))"
                + " and cloture_id <= :c and grain = " + grain.ordinal() + " group by formule, grain, composante, cle, jour, longueur", formules,
                Map.of("c", cloture), AxeCumul.TOTAL);
    }

    private Map<Integer, Cellules> lire(String sql, List<Integer> formules, Map<String, ?> valeurs, AxeCumul axe) {
        Map<Integer, Cellules> lues = new HashMap<>();
        Grain[] grains = Grain.values();
        Composante[] composantes = Composante.values();
        jdbc.sql(sql).param("f", "{" + String.join(",", formules.stream().map(String::valueOf).toList()) + "}").params(valeurs).query(l -> {
            lues.computeIfAbsent(l.getInt(1), k -> new Cellules()).ajouter(grains[l.getInt(2)], composantes[l.getInt(3)],
                    new Cle(axe, l.getString(4)), l.getInt(5), l.getInt(6), l.getLong(7));
        });
        return lues;
    }

    static boolean avant(String cloture, String autre) {
        return Long.compareUnsigned(Long.parseUnsignedLong(cloture), Long.parseUnsignedLong(autre)) < 0;
    }
}

