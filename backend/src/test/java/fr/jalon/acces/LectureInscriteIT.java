package fr.jalon.acces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;

import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever part of a file is read, by whatever address, leaves its line; and only what was read. */
@TestIntegration
class LectureInscriteIT {

    @Autowired
    private Accueil accueil;
    @Autowired
    private Atelier atelier;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    private UUID assistante;
    private UUID information;
    private UUID ip;

    @BeforeEach
    void une_ip_confiee() throws Exception {
        assistante = gens.de(Role.ASSISTANTE_IP, Atelier.UNITE);
        information = accueil.recevoir(assistante);
        ip = accueil.qualifier(assistante, information);
    }

    private long ouvertures(UUID qui, UUID sujet) {
        return jdbc.sql("select count(*) from journal_acces where utilisateur_id = ? and sujet_id = ? and genre = 'OUVERTURE'").params(qui, sujet).query(Long.class).single();
    }

    @Test
    void each_part_of_an_ip_read_alone_is_an_opening_of_the_ip() throws Exception {
        for (String partie : new String[] {"/decision", "/informations", "/suites-judiciaires", "/fin", "/signalements", "/consignes", "/corrections", "/evaluation/candidats",
            "/mandat", "/frise"}) {
            UUID qui = gens.de(Role.RESPONSABLE_CDAS, Atelier.UNITE);
            accueil.lire(qui, "/api/ip/" + ip + partie).andExpect(status().isOk());
            assertThat(ouvertures(qui, ip)).as(partie).isOne();
        }
    }

    @Test
    void former_words_of_a_report_and_a_draft_are_openings_too() throws Exception {
        UUID qui = gens.de(Role.RESPONSABLE_CDAS, Atelier.UNITE);
        accueil.lire(qui, "/api/ip/" + ip + "/evaluation/sections/ENFANT/versions").andExpect(status().isOk());
        assertThat(ouvertures(qui, ip)).isOne();
        UUID mineur = jdbc.sql("select id from mineur_concerne where ip_id = ?").param(ip).query(UUID.class).single();
        UUID autre = gens.de(Role.RESPONSABLE_CDAS, Atelier.UNITE);
        accueil.lire(autre, "/api/ip/" + ip + "/mineurs/" + mineur + "/projet-signalement").andExpect(status().isOk());
        assertThat(ouvertures(autre, ip)).isOne();
    }

    @Test
    void a_sitting_is_one_line_whatever_is_read_in_it() throws Exception {
        UUID qui = gens.de(Role.RESPONSABLE_CDAS, Atelier.UNITE);
        for (int i = 0; i < 3; i++) {
            accueil.lire(qui, "/api/ip/" + ip).andExpect(status().isOk());
            accueil.lire(qui, "/api/ip/" + ip + "/decision").andExpect(status().isOk());
            accueil.lire(qui, "/api/informations/" + information + "/consignes").andExpect(status().isOk());
        }
        assertThat(ouvertures(qui, ip)).isOne();
        assertThat(ouvertures(qui, information)).isOne();
    }

    @Test
    void what_is_refused_is_no_opening() throws Exception {
        UUID loin = gens.de(Role.RESPONSABLE_CDAS, "cdas-fougeres");
        accueil.lire(loin, "/api/ip/" + ip + "/decision").andExpect(status().isNotFound());
        assertThat(ouvertures(loin, ip)).isZero();
        UUID enfant = jdbc.sql("select enfant_id from mineur_concerne where ip_id = ?").param(ip).query(UUID.class).single();
        accueil.lire(loin, "/api/projets/de-l-enfant/" + enfant).andExpect(status().isOk());
        assertThat(ouvertures(loin, enfant)).isZero();
    }
}
