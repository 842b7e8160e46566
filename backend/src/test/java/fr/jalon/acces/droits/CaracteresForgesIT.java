package fr.jalon.acces.droits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.jalon.acces.Role;
import fr.jalon.dossier.Berceau;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import fr.jalon.ip.reception.Accueil;
import org.junit.jupiter.api.Test;
import org.springdoc.core.properties.SpringDocConfigProperties;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Words that would be something else elsewhere: the null character, tags in names, line ends in the name of a file. They stay words. */
@TestIntegration
class CaracteresForgesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BALISE = "<img src=x onerror=alert(1)>";

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private Berceau berceau;
    @Autowired
    private Accueil accueil;
    @Autowired
    private SpringDocConfigProperties reglages;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void the_character_the_database_does_not_hold_breaks_no_form() throws Exception {
        UUID qui = gens.de(Role.SUPERVISEUR, null);
        List<String> fautes = new ArrayList<>();
        int essais = 0;
        for (PointEntree p : PointEntree.tous(mvc, gens, reglages)) {
            JsonNode corps = p.fichier() || p.methode().equals("GET") ? null : JSON.readTree(p.corps());
            if (corps == null || !corps.isObject()) {
                continue;
            }
            for (var e : corps.properties()) {
                if (!e.getValue().isTextual() || !e.getValue().asText().equals("10:00")) {
                    continue;
                }
                essais++;
                String envoye = ((ObjectNode) corps.deepCopy()).put(e.getKey(), "a\u0000b").toString();
                int statut = transaction.execute(s -> {
                    s.setRollbackOnly();
                    try {
                        return mvc.perform(request(HttpMethod.valueOf(p.methode()), ChampsInconnusIT.adresse(p.chemin())).with(gens.comme(qui))
                                .contentType(MediaType.APPLICATION_JSON).content(envoye)).andReturn().getResponse().getStatus();
                    } catch (Exception x) {
                        throw new IllegalStateException(p.nom(), x);
                    }
                });
                if (statut != 400 && statut != 422) {
                    fautes.add(p.nom() + " " + e.getKey() + " : " + statut);
                }
            }
        }
        assertThat(fautes).isEmpty();
        assertThat(essais).isGreaterThan(100);
    }

    @Test
    void tags_in_a_name_or_in_facts_come_back_as_the_words_they_are_in_data_no_browser_runs() throws Exception {
        UUID assistante = gens.de(Role.ASSISTANTE_IP, "cdas-redon");
        Map<String, Object> saisie = accueil.saisie();
        saisie.put("faits", BALISE + " faits");
        saisie.put("famille", Accueil.famille(Accueil.enfant("Balise" + BALISE.charAt(0) + "b>", "Zoé", "2016-05-04")));
        UUID information = accueil.recevoir(assistante, new LinkedHashMap<>(saisie));
        mvc.perform(get("/api/informations/" + information).with(gens.comme(assistante))).andExpect(status().isOk())
                .andExpect(header().string("Content-Type", org.hamcrest.Matchers.startsWith("application/json")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff")).andExpect(jsonPath("$.faits").value(BALISE + " faits"));
    }

    @Test
    void the_name_of_a_file_writes_no_header_and_no_second_answer() throws Exception {
        UUID agent = gens.de(Role.EVALUATEUR, "cdas-redon");
        UUID enfant = berceau.enfant("Elies", "Jakez", "2014-01-01", "cdas-redon");
        String[] noms = {"a.txt\r\nSet-Cookie: JALON=1", "\"; filename=\"x.html\"; y=\".txt", "../../x.txt", "é\u202etxt.exe.txt", "=cmd|x.txt"};
        for (String nom : noms) {
            UUID id = accueil.id(mvc.perform(multipart("/api/documents").file(new MockMultipartFile("fichier", nom.endsWith(".txt") ? nom : nom + ".txt", "text/plain",
                            ("Essai " + nom.hashCode()).getBytes(StandardCharsets.UTF_8)))
                    .param("sujetType", "ENFANT").param("sujetId", enfant.toString()).param("genre", "AUTRE").with(gens.comme(agent))).andExpect(status().isCreated()), "id");
            var reponse = mvc.perform(get("/api/documents/" + id + "/contenu").with(gens.comme(agent))).andExpect(status().isOk()).andReturn().getResponse();
            String disposition = reponse.getHeader("Content-Disposition");
            assertThat(disposition).startsWith("attachment;").doesNotContain("\r").doesNotContain("\n").doesNotContain("..").doesNotContain("x.html\"; y");
            assertThat(reponse.getHeaders("Set-Cookie")).noneMatch(c -> c.startsWith("JALON=1"));
            assertThat(reponse.getContentType()).startsWith("text/plain");
        }
    }
}
