package fr.jalon.ip.fiche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.Requetes;
import fr.jalon.essai.TestIntegration;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@TestIntegration
class FicheIT extends FicheDEssai {

    @Test
    void the_page_says_state_children_clocks_and_who_holds_the_step() throws Exception {
        mineur(ip, "Le Goff", "Malo", horloge.aujourdhui().minusYears(7), null);
        mineur(ip, "Le Goff", "Nina", horloge.aujourdhui().minusMonths(14), null);
        suivre(ip);

        mvc.perform(get("/api/ip/" + ip.id()).with(evaluateur)).andExpect(status().isOk())
                .andExpect(jsonPath("$.etatLibelle").value("En évaluation")).andExpect(jsonPath("$.etape").value("evaluer"))
                .andExpect(jsonPath("$.ip.mineurs[*].affiche").value(containsInAnyOrder("Malo Le Goff", "Nina Le Goff")))
                .andExpect(jsonPath("$.ip.mineurs[1].age").value("14\u00a0mois")).andExpect(jsonPath("$.ip.mineurs[1].moinsDeDeuxAns").value(true))
                .andExpect(jsonPath("$.ip.mineurs[0].echeances", hasSize(1)))
                .andExpect(jsonPath("$.ip.horloges[*].code").value(containsInAnyOrder("EVALUATION", "TRAITEMENT")))
                .andExpect(jsonPath("$.ip.etapes[0].etape").value("evaluer")).andExpect(jsonPath("$.ip.etapes[0].possible").value(true))
                .andExpect(jsonPath("$.ip.pilote.nom").value("CDAS Combourg"));
        mvc.perform(get("/api/ip/" + ip.id()).with(gens.comme(gens.de(Role.REF, ICI)))).andExpect(jsonPath("$.ip.etapes[0].possible").value(false));
    }

    @Test
    void a_minor_withdrawn_stays_on_the_page_with_the_reason() throws Exception {
        mineur(ip, "Essai", "Un", LocalDate.of(2015, 1, 1), null);
        mineur(ip, "Essai", "Deux", LocalDate.of(2016, 1, 1), "Homonyme : ce n’est pas l’enfant concerné");
        mvc.perform(get("/api/ip/" + ip.id()).with(evaluateur)).andExpect(jsonPath("$.ip.mineurs", hasSize(2)))
                .andExpect(jsonPath("$.ip.mineurs[1].retireMotif").value("Homonyme : ce n’est pas l’enfant concerné"));
    }

    @Test
    void every_address_of_a_file_out_of_sight_answers_as_if_there_were_none() throws Exception {
        RequestPostProcessor autre = gens.comme(gens.de(Role.EVALUATEUR, AILLEURS));
        for (String adresse : List.of("/api/ip/%s", "/api/ip/%s/frise", "/api/dessins/IP/%s")) {
            mvc.perform(get(adresse.formatted(ip.id())).with(autre)).andExpect(status().isNotFound());
            mvc.perform(get(adresse.formatted(UUID.randomUUID())).with(gens.comme(gens.de(Role.SUPERVISEUR, null)))).andExpect(status().isNotFound());
            mvc.perform(get(adresse.formatted(ip.id())).with(gens.comme(gens.de(Role.SUPERVISEUR, null)))).andExpect(status().isOk());
            mvc.perform(get(adresse.formatted(ip.id()))).andExpect(status().isUnauthorized());
        }
        mvc.perform(get("/api/dessins/ENFANT/" + ip.id()).with(evaluateur)).andExpect(status().isNotFound());
        mvc.perform(get("/api/ip/pas-un-identifiant").with(evaluateur)).andExpect(status().isBadRequest());
        assertThat(jdbc.sql("select count(*) from journal_acces where sujet_id = ? and genre = 'REFUS'").param(ip.id()).query(Long.class).single())
                .isEqualTo(3);
    }

