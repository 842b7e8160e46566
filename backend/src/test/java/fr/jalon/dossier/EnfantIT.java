package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TestIntegration
class EnfantIT {

    private static final String ICI = "cdas-redon";
    private static final String IDENTITE = """
            {"version":%d,"enfant":{"nom":"%s","prenoms":"%s","nonNomme":false,"sexe":"FILLE",
             "naissance":{"precision":"EXACTE","le":"%s"},"personneSeDeclarantMineure":false}}""";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private Berceau berceau;
    @Autowired
    private RechercheEnfants recherche;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;

    private UUID agent;

    @BeforeEach
    void un_agent() {
        agent = gens.de(Role.RESPONSABLE_CDAS, ICI);
    }

    @Test
    void a_page_tells_age_alerts_dates_and_rights_and_its_opening_is_journaled() throws Exception {
        LocalDate naissance = horloge.aujourdhui().minusMonths(14);
        UUID enfant = berceau.enfant("Riou", "Gaïd", Naissance.exacte(naissance), ICI);
        page(agent, enfant).andExpect(status().isOk()).andExpect(jsonPath("$.identite.age").value("14\u00a0mois"))
                .andExpect(jsonPath("$.alertes[*].code", hasItem("MOINS_DE_DEUX_ANS")))
                .andExpect(jsonPath("$.prochaines[0].libelle").value("Majorité"))
                .andExpect(jsonPath("$.prochaines[0].le").value(naissance.plusYears(18).toString()))
                .andExpect(jsonPath("$.unites[0].nom").value("CDAS Redon")).andExpect(jsonPath("$.droits.ecrire").value(true));
        assertThat(jdbc.sql("select count(*) from journal_acces where sujet_id = ? and genre = 'OUVERTURE' and utilisateur_id = ?").params(enfant, agent)
                .query(Long.class).single()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"OBSERVATOIRE", "ADMINISTRATEUR"})
    void whoever_counts_or_administers_opens_no_file_though_they_have_the_whole_departement(Role role) throws Exception {
        UUID enfant = berceau.enfant("Riou", "Nominoe", "2014-01-01", ICI);
        page(gens.de(role, null), enfant).andExpect(status().isNotFound());
    }

