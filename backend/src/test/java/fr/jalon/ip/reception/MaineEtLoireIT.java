package fr.jalon.ip.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The same models in Maine-et-Loire: the CRIP receives and entrusts, three teams evaluate, three tracks. */
@TestIntegration
@TestPropertySource(properties = "jalon.departement=49")
class MaineEtLoireIT {

    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_crip_receives_analyses_and_entrusts_to_a_team_by_the_track_of_the_danger() throws Exception {
        UUID crip = gens.de(Role.AGENT_CRIP, "crip");
        UUID information = accueil.recevoir(crip);
        assertThat(jdbc.sql("select unite_id from information_entrante where id = ?").param(information).query(String.class).single()).isEqualTo("crip");
        UUID ip = accueil.qualifier(crip, information, Map.of("urgence", true));
        assertThat(accueil.lu(crip, "/api/ip/" + ip + "/mandat").get("voieProposee").asText()).isEqualTo("CINQ_JOURS");
        accueil.confier(crip, ip, "crip", Map.of()).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("unite"));
        accueil.confier(crip, ip, "eval-est", Map.of()).andExpect(status().isNoContent());
        assertThat(jdbc.sql("select etape || ' ' || unite_id from tache where sujet_id = ?").param(ip).query(String.class).list())
                .containsExactly("designer eval-est");
    }

    @Test
    void an_evaluation_team_neither_receives_nor_entrusts() throws Exception {
        UUID equipe = gens.de(Role.RESPONSABLE_CDAS, "eval-est");
        accueil.poster(equipe, "/api/informations", accueil.saisie()).andExpect(status().isForbidden());
        UUID crip = gens.de(Role.AGENT_CRIP, "crip");
        UUID ip = accueil.qualifier(crip, accueil.recevoir(crip));
        accueil.lire(equipe, "/api/ip/" + ip + "/mandat").andExpect(status().isNotFound());
    }

    @Test
    void a_court_referral_of_under_thirteens_is_a_kind_of_its_own_and_doubts_are_lifted_the_same_day() throws Exception {
        UUID crip = gens.de(Role.AGENT_CRIP, "crip");
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("nature", "TRIBUNAL_MOINS_13");
        UUID ip = accueil.qualifier(crip, accueil.recevoir(crip, saisie));
        assertThat(accueil.lu(crip, "/api/ip/" + ip + "/mandat").get("voieProposee").asText()).isEqualTo("DEUX_MOIS");
        Map<String, Object> levee = new HashMap<>(Map.of("leveeDeDoutes", true));
        levee.put("voie", null);
        accueil.confier(crip, ip, "eval-ouest", levee).andExpect(status().isNoContent());
        long version = jdbc.sql("select version from information_preoccupante where id = ?").param(ip).query(Long.class).single();
        accueil.poster(crip, "/api/ip/" + ip + "/voie", Map.of("version", version, "voie", "VINGT_JOURS", "motif", "Doutes confirmés."))
                .andExpect(status().isNoContent());
        assertThat(jdbc.sql("select voie from information_preoccupante where id = ?").param(ip).query(String.class).list()).isEqualTo(List.of("VINGT_JOURS"));
    }
}
