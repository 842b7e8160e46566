package fr.jalon.ip.consigne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
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
import fr.jalon.commun.Refus;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.ChantierHorloge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

@TestIntegration
@TestPropertySource(properties = "jalon.essai=horloge")
class ConsigneIT {

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private ChantierHorloge chantier;
    @Autowired
    private Consignes consignes;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;
    private UUID ref;
    private UUID ip;
    private LocalDate jour;
    private String unite;

    @BeforeEach
    void dossier() {
        unite = jdbc.sql("select id from unite where type = 'CDAS' order by id limit 1").query(String.class).single();
        ref = gens.de(Role.REF, unite);
        ip = en(() -> chantier.enEvaluation(unite, horloge.maintenant().minusSeconds(86_400L * 40), false, LocalDate.of(2018, 1, 1)));
        jour = horloge.aujourdhui();
    }

    @Test
    void a_request_holds_the_steps_it_names_and_the_legal_date_does_not_move() throws Exception {
        Object legale = jdbc.sql("select date_legale from tache where sujet_id = ?").param(ip).query().singleValue();
        String id = poser(jour.minusDays(10), "[\"CONTACT\",\"INFORMATION\"]");
        assertThat(jdbc.sql("select en_consigne from tache where sujet_id = ?").param(ip).query(Boolean.class).single()).isTrue();
        assertThat(jdbc.sql("select date_legale from tache where sujet_id = ?").param(ip).query().singleValue()).isEqualTo(legale);
        assertThat(gens.maison(() -> consignes.interdit(ip, Portee.CONTACT))).isTrue();
        assertThat(gens.maison(() -> consignes.interdit(ip, Portee.AUDITION))).isFalse();
        assertThat(gens.maison(() -> consignes.interdit(ip, Portee.CONTACT, jour.minusDays(11)))).isFalse();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> gens.maison(() -> {
            consignes.exigerPermis(ip, Portee.INFORMATION, jour, "le");
            return null;
        }))
                .isInstanceOf(Refus.class);

        mvc.perform(get("/api/ip/" + ip + "/consignes").with(gens.comme(ref))).andExpect(status().isOk())
                .andExpect(jsonPath("$.consignes[0].enVigueur").value(true))
                .andExpect(jsonPath("$.consignes[0].portees[0].libelle").value("Ne pas prendre contact avec la famille ni l’enfant"))
                .andExpect(jsonPath("$.portees.length()").value(3));
        String explication = mvc.perform(get("/api/echeances").param("sujetType", "IP").param("sujetId", ip.toString()).with(gens.comme(ref)))
                .andExpect(jsonPath("$[0].enConsigne").value(true)).andExpect(jsonPath("$[0].joursRetenus").value(10))
                .andReturn().getResponse().getContentAsString();
        mvc.perform(get("/api/echeances/" + JsonPath.read(explication, "$[0].id") + "/explication").with(gens.comme(ref)))
                .andExpect(status().isOk()).andExpect(jsonPath("$.effetRetenues", containsString("La date légale ne bouge pas")))
                .andExpect(jsonPath("$.retenues.length()").value(1)).andExpect(jsonPath("$.echeance.objet").value("Enfant Essai"));