    @Test
    void out_of_the_territory_a_file_does_not_exist_and_the_refusal_is_journaled() throws Exception {
        UUID enfant = berceau.enfant("Riou", "Budoc", "2014-01-01", "cdas-combourg");
        page(agent, enfant).andExpect(status().isNotFound());
        envoyer(agent, put("/api/enfants/" + enfant + "/identite"), IDENTITE.formatted(0, "X", "Y", "2014-01-01")).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select count(*) from journal_acces where sujet_id = ? and genre = 'REFUS'").param(enfant).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void a_file_is_opened_in_a_unit_of_one_s_own_by_whoever_writes_on_files() throws Exception {
        String corps = "{\"unite\":\"%s\",\"enfant\":{\"nom\":\"%s\",\"prenoms\":\"Riwal\",\"nonNomme\":false,\"sexe\":\"GARCON\",\"naissance\":{\"precision\":\"VERS\",\"le\":\"2015-01-01\"},\"personneSeDeclarantMineure\":false}}";
        envoyer(agent, post("/api/enfants"), corps.formatted("cdas-combourg", "Ollivro")).andExpect(status().isForbidden());
        envoyer(gens.de(Role.SUPERVISEUR, null), post("/api/enfants"), corps.formatted(ICI, "Ollivro")).andExpect(status().isForbidden());
        envoyer(agent, post("/api/enfants"), "{\"unite\":\"cdas-redon\"}").andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("enfant"));
        String cree = envoyer(agent, post("/api/enfants"), corps.formatted(ICI, "Ollivro")).andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        page(agent, UUID.fromString(JsonPath.read(cree, "$.id"))).andExpect(jsonPath("$.identite.age").value(org.hamcrest.Matchers.startsWith("environ")));
    }

    @Test
    void a_corrected_name_keeps_the_former_one_findable_and_a_second_corrector_is_told_who_was_first() throws Exception {
        UUID enfant = berceau.enfant("Stephanne", "Azilis", "2013-06-07", ICI);
        envoyer(agent, put("/api/enfants/" + enfant + "/identite"), IDENTITE.formatted(0, "Quemper", "Azilis", "2013-06-17")).andExpect(status().isNoContent());
        assertThat(gens.en(agent, () -> recherche.rechercher("stephanne azilis", null, false, 5)).cartes()).extracting(CarteEnfant::id).containsExactly(enfant);
        page(agent, enfant).andExpect(jsonPath("$.autresNoms[0].nom").value("Stephanne")).andExpect(jsonPath("$.identite.nom").value("Quemper"));
        envoyer(gens.de(Role.REF, ICI), put("/api/enfants/" + enfant + "/identite"), IDENTITE.formatted(0, "Autre", "Azilis", "2013-06-17"))
                .andExpect(status().isConflict()).andExpect(jsonPath("$.conflit.par").value("Essai Responsable d’unité"));
    }

    @Test
    void a_date_in_the_future_is_refused_at_its_field_and_an_unreadable_one_too() throws Exception {
        UUID enfant = berceau.enfant("Riou", "Katell", "2014-01-01", ICI);
        envoyer(agent, put("/api/enfants/" + enfant + "/identite"), IDENTITE.formatted(0, "Riou", "Katell", horloge.aujourdhui().plusDays(1)))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("enfant.naissance.le"));
        envoyer(agent, put("/api/enfants/" + enfant + "/identite"), IDENTITE.formatted(0, "Riou", "Katell", "hier"))
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.erreurs[0].champ").value("enfant.naissance.le"));
        envoyer(agent, put("/api/enfants/" + enfant + "/identite"),
                "{\"version\":0,\"enfant\":{\"nom\":\"Riou\",\"prenoms\":\"\",\"nonNomme\":false,\"naissance\":{\"precision\":\"EXACTE\"},\"personneSeDeclarantMineure\":false}}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("enfant.naissance.le"));
        envoyer(agent, post("/api/enfants/" + enfant + "/deces"), "{\"version\":0,\"le\":\"2013-01-01\"}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("le"));
    }

    @Test
    void a_child_to_be_born_is_born_once_under_the_same_file() throws Exception {
        UUID enfant = berceau.enfant("Toulemont", "", Naissance.aNaitre(horloge.aujourdhui().plusDays(20)), ICI);
        page(agent, enfant).andExpect(jsonPath("$.identite.affiche").value("Enfant à naître Toulemont")).andExpect(jsonPath("$.alertes[0].code").value("A_NAITRE"))
                .andExpect(jsonPath("$.prochaines[0].libelle").value("Naissance attendue"));
        String naissance = "{\"version\":0,\"le\":\"%s\",\"prenoms\":\"Soazig\",\"sexe\":\"FILLE\"}".formatted(horloge.aujourdhui());
        envoyer(agent, post("/api/enfants/" + enfant + "/naissance"), naissance).andExpect(status().isNoContent());
        page(agent, enfant).andExpect(jsonPath("$.identite.affiche").value("Soazig Toulemont")).andExpect(jsonPath("$.identite.age").value("0\u00a0jour"));
        envoyer(agent, post("/api/enfants/" + enfant + "/naissance"), naissance.replace("\"version\":0", "\"version\":1")).andExpect(status().isConflict());
        assertThat(jdbc.sql("select count(*) from evenement e join evenement_sujet s on s.evenement_id = e.id where s.sujet_id = ? and e.type = 'enfant.ne'")
                .param(enfant).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void holders_are_each_child_s_own_are_said_once_for_the_fratrie_and_end_on_a_day() throws Exception {
        UUID un = berceau.enfant("Cadic", "Iwen", "2014-01-01", ICI);
        UUID deux = berceau.enfant("Cadic", "Lena", "2016-01-01", ICI);
        envoyer(agent, post("/api/enfants/" + un + "/liens"), "{\"enfantId\":\"%s\",\"genre\":\"FRATRIE\"}".formatted(deux)).andExpect(status().isNoContent());
        envoyer(agent, post("/api/enfants/" + un + "/titulaires"),
                "{\"adulte\":{\"nom\":\"Cadic\",\"prenoms\":\"Anne\",\"civilite\":\"MADAME\"},\"qualite\":\"MERE\",\"exercice\":\"EXCLUSIF\",\"aussi\":[\"%s\"]}".formatted(deux))
                .andExpect(status().isNoContent());
        String page = page(agent, un).andExpect(jsonPath("$.titulaires[0].affiche").value("Mme\u00a0Anne Cadic"))
                .andExpect(jsonPath("$.liens[0].affiche").value("Lena Cadic")).andReturn().getResponse().getContentAsString();
        String lien = JsonPath.read(page, "$.titulaires[0].id");
        String adulte = JsonPath.read(page, "$.titulaires[0].adulteId");
        page(agent, deux).andExpect(jsonPath("$.titulaires[0].adulteId").value(adulte))
                .andExpect(jsonPath("$.liens[0].adultes[0].adulteId").value(adulte));
        // The same adult again is refused while the tie stands; an unknown one is nobody.
        envoyer(agent, post("/api/enfants/" + un + "/titulaires"), "{\"adulteId\":\"%s\",\"qualite\":\"MERE\",\"exercice\":\"CONJOINT\"}".formatted(adulte))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("adulteId"));
        envoyer(agent, post("/api/enfants/" + un + "/titulaires"), "{\"adulteId\":\"%s\",\"qualite\":\"MERE\",\"exercice\":\"CONJOINT\"}".formatted(UUID.randomUUID()))
                .andExpect(status().isNotFound());
        envoyer(agent, post("/api/enfants/" + un + "/titulaires/" + lien + "/fin"), "{\"le\":\"%s\"}".formatted(horloge.aujourdhui().minusDays(1))).andExpect(status().isNoContent());
        page(agent, un).andExpect(jsonPath("$.titulaires[0].actuel").value(false));
        page(agent, deux).andExpect(jsonPath("$.titulaires[0].actuel").value(true));
        envoyer(gens.de(Role.SUPERVISEUR, null), post("/api/enfants/" + un + "/titulaires"), "{\"adulteId\":\"%s\",\"qualite\":\"MERE\",\"exercice\":\"CONJOINT\"}".formatted(adulte))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_withheld_address_is_on_no_screen_and_is_shown_on_purpose_to_whoever_works_on_the_file() throws Exception {
        UUID enfant = berceau.enfant("Morizur", "Enora", "2014-01-01", ICI);
        envoyer(agent, post("/api/enfants/" + enfant + "/foyers"), """
                {"foyer":{"libelle":"Chez sa mère","adresse":"3 rue Secrète","codePostal":"35600","commune":"Bain-de-Bretagne","telephone":"0600000000",
                 "adresseProtegee":true,"protectionMotif":"Ordonnance de protection"},"principal":true}""").andExpect(status().isNoContent());
        String page = page(agent, enfant).andExpect(jsonPath("$.foyers[0].adresseProtegee").value(true)).andReturn().getResponse().getContentAsString();
        String carte = mvc.perform(post("/api/enfants/recherche").with(gens.comme(agent)).contentType("application/json").content("{\"q\":\"morizur enora\"}"))
                .andReturn().getResponse().getContentAsString();
        assertThat(page + carte).doesNotContain("Secrète").doesNotContain("Bain-de-Bretagne").doesNotContain("0600000000").doesNotContain("35600");
        String foyer = JsonPath.read(page, "$.foyers[0].foyerId");
        envoyer(gens.de(Role.SUPERVISEUR, null), post("/api/enfants/" + enfant + "/foyers/" + foyer + "/adresse-protegee"), "{}").andExpect(status().isForbidden());
        envoyer(agent, post("/api/enfants/" + enfant + "/foyers/" + foyer + "/adresse-protegee"), "{}").andExpect(status().isOk())
                .andExpect(content().string(containsString("Bain-de-Bretagne")));
        assertThat(jdbc.sql("select count(*) from journal_acces where sujet_id = ? and genre = 'OUVERTURE'").param(UUID.fromString(foyer)).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void a_supervisor_names_the_holders_of_a_file_and_nobody_else_opens_or_finds_it() throws Exception {
        UUID enfant = berceau.enfant("Salaun", "Padrig", "2014-01-01", ICI);
        UUID superviseur = gens.de(Role.SUPERVISEUR, null);
        String corps = "{\"version\":0,\"restreint\":%s,\"designes\":[%s],\"motif\":\"%s\"}";
        envoyer(agent, put("/api/enfants/" + enfant + "/restriction"), corps.formatted(true, "\"" + agent + "\"", "Enfant d’un collègue")).andExpect(status().isForbidden());
        envoyer(superviseur, put("/api/enfants/" + enfant + "/restriction"), corps.formatted(true, "", "Enfant d’un collègue"))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("designes"));
        envoyer(superviseur, put("/api/enfants/" + enfant + "/restriction"), corps.formatted(true, "\"" + gens.de(Role.REF, "cdas-combourg") + "\"", "motif"))
                .andExpect(status().isUnprocessableEntity());
        envoyer(superviseur, put("/api/enfants/" + enfant + "/restriction"), corps.formatted(true, "\"" + superviseur + "\"", "Enfant d’un collègue")).andExpect(status().isNoContent());
        page(agent, enfant).andExpect(status().isNotFound());
        page(superviseur, enfant).andExpect(status().isOk()).andExpect(jsonPath("$.alertes[0].code").value("RESTREINT"));
        envoyer(superviseur, put("/api/enfants/" + enfant + "/restriction"), corps.formatted(false, "", "Le collègue est parti").replace("\"version\":0", "\"version\":1"))
                .andExpect(status().isNoContent());
        page(agent, enfant).andExpect(status().isOk());
    }

    @Test
    void who_opened_a_file_is_told_to_whoever_supervises_and_to_nobody_else() throws Exception {
        UUID enfant = berceau.enfant("Omnes", "Tudi", "2014-01-01", ICI);
        page(agent, enfant);
        page(agent, enfant);
        mvc.perform(get("/api/enfants/" + enfant + "/journal").with(gens.comme(agent))).andExpect(status().isForbidden());
        mvc.perform(get("/api/enfants/" + enfant + "/journal").with(gens.comme(gens.de(Role.SUPERVISEUR, null)))).andExpect(status().isOk())
                .andExpect(jsonPath("$.lignes[?(@.quoi=='A ouvert le dossier')].fois").value(2));
    }

    @Test
    void the_header_finds_children_by_name_and_files_by_number() throws Exception {
        UUID enfant = berceau.enfant("Guezennec", "Yuna", "2014-01-01", ICI);
        mvc.perform(post("/api/enfants/recherche-globale").with(gens.comme(agent)).contentType("application/json").content("{\"q\":\"guezenec yuna\"}"))
                .andExpect(jsonPath("$.enfants[0].id").value(enfant.toString()));
        UUID ailleurs = UUID.randomUUID();
        jdbc.sql("""
                insert into information_entrante(id, numero, recue_le, saisie_le, mode, nature, origine, faits, unite_id, etat)
                values (?, 'INF-2019-7411', now(), now(), 'TELEPHONE', 'INFORMATION', 'ECOLE', 'faits', ?, 'A_ANALYSER')""").params(ailleurs, ICI).update();
        mvc.perform(post("/api/enfants/recherche-globale").with(gens.comme(agent)).contentType("application/json").content("{\"q\":\"inf 2019 7411\"}"))
                .andExpect(jsonPath("$.dossiers.length()").value(0));
        jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('INFORMATION', ?, ?, 'RECUEIL')").params(ailleurs, ICI).update();
        mvc.perform(post("/api/enfants/recherche-globale").with(gens.comme(agent)).contentType("application/json").content("{\"q\":\"7411\"}"))
                .andExpect(jsonPath("$.dossiers[0].reference").value("INF-2019-7411"));
    }

    private ResultActions page(UUID qui, UUID enfant) throws Exception {
        return mvc.perform(get("/api/enfants/" + enfant).with(gens.comme(qui)));
    }

    private ResultActions envoyer(UUID qui, MockHttpServletRequestBuilder demande, String corps) throws Exception {
        return mvc.perform(demande.with(gens.comme(qui)).contentType("application/json").content(corps));
    }
}
