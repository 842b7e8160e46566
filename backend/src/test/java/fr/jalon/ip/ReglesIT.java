package fr.jalon.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Edits one rule that no other test counts on, and puts it back. */
@TestIntegration
@TestPropertySource(properties = "jalon.essai=horloge")
class ReglesIT {

    private static final String REGLE = "EVALUATION_REDUITE";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private ChantierHorloge chantier;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;
    private UUID administrateur;
    private String unite;

    @BeforeEach
    void agir() {
        administrateur = gens.de(Role.ADMINISTRATEUR, null);
        unite = jdbc.sql("select id from unite where type = 'CDAS' order by id limit 1").query(String.class).single();
    }

    @AfterEach
    void remettre() {
        jdbc.sql("update echeance set etat = 'ANNULEE' where regle = ? and etat = 'OUVERTE'").param(REGLE).update();
    }

    @Test
    void rules_are_shown_with_what_nobody_confirmed_and_what_the_profile_changed() throws Exception {
        mvc.perform(get("/api/regles").with(gens.comme(administrateur))).andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.enVigueur.code == 'EVALUATION')].periodeEnMots").value("3\u00a0mois"))
                .andExpect(jsonPath("$[?(@.enVigueur.code == 'EVALUATION')].enVigueur.aValider").value(false))
                .andExpect(jsonPath("$[?(@.enVigueur.code == 'EVALUATION_REDUITE_AGE')].enVigueur.aValider").value(true))
                .andExpect(jsonPath("$[*].enVigueur.code", hasItem("RETOUR_TRANSMETTEUR_DEMANDE")));
    }

    @Test
    void only_the_administrator_reads_previews_and_edits_rules() throws Exception {
        UUID superviseur = gens.de(Role.SUPERVISEUR, null);
        mvc.perform(get("/api/regles").with(gens.comme(superviseur))).andExpect(status().isForbidden());
        for (String chemin : List.of("/api/regles/" + REGLE + "/apercu", "/api/regles/" + REGLE)) {
            mvc.perform(post(chemin).with(gens.comme(superviseur)).contentType("application/json").content(edition("P1M", LocalDate.of(2020, 1, 1), "x")))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void an_edition_is_previewed_applied_to_the_origins_it_names_and_followed_by_task_and_event() throws Exception {
        LocalDate jour = horloge.aujourdhui();
        UUID recente = reduite(jour.minusDays(40));
        UUID ancienne = reduite(jour.minusDays(55));
        LocalDate du = jour.minusDays(45);

        apercu(edition("P1M", du, null)).andExpect(status().isOk()).andExpect(jsonPath("$.concernees").value(1))
                .andExpect(jsonPath("$.deplacees").value(1)).andExpect(jsonPath("$.deviennentEnRetard").value(1))
                .andExpect(jsonPath("$.rapprochees").value(1));
        assertThat(date(recente)).isEqualTo(jour.minusDays(40).plusMonths(2));

        appliquer(edition("P1M", du, "Note de service")).andExpect(status().isOk()).andExpect(jsonPath("$.suivies").value(1));
        assertThat(date(recente)).isEqualTo(jour.minusDays(40).plusMonths(1));
        assertThat(date(ancienne)).isEqualTo(jour.minusDays(55).plusMonths(2));
        assertThat(jdbc.sql("select date_legale from tache where sujet_id = ?").param(recente).query(LocalDate.class).single())
                .isEqualTo(jour.minusDays(40).plusMonths(1));
        assertThat(jdbc.sql("""
                select e.dimensions ->> 'motif' from evenement e join evenement_sujet s on s.evenement_id = e.id
                where s.sujet_id = ? and e.type = 'echeance.deplacee' order by e.enregistre_le desc limit 1""").param(recente)
                .query(String.class).single()).isEqualTo("REGLE");
        en(() -> {
            assertThat(chantier.verifier(recente)).isEmpty();
            return null;
        });
        String echeance = jdbc.sql("select id from echeance where sujet_id = ? and regle = ?").params(recente, REGLE).query(UUID.class).single().toString();
        mvc.perform(get("/api/echeances/" + echeance + "/explication").with(gens.comme(gens.de(Role.SUPERVISEUR, null)))).andExpect(status().isOk())
                .andExpect(jsonPath("$.changement").value("L’administrateur fonctionnel a fixé 1\u00a0mois\u00a0; la règle commune est de 2\u00a0mois."))
                .andExpect(jsonPath("$.deplacements[*].motif", hasItem("règle modifiée")));
    }

    @Test
    void bad_editions_are_refused_at_their_field() throws Exception {
        LocalDate du = LocalDate.of(2020, 1, 1);
        apercu(edition("trois mois", du, "x")).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("periode"));
        apercu(edition("P1M", du, "x").replace("\"P15D\"", "\"demain\"")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("rappels"));
        apercu(edition("P1M", du, "x").replace("EQUIPE", "TOUS")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("destinataires"));
        appliquer(edition("P1M", du, "")).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        mvc.perform(post("/api/regles/INCONNUE/apercu").with(gens.comme(administrateur)).contentType("application/json")
                .content(edition("P1M", du, "x"))).andExpect(status().isNotFound());
    }

    @Test
    void a_delay_beyond_the_decree_asks_for_a_reason_of_its_own_and_an_edition_of_an_old_row_is_a_conflict() throws Exception {
        LocalDate du = horloge.aujourdhui().plusYears(1);
        appliquer(edition("P4M", du, "Expérimentation")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[0].code").value("AU_DELA_DE_TROIS_MOIS"));
        String lue = edition("P2M", du, "Retour");
        appliquer(edition("P45D", du, "Note")).andExpect(status().isOk());
        appliquer(lue).andExpect(status().isConflict());
    }

    private UUID reduite(LocalDate recue) {
        UUID ip = en(() -> chantier.qualifiee(unite, recue.atTime(10, 0).atZone(horloge.zone()).toInstant(), false, LocalDate.of(2018, 1, 1)));
        en(() -> {
            chantier.acte(ip, i -> i.confier(unite, "REDUITE", false), "confier");
            return null;
        });
        return ip;
    }

    private LocalDate date(UUID ip) {
        return jdbc.sql("select date_legale from echeance where sujet_id = ? and genre = 'EVALUATION' and etat = 'OUVERTE'").param(ip)
                .query(LocalDate.class).single();
    }

    private ResultActions apercu(String corps) throws Exception {
        return mvc.perform(post("/api/regles/" + REGLE + "/apercu").with(gens.comme(administrateur)).contentType("application/json").content(corps));
    }

    private ResultActions appliquer(String corps) throws Exception {
        return mvc.perform(post("/api/regles/" + REGLE).with(gens.comme(administrateur)).contentType("application/json").content(corps));
    }

    private String edition(String periode, LocalDate du, String motif) throws Exception {
        List<String> versions = JsonPath.read(mvc.perform(get("/api/regles").with(gens.comme(administrateur))).andReturn().getResponse()
                .getContentAsString(), "$[?(@.enVigueur.code == '" + REGLE + "')].versions[-1:].id");
        return "{\"versionId\":\"" + versions.get(0) + "\",\"periode\":\"" + periode + "\",\"rappels\":[\"P15D\",\"P0D\",\"-P1D\"],"
                + "\"destinataires\":[\"EQUIPE\"],\"aValider\":false,\"du\":\"" + du + "\",\"motif\":" + (motif == null ? "null" : "\"" + motif + "\"") + "}";
    }

    private static <T> T en(java.util.concurrent.Callable<T> travail) {
        return IdentiteCourante.en(Identite.systeme("essai"), travail);
    }
}
