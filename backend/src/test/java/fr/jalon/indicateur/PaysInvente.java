package fr.jalon.indicateur;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * Ten years of a whole country, written in bulk: informations and IPs, measures of children with their periods versioned as they were known,
 * projets, and events of no count around them. What was said on a day is of one transaction of that day. Ids follow one another, so that
 * indexes are built without a sort; triggers and keys are off while it is written.
 */
final class PaysInvente {

    static final LocalDate DEBUT = LocalDate.of(2016, 1, 1);
    static final int JOURS = 3650;

    private final Connection connexion;
    private final long evenements;
    private final long periodes;
    /** First of the transactions that stand for days. */
    private final long base;

    PaysInvente(Connection connexion, long evenements, long periodes) throws SQLException {
        this.connexion = connexion;
        this.evenements = evenements;
        this.periodes = periodes;
        sql("set synchronous_commit = off");
        sql("set work_mem = '256MB'");
        sql("set maintenance_work_mem = '512MB'");
        this.base = passer();
        sql("set session_replication_role = replica");
    }

    /** As many transactions as days, so that theirs are all past. */
    private long passer() throws SQLException {
        long premiere = 0;
        try (Statement s = connexion.createStatement()) {
            for (int n = 0; n < JOURS + 50; n++) {
                try (var r = s.executeQuery("select cast(cast(pg_current_xact_id() as text) as bigint)")) {
                    r.next();
                    premiere = n == 0 ? r.getLong(1) : premiere;
                }
            }
        }
        return premiere;
    }

    private void sql(String texte) throws SQLException {
        try (Statement s = connexion.createStatement()) {
            s.execute(texte);
        }
    }

    /** Fence of the night after that many days. */
    String cloture(int jour) {
        return String.valueOf(base + jour + 1);
    }

    private static String id(String genre, String n) {
        return "cast('" + genre + "00000-0000-7000-8000-' || lpad(to_hex(" + n + "), 12, '0') as uuid)";
    }

    private String tx(String jour) {
        return "cast(cast(" + base + " + least(" + jour + ", " + (JOURS - 1) + ") as text) as xid8)";
    }

    private static String date(String jour) {
        return "(date '" + DEBUT + "' + cast(" + jour + " as int))";
    }

    private static String instant(String jour) {
        return "((date '" + DEBUT + "' + cast(least(" + jour + ", " + (JOURS - 1) + ") as int)) + time '12:00') at time zone 'Europe/Paris'";
    }

    /** A unit of a thousand, more or less at random. */
    private static String unite(String n) {
        return "'n' || lpad(cast((" + n + ") * 7919 % 1000 as text), 4, '0')";
    }

    void ecrire() throws SQLException {
        long ips = periodes * 27 / 100;
        long mesures = periodes * 17 / 100;
        long enfants = mesures / 2;
        long projets = enfants / 2;
        for (String index : new String[] {"evenement_par_type", "evenement_par_transaction", "evenement_sujet_par_evenement", "periode_ouverte", "periode_par_sujet",
            "periode_par_genre", "periode_par_transaction", "periode_par_fin_connue", "periode_par_enfant", "periode_passee_par_sujet", "periode_passee_par_enfant", "periode_legere"}) {
            sql("drop index if exists " + index);
        }
        sql("insert into enfant_trait(enfant_id, sexe, naissance_le, connu_tx) select " + id("e00", "n") + ", case n % 2 when 0 then 'FILLE' else 'GARCON' end, "
                + "date '2000-01-01' + cast(n * 37 % 8000 as int), '3'::xid8 from generate_series(cast(1 as bigint), " + enfants + ") n");
        informations(ips);
        mesures(mesures, enfants);
        projets(projets);
        long ecrits = compter("evenement");
        remplir(evenements - ecrits, ips);
        sql("create index evenement_par_type on evenement (type, jour)");
        sql("create index evenement_par_transaction on evenement (transaction_id)");
        sql("create index evenement_sujet_par_evenement on evenement_sujet (evenement_id)");
        sql("create index periode_ouverte on periode (genre, unite_id) where connu_au is null and fin is null");
        sql("create index periode_par_sujet on periode (sujet_id, genre) where connu_au is null");
        sql("create index periode_par_genre on periode (genre, debut, fin) where connu_au is null");
        sql("create index periode_par_transaction on periode (connu_tx)");
        sql("create index periode_par_fin_connue on periode (connu_fin_tx) where connu_fin_tx is not null");
        sql("create index periode_par_enfant on periode (enfant_id) where enfant_id is not null and connu_au is null");
        sql("create index periode_passee_par_sujet on periode (sujet_id) where connu_au is not null and (sujet_type = 'IP' or enfant_id is null)");
        sql("create index periode_passee_par_enfant on periode (enfant_id) where connu_au is not null and enfant_id is not null");
        sql("create index periode_legere on periode (enfant_id) where (sujet_type = 'RELEVE' or genre = 'EXERCEE' and (dimensions ->> 'base' = 'TISF' "
                + "or dimensions ->> 'produit' = 'TISF')) and enfant_id is not null");
        sql("set session_replication_role = origin");
        for (String table : new String[] {"evenement", "evenement_sujet", "periode", "enfant_trait"}) {
            sql("vacuum (analyze) " + table);
        }
    }

