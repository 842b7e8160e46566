package fr.jalon.ip.fiche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.acces.Role;
import fr.jalon.commun.Sujet;
import fr.jalon.essai.TestIntegration;

import org.junit.jupiter.api.Test;

/** The timeline and the drawing of an IP. */
@TestIntegration
class ParcoursDeLIpIT extends FicheDEssai {

    @Test
    void the_timeline_tells_in_words_strikes_what_was_cancelled_and_keeps_words_from_those_who_only_see() throws Exception {
        UUID annule = evenement("ip.confiee", Instant.now().minus(5, ChronoUnit.DAYS), "confier", "Confiée par erreur à cette équipe");
        transaction.executeWithoutResult(s -> evenements.annuler(annule, "ip.unite-changee", "Mauvaise équipe"));
        evenement("consigne.posee", Instant.now(), "evaluer", null);

        JsonNode faits = lire("/api/ip/" + ip.id() + "/frise", evaluateur);
        JsonNode confiee = faits.get(0);
        assertThat(confiee.get("libelle").asText()).isEqualTo("Évaluation confiée");
        assertThat(confiee.get("retire").asBoolean()).isTrue();
        assertThat(confiee.get("tardif").asBoolean()).isTrue();
        assertThat(confiee.get("texte").asText()).contains("par erreur");
        assertThat(confiee.get("etape").asText()).isEqualTo("Choisir la voie et confier l’évaluation");
        assertThat(faits).anySatisfy(f -> assertThat(f.get("annule").asText()).isEqualTo(annule.toString()));
        JsonNode sansMots = lire("/api/ip/" + ip.id() + "/frise", gens.comme(gens.de(Role.REFERENT_PPEF, ICI)));
        assertThat(sansMots).hasSameSizeAs(faits).allSatisfy(f -> assertThat(f.get("texte").isNull()).isTrue());
    }

    @Test
    void the_drawing_says_where_the_file_stands_where_it_passed_when_and_by_whom() throws Exception {
        UUID assistante = gens.de(Role.ASSISTANTE_IP, ICI);
        gens.en(assistante, () -> evenement("ip.confiee", Instant.now().minus(2, ChronoUnit.DAYS), "confier", null));
        evenement("ip.evaluateurs-designes", Instant.now().minus(1, ChronoUnit.DAYS), "designer", null);
        evenement("signalement.transmis", Instant.now(), "evaluer", null);

        JsonNode dessin = lire("/api/dessins/IP/" + ip.id(), evaluateur);
        assertThat(dessin.get("xml").asText()).contains("id=\"information-preoccupante\"").contains("versionTag=\"1.0\"");
        assertThat(dessin.get("version").asText()).isEqualTo("1.0");
        assertThat(dessin.get("actif").asBoolean()).isTrue();
        assertThat(dessin.get("enCours")).hasSize(1);
        assertThat(dessin.get("enCours").get(0).get("libelle").asText()).isEqualTo("Évaluer et rendre le rapport");
        assertThat(dessin.get("passes")).extracting(p -> p.get("element").asText()).containsExactly("confier", "designer");
        assertThat(dessin.get("passes").get(0).get("par").asText()).isNotBlank();

        transaction.executeWithoutResult(s -> processus.ramener(ip, "confier"));
        assertThat(lire("/api/dessins/IP/" + ip.id(), evaluateur).get("enCours").get(0).get("element").asText()).isEqualTo("confier");

        transaction.executeWithoutResult(s -> processus.message(ip, "fin-sans-decision", Map.of()));
        jdbc.sql("update information_preoccupante set etat = 'CLOSE_SANS_DECISION', motif_cloture = 'DOUBLON' where id = ?").param(ip.id()).update();
        JsonNode fini = lire("/api/dessins/IP/" + ip.id(), evaluateur);
        assertThat(fini.get("actif").asBoolean()).isFalse();
        assertThat(fini.get("enCours")).isEmpty();
        assertThat(fini.get("passes")).extracting(p -> p.get("element").asText()).contains("close-sans-decision");
    }

    @Test
    void an_information_that_waits_has_its_drawing_too() throws Exception {
        Sujet information = chantier.information(ICI);
        JsonNode dessin = lire("/api/dessins/INFORMATION/" + information.id(), gens.comme(gens.de(Role.ASSISTANTE_IP, ICI)));
        assertThat(dessin.get("enCours").get(0).get("element").asText()).isEqualTo("premiere-analyse");
    }
}
