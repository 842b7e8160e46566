package fr.jalon.ip.reception;

import static fr.jalon.ip.reception.Accueil.connu;
import static fr.jalon.ip.reception.Accueil.famille;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The same models in Charente-Maritime: the CRIP receives, the DT when the family is followed, and the fiche navette precedes the mandate. */
@TestIntegration
@TestPropertySource(properties = "jalon.departement=17")
class CharenteMaritimeIT {

    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_fiche_navette_precedes_the_mandate() throws Exception {
        UUID crip = gens.de(Role.AGENT_CRIP, "crip");
        UUID information = accueil.recevoir(crip);
        UUID ip = accueil.qualifier(crip, information);
        accueil.confier(crip, ip, "dt-royan", Map.of()).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[0].code").value("NAVETTE_ABSENTE"));
        UUID question = UUID.randomUUID();
        accueil.poster(crip, "/api/informations/" + information + "/navettes",
                Map.of("id", question, "service", "SERVICE_SOCIAL", "unite", "dt-royan", "question", "Famille connue ?")).andExpect(status().isCreated());
        UUID dt = gens.de(Role.EVALUATEUR, "dt-royan");
        assertThat(accueil.lu(dt, "/api/informations?vue=NAVETTES").get("lignes").findValuesAsText("id")).contains(information.toString());
        accueil.poster(dt, "/api/navettes/" + question + "/reponse", Map.of("version", 0, "reponse", "Non connue.")).andExpect(status().isNoContent());
        accueil.confier(crip, ip, "dt-royan", Map.of()).andExpect(status().isNoContent());
    }

    @Test
    void the_unit_that_follows_the_family_receives_and_the_crip_that_typed_goes_on_seeing() throws Exception {
        UUID crip = gens.de(Role.AGENT_CRIP, "crip");
        UUID information = accueil.recevoir(crip);
        UUID enfant = jdbc.sql("select enfant_id from information_mineur where information_id = ?").param(information).query(UUID.class).single();
        jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('ENFANT', ?, 'dt-saintes', 'SUIVI')").param(enfant).update();
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("famille", famille(connu(enfant)));
        UUID suivie = accueil.recevoir(crip, saisie);

        assertThat(jdbc.sql("select unite_id || ' ' || unite_saisie from information_entrante where id = ?").param(suivie).query(String.class).single())
                .isEqualTo("dt-saintes crip");
        assertThat(jdbc.sql("select unite_id from tache where sujet_id = ?").param(suivie).query(String.class).single()).isEqualTo("dt-saintes");
        accueil.lire(crip, "/api/informations/" + suivie).andExpect(status().isOk()).andExpect(jsonPath("$.transmetteur.nom").value("Mme Essai"));
        UUID responsable = gens.de(Role.RESPONSABLE_CDAS, "dt-saintes");
        UUID ip = accueil.qualifier(responsable, suivie);
        accueil.confier(responsable, ip, "dt-saintes", Map.of("motifs", Map.of("NAVETTE_ABSENTE", "La DT suit la famille."))).andExpect(status().isNoContent());
    }
}