    @Test
    void page_timeline_and_drawing_are_one_line_of_the_journal_for_each_person() throws Exception {
        for (int i = 0; i < 2; i++) {
            for (String adresse : List.of("/api/ip/%s", "/api/ip/%s/frise", "/api/dessins/IP/%s")) {
                mvc.perform(get(adresse.formatted(ip.id())).with(evaluateur)).andExpect(status().isOk());
            }
        }
        mvc.perform(get("/api/ip/" + ip.id() + "/frise").with(gens.comme(gens.de(Role.REF, ICI)))).andExpect(status().isOk());
        assertThat(jdbc.sql("select count(*) from journal_acces where sujet_id = ? and genre = 'OUVERTURE'").param(ip.id()).query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void who_transmitted_is_told_to_those_who_received_and_a_professional_also_to_the_evaluators() throws Exception {
        UUID information = jdbc.sql("select information_initiale_id from information_preoccupante where id = ?").param(ip.id()).query(UUID.class).single();
        RequestPostProcessor recueil = gens.comme(gens.de(Role.ASSISTANTE_IP, ICI));
        RequestPostProcessor direction = gens.comme(gens.de(Role.SUPERVISEUR, null));

        transmetteur(information, false, false, false);
        vu(recueil, "Mme Voisine");
        vu(evaluateur, null);
        vu(direction, null);
        transmetteur(information, true, false, false);
        vu(recueil, "Mme Voisine");
        vu(evaluateur, "Mme Voisine");
        vu(direction, null);
        transmetteur(information, true, false, true);
        vu(recueil, "Mme Voisine");
        vu(evaluateur, null);
        transmetteur(information, false, true, false);
        mvc.perform(get("/api/ip/" + ip.id()).with(recueil)).andExpect(jsonPath("$.ip.informations[0].anonyme").value(true))
                .andExpect(jsonPath("$.ip.informations[0].transmetteur").value(nullValue()));
    }

    @Test
    void the_number_of_queries_does_not_follow_what_the_file_holds() throws Exception {
        mineur(ip, "Seul", "Enfant", LocalDate.of(2015, 1, 1), null);
        suivre(ip);
        int un = requetes(() -> mvc.perform(get("/api/ip/" + ip.id()).with(evaluateur)).andExpect(status().isOk()));
        for (int i = 0; i < 8; i++) {
            mineur(ip, "Fratrie", "Enfant " + i, LocalDate.of(2010 + i, 1, 1), null);
        }
        suivre(ip);
        int neuf = requetes(() -> mvc.perform(get("/api/ip/" + ip.id()).with(evaluateur)).andExpect(status().isOk()));
        assertThat(neuf).isLessThanOrEqualTo(un).isLessThan(45);
    }

    @Test
    void whoever_counts_or_administers_opens_no_file_even_with_the_whole_departement() throws Exception {
        for (Role role : List.of(Role.OBSERVATOIRE, Role.ADMINISTRATEUR)) {
            for (String unite : new String[] {ICI, null}) {
                mvc.perform(get("/api/ip/" + ip.id()).with(gens.comme(gens.de(role, unite)))).andExpect(status().isNotFound());
                mvc.perform(get("/api/ip/" + ip.id() + "/frise").with(gens.comme(gens.de(role, unite)))).andExpect(status().isNotFound());
            }
        }
    }

    @Test
    void other_ips_of_the_children_are_shown_and_those_out_of_sight_say_only_whom_to_contact() throws Exception {
        UUID enfant = mineur(ip, "Commun", "Enfant", LocalDate.of(2014, 5, 5), null);
        Sujet visible = chantier.enEvaluation(ICI, ICI);
        concerner(visible, enfant, null);
        Sujet loin = chantier.enEvaluation(AILLEURS, AILLEURS);
        concerner(loin, enfant, null);
        JsonNode voisines = lire("/api/ip/" + ip.id(), evaluateur).get("ip").get("voisines");
        assertThat(voisines).hasSize(2);
        assertThat(voisines).anySatisfy(v -> assertThat(v.get("id").asText()).isEqualTo(visible.id().toString()));
        assertThat(voisines).anySatisfy(v -> {
            assertThat(v.get("visible").asBoolean()).isFalse();
            assertThat(v.get("id").isNull()).isTrue();
            assertThat(v.get("numero").isNull()).isTrue();
            assertThat(v.get("unite").asText()).isEqualTo("CDAS Semnon");
        });
        jdbc.sql("update enfant set restreint = true where id = ?").param(enfant).update();
        mvc.perform(get("/api/ip/" + ip.id()).with(evaluateur)).andExpect(status().isNotFound());
    }

    private static int requetes(Travail travail) throws Exception {
        return Requetes.de(() -> {
            travail.faire();
            return null;
        });
    }
}
