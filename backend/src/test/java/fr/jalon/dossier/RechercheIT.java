package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@TestIntegration
class RechercheIT {

    private static final String ICI = "cdas-redon";
    private static final String AILLEURS = "cdas-combourg";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private Berceau berceau;
    @Autowired
    private RechercheEnfants recherche;
    @Autowired
    private JdbcClient jdbc;

    private UUID agent;

    @BeforeEach
    void un_agent() {
        agent = gens.de(Role.RESPONSABLE_CDAS, ICI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kermadec-Le Goff Maëlys", "kermadec le goff maelys", "Maëlys Kermadec Le Goff", "KERMADEC LEGOFF MAËLYS",
        "kermadek maelis", "Kermadc Maelys", "maelys kermadec 12/03/2016", "maelys kermadec 03/2016", "kermadec maelys vers 2015",
        "kermadec maelys 03/12/2016", "qermadec maelyss"})
    void a_child_is_found_whatever_the_spelling_the_order_or_the_date(String ligne) {
        UUID enfant = jdbc.sql("select id from enfant where nom = 'Kermadec-Le Goff' and fusionne_vers is null limit 1").query(UUID.class).optional()
                .orElseGet(() -> berceau.enfant("Kermadec-Le Goff", "Maëlys Anne", "2016-03-12", ICI));
        assertThat(trouves(ligne)).startsWith(enfant);
    }

    @Test
    void a_known_birth_date_brings_its_child_before_homonyms_born_otherwise() {
        UUID autre = berceau.enfant("Quéméneur", "Lucas", "2012-05-06", ICI);
        UUID bon = berceau.enfant("Quéméneur", "Lucas", "2016-11-30", ICI);
        UUID sansDate = berceau.enfant("Quéméneur", "Lucas", Naissance.inconnue(), ICI);
        assertThat(trouves("quemeneur lucas 30/11/2016")).containsExactly(bon, sansDate, autre);
        assertThat(trouves("quemeneur lucas 05/2012")).startsWith(autre);
    }

    @Test
    void a_birth_date_alone_finds_the_children_born_that_day() {
        UUID enfant = berceau.enfant("Tanguy", "Yuna", "1999-02-28", ICI);
        assertThat(trouves("28/02/1999")).containsExactly(enfant);
    }

    @Test
    void an_unnamed_child_and_a_child_to_be_born_are_found_by_their_family_name() {
        UUID attendu = berceau.enfant("Abgrallion", "", Naissance.aNaitre(LocalDate.now().plusMonths(2)), ICI);
        assertThat(trouves("abgralion")).containsExactly(attendu);
    }

    @Test
    void out_of_the_territory_the_answer_is_only_whom_to_contact() throws Exception {
        berceau.enfant("Ploumanach", "Tristan", "2014-01-15", AILLEURS);
        chercher(agent, "ploumanac tristan 15/01/2014").andExpect(status().isOk())
                .andExpect(jsonPath("$.cartes.length()").value(1)).andExpect(jsonPath("$.cartes[0].id").doesNotExist())
                .andExpect(jsonPath("$.cartes[0].nom").doesNotExist()).andExpect(jsonPath("$.cartes[0].correspondance").doesNotExist())
                .andExpect(jsonPath("$.cartes[0].contacter[0].nom").value("CDAS Combourg"));
        // A name that only looks like it, or one word, says nothing of who is known elsewhere.
        chercher(agent, "ploumanac tristan").andExpect(jsonPath("$.cartes.length()").value(0));
        chercher(agent, "ploumanach").andExpect(jsonPath("$.cartes.length()").value(0));
    }

    @Test
    void a_child_in_sight_is_never_pushed_out_by_homonyms_elsewhere() {
        for (int i = 0; i < 60; i++) {
            berceau.enfant("Le Bihannic", "Enora", "2010-01-" + String.format("%02d", 1 + i % 28), AILLEURS);
        }
        UUID ici = berceau.enfant("Le Bihannic", "Enora", "2011-02-03", ICI);
        assertThat(trouves("le bihannic enora")).contains(ici);
    }