        lever(id, jour.minusDays(2)).andExpect(status().isNoContent());
        assertThat(jdbc.sql("select en_consigne from tache where sujet_id = ?").param(ip).query(Boolean.class).single()).isFalse();
        assertThat(gens.maison(() -> consignes.interdit(ip, Portee.CONTACT))).isFalse();
        assertThat(gens.maison(() -> consignes.interdit(ip, Portee.CONTACT, jour.minusDays(3)))).isTrue();
        assertThat(periodes()).containsExactly(jour.minusDays(10) + " " + jour.minusDays(2));
        assertThat(evenements()).contains("consigne.posee", "consigne.levee");
    }

    @Test
    void requests_that_overlap_hold_until_the_last_is_lifted_and_count_each_day_once() throws Exception {
        String premiere = poser(jour.minusDays(20), "[\"CONTACT\"]");
        String seconde = poser(jour.minusDays(12), "[\"CONTACT\"]");
        lever(premiere, jour.minusDays(8));
        assertThat(gens.maison(() -> consignes.interdit(ip, Portee.CONTACT))).isTrue();
        assertThat(periodes()).containsExactly(jour.minusDays(20) + " null");
        lever(seconde, jour.minusDays(5));
        assertThat(periodes()).containsExactly(jour.minusDays(20) + " " + jour.minusDays(5));
        mvc.perform(get("/api/echeances").param("sujetType", "IP").param("sujetId", ip.toString()).with(gens.comme(ref)))
                .andExpect(jsonPath("$[*].joursRetenus", hasItem(15)));
    }

    @Test
    void lateness_owed_to_a_hold_is_counted_apart() throws Exception {
        UUID tard = en(() -> chantier.enEvaluation(unite, jour.minusDays(100).atTime(10, 0).atZone(horloge.zone()).toInstant(), false,
                LocalDate.of(2018, 1, 1)));
        ip = tard;
        String id = poser(jour.minusDays(60), "[\"CONTACT\"]");
        lever(id, jour.minusDays(30));
        en(() -> {
            chantier.acte(tard, i -> i.rendreRapport(horloge.maintenant()), "evaluer");
            return null;
        });
        assertThat(jdbc.sql("""
                select e.dimensions ->> 'retardConsigne' || ' ' || (e.dimensions ->> 'joursRetenus') from evenement_valide e
                join evenement_sujet s on s.evenement_id = e.id where s.sujet_id = ? and e.type = 'echeance.satisfaite'""").param(tard)
                .query(String.class).single()).isEqualTo("OUI 30");
    }

    @Test
    void a_request_entered_by_mistake_never_held_anything_and_stays_readable() throws Exception {
        String id = poser(jour.minusDays(10), "[\"CONTACT\"]");
        mvc.perform(post("/api/ip/" + ip + "/consignes/" + id + "/annulation").with(gens.comme(ref)).contentType("application/json")
                .content("{\"version\":" + version() + ",\"motif\":\"\"}")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        mvc.perform(post("/api/ip/" + ip + "/consignes/" + id + "/annulation").with(gens.comme(ref)).contentType("application/json")
                .content("{\"version\":" + version() + ",\"motif\":\"autre dossier\"}")).andExpect(status().isNoContent());
        assertThat(gens.maison(() -> consignes.interdit(ip, Portee.CONTACT, jour.minusDays(5)))).isFalse();
        assertThat(periodes()).isEmpty();
        mvc.perform(get("/api/ip/" + ip + "/consignes").with(gens.comme(ref))).andExpect(jsonPath("$.consignes[0].annulee").value(true));
        lever(id, jour).andExpect(status().isConflict());
    }

    @Test
    void the_impossible_is_refused_at_its_field() throws Exception {
        demander("{\"version\":" + version() + ",\"du\":\"" + jour.plusDays(1) + "\",\"auteur\":\"Substitut\",\"portees\":[\"CONTACT\"]}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("du"));
        demander("{\"version\":" + version() + ",\"du\":\"" + jour + "\",\"auteur\":\" \",\"portees\":[]}")
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[*].champ", hasItem("auteur")))
                .andExpect(jsonPath("$.erreurs[*].champ", hasItem("portees")));
        demander("{\"version\":" + version() + ",\"du\":\"" + jour + "\",\"auteur\":\"S\",\"portees\":[\"TOUT\"]}").andExpect(status().isBadRequest());
        String id = poser(jour.minusDays(3), "[\"CONTACT\"]");
        lever(id, jour.minusDays(4)).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("le"));
        lever(id, jour.plusDays(4)).andExpect(status().isUnprocessableEntity());
        lever(id, jour).andExpect(status().isNoContent());
        lever(id, jour).andExpect(status().isConflict());
        lever(UUID.randomUUID().toString(), jour).andExpect(status().isNotFound());
    }

    @Test
    void a_file_read_too_long_ago_is_a_conflict_and_out_of_sight_does_not_exist() throws Exception {
        demander("{\"version\":" + (version() + 7) + ",\"du\":\"" + jour + "\",\"auteur\":\"S\",\"portees\":[\"CONTACT\"]}")
                .andExpect(status().isConflict());
        UUID ailleurs = gens.de(Role.REF, jdbc.sql("select id from unite where type = 'CDAS' order by id desc limit 1").query(String.class).single());
        mvc.perform(get("/api/ip/" + ip + "/consignes").with(gens.comme(ailleurs))).andExpect(status().isNotFound());
        mvc.perform(get("/api/echeances").param("sujetType", "IP").param("sujetId", ip.toString()).with(gens.comme(ailleurs)))
                .andExpect(status().isNotFound());
        UUID observatoire = gens.de(Role.OBSERVATOIRE, null);
        mvc.perform(post("/api/ip/" + ip + "/consignes").with(gens.comme(observatoire)).contentType("application/json")
                .content("{\"version\":" + version() + ",\"du\":\"" + jour + "\",\"auteur\":\"S\",\"portees\":[\"CONTACT\"]}"))
                .andExpect(status().isNotFound());
    }

    private String poser(LocalDate du, String portees) throws Exception {
        String reponse = demander("{\"version\":" + version() + ",\"du\":\"" + du + "\",\"auteur\":\"Substitut de permanence\",\"reference\":\"26/123\","
                + "\"portees\":" + portees + "}").andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        return JsonPath.read(reponse, "$.id");
    }

    private org.springframework.test.web.servlet.ResultActions demander(String corps) throws Exception {
        return mvc.perform(post("/api/ip/" + ip + "/consignes").with(gens.comme(ref)).contentType("application/json").content(corps));
    }

    private org.springframework.test.web.servlet.ResultActions lever(String id, LocalDate le) throws Exception {
        return mvc.perform(post("/api/ip/" + ip + "/consignes/" + id + "/levee").with(gens.comme(ref)).contentType("application/json")
                .content("{\"version\":" + version() + ",\"le\":\"" + le + "\"}"));
    }

    private long version() {
        return jdbc.sql("select version from information_preoccupante where id = ?").param(ip).query(Long.class).single();
    }

    private List<String> periodes() {
        return jdbc.sql("""
                select debut || ' ' || coalesce(fin::text, 'null') from periode where sujet_id = ? and genre = 'CONSIGNE_PARQUET'
                and connu_au is null order by debut""").param(ip).query(String.class).list();
    }

    private List<String> evenements() {
        return jdbc.sql("select e.type from evenement e join evenement_sujet s on s.evenement_id = e.id where s.sujet_id = ?").param(ip)
                .query(String.class).list();
    }

    private static <T> T en(java.util.concurrent.Callable<T> travail) {
        return IdentiteCourante.en(Identite.systeme("essai"), travail);
    }
}
