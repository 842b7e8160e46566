package fr.jalon.tache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.Ids;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EnfantSaisi;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.Sexe;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.processus.Chantier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@TestIntegration
class TachesIT {

    @Autowired
    private MockMvc mvc;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Gens gens;
    @Autowired
    private Chantier chantier;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private Horloge horloge;
    @Autowired
    private TransactionTemplate transaction;

    private String unite;
    private String autreUnite;
    private UUID evaluateur;
    private UUID superviseur;

    /** A unit of its own for each test: other tests of the same database do not show in its lists. */
    @BeforeEach
    void preparer() {
        unite = nouvelleUnite();
        autreUnite = nouvelleUnite();
        evaluateur = gens.de(Role.EVALUATEUR, unite);
        superviseur = gens.de(Role.SUPERVISEUR, null);
    }

    @Test
    void a_list_shows_the_step_in_words_and_the_counters_count_what_the_views_list() throws Exception {
        String evaluation = tache(evaluation());
        information();
        mvc.perform(liste(evaluateur).param("vue", "EQUIPE")).andExpect(status().isOk()).andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.lignes[0].id").value(evaluation))
                .andExpect(jsonPath("$.lignes[0].etapeLibelle").value("Évaluer et rendre le rapport"))
                .andExpect(jsonPath("$.lignes[0].titre").value("Enfant non nommé")).andExpect(jsonPath("$.lignes[0].nonLue").value(true));
        mvc.perform(liste(evaluateur).param("vue", "UNITE")).andExpect(jsonPath("$.total").value(2));
        mvc.perform(get("/api/taches/compteurs").param("vue", "EQUIPE").with(gens.comme(evaluateur)))
                .andExpect(jsonPath("$.moi").value(0)).andExpect(jsonPath("$.equipe").value(1)).andExpect(jsonPath("$.unite").value(2))
                .andExpect(jsonPath("$.nonLues").value(1));
    }

