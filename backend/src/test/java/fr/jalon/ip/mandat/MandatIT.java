package fr.jalon.ip.mandat;

import static fr.jalon.ip.reception.Accueil.enfant;
import static fr.jalon.ip.reception.Accueil.famille;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestIntegration
class MandatIT {

    private static final String UNITE = "cdas-redon";

    @Autowired
    private Accueil accueil;
    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    private UUID assistante;

    @BeforeEach
    void arriver() {
        assistante = gens.de(Role.ASSISTANTE_IP, UNITE);
    }

    @Test
    void an_evaluation_entrusted_opens_the_file_to_the_unit_and_waits_for_evaluators() throws Exception {
        UUID information = accueil.recevoir(assistante);
        UUID ip = accueil.qualifier(assistante, information);
        UUID ailleurs = gens.de(Role.EVALUATEUR, "cdas-fougeres");
        accueil.lire(ailleurs, "/api/informations/" + information).andExpect(status().isNotFound());
        accueil.confier(assistante, ip, "cdas-fougeres", Map.of("message", "Famille prévenue.")).andExpect(status().isNoContent());

        assertThat(jdbc.sql("select etape || ' ' || unite_id from tache where sujet_id = ?").param(ip).query(String.class).list())
                .containsExactly("designer cdas-fougeres");
        accueil.lire(ailleurs, "/api/informations/" + information).andExpect(status().isOk());
        accueil.lire(assistante, "/api/informations/" + information).andExpect(status().isOk());
        assertThat(jdbc.sql("select unite_id from periode where sujet_id = ? and connu_au is null and fin is null order by genre").param(ip)
                .query(String.class).list()).containsExactly("cdas-fougeres", "cdas-fougeres");
        assertThat(dimensions(ip, "ip.confiee")).contains("voie=TROIS_MOIS").contains("conjointe=NON");
        JsonNode mandat = accueil.lu(assistante, "/api/ip/" + ip + "/mandat");
        assertThat(mandat.get("lignes").get(0).get("message").asText()).isEqualTo("Famille prévenue.");
    }

