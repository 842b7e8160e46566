package fr.jalon.statistique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import fr.jalon.mesure.Atelier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The DREES stock and the OLINPE extract through the endpoints, over measures opened as people open them. */
@TestIntegration
class StatistiquesIT {

    @Autowired
    private Atelier atelier;
    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    private UUID observatoire;
    private int annee;

    @BeforeEach
    void venir() {
        observatoire = gens.de(Role.OBSERVATOIRE, null);
        annee = atelier.ilYA(0).getYear();
    }

    private JsonNode ligne(String code) throws Exception {
        for (JsonNode l : accueil.lu(observatoire, "/api/statistiques/drees/" + annee).get("lignes")) {
            if (l.get("code").asText().equals(code)) {
                return l;
            }
        }
        throw new AssertionError(code);
    }

    private String fichier(UUID qui, String adresse) throws Exception {
        return accueil.lire(qui, adresse).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void a_measure_decided_and_not_begun_is_in_the_stock_and_a_child_of_two_measures_counts_once_in_the_whole() throws Exception {
        JsonNode avant = ligne("ENSEMBLE");
        JsonNode aemo = ligne("AEMO");
        UUID enfant = atelier.enfant(atelier.ilYA(3650));
        atelier.ouvrir(atelier.ref(), atelier.judiciaire(10, enfant));
        atelier.ouvrir(atelier.ref(), atelier.placement(9, enfant));
        JsonNode apres = ligne("ENSEMBLE");
        assertThat(apres.get("mesures").asLong() - avant.get("mesures").asLong()).isEqualTo(2);
        assertThat(apres.get("exercees").asLong()).isEqualTo(avant.get("exercees").asLong());
        assertThat(apres.get("enfants").asLong() - avant.get("enfants").asLong()).isEqualTo(1);
        assertThat(ligne("AEMO").get("mesures").asLong() - aemo.get("mesures").asLong()).isEqualTo(1);
        // Ten years old less three days: the band of six to ten.
        assertThat(apres.get("ages").get(2).asLong() - avant.get("ages").get(2).asLong()).isEqualTo(2);
        assertThat(fichier(observatoire, "/api/statistiques/drees/" + annee + "/csv")).startsWith("\ufeffcode;categorie legale;article;source de la rubrique").contains("\r\nAEMO;");
        // A published heading holds its bases, and says where it comes from.
        assertThat(ligne("ACTIONS_AEMO").get("source").asText()).isEqualTo("DREES, tableau 9");
        assertThat(ligne("CONFIES").get("mesures").asLong()).isEqualTo(ligne("CONFIES_ADMINISTRATIF").get("mesures").asLong() + ligne("CONFIES_JUDICIAIRE").get("mesures").asLong());
        assertThat(ligne("ACCUEILLIS").get("mesures").asLong()).isEqualTo(ligne("CONFIES").get("mesures").asLong() + ligne("DIRECTS").get("mesures").asLong());
    }

    @Test
    void the_extract_tells_events_by_month_and_names_nobody_and_its_completeness_is_told_by_variable() throws Exception {
        UUID enfant = atelier.enfant(atelier.ilYA(3650));
        jdbc.sql("update enfant set nom = 'Kerolinpe', prenoms = 'Zoé Marie' where id = ?").param(enfant).update();
        UUID mere = atelier.titulaire(enfant);
        jdbc.sql("update adulte set nom = 'Kermère' where id = ?").param(mere).update();
        atelier.ouvrir(atelier.ref(), atelier.judiciaire(0, enfant));
        String evenements = fichier(observatoire, "/api/statistiques/olinpe/" + annee + "/evenements");
        String mois = java.time.YearMonth.from(atelier.ilYA(0)).toString();
        assertThat(evenements).doesNotContain("Kerolinpe").doesNotContain("Zoé").doesNotContain("Kermère");
        String sienne = evenements.lines().filter(l -> l.startsWith(enfant.toString())).findFirst().orElseThrow();
        // Official codes: event 1, sex not known 9, judicial 2, open setting 15; the month and never the day.
        assertThat(sienne).contains(";1;PRONONCE;" + mois + ";9;").contains(";2;" + mois + ";;").contains(";15;;AEMO;JUGE_ENFANTS;").doesNotContain(atelier.ilYA(0).toString());
        for (JsonNode v : accueil.lu(observatoire, "/api/statistiques/olinpe/" + annee).get("variables")) {
            if (v.get("code").asText().equals("TYPEV")) {
                assertThat(v.get("remplies").asLong()).isEqualTo(v.get("attendues").asLong()).isPositive();
                assertThat(v.get("mois")).hasSize(12);
            }
            if (v.get("code").asText().equals("NIVSCO")) {
                assertThat(v.get("manque").asText()).isNotBlank();
            }
        }
        accueil.lire(observatoire, "/api/statistiques/olinpe/" + annee + "/identites").andExpect(status().isForbidden());
        accueil.lire(gens.de(Role.SUPERVISEUR, "cdas-redon"), "/api/statistiques/olinpe/" + annee + "/identites").andExpect(status().isForbidden());
        assertThat(fichier(gens.de(Role.SUPERVISEUR, null), "/api/statistiques/olinpe/" + annee + "/identites").lines().filter(l -> l.startsWith(enfant.toString()))
                .findFirst().orElseThrow()).contains(";Zoé;").doesNotContain("Kerolinpe");
    }

    @Test
    void identifiers_come_back_all_or_none_and_are_the_previous_ones_the_year_after() throws Exception {
        UUID enfant = atelier.enfant(atelier.ilYA(3650));
        atelier.ouvrir(atelier.ref(), atelier.judiciaire(0, enfant));
        String adresse = "/api/statistiques/olinpe/" + (annee - 1) + "/identifiants";
        String donne = UUID.randomUUID().toString().replace("-", "");
        accueil.poster(observatoire, adresse, Map.of("fichier", "CLE;IDENTIFIANT\n" + enfant + ";" + donne + "\n" + UUID.randomUUID() + ";" + UUID.randomUUID()))
                .andExpect(status().isUnprocessableEntity());
        accueil.poster(observatoire, adresse, Map.of("fichier", "CLE;IDENTIFIANT\n" + enfant + ";" + donne + "\n" + enfant + ";autre-identifiant"))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].message").value(org.hamcrest.Matchers.startsWith("Ligne 3, colonne 1")));
        assertThat(jdbc.sql("select count(*) from olinpe_identifiant where enfant_id = ?").param(enfant).query(Long.class).single()).isZero();
        accueil.poster(observatoire, adresse, Map.of("fichier", "CLE;IDENTIFIANT\r\n" + enfant + ";" + donne)).andExpect(status().isOk()).andExpect(jsonPath("$.nombre").value(1));
        assertThat(fichier(observatoire, "/api/statistiques/olinpe/" + annee + "/evenements").lines().filter(l -> l.startsWith(enfant.toString())).findFirst().orElseThrow())
                .contains(";" + donne + ";");
    }

    @Test
    void national_statistics_are_for_whoever_counts() throws Exception {
        UUID ref = gens.de(Role.REF, "cdas-redon");
        for (String adresse : java.util.List.of("drees/" + annee, "drees/" + annee + "/csv", "olinpe/" + annee, "olinpe/" + annee + "/evenements")) {
            accueil.lire(ref, "/api/statistiques/" + adresse).andExpect(status().isForbidden());
        }
        accueil.lire(observatoire, "/api/statistiques/drees/" + (annee + 1)).andExpect(status().isUnprocessableEntity());
    }
}
