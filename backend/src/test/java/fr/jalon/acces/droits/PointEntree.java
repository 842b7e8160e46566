package fr.jalon.acces.droits;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;

import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springframework.test.web.servlet.MockMvc;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * One operation of the OpenAPI documents.
 *
 * @param parametres query parameters that must be there, with a value of the right shape
 * @param fichier it takes a file, not JSON
 * @param corps a body of the right shape: what it says matters not, the right is asked first
 */
record PointEntree(String methode, String chemin, Map<String, String> parametres, boolean fichier, String corps) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String nom() {
        return methode + " " + chemin;
    }

    /** Every operation of every document of the application, by address. */
    static List<PointEntree> tous(MockMvc mvc, Gens gens, SpringDocConfigProperties reglages) throws Exception {
        UUID lecteur = gens.de(Role.ADMINISTRATEUR, null);
        List<PointEntree> points = new ArrayList<>();
        for (SpringDocConfigProperties.GroupConfig groupe : reglages.getGroupConfigs()) {
            JsonNode document = JSON.readTree(mvc.perform(get("/api/openapi/" + groupe.getGroup()).with(gens.comme(lecteur))).andReturn()
                    .getResponse().getContentAsString(StandardCharsets.UTF_8));
            document.path("paths").fields().forEachRemaining(chemin -> chemin.getValue().fields().forEachRemaining(operation ->
                    points.add(lire(operation.getKey().toUpperCase(java.util.Locale.ROOT), chemin.getKey(), operation.getValue(),
                            document.path("components").path("schemas")))));
        }
        points.sort(Comparator.comparing(PointEntree::chemin).thenComparing(PointEntree::methode));
        return points.stream().distinct().toList();
    }

    private static PointEntree lire(String methode, String chemin, JsonNode operation, JsonNode schemas) {
        Map<String, String> parametres = new java.util.TreeMap<>();
        for (Iterator<JsonNode> i = operation.path("parameters").elements(); i.hasNext();) {
            JsonNode p = i.next();
            if (p.path("in").asText().equals("query") && p.path("required").asBoolean()) {
                parametres.put(p.path("name").asText(), valeur(p.path("schema")));
            }
        }
        JsonNode contenu = operation.path("requestBody").path("content");
        return new PointEntree(methode, chemin, parametres, contenu.has("multipart/form-data"),
                contenu.path("application/json").has("schema") ? String.valueOf(exemple(contenu.path("application/json").path("schema"), schemas, 0)) : "{}");
    }

    /** Words, numbers and dates of the right shape; lists are empty, what is deeper is left out. */
    private static JsonNode exemple(JsonNode schema, JsonNode schemas, int profondeur) {
        if (schema.path("$ref").asText().endsWith("/Naissance")) {
            return JSON.createObjectNode().put("precision", "INCONNUE");
        }
        JsonNode s = schema.has("$ref") ? schemas.path(schema.path("$ref").asText().replaceFirst(".*/", "")) : schema;
        if (s.has("properties")) {
            ObjectNode objet = JSON.createObjectNode();
            if (profondeur < 2) {
                s.path("properties").fields().forEachRemaining(p -> objet.set(p.getKey(), exemple(p.getValue(), schemas, profondeur + 1)));
            }
            return objet;
        }
        return switch (s.path("type").asText()) {
            case "array" -> JSON.createArrayNode();
            case "integer", "number" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(false);
            case "string" -> JSON.getNodeFactory().textNode(valeur(s));
            default -> JSON.createObjectNode();
        };
    }

    private static String valeur(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").get(0).asText();
        }
        return switch (schema.path("type").asText() + " " + schema.path("format").asText()) {
            case "string uuid" -> new UUID(0, 7).toString();
            case "string date" -> "2026-01-05";
            case "string date-time" -> "2026-01-05T08:00:00Z";
            case "boolean " -> "true";
            // An hour is a word like another, and some fields want one.
            case "string " -> "10:00";
            default -> "1";
        };
    }
}