    @Test
    void what_stands_in_another_unit_is_in_no_list_and_its_line_does_not_exist() throws Exception {
        String ailleurs = tache(agir(() -> chantier.enEvaluation(autreUnite, autreUnite)));
        mvc.perform(liste(evaluateur).param("vue", "TOUTES")).andExpect(jsonPath("$.total").value(0));
        mvc.perform(get("/api/taches/" + ailleurs).with(gens.comme(evaluateur))).andExpect(status().isNotFound());
        for (String acte : List.of("prendre", "remettre", "lue")) {
            mvc.perform(acte(ailleurs, acte, evaluateur)).andExpect(status().isNotFound());
        }
        mvc.perform(affecter(List.of(ailleurs), evaluateur, evaluateur)).andExpect(status().isNotFound());
        mvc.perform(liste(superviseur).param("vue", "TOUTES").param("unite", autreUnite)).andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void i_take_a_task_and_a_colleague_is_told_who_has_it() throws Exception {
        String id = tache(evaluation());
        mvc.perform(acte(id, "prendre", evaluateur)).andExpect(status().isNoContent());
        mvc.perform(acte(id, "prendre", evaluateur)).andExpect(status().isNoContent());
        mvc.perform(liste(evaluateur).param("vue", "MOI")).andExpect(jsonPath("$.lignes[0].titulaire.id").value(evaluateur.toString()));

        UUID collegue = gens.de(Role.EVALUATEUR, unite);
        mvc.perform(acte(id, "prendre", collegue)).andExpect(status().isConflict())
                .andExpect(jsonPath("$.conflit.par").value("Essai Évaluateur")).andExpect(jsonPath("$.conflit.le").exists());
        mvc.perform(acte(id, "remettre", collegue)).andExpect(status().isConflict());
        mvc.perform(acte(id, "remettre", evaluateur)).andExpect(status().isNoContent());
        mvc.perform(acte(id, "prendre", collegue)).andExpect(status().isNoContent());
    }

    @Test
    void a_task_is_taken_by_whoever_holds_its_mission_only() throws Exception {
        String id = tache(evaluation());
        UUID ref = gens.de(Role.REF, unite);
        mvc.perform(acte(id, "prendre", ref)).andExpect(status().isForbidden()).andExpect(jsonPath("$.detail").value(containsString("Évaluer")));
        mvc.perform(affecter(List.of(id), evaluateur, ref)).andExpect(status().isForbidden());
    }

    @Test
    void a_supervisor_gives_many_tasks_at_once_or_none() throws Exception {
        String une = tache(evaluation());
        String autre = tache(evaluation());
        String analyse = tache(information());
        mvc.perform(post("/api/taches/affectables").with(gens.comme(superviseur)).contentType("application/json").content(json(List.of(une, autre))))
                .andExpect(jsonPath("$[*].id", hasItem(evaluateur.toString())));
        mvc.perform(post("/api/taches/affectables").with(gens.comme(superviseur)).contentType("application/json").content(json(List.of(une, analyse))))
                .andExpect(jsonPath("$[*].id", not(hasItem(evaluateur.toString()))));

        mvc.perform(affecter(List.of(une, analyse), evaluateur, superviseur)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("utilisateurId"));
        mvc.perform(liste(evaluateur).param("vue", "MOI")).andExpect(jsonPath("$.total").value(0));

        mvc.perform(affecter(List.of(une, autre), evaluateur, superviseur)).andExpect(status().isNoContent());
        mvc.perform(liste(evaluateur).param("vue", "MOI")).andExpect(jsonPath("$.total").value(2));
        mvc.perform(liste(superviseur).param("vue", "TOUTES").param("titulaire", evaluateur.toString())).andExpect(jsonPath("$.total").value(2));
        mvc.perform(affecter(List.of(), evaluateur, superviseur)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("ids"));
    }

    @Test
    void a_line_read_is_read_for_me_alone() throws Exception {
        String id = tache(evaluation());
        mvc.perform(acte(id, "lue", evaluateur)).andExpect(status().isNoContent());
        mvc.perform(liste(evaluateur).param("nonLues", "true")).andExpect(jsonPath("$.total").value(0));
        mvc.perform(liste(gens.de(Role.EVALUATEUR, unite)).param("nonLues", "true")).andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void bands_follow_the_legal_date_and_a_hold_is_apart() throws Exception {
        LocalDate jour = horloge.aujourdhui();
        dater(tache(evaluation()), jour.minusDays(1), false);
        dater(tache(evaluation()), jour, false);
        dater(tache(evaluation()), jour.plusDays(15), false);
        dater(tache(evaluation()), jour.plusDays(16), false);
        dater(tache(evaluation()), jour.minusDays(40), true);
        mvc.perform(get("/api/taches/compteurs").with(gens.comme(evaluateur))).andExpect(jsonPath("$.retard").value(1))
                .andExpect(jsonPath("$.j15").value(2)).andExpect(jsonPath("$.j30").value(1)).andExpect(jsonPath("$.consigne").value(1));
        mvc.perform(liste(evaluateur).param("bande", "J15")).andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.lignes[*].echeance.bande", everyItem(is("J15"))));
        mvc.perform(liste(evaluateur).param("bande", "RETARD")).andExpect(jsonPath("$.lignes[0].echeance.jours").value(-1));
    }

    @Test
    void pages_follow_each_other_without_loss_nor_double_in_every_sort_both_ways() throws Exception {
        LocalDate jour = horloge.aujourdhui();
        Set<String> toutes = new LinkedHashSet<>();
        for (int i = 0; i < 7; i++) {
            String id = tache(evaluation());
            toutes.add(id);
            dater(id, jour.plusDays(i / 2), false);
        }
        for (Tri tri : Tri.values()) {
            List<String> aller = new ArrayList<>();
            String apres = null;
            String derniere = null;
            do {
                MockHttpServletRequestBuilder demande = liste(evaluateur).param("tri", tri.name()).param("taille", "3");
                String page = corps(apres == null ? demande : demande.param("apres", apres));
                aller.addAll(JsonPath.<List<String>>read(page, "$.lignes[*].id"));
                derniere = page;
                apres = JsonPath.read(page, "$.suivante");
            } while (apres != null);
            assertThat(aller).containsExactlyInAnyOrderElementsOf(toutes).doesNotHaveDuplicates();

            String avant = JsonPath.read(derniere, "$.precedente");
            assertThat(JsonPath.<List<String>>read(corps(liste(evaluateur).param("tri", tri.name()).param("taille", "3").param("avant", avant)), "$.lignes[*].id"))
                    .isEqualTo(aller.subList(3, 6));
            assertThat(JsonPath.<List<String>>read(corps(liste(evaluateur).param("tri", tri.name()).param("taille", "3").param("derniere", "true")),
                    "$.lignes[*].id")).isEqualTo(aller.subList(4, 7));
        }
        mvc.perform(liste(evaluateur).param("apres", "n’importe quoi")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("apres"));
    }

    @Test
    void a_child_is_found_by_name_in_sight_only_and_the_name_travels_in_no_address() throws Exception {
        Sujet ip = evaluation();
        enfant(ip, unite, "Kerzerho", "Maëlys");
        Sujet ailleurs = agir(() -> chantier.enEvaluation(autreUnite, autreUnite));
        enfant(ailleurs, autreUnite, "Kerzerho", "Maëlys");
        evaluation();

        mvc.perform(recherche("kerzero maelys", evaluateur)).andExpect(status().isOk()).andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.lignes[0].sujetId").value(ip.id().toString())).andExpect(jsonPath("$.lignes[0].titre", containsString("Maëlys")));
        mvc.perform(recherche("inconnue au bataillon", evaluateur)).andExpect(jsonPath("$.total").value(0));
        mvc.perform(recherche(ip.id().toString().substring(24), evaluateur)).andExpect(jsonPath("$.total").value(1));
        mvc.perform(post("/api/taches/recherche/compteurs").with(gens.comme(evaluateur)).contentType("application/json")
                .content("{\"q\":\"kerzerho\",\"vue\":\"EQUIPE\"}")).andExpect(jsonPath("$.equipe").value(1));
    }

    @Test
    void the_next_task_is_mine_before_my_teams_and_never_a_colleagues() throws Exception {
        LocalDate jour = horloge.aujourdhui();
        String pressee = tache(evaluation());
        dater(pressee, jour.minusDays(5), false);
        String mienne = tache(evaluation());
        dater(mienne, jour.plusDays(20), false);
        String libre = tache(evaluation());
        dater(libre, jour.plusDays(30), false);
        mvc.perform(acte(mienne, "prendre", evaluateur));
        mvc.perform(acte(pressee, "prendre", gens.de(Role.EVALUATEUR, unite)));

        mvc.perform(get("/api/taches/suivante").with(gens.comme(evaluateur))).andExpect(jsonPath("$.id").value(mienne));
        mvc.perform(get("/api/taches/suivante").param("apres", mienne).with(gens.comme(evaluateur))).andExpect(jsonPath("$.id").value(libre));
        mvc.perform(get("/api/taches/suivante").with(gens.comme(gens.de(Role.OBSERVATOIRE, unite)))).andExpect(status().isNoContent());
    }

    @Test
    void a_task_already_done_is_a_conflict_told_in_french() throws Exception {
        mvc.perform(acte("tache-inconnue", "prendre", evaluateur)).andExpect(status().isConflict())
                .andExpect(jsonPath("$.conflit.quoi").value(containsString("vient d’être faite")));
    }

    @Test
    void saved_filters_are_mine_named_once_and_keep_no_word_of_the_search() throws Exception {
        String cree = mvc.perform(filtre(post("/api/filtres"), "Mes retards", "RETARD")).andExpect(status().isCreated()).andReturn().getResponse()
                .getContentAsString();
        String id = JsonPath.read(cree, "$.id");
        mvc.perform(filtre(post("/api/filtres"), "Mes retards", "J15")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("nom"));
        mvc.perform(filtre(put("/api/filtres/" + id), "Bientôt", "J15")).andExpect(status().isOk());
        mvc.perform(get("/api/filtres").with(gens.comme(evaluateur))).andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].nom").value("Bientôt")).andExpect(jsonPath("$[0].criteres.bande").value("J15"));
        mvc.perform(get("/api/filtres").with(gens.comme(superviseur))).andExpect(jsonPath("$", hasSize(0)));
        mvc.perform(delete("/api/filtres/" + id).with(gens.comme(superviseur))).andExpect(status().isNotFound());
        mvc.perform(delete("/api/filtres/" + id).with(gens.comme(evaluateur))).andExpect(status().isNoContent());
        mvc.perform(post("/api/filtres").with(gens.comme(evaluateur)).contentType("application/json")
                .content("{\"nom\":\"x\",\"criteres\":{\"vue\":\"MOI\",\"q\":\"Kerzerho\"}}")).andExpect(status().isBadRequest());
    }

    @Test
    void filters_offer_the_steps_of_the_models_in_their_words() throws Exception {
        mvc.perform(get("/api/taches/reperes").with(gens.comme(evaluateur))).andExpect(jsonPath("$.etapes[*].code", hasItem("decider")))
                .andExpect(jsonPath("$.etapes[*].libelle", hasItem("Décider pour chaque mineur")));
        mvc.perform(liste(evaluateur).param("etape", "decider")).andExpect(jsonPath("$.total").value(0));
    }

    private String nouvelleUnite() {
        String id = "cdas-essai-" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("insert into unite(id, nom, type, parent, du) select ?, ?, type, parent, du from unite where id = 'cdas-redon'").params(id, "CDAS " + id).update();
        return id;
    }

    private Sujet evaluation() {
        return agir(() -> chantier.enEvaluation(unite, unite));
    }

    private Sujet information() {
        return agir(() -> chantier.information(unite));
    }

    private <T> T agir(java.util.concurrent.Callable<T> travail) {
        return IdentiteCourante.en(Identite.systeme("essai"), travail);
    }

    private void enfant(Sujet ip, String de, String nom, String prenom) {
        agir(() -> transaction.execute(s -> {
            UUID enfant = dossiers.creerEnfant(EnfantSaisi.de(nom, prenom, Naissance.annee(2016), Sexe.FILLE), de);
            return jdbc.sql("insert into mineur_concerne(id, ip_id, enfant_id) values (?, ?, ?)").params(Ids.nouveau(), ip.id(), enfant).update();
        }));
    }

    private String tache(Sujet sujet) {
        return jdbc.sql("select id from tache where sujet_id = ?").param(sujet.id()).query(String.class).single();
    }

    private void dater(String tache, LocalDate le, boolean consigne) {
        jdbc.sql("update tache set date_legale = ?, en_consigne = ? where id = ?").params(le, consigne, tache).update();
    }

    private MockHttpServletRequestBuilder liste(UUID qui) {
        return get("/api/taches").with(gens.comme(qui));
    }

    private MockHttpServletRequestBuilder recherche(String q, UUID qui) {
        return post("/api/taches/recherche").with(gens.comme(qui)).contentType("application/json").content("{\"q\":\"" + q + "\",\"vue\":\"TOUTES\"}");
    }

    private MockHttpServletRequestBuilder acte(String id, String acte, UUID qui) {
        return post("/api/taches/" + id + "/" + acte).with(gens.comme(qui));
    }

    private MockHttpServletRequestBuilder affecter(List<String> ids, UUID a, UUID qui) {
        return post("/api/taches/affectation").with(gens.comme(qui)).contentType("application/json")
                .content("{\"ids\":" + tableau(ids) + ",\"utilisateurId\":\"" + a + "\"}");
    }

    private MockHttpServletRequestBuilder filtre(MockHttpServletRequestBuilder demande, String nom, String bande) {
        return demande.with(gens.comme(evaluateur)).contentType("application/json")
                .content("{\"nom\":\"" + nom + "\",\"criteres\":{\"vue\":\"MOI\",\"bande\":\"" + bande + "\",\"nonLues\":false,\"tri\":\"ECHEANCE\"}}");
    }

    private static String json(List<String> ids) {
        return "{\"ids\":" + tableau(ids) + "}";
    }

    private static String tableau(List<String> ids) {
        return ids.stream().map(i -> "\"" + i + "\"").toList().toString();
    }

    private String corps(MockHttpServletRequestBuilder demande) throws Exception {
        return mvc.perform(demande).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }
}
