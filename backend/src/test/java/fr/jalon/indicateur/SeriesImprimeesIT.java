package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

import fr.jalon.contrat.Evolutions;
import fr.jalon.contrat.Grandeur;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * The series fiches 6, 19 and 22 print, replayed as the events and periods they tell of, in a database of their own. The figures come from the
 * shipped {@code valeurs.csv}; the changes are computed and compared to what anybody finds with a pencil.
 */
@TestIntegration
@TestPropertySource(properties = "jalon.essai=series-imprimees")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeriesImprimeesIT {

    private static final String UNITE = "cdas-redon";

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Comptage comptage;
    @Autowired
    private DocumentsDuCatalogue documents;

    /** Printed results of a row by year; the first of a year, where the row prints several perimeters. */
    private TreeMap<Integer, Integer> imprimees(String code) {
        TreeMap<Integer, Integer> lues = new TreeMap<>();
        documents.valeurs(code).stream().filter(v -> v.type() == ValeurImprimee.TypeValeur.REALISE && v.valeur() != null
                && v.annee().matches("\\d{4}")).forEach(v -> lues.putIfAbsent(Integer.valueOf(v.annee()), v.valeur().intValueExact()));
        return lues;
    }

    @BeforeAll
    void rejouer() {
        imprimees("35-F06-01").forEach((annee, n) -> jdbc.sql("""
                with recues as (select gen_random_uuid() as id, gen_random_uuid() as information, date '%1$d-01-01' + (i %% 365) as jour from generate_series(1, %2$d) i),
                    evenements as (insert into evenement(id, type, survenu_le, jour, enregistre_le, unite_id, dimensions)
                        select id, 'information.recue', jour + time '12:00', jour, now(), '%3$s', '{"comptee": "OUI"}' from recues)
                insert into evenement_sujet(evenement_id, sujet_type, sujet_id) select id, 'INFORMATION', information from recues"""
                .formatted(annee, n, UNITE)).update());
        imprimees("35-F06-02").forEach((annee, n) -> jdbc.sql("""
                with rendus as (select gen_random_uuid() as id, gen_random_uuid() as ip, date '%1$d-01-01' + (i %% 365) as jour from generate_series(1, %2$d) i),
                    traitements as (insert into periode(version_id, periode_id, genre, sujet_type, sujet_id, unite_id, debut, fin)
                        select gen_random_uuid(), gen_random_uuid(), 'TRAITEMENT', 'IP', ip, '%3$s', jour - 80, jour + 5 from rendus),
                    evenements as (insert into evenement(id, type, survenu_le, jour, enregistre_le, unite_id, dimensions)
                        select id, 'ip.rapport-rendu', jour + time '12:00', jour, now(), '%3$s', '{}' from rendus)
                insert into evenement_sujet(evenement_id, sujet_type, sujet_id) select id, 'IP', ip from rendus""".formatted(annee, n, UNITE)).update());
        // Fiche 19: children supported some day of the year, each by one measure of that year.
        imprimees("35-F19-01").forEach((annee, n) -> mesures(n, "EXERCEE", "MEP", "AEMO", LocalDate.of(annee, 2, 1), LocalDate.of(annee, 11, 1)));
        // Waiting on the day the document reads, decided a month before, started a day later.
        TreeMap<Integer, LocalDate> arretes = new TreeMap<>();
        arretes.put(2019, LocalDate.of(2020, 3, 2));
        arretes.put(2020, LocalDate.of(2020, 12, 31));
        arretes.put(2021, LocalDate.of(2022, 1, 31));
        arretes.put(2022, LocalDate.of(2022, 12, 31));
        arretes.put(2023, LocalDate.of(2023, 12, 31));
        imprimees("35-F19-03").forEach((annee, n) -> mesures(n, "ATTENTE_EXERCICE", "MEP", "AEMO", arretes.get(annee).minusDays(30), arretes.get(annee).plusDays(1)));
        // Fiche 22: came of age in care on 10 June; young adults of the year, some of whom left, the others going on to the next year.
        imprimees("35-F22-01").forEach((annee, n) -> majorites(n, LocalDate.of(annee, 6, 10)));
        jeunesMajeurs();
    }

    /** 739 in 2021, 214 of whom left that year; 759 in 2022, 214 left; 700 on 30 June 2023, 873 in the year. */
    private void jeunesMajeurs() {
        int partis = imprimees("35-F22-08").get(2021);
        int de2021 = imprimees("35-F22-07").get(2021);
        int de2022 = imprimees("35-F22-07").get(2022);
        int de2023 = imprimees("35-F22-07").get(2023);
        int juin = imprimees("35-F22-02").get(2023);
        mesures(partis, "EXERCEE", "APJM", "APJM", LocalDate.of(2021, 1, 1), LocalDate.of(2021, 9, 1));
        int restent = de2021 - partis;
        mesures(imprimees("35-F22-08").get(2022), "EXERCEE", "APJM", "APJM", LocalDate.of(2021, 2, 1), LocalDate.of(2022, 9, 1));
        mesures(restent - imprimees("35-F22-08").get(2022), "EXERCEE", "APJM", "APJM", LocalDate.of(2021, 3, 1), null);
        mesures(de2022 - restent, "EXERCEE", "APJM", "APJM", LocalDate.of(2022, 3, 1), null);
        int debut2023 = de2022 - imprimees("35-F22-08").get(2022);
        mesures(juin - debut2023, "EXERCEE", "APJM", "APJM", LocalDate.of(2023, 2, 1), null);
        mesures(de2023 - juin, "EXERCEE", "APJM", "APJM", LocalDate.of(2023, 7, 1), null);
    }

    private void mesures(int n, String genre, String produit, String base, LocalDate du, LocalDate au) {
        jdbc.sql("""
                with m as (select gen_random_uuid() as id, gen_random_uuid() as enfant from generate_series(1, :n)),
                    entieres as (insert into periode(version_id, periode_id, genre, sujet_type, sujet_id, enfant_id, unite_id, dimensions, debut, fin)
                        select gen_random_uuid(), gen_random_uuid(), 'MESURE', 'MESURE', id, enfant, :unite, cast(:d as jsonb), :du, :au from m)
                insert into periode(version_id, periode_id, genre, sujet_type, sujet_id, enfant_id, unite_id, dimensions, debut, fin)
                select gen_random_uuid(), gen_random_uuid(), :genre, 'MESURE', id, enfant, :unite, cast(:d as jsonb), :du, :au from m""")
                .param("n", n).param("genre", genre).param("unite", UNITE).param("du", du).param("au", au, java.sql.Types.DATE)
                .param("d", "{\"produit\": \"%s\", \"base\": \"%s\", \"cadre\": \"%s\"}".formatted(produit, base, "APJM".equals(base) ? "ADMINISTRATIF" : "JUDICIAIRE"))
                .update();
    }

    private void majorites(int n, LocalDate dixHuit) {
        jdbc.sql("""
                with m as (select gen_random_uuid() as id, gen_random_uuid() as enfant from generate_series(1, :n)),
                    enfants as (insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le)
                        select enfant, 'Essai', 'Enfant', 'INCONNU', 'EXACTE', :ne, now() from m),
                    parcours as (insert into periode(version_id, periode_id, genre, sujet_type, sujet_id, enfant_id, unite_id, debut, fin)
                        select gen_random_uuid(), gen_random_uuid(), 'AUTONOMIE', 'AUTONOMIE', gen_random_uuid(), enfant, :unite, :seize, :le from m)
                insert into periode(version_id, periode_id, genre, sujet_type, sujet_id, enfant_id, unite_id, dimensions, debut, fin)
                select gen_random_uuid(), gen_random_uuid(), 'CONFIE', 'MESURE', id, enfant, :unite, '{"base": "PLACEMENT_ASE", "accueil": "OUI"}', :seize, :le from m""")
                .param("n", n).param("ne", dixHuit.minusYears(18)).param("unite", UNITE).param("seize", dixHuit.minusYears(2)).param("le", dixHuit).update();
    }

    private void rend(String ligne) {
        TreeMap<Integer, Integer> attendues = imprimees(ligne);
        assertThat(attendues).isNotEmpty();
        comptage.table(List.of(ligne), attendues.firstKey(), attendues.lastKey(), Connu.maintenant()).get(0).chiffres();
        attendues.forEach((annee, n) -> assertThat(compte(ligne, annee)).as(ligne + " en " + annee).isEqualByComparingTo(String.valueOf(n)));
    }

    private BigDecimal compte(String ligne, int annee) {
        return comptage.compter(ligne, annee, Connu.maintenant(), null).valeur();
    }

    private String evolution(String ligne, int de, int a) {
        return Evolutions.entre(de, Grandeur.de(compte(ligne, de)), a, Grandeur.de(compte(ligne, a)), false).texte();
    }

    @Test
    void sheet_six_gives_back_what_it_prints_and_the_right_changes() {
        rend("35-F06-01");
        rend("35-F06-02");
        assertThat(evolution("35-F06-01", 2019, 2023)).isEqualTo("+28,7\u00a0%");
        assertThat(evolution("35-F06-02", 2019, 2023)).isEqualTo("+32,8\u00a0%");
        // The text announces +16,6 % evaluated from 2019 to 2020; its own figures say otherwise.
        assertThat(evolution("35-F06-02", 2019, 2020)).isEqualTo("+13,6\u00a0%");
        assertThat(evolution("35-F06-01", 2020, 2021)).isEqualTo("+11,3\u00a0%");
    }

    @Test
    void sheet_nineteen_gives_back_what_it_prints_and_the_waiting_list_rises() {
        rend("35-F19-01");
        rend("35-F19-03");
        // Captioned « évolution positive car baisse du nombre de mesures en attente ».
        assertThat(evolution("35-F19-03", 2022, 2023)).isEqualTo("+59,0\u00a0%");
        assertThat(evolution("35-F19-01", 2020, 2023)).as("the printed 2020-2023 column repeats 2020-2021: 6 %").isEqualTo("+16,0\u00a0%");
    }

    @Test
    void sheet_twenty_two_gives_back_what_it_prints_but_the_stocks_that_cannot_hold_beside_the_exits() {
        rend("35-F22-01");
        rend("35-F22-07");
        assertThat(compte("35-F22-08", 2021)).isEqualByComparingTo("214");
        assertThat(compte("35-F22-08", 2022)).isEqualByComparingTo("214");
        assertThat(compte("35-F22-02", 2023)).as("on 30 June").isEqualByComparingTo("700");
        // Printed: 739 and 759 on 31 December, which are the numbers of the whole year, 214 of whom had left by then.
        assertThat(compte("35-F22-02", 2021)).isEqualByComparingTo("525");
        assertThat(compte("35-F22-02", 2022)).isEqualByComparingTo("545");
    }
}