    @Test
    void an_unknown_unit_or_track_is_refused_at_its_field() throws Exception {
        UUID ip = accueil.qualifier(assistante, accueil.recevoir(assistante));
        accueil.confier(assistante, ip, "crip", Map.of("voie", "CINQ_JOURS")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[*].champ", hasItem("unite"))).andExpect(jsonPath("$.erreurs[*].champ", hasItem("voie")));
        accueil.confier(assistante, ip, UNITE, Map.of("uniteAssociee", UNITE)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.erreurs[0].champ").value("uniteAssociee"));
    }

    @Test
    void another_track_than_the_one_proposed_passes_with_a_reason_that_is_counted() throws Exception {
        UUID ip = accueil.qualifier(assistante, accueil.recevoir(assistante));
        accueil.confier(assistante, ip, UNITE, Map.of("voie", "REDUITE")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[0].code").value("AUTRE_VOIE"));
        accueil.confier(assistante, ip, UNITE, Map.of("voie", "REDUITE", "motifs", Map.of("AUTRE_VOIE", "Nourrisson attendu."))).andExpect(status().isNoContent());
        assertThat(jdbc.sql("select avertissements ->> 'AUTRE_VOIE' from mandat where ip_id = ?").param(ip).query(String.class).single())
                .isEqualTo("Nourrisson attendu.");
        assertThat(dimensions(ip, "ip.confiee")).contains("motifs=AUTRE_VOIE").doesNotContain("Nourrisson");
    }

    @Test
    void the_track_stays_open_during_a_levee_de_doutes_and_is_chosen_later() throws Exception {
        UUID ip = accueil.qualifier(assistante, accueil.recevoir(assistante));
        Map<String, Object> levee = new HashMap<>(Map.of("leveeDeDoutes", true));
        levee.put("voie", null);
        accueil.confier(assistante, ip, UNITE, levee).andExpect(status().isNoContent());
        String legale = legale(ip);
        accueil.poster(assistante, "/api/ip/" + ip + "/voie", Map.of("version", version(ip), "voie", "TROIS_MOIS", "motif", " "))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("motif"));
        accueil.poster(assistante, "/api/ip/" + ip + "/voie", Map.of("version", version(ip), "voie", "AUTRE", "motif", "Doutes levés."))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.erreurs[0].champ").value("voie"));
        accueil.poster(assistante, "/api/ip/" + ip + "/voie", Map.of("version", version(ip), "voie", "TROIS_MOIS", "motif", "Doutes levés."))
                .andExpect(status().isNoContent());
        assertThat(legale(ip)).isEqualTo(legale);
        assertThat(dimensions(ip, "ip.voie-changee")).contains("leveeDeDoutes=OUI").contains("voie=TROIS_MOIS");
    }

    @Test
    void two_territories_make_a_joint_evaluation_that_both_units_see() throws Exception {
        Map<String, Object> saisie = accueil.saisie();
        Map<String, Object> famille = famille(enfant("Lemoine", "Zoé", "2016-05-04"));
        famille.put("foyers", List.of(
                Map.of("cle", "f1", "principal", true, "nouveau", Map.of("commune", "Redon", "uniteId", UNITE)),
                Map.of("cle", "f2", "principal", false, "nouveau", Map.of("commune", "Fougères", "uniteId", "cdas-fougeres"))));
        saisie.put("famille", famille);
        UUID ip = accueil.qualifier(assistante, accueil.recevoir(assistante, saisie));
        assertThat(accueil.lu(assistante, "/api/ip/" + ip + "/mandat").get("uniteSuggeree").asText()).isEqualTo(UNITE);
        accueil.confier(assistante, ip, UNITE, Map.of()).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[0].code").value("DEUX_TERRITOIRES"));
        accueil.confier(assistante, ip, UNITE, Map.of("uniteAssociee", "cdas-fougeres")).andExpect(status().isNoContent());
        accueil.lire(gens.de(Role.EVALUATEUR, "cdas-fougeres"), "/api/ip/" + ip + "/mandat").andExpect(status().isOk());
        assertThat(dimensions(ip, "ip.confiee")).contains("conjointe=OUI").contains("associee=cdas-fougeres");
    }

    @Test
    void another_unit_takes_over_with_the_dates_and_the_former_one_no_longer_sees() throws Exception {
        UUID voisine = gens.de(Role.ASSISTANTE_IP, "cdas-fougeres");
        UUID ip = accueil.qualifier(assistante, accueil.recevoir(assistante));
        accueil.confier(assistante, ip, "cdas-fougeres", Map.of()).andExpect(status().isNoContent());
        String legale = legale(ip);
        Map<String, Object> changement = new HashMap<>(Map.of("version", version(ip), "unite", "cdas-semnon", "motif", "Déménagement."));
        accueil.poster(assistante, "/api/ip/" + ip + "/unite", changement).andExpect(status().isNoContent());
        accueil.poster(assistante, "/api/ip/" + ip + "/unite", changement).andExpect(status().isConflict());
        assertThat(legale(ip)).isEqualTo(legale);
        assertThat(jdbc.sql("select unite_id from tache where sujet_id = ?").param(ip).query(String.class).single()).isEqualTo("cdas-semnon");
        accueil.lire(voisine, "/api/ip/" + ip + "/mandat").andExpect(status().isNotFound());
        assertThat(dimensions(ip, "ip.unite-changee")).contains("avant=cdas-fougeres");
        assertThat(jdbc.sql("select count(*) from periode where sujet_id = ? and connu_au is null and fin is null and unite_id = 'cdas-semnon'")
                .param(ip).query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void a_question_without_answer_is_told_before_the_mandate() throws Exception {
        UUID information = accueil.recevoir(assistante);
        accueil.poster(assistante, "/api/informations/" + information + "/navettes", Map.of("service", "ASE", "question", "Connue ?")).andExpect(status().isCreated());
        UUID ip = accueil.qualifier(assistante, information);
        accueil.confier(assistante, ip, UNITE, Map.of()).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.avertissements[0].code").value("NAVETTE_SANS_REPONSE"));
        accueil.confier(assistante, ip, UNITE, Map.of("motifs", Map.of("NAVETTE_SANS_REPONSE", "Urgent."))).andExpect(status().isNoContent());
        accueil.poster(assistante, "/api/informations/" + information + "/navettes", Map.of("service", "ASE", "question", "Et depuis ?"))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void only_whoever_entrusts_does_and_two_mandates_are_one() throws Exception {
        UUID ip = accueil.qualifier(assistante, accueil.recevoir(assistante));
        UUID evaluateur = gens.de(Role.EVALUATEUR, UNITE);
        long version = version(ip);
        accueil.confier(evaluateur, ip, UNITE, Map.of()).andExpect(status().isForbidden());
        accueil.lire(gens.de(Role.ASSISTANTE_IP, "cdas-fougeres"), "/api/ip/" + ip + "/mandat").andExpect(status().isNotFound());
        accueil.confier(assistante, ip, UNITE, Map.of("version", version)).andExpect(status().isNoContent());
        accueil.confier(assistante, ip, UNITE, Map.of("version", version)).andExpect(status().isConflict());
        for (String acte : List.of("voie", "unite")) {
            Map<String, Object> corps = acte.equals("voie") ? Map.of("version", version, "voie", "REDUITE", "motif", "m")
                    : Map.of("version", version, "unite", "cdas-semnon", "motif", "m");
            accueil.poster(evaluateur, "/api/ip/" + ip + "/" + acte, corps).andExpect(status().isForbidden());
            accueil.poster(gens.de(Role.ASSISTANTE_IP, "cdas-fougeres"), "/api/ip/" + ip + "/" + acte, corps).andExpect(status().isNotFound());
        }
    }

    private long version(UUID ip) {
        return jdbc.sql("select version from information_preoccupante where id = ?").param(ip).query(Long.class).single();
    }

    private String legale(UUID ip) {
        return jdbc.sql("select min(date_legale)::text from echeance where sujet_id = ? and genre = 'EVALUATION' and etat = 'OUVERTE'").param(ip)
                .query(String.class).single();
    }

    private String dimensions(UUID sujet, String type) {
        return jdbc.sql("""
                select string_agg(d.key || '=' || d.value, ' ') from evenement e join evenement_sujet s on s.evenement_id = e.id,
                    jsonb_each_text(e.dimensions) d where s.sujet_id = ? and e.type = ?""").params(sujet, type).query(String.class).single();
    }
}