    @Test
    void a_restricted_file_is_silent_to_the_searcher_and_tells_its_holders_once_a_day() throws Exception {
        UUID enfant = berceau.enfant("Trevidic", "Gwenole", "2015-07-08", ICI);
        UUID designe = gens.de(Role.REF, ICI);
        restreindre(enfant, designe);

        for (String ligne : List.of("trevidic gwenole 08/07/2015", "Trévidic Gwénolé")) {
            chercher(agent, ligne).andExpect(status().isOk()).andExpect(jsonPath("$.cartes.length()").value(0));
        }
        assertThat(gens.en(agent, () -> recherche.enVue("trevidic"))).isEmpty();
        assertThat(gens.en(designe, () -> recherche.enVue("trevidic"))).containsExactly(enfant);

        mvc.perform(get("/api/enfants/alertes").with(gens.comme(designe))).andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].enfantId").value(enfant.toString())).andExpect(jsonPath("$[0].vue").value(false))
                .andExpect(jsonPath("$[0].unites[0]").value("CDAS Redon"));
        assertThat(jdbc.sql("""
                select count(*) from evenement e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type = 'rappel.emis' and e.dimensions->>'motif' = 'RECHERCHE_RESTREINTE'""").param(enfant)
                .query(Long.class).single()).isEqualTo(1);
        mvc.perform(get("/api/enfants/alertes").with(gens.comme(agent))).andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void a_notice_is_marked_as_seen_by_its_holder_only() throws Exception {
        UUID enfant = berceau.enfant("Kerangal", "Soizic", "2013-04-05", ICI);
        UUID designe = gens.de(Role.REF, ICI);
        restreindre(enfant, designe);
        chercher(agent, "kerangal soizic");
        String alerte = jdbc.sql("select id from alerte_recherche where enfant_id = ?").param(enfant).query(UUID.class).single().toString();
        mvc.perform(post("/api/enfants/alertes/" + alerte + "/vue").with(gens.comme(agent))).andExpect(status().isNotFound());
        mvc.perform(post("/api/enfants/alertes/" + alerte + "/vue").with(gens.comme(designe))).andExpect(status().isNoContent());
        mvc.perform(get("/api/enfants/alertes").with(gens.comme(designe))).andExpect(jsonPath("$[0].vue").value(true));
    }

    @Test
    void one_search_is_one_journal_line_with_a_number_and_no_name() throws Exception {
        long avant = lignes();
        chercher(agent, "personne inconnue");
        assertThat(lignes()).isEqualTo(avant + 1);
        assertThat(jdbc.sql("select quoi is null and sujet_id is null and nombre = 0 from journal_acces where utilisateur_id = ? and genre = 'RECHERCHE'")
                .param(agent).query(Boolean.class).single()).isTrue();
    }

    @Test
    void what_is_under_way_stands_on_the_card_of_the_child() throws Exception {
        UUID enfant = berceau.enfant("Guivarchel", "Nolwenn", "2014-09-09", ICI);
        UUID information = UUID.randomUUID();
        jdbc.sql("""
                insert into information_entrante(id, numero, recue_le, saisie_le, mode, nature, origine, faits, unite_id, etat)
                values (?, ?, now(), now(), 'TELEPHONE', 'INFORMATION', 'ECOLE', 'faits', ?, 'A_ANALYSER')""")
                .params(information, "INF-ESSAI-" + information, ICI).update();
        jdbc.sql("insert into information_mineur(information_id, enfant_id, ordre) values (?, ?, 0)").params(information, enfant).update();
        chercher(agent, "guivarchel nolwenn").andExpect(jsonPath("$.cartes[0].correspondance").value("EXACTE"))
                .andExpect(jsonPath("$.cartes[0].enCours[0].libelle").value("À analyser"))
                .andExpect(jsonPath("$.cartes[0].enCours[0].lien").value("/informations/" + information));
    }

    @Test
    void whoever_follows_no_file_does_not_search_and_an_impossible_date_is_refused_at_its_field() throws Exception {
        chercher(gens.de(Role.OBSERVATOIRE, null), "martin").andExpect(status().isForbidden());
        mvc.perform(post("/api/enfants/recherche").with(gens.comme(agent)).contentType("application/json")
                        .content("{\"q\":\"martin\",\"naissance\":\"31/02/2016\"}"))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("naissance"));
        chercher(agent, "x".repeat(300)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].message").value(containsString("200")));
        chercher(agent, "'; drop table enfant; --").andExpect(status().isOk());
        chercher(agent, "").andExpect(status().isOk()).andExpect(jsonPath("$.cartes.length()").value(0));
    }

    @Test
    void a_word_being_typed_is_completed() {
        UUID enfant = berceau.enfant("Zéphirinault", "Malo", "2017-06-01", ICI);
        assertThat(gens.en(agent, () -> recherche.rechercher("malo zephi", null, true, 10)).cartes()).extracting(CarteEnfant::id)
                .containsExactly(enfant);
    }

    private void restreindre(UUID enfant, UUID designe) {
        jdbc.sql("update enfant set restreint = true where id = ?").param(enfant).update();
        jdbc.sql("insert into enfant_restriction(enfant_id, utilisateur_id, depuis) values (?, ?, now())").params(enfant, designe).update();
    }

    private List<UUID> trouves(String ligne) {
        return gens.en(agent, () -> recherche.rechercher(ligne, null, false, 10)).cartes().stream().map(CarteEnfant::id).toList();
    }

    private long lignes() {
        return jdbc.sql("select count(*) from journal_acces where genre = 'RECHERCHE' and utilisateur_id = ?").param(agent).query(Long.class).single();
    }

    private ResultActions chercher(UUID qui, String ligne) throws Exception {
        return mvc.perform(post("/api/enfants/recherche").with(gens.comme(qui)).contentType("application/json")
                .content("{\"q\":\"" + ligne + "\"}"));
    }
}