    long compter(String table) throws SQLException {
        try (Statement s = connexion.createStatement(); var r = s.executeQuery("select count(*) from " + table)) {
            r.next();
            return r.getLong(1);
        }
    }

    /** @param jour of the fact; {@code su} day it was said, never before */
    private void evenement(String de, String genre, String type, String n, String jour, String su, String unite, String dimensions, String... sujets) throws SQLException {
        sql("insert into evenement(id, type, survenu_le, jour, enregistre_le, transaction_id, unite_id, dimensions) select " + id(genre, n) + ", '" + type + "', "
                + instant(jour) + ", " + date(jour) + ", " + instant(su) + ", " + tx(su) + ", " + unite + ", cast(" + dimensions + " as jsonb) " + de);
        for (int i = 0; i < sujets.length; i += 2) {
            sql("insert into evenement_sujet(evenement_id, sujet_type, sujet_id) select " + id(genre, n) + ", '" + sujets[i] + "', " + sujets[i + 1] + " " + de);
        }
    }

    /** Four informations in five are IPs; three in four of these are evaluated, some late. */
    private void informations(long ips) throws SQLException {
        String de = "from (select n, n * " + JOURS + " / " + (ips + 1) + " as j, n * 31 % 140 as d from generate_series(cast(1 as bigint), " + ips + ") n) x";
        evenement(de, "a01", "information.recue", "n", "j", "j + n % 3", unite("n"), "'{\"comptee\":\"OUI\"}'", "INFORMATION", id("f00", "n"));
        String qualifiees = de + " where n % 5 > 0";
        evenement(qualifiees, "a02", "ip.qualifiee", "n", "j", "j + 3", unite("n"), "'{\"orientation\":\"IP\"}'", "IP", id("b00", "n"), "INFORMATION", id("f00", "n"),
                "ENFANT", id("e00", "1 + n % " + Math.max(1, periodes * 85 / 1000)));
        evenement(qualifiees, "a03", "echeance.posee", "n", "j", "j + 3", unite("n"), "'{\"genre\":\"EVALUATION\",\"regle\":\"EVALUATION\",\"echeance\":\"' || n || '\",\"dateLegale\":\"' || "
                + date("j") + " + 91 || '\"}'", "IP", id("b00", "n"));
        String rendues = de + " where n % 5 > 0 and n % 4 > 0 and j + d < " + JOURS;
        evenement(rendues, "a04", "ip.rapport-rendu", "n", "j + d", "j + d + n % 5", unite("n"), "'{}'", "IP", id("b00", "n"));
        evenement(rendues, "a05", "ip.personnes-informees", "n", "j + d", "j + d + 5", unite("n"), "'{}'", "IP", id("b00", "n"));
        versions(qualifiees, "c01", "TRAITEMENT", "IP", id("b00", "n"), "null", "n", "j", "j + d + 5", "n % 4 > 0", "j + 3", "'{}'");
    }

    /** An open version known from the start, closed by another once the end is known. */
    private void versions(String de, String genre, String nom, String type, String sujet, String enfant, String n, String debut, String fin, String finie, String su,
            String dimensions) throws SQLException {
        String close = "(" + finie + ") and " + fin + " < " + JOURS;
        String colonnes = "insert into periode(version_id, periode_id, segment, genre, sujet_type, sujet_id, enfant_id, unite_id, dimensions, debut, fin, connu_tx, connu_du, "
                + "connu_au, connu_fin_tx) select ";
        String suite = ", " + id(genre, n) + ", 0, '" + nom + "', '" + type + "', " + sujet + ", " + enfant + ", " + unite(n) + ", cast(" + dimensions + " as jsonb), " + date(debut) + ", ";
        sql(colonnes + id(genre, n) + suite + "null, " + tx(su) + ", " + instant(su) + ", case when " + close + " then " + instant(fin) + " end, case when " + close
                + " then " + tx(fin) + " end " + de);
        sql(colonnes + id("9" + genre.substring(1), n) + suite + date(fin) + ", " + tx(fin) + ", " + instant(fin) + ", null, null " + de
                + (de.contains("where") ? " and " : " where ") + close);
    }

