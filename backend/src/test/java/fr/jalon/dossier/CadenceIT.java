package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever asks for child after child, as a program would, is stopped for a while; nobody else is. */
@TestIntegration
class CadenceIT {

    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_hundred_and_twenty_first_search_of_a_minute_waits_and_is_a_refusal_of_the_journal() throws Exception {
        UUID presse = gens.de(Role.ASSISTANTE_IP, "cdas-redon");
        UUID collegue = gens.de(Role.ASSISTANTE_IP, "cdas-redon");
        lignes(presse, 119, 5);
        chercher(presse).andExpect(status().isOk());
        chercher(presse).andExpect(status().isTooManyRequests()).andExpect(header().string("Retry-After", "60"))
                .andExpect(jsonPath("$.detail").value("Vous avez fait 120 recherches en une minute. Attendez un instant, puis reprenez."));
        accueil.poster(presse, "/api/enfants/recherche-globale", Map.of("q", "Kerzerho")).andExpect(status().isTooManyRequests());
        assertThat(jdbc.sql("select count(*) from journal_acces where utilisateur_id = ? and genre = 'REFUS'").param(presse).query(Long.class).single())
                .isEqualTo(2);
        chercher(collegue).andExpect(status().isOk());
    }

    @Test
    void searches_of_more_than_a_minute_ago_no_longer_count() throws Exception {
        UUID agent = gens.de(Role.ASSISTANTE_IP, "cdas-redon");
        lignes(agent, 500, 61);
        chercher(agent).andExpect(status().isOk());
    }

    private org.springframework.test.web.servlet.ResultActions chercher(UUID qui) throws Exception {
        return accueil.poster(qui, "/api/enfants/recherche", Map.of("q", "Kerzerho"));
    }

    private void lignes(UUID qui, int nombre, int ilYASecondes) {
        jdbc.sql("""
                insert into journal_acces(id, genre, nombre, utilisateur_id, acteur, le)
                select gen_random_uuid(), 'RECHERCHE', 0, :qui, 'essai', clock_timestamp() - make_interval(secs => :ilya) from generate_series(1, :n)""")
                .param("qui", qui).param("ilya", ilYASecondes).param("n", nombre).update();
    }
}
