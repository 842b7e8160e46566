package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@TestIntegration
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndicateursIT {

    private static final String UNITE = "cdas-fictif-8";
    private static final int ANNEE = 2005;

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private Carnet carnet;
    @Autowired
    private CarnetMesures mesures;
    @Autowired
    private JdbcClient jdbc;

    private CarnetMesures.Mesure enAttente;

    @BeforeAll
    void raconter() {
        Carnet.Dossier rendue = carnet.recevoir(LocalDate.of(ANNEE, 2, 1), UNITE, UUID.randomUUID());
        carnet.qualifier(rendue);
        carnet.rendre(rendue, LocalDate.of(ANNEE, 4, 1));
        Carnet.Dossier enRetard = carnet.recevoir(LocalDate.of(ANNEE, 3, 1), UNITE, UUID.randomUUID());
        carnet.qualifier(enRetard);
        // Waiting on the document's day (2 March 2020 for the column of 2019), started since; another one of a service.
        enAttente = mesures.ordonner(LocalDate.of(2019, 11, 4), UNITE, "MEP", false, UUID.randomUUID());
        mesures.demarrer(enAttente, LocalDate.of(2020, 4, 1));
        CarnetMesures.Mesure exercee = mesures.ordonner(LocalDate.of(2019, 1, 7), UNITE, "MEP", false, UUID.randomUUID());
        mesures.affecter(exercee, LocalDate.of(2019, 1, 20), "svc-semo");
        mesures.demarrer(exercee, LocalDate.of(2019, 2, 6));
        ranger(enAttente, "MES-2019-9901");
        ranger(exercee, "MES-2019-9902");
    }

    /** The row a number is read from. */
    private void ranger(CarnetMesures.Mesure m, String numero) {
        jdbc.sql("insert into enfant(id, nom, prenoms, sexe, naissance_precision, naissance_le, cree_le) values (?, 'Essai', 'Enfant', 'INCONNU', 'EXACTE', date '2012-05-04', now())")
                .param(m.enfant).update();
        jdbc.sql("""
                insert into mesure(id, numero, enfant_id, decision_id, origine, cadre, base_legale, produit, etat, unite_id, autorite, decidee_le, saisie_le)
                values (?, ?, ?, ?, 'ORDONNANCE', 'JUDICIAIRE', 'AEMO', 'MEP', 'TERMINEE', ?, 'JUGE_ENFANTS', date '2019-11-04', now())""")
                .params(m.id, numero, m.enfant, UUID.randomUUID(), UNITE).update();
        jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('MESURE', ?, ?, 'PILOTE')").params(m.id, UNITE).update();
    }

    @Test
    void measures_that_waited_are_counted_on_the_day_of_the_document_and_listed_to_who_follows_them() throws Exception {
        UUID superviseur = gens.de(Role.SUPERVISEUR, UNITE);
        mvc.perform(get("/api/indicateurs/annees?du=2019&au=2019&unite=" + UNITE).with(gens.comme(superviseur))).andExpect(status().isOk())
                .andExpect(jsonPath(ligne("MESURES_EN_ATTENTE") + ".valeur", hasItem(1)))
                .andExpect(jsonPath(ligne("MESURES_EN_ATTENTE") + ".le", hasItem("2020-03-02")))
                .andExpect(jsonPath(ligne("ENFANTS_MESURES") + ".valeur", hasItem(1)))
                .andExpect(jsonPath(ligne("DELAI_EXERCICE_MOYEN") + ".valeur", hasItem(30.0)));
        mvc.perform(get("/api/indicateurs/MESURES_EN_ATTENTE/dossiers?annee=2019&unite=" + UNITE).with(gens.comme(superviseur)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.total").value(1)).andExpect(jsonPath("$.dossiers[0].type").value("MESURE"))
                .andExpect(jsonPath("$.dossiers[0].numero").value("MES-2019-9901"));
        mvc.perform(get("/api/indicateurs/MESURES_EN_ATTENTE/dossiers?annee=2019&unite=" + UNITE)
                .with(gens.comme(gens.de(Role.OBSERVATOIRE, null)))).andExpect(status().isForbidden());
        mvc.perform(get("/api/indicateurs/MESURES_EN_ATTENTE/dossiers?annee=2019&unite=" + UNITE)
                .with(gens.comme(gens.de(Role.SUPERVISEUR, "cdas-redon")))).andExpect(status().isForbidden());
    }

    @Test
    void a_measure_for_named_people_only_is_counted_and_not_listed_to_the_others() throws Exception {
        UUID superviseur = gens.de(Role.SUPERVISEUR, UNITE);
        UUID enfant = jdbc.sql("select enfant_id from mesure where numero = 'MES-2019-9901'").query(UUID.class).single();
        jdbc.sql("update enfant set restreint = true where id = ?").param(enfant).update();
        try {
            mvc.perform(get("/api/indicateurs/MESURES_EN_ATTENTE/dossiers?annee=2019&unite=" + UNITE).with(gens.comme(superviseur)))
                    .andExpect(status().isOk()).andExpect(jsonPath("$.total").value(1)).andExpect(jsonPath("$.dossiers").isEmpty());
        } finally {
            jdbc.sql("update enfant set restreint = false where id = ?").param(enfant).update();
        }
    }

    @Test
    void measures_are_split_by_product_frame_and_service_and_ip_are_not() throws Exception {
        UUID observatoire = gens.de(Role.OBSERVATOIRE, null);
        mvc.perform(get("/api/indicateurs/axes/SERVICE?annee=2019&codes=ENFANTS_MESURES,DELAI_EXERCICE_MOYEN&unite=" + UNITE).with(gens.comme(observatoire)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.lignes[?(@.cle=='svc-semo')].libelle", hasItem("SEMO")))
                .andExpect(jsonPath("$.lignes[?(@.cle=='svc-semo')].valeurs[0].valeur", hasItem(1)));
        mvc.perform(get("/api/indicateurs/axes/PRODUIT?annee=2019&codes=MESURES_EN_ATTENTE&unite=" + UNITE).with(gens.comme(observatoire)))
                .andExpect(jsonPath("$.lignes[?(@.cle=='MEP')].libelle", hasItem("Mesure éducative personnalisée")));
        mvc.perform(get("/api/indicateurs/axes/CADRE?annee=2019&codes=IP_RECUES").with(gens.comme(observatoire))).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("codes"));
        mvc.perform(get("/api/indicateurs/axes/LUNE?annee=2019&codes=ENFANTS_MESURES").with(gens.comme(observatoire))).andExpect(status().is4xxClientError());
        mvc.perform(get("/api/indicateurs/axes/CADRE?annee=2019&codes=ENFANTS_MESURES").with(gens.comme(gens.de(Role.EVALUATEUR, UNITE))))
                .andExpect(status().isForbidden());
    }

    private String ligne(String code) {
        return "$.lignes[?(@.indicateur.code=='" + code + "')].valeurs[0]";
    }

    @Test
    void each_indicator_tells_what_it_counts_under_the_words_of_the_document() throws Exception {
        mvc.perform(get("/api/indicateurs").with(gens.comme(gens.de(Role.OBSERVATOIRE, null)))).andExpect(status().isOk())
                .andExpect(jsonPath("$.indicateurs[?(@.reference=='35-F06-01')].libelle", hasItem("Nombre d’IP entrantes")))
                .andExpect(jsonPath("$.indicateurs[?(@.reference=='35-F06-02')].libelle", hasItem("Nombre d’IP évaluées")))
                .andExpect(jsonPath("$.indicateurs[?(@.compte == null || @.date == null || @.compte == '')]", hasSize(0)));
    }

    @Test
    void the_yearly_table_gives_the_figures_their_base_and_why_some_are_not_known() throws Exception {
        mvc.perform(get("/api/indicateurs/annees?du=2005&au=2006&unite=" + UNITE).with(gens.comme(gens.de(Role.OBSERVATOIRE, null))))
                .andExpect(status().isOk())
                .andExpect(jsonPath(ligne("IP_RECUES") + ".valeur", hasItem(2)))
                .andExpect(jsonPath(ligne("IP_EVALUEES") + ".valeur", hasItem(1)))
                .andExpect(jsonPath(ligne("PART_TROIS_MOIS") + ".texte", hasItem("50,0\u00a0%")))
                .andExpect(jsonPath(ligne("PART_TROIS_MOIS") + ".base", hasItem(2)))
                .andExpect(jsonPath(ligne("PART_DELAI_REDUIT") + ".texte", hasItem("n.c.")))
                .andExpect(jsonPath(ligne("PART_DELAI_REDUIT") + ".raison", hasItem(containsString("Aucune date légale"))))
                .andExpect(jsonPath(ligne("IP_RECUES") + ".definitif", hasItem(false)));
    }

    @Test
    void a_year_before_the_first_file_is_not_known_rather_than_zero() throws Exception {
        mvc.perform(get("/api/indicateurs/annees?du=2000&au=2000&unite=" + UNITE).with(gens.comme(gens.de(Role.SUPERVISEUR, null))))
                .andExpect(jsonPath("$.lignes[0].valeurs[0].raison", org.hamcrest.Matchers.anyOf(
                        containsString("avant"), org.hamcrest.Matchers.nullValue())));
    }

    @Test
    void who_follows_a_unit_counts_it_and_no_other() throws Exception {
        UUID superviseur = gens.de(Role.SUPERVISEUR, UNITE);
        mvc.perform(get("/api/indicateurs/annees?du=2005&au=2005").with(gens.comme(superviseur))).andExpect(status().isOk())
                .andExpect(jsonPath(ligne("IP_RECUES") + ".valeur", hasItem(2)));
        mvc.perform(get("/api/indicateurs").with(gens.comme(superviseur))).andExpect(jsonPath("$.unites", hasSize(1)));
        mvc.perform(get("/api/indicateurs/annees?du=2005&au=2005&unite=cdas-redon").with(gens.comme(superviseur)))
                .andExpect(status().isForbidden());
    }

    @Test
    void whoever_neither_counts_nor_supervises_is_refused_everywhere() throws Exception {
        UUID evaluateur = gens.de(Role.EVALUATEUR, UNITE);
        for (String chemin : new String[] {"", "/annees?du=2005&au=2005", "/unites?annee=2005&codes=IP_RECUES",
            "/IP_RECUES/dossiers?annee=2005", "/export?du=2005&au=2005"}) {
            mvc.perform(get("/api/indicateurs" + chemin).with(gens.comme(evaluateur))).andExpect(status().isForbidden());
        }
    }

    @Test
    void the_list_behind_a_figure_has_its_length_and_is_for_whoever_follows_the_files() throws Exception {
        mvc.perform(get("/api/indicateurs/PART_TROIS_MOIS/dossiers?annee=2005&manquants=true&unite=" + UNITE)
                .with(gens.comme(gens.de(Role.SUPERVISEUR, null)))).andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1));
        mvc.perform(get("/api/indicateurs/IP_RECUES/dossiers?annee=2005&unite=" + UNITE).with(gens.comme(gens.de(Role.OBSERVATOIRE, null))))
                .andExpect(status().isForbidden());
    }

    @Test
    void units_are_listed_side_by_side_for_a_year() throws Exception {
        mvc.perform(get("/api/indicateurs/unites?annee=2005&codes=IP_RECUES,PART_TROIS_MOIS")
                .with(gens.comme(gens.de(Role.OBSERVATOIRE, null)))).andExpect(status().isOk())
                .andExpect(jsonPath("$.lignes[?(@.uniteId=='" + UNITE + "')].valeurs[0].valeur", hasItem(2)))
                .andExpect(jsonPath("$.lignes[?(@.uniteId=='" + UNITE + "')].valeurs[1].texte", hasItem("50,0\u00a0%")));
    }

    @Test
    void wrong_years_and_unknown_words_are_refused_in_french() throws Exception {
        UUID observatoire = gens.de(Role.OBSERVATOIRE, null);
        mvc.perform(get("/api/indicateurs/annees?du=2010&au=2005").with(gens.comme(observatoire))).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("du"));
        mvc.perform(get("/api/indicateurs/annees?du=2005&au=2005&unite=lune").with(gens.comme(observatoire)))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(get("/api/indicateurs/INCONNU/dossiers?annee=2005").with(gens.comme(gens.de(Role.SUPERVISEUR, null))))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_finished_year_is_declared_final_once_and_one_under_way_never() throws Exception {
        UUID observatoire = gens.de(Role.OBSERVATOIRE, null);
        mvc.perform(post("/api/indicateurs/exercices/1999/arret").with(gens.comme(observatoire))).andExpect(status().isNoContent());
        mvc.perform(post("/api/indicateurs/exercices/1999/arret").with(gens.comme(observatoire))).andExpect(status().isConflict());
        mvc.perform(post("/api/indicateurs/exercices/" + LocalDate.now().getYear() + "/arret").with(gens.comme(observatoire)))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(post("/api/indicateurs/exercices/1998/arret").with(gens.comme(gens.de(Role.SUPERVISEUR, null))))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_spreadsheet_opens_in_french_and_runs_nothing() throws Exception {
        String csv = mvc.perform(get("/api/indicateurs/export?du=2005&au=2005&unite=" + UNITE)
                .with(gens.comme(gens.de(Role.OBSERVATOIRE, null)))).andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/csv")).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufeffcode;reference;").contains("IP_RECUES;35-F06-01;Nombre d’IP entrantes;IP;" + UNITE + ";2005;2;2;;provisoire;");
        assertThat(csv.lines().skip(1)).allSatisfy(l -> assertThat(l).doesNotMatch("(?s)(^|.*;)[=+@].*"));
    }

    @Test
    void what_leaves_is_hidden_alike_on_the_screen_and_in_the_file() throws Exception {
        UUID observatoire = gens.de(Role.OBSERVATOIRE, null);
        for (int n = 0; n < 12; n++) {
            carnet.recevoir(LocalDate.of(2006, 5, 2), UNITE, UUID.randomUUID());
        }
        String demande = "?du=2005&au=2006&unite=" + UNITE;
        mvc.perform(get("/api/indicateurs/annees" + demande + "&diffusion=PUBLIC").with(gens.comme(observatoire))).andExpect(status().isOk())
                .andExpect(jsonPath("$.diffusion").value("PUBLIC")).andExpect(jsonPath(ligne("IP_RECUES") + ".texte", hasItem("s.")))
                .andExpect(jsonPath(ligne("IP_RECUES") + ".masquee", hasItem(true))).andExpect(jsonPath(ligne("IP_RECUES") + ".valeur", hasItem(org.hamcrest.Matchers.nullValue())))
                .andExpect(jsonPath(ligne("PART_TROIS_MOIS") + ".texte", hasItem("s."))).andExpect(jsonPath(ligne("PART_TROIS_MOIS") + ".base", hasItem(org.hamcrest.Matchers.nullValue())))
                .andExpect(jsonPath("$.lignes[?(@.indicateur.code=='IP_RECUES')].valeurs[1].texte", hasItem("12")));
        String csv = mvc.perform(get("/api/indicateurs/export" + demande + "&diffusion=PUBLIC").with(gens.comme(observatoire))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains(UNITE + ";2005;s.;;;provisoire;").contains(UNITE + ";2006;12;;;provisoire;").doesNotContain(UNITE + ";2005;2;");
        mvc.perform(get("/api/indicateurs/annees" + demande).with(gens.comme(observatoire))).andExpect(jsonPath(ligne("IP_RECUES") + ".texte", hasItem("2")));
        assertThat(jdbc.sql("select count(*) from journal_acces where quoi = 'indicateurs.export.public'").query(Long.class).single()).isPositive();
    }
}
