package fr.jalon.coupure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The log as the production profile writes it, over an intake that passes, some that do not, and a search. */
class JournalIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORMAT = "logging.structured.format.console";
    /** Words of the family and of whoever called; none may be found in a line, whatever the case. */
    private static final List<String> INTIMES = List.of("Kerdonnec", "Maëlwenn", "Quillivic", "impasse des Embruns", "35999", "Port-Inventé",
            "0655443322", "Trévidic", "bleus sur les bras", "2017-04-23");

    @TempDir
    private Path dossier;

    @Test
    void every_line_is_one_json_object_and_none_holds_a_name_an_address_or_what_was_told() throws Exception {
        NoeudSepare noeud = NoeudSepare.demarrer(dossier, "--" + FORMAT + "=" + deProduction());
        try {
            NoeudSepare.Client agent = noeud.client("assistante-ip.redon");
            Map<String, Object> saisie = saisie();
            assertThat(agent.envoyer("POST", "/api/informations", JSON.writeValueAsString(saisie), "journal-1").statusCode()).isEqualTo(201);
            saisie = new java.util.LinkedHashMap<>(saisie);
            saisie.put("recueLe", "2999-01-01T10:00:00");
            assertThat(agent.envoyer("POST", "/api/informations", JSON.writeValueAsString(saisie), "journal-2").statusCode()).isEqualTo(422);
            saisie.put("mode", Map.of("Kerdonnec", "Maëlwenn"));
            assertThat(agent.envoyer("POST", "/api/informations", JSON.writeValueAsString(saisie), "journal-3").statusCode()).isEqualTo(400);
            assertThat(agent.envoyer("POST", "/api/informations", "{\"faits\": \"bleus sur les bras", "journal-4").statusCode()).isEqualTo(400);
            assertThat(agent.envoyer("POST", "/api/taches/recherche", "{\"q\":\"Kerdonnec\"}", null).statusCode()).isEqualTo(200);
            assertThat(agent.envoyer("GET", "/api/enfants/Kerdonnec", null, null).statusCode()).isBetween(400, 499);
        } finally {
            noeud.arreter();
        }
        List<String> lignes = noeud.lignes().stream().filter(l -> !l.startsWith("OpenJDK 64-Bit Server VM warning")).toList();
        assertThat(lignes).hasSizeGreaterThan(3).allSatisfy(l -> {
            JsonNode ligne = JSON.readTree(l);
            assertThat(ligne.hasNonNull("@timestamp") && ligne.at("/log/level").isTextual() && ligne.hasNonNull("message")).as(l).isTrue();
        });
        assertThat(lignes).allSatisfy(l -> INTIMES.forEach(mot -> assertThat(l).doesNotContainIgnoringCase(mot)));
    }

    /** The format the shipped profile asks for, read where it is written. */
    private static String deProduction() throws Exception {
        PropertySource<?> profil = new YamlPropertySourceLoader().load("production", new ClassPathResource("application-production.yml")).get(0);
        return String.valueOf(profil.getProperty(FORMAT));
    }

    private static Map<String, Object> saisie() {
        Map<String, Object> enfant = new java.util.LinkedHashMap<>(Map.of("nom", "Kerdonnec", "prenoms", "Maëlwenn", "nonNomme", false, "sexe", "INCONNU",
                "naissance", Map.of("precision", "EXACTE", "le", "2017-04-23"), "personneSeDeclarantMineure", false));
        return Map.of("nature", "INFORMATION", "mode", "TELEPHONE", "origine", "EDUCATION_NATIONALE",
                "transmetteur", Map.of("cadre", "PROFESSIONNEL", "nom", "Trévidic", "contact", "0655443322", "confidentiel", false, "retourDemande", false),
                "regularisation", false, "urgence", false, "faits", "Des bleus sur les bras, dit Maëlwenn.",
                "famille", Map.of("enfants", List.of(Map.of("cle", "e1", "nouveau", enfant)),
                        "titulaires", List.of(Map.of("cle", "t1", "nouveau", Map.of("nom", "Quillivic", "prenoms", "Anne", "telephone", "0655443322"),
                                "qualite", "MERE", "exercice", "CONJOINT")),
                        "foyers", List.of(Map.of("cle", "f1", "principal", true, "adultes", List.of("t1"), "nouveau",
                                Map.of("adresse", "3 impasse des Embruns", "codePostal", "35999", "commune", "Port-Inventé", "adresseProtegee", false)))));
    }
}
