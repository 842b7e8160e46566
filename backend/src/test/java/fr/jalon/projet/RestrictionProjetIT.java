package fr.jalon.projet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;

import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The projet of a child whose file is for named people only: theirs, counted for the others and told to nobody else. */
@TestIntegration
class RestrictionProjetIT {

    @Autowired
    private AtelierProjet atelier;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void it_is_for_the_people_named_counted_for_the_others_and_told_to_nobody_else() throws Exception {
        Atelier mesures = atelier.mesures();
        UUID enfant = mesures.enfant();
        atelier.mesure(150, enfant);
        UUID p = atelier.projet(enfant);
        UUID nomme = mesures.referent();
        UUID superviseur = gens.de(Role.SUPERVISEUR, null);
        String numero = atelier.page(nomme, p).get("numero").asText();
        long avant = accueil.lu(superviseur, "/api/projets-suivi/couverture").at("/ensemble/enfants").asLong();
        jdbc.sql("update enfant set restreint = true where id = ?").param(enfant).update();
        jdbc.sql("insert into enfant_restriction(enfant_id, utilisateur_id, depuis) values (?, ?, now())").params(enfant, nomme).update();
        for (UUID qui : List.of(mesures.referent(), superviseur, mesures.service())) {
            for (String suite : List.of("", "/points", "/referents")) {
                accueil.lire(qui, "/api/projets/" + p + suite).andExpect(status().isNotFound());
            }
            accueil.lire(qui, "/api/dessins/PROJET/" + p).andExpect(status().isNotFound());
            assertThat(accueil.lu(qui, "/api/projets?numero=" + numero).get("total").asInt()).isZero();
            atelier.agir(qui, p, "avis").andExpect(status().isNotFound());
        }
        assertThat(accueil.lu(superviseur, "/api/projets-suivi/enfants?unite=cdas-redon&taille=200").toString()).doesNotContain(p.toString());
        assertThat(accueil.lu(superviseur, "/api/projets-suivi/couverture").at("/ensemble/enfants").asLong()).isEqualTo(avant);
        assertThat(atelier.page(nomme, p).get("numero").asText()).isEqualTo(numero);
        atelier.fait(nomme, p, "avis", "le", atelier.ilYA(1), "sens", "ACCORD", "texte", "Oui.");
    }
}