    private void mesures(long mesures, long enfants) throws SQLException {
        String de = "from (select n, n * " + JOURS + " / " + (mesures + 1) + " as j, n * 53 % 300 as a, 200 + n * 71 % 700 as d, 1 + n % " + enfants
                + " as e from generate_series(cast(1 as bigint), " + mesures + ") n) x";
        String produit = "(array['MEP','AEDFG','PAD','TDC','MEP_HEBERGEMENT'])[cast(1 + n % 5 as int)]";
        String dimensions = "'{\"produit\":\"' || " + produit + " || '\",\"cadre\":\"' || case n % 2 when 0 then 'JUDICIAIRE' else 'ADMINISTRATIF' end || '\",\"base\":\"PLACEMENT_ASE\"}'";
        evenement(de, "a11", "mesure.decidee", "n", "j", "j + 1", unite("n"), dimensions, "MESURE", id("d00", "n"), "ENFANT", id("e00", "e"));
        versions(de, "c11", "MESURE", "MESURE", id("d00", "n"), id("e00", "e"), "n", "j", "j + a + d", "true", "j + 1", dimensions);
        versions(de, "c12", "ATTENTE_EXERCICE", "MESURE", id("d00", "n"), id("e00", "e"), "n", "j", "j + a", "true", "j + 1", dimensions);
        String exercees = de + " where j + a < " + JOURS;
        evenement(exercees, "a12", "mesure.demarree", "n", "j + a", "j + a + 2", unite("n"), dimensions, "MESURE", id("d00", "n"), "ENFANT", id("e00", "e"));
        versions(exercees, "c13", "EXERCEE", "MESURE", id("d00", "n"), id("e00", "e"), "n", "j + a", "j + a + d", "n % 9 > 0", "j + a + 2", dimensions);
        versions(exercees + " and n % 5 = 3", "c14", "CONFIE", "MESURE", id("d00", "n"), id("e00", "e"), "n", "j + a", "j + a + d", "n % 9 > 0", "j + a + 2", dimensions);
        evenement(exercees + " and n % 3 = 0 and j + a + 150 < " + JOURS, "a13", "mesure.renouvelee", "n", "j + a + 150", "j + a + 151", unite("n"), dimensions, "MESURE",
                id("d00", "n"), "ENFANT", id("e00", "e"));
    }

    private void projets(long projets) throws SQLException {
        String de = "from (select n, n * " + (JOURS - 400) + " / " + (projets + 1) + " as j, n * 17 % 120 as d from generate_series(cast(1 as bigint), " + projets + ") n) x";
        evenement(de, "a21", "projet.ouvert", "n", "j", "j", unite("n"), "'{}'", "PROJET", id("d10", "n"), "ENFANT", id("e00", "n"));
        evenement(de, "a22", "projet.etabli", "n", "j + d", "j + d", unite("n"), "'{}'", "PROJET", id("d10", "n"), "ENFANT", id("e00", "n"));
        versions(de, "c21", "PROJET", "PROJET", id("d10", "n"), id("e00", "n"), "n", "j", "j + 900", "true", "j", "'{}'");
        versions(de, "c22", "PROJET_VALIDE", "PROJET", id("d10", "n"), id("e00", "n"), "n", "j + d", "j + d + 365", "true", "j + d", "'{\"produit\":\"MEP\"}'");
    }

    /** Events that are counted nowhere, about the same IPs, a slice at a time: what a log mostly is. */
    private void remplir(long combien, long ips) throws SQLException {
        long tranche = 2_000_000;
        for (long du = 0; du < combien; du += tranche) {
            long au = Math.min(combien, du + tranche);
            String de = "from (select n, n * " + JOURS + " / " + (combien + 1) + " as j from generate_series(cast(" + (du + 1) + " as bigint), " + au + ") n) x";
            evenement(de, "a91", "evaluation.acte", "n", "j", "j", unite("n"), "'{}'", "IP", id("b00", "1 + n % " + ips));
        }
    }
}
