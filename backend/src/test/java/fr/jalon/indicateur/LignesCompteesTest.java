package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.jalon.releve.GenreReleve;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

/** Every row of class A or B of the five documents is counted, or says why it is not; what it names exists. */
class LignesCompteesTest {

    private static final YAMLMapper YAML = YAMLMapper.builder().addModule(new JavaTimeModule())
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();

    private static JsonNode lire(String nom) throws IOException {
        try (InputStream flux = new ClassPathResource(nom).getInputStream()) {
            return YAML.readTree(flux);
        }
    }

    private static Map<String, Indicateur> catalogue(String departement) throws IOException {
        Map<String, ObjectNode> noeuds = new LinkedHashMap<>();
        lire("indicateurs/commun.yaml").forEach(n -> noeuds.put(n.get("code").asText(), (ObjectNode) n));
        Set<String> ecrits = new LinkedHashSet<>();
        for (JsonNode n : lire("indicateurs/" + departement + ".yaml")) {
            assertThat(ecrits.add(n.get("code").asText())).as("doubled code " + n.get("code").asText()).isTrue();
            noeuds.merge(n.get("code").asText(), (ObjectNode) n, ObjectNode::setAll);
        }
        Map<String, Indicateur> lus = new LinkedHashMap<>();
        for (Map.Entry<String, ObjectNode> e : noeuds.entrySet()) {
            lus.put(e.getKey(), YAML.treeToValue(e.getValue(), Indicateur.class));
        }
        return lus;
    }

    private static List<LigneDocument> lignes(String departement) {
        return new DocumentsDuCatalogue().lignes(departement).stream().filter(l -> l.classe().name().matches("[AB]")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "22", "35", "49", "61"})
    void every_row_of_class_a_or_b_has_its_formula_or_its_reason(String departement) throws IOException {
        Map<String, Indicateur> catalogue = catalogue(departement);
        Set<String> comptees = catalogue.values().stream().flatMap(i -> i.references().stream()).collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> sans = YAML.convertValue(lire("indicateurs/sans-formule.yaml"), new TypeReference<>() { });
        List<String> oubliees = new ArrayList<>();
        for (LigneDocument l : lignes(departement)) {
            if (!comptees.contains(l.code()) && !sans.containsKey(l.code())) {
                oubliees.add(l.code());
            }
            assertThat(comptees.contains(l.code()) && sans.containsKey(l.code())).as(l.code() + " is counted and said not to be").isFalse();
        }
        assertThat(oubliees).isEmpty();
        assertThat(sans.values()).allSatisfy(raison -> assertThat(raison).hasSizeGreaterThan(40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "22", "35", "49", "61"})
    void every_indicator_says_what_it_counts_and_what_it_names_exists(String departement) throws IOException {
        Map<String, Indicateur> catalogue = catalogue(departement);
        Map<String, GenreReleve> genres = genres();
        for (Indicateur i : catalogue.values()) {
            assertThat(List.of(i.libelle(), i.unite(), i.groupe(), i.compte(), i.date())).as(i.code()).allSatisfy(t -> assertThat(t).isNotBlank());
            assertThat(i.inclus()).as(i.code()).isNotNull();
            assertThat(i.exclus()).as(i.code()).isNotNull();
            if (i.mesure() instanceof FormuleComposee c) {
                assertThat(catalogue.keySet()).as(i.code()).containsAll(c.operandes());
            }
        }
        for (JsonNode n : lire("indicateurs/" + departement + ".yaml")) {
            if (n.has("mesure")) {
                verifier(n.get("code").asText(), n.get("mesure"), genres, departement);
            }
        }
    }

    /** A kind of light record, a field or a value nobody can note would count nothing for ever. */
    private static void verifier(String code, JsonNode mesure, Map<String, GenreReleve> genres, String departement) {
        List<JsonNode> conditions = new ArrayList<>(List.of(mesure));
        List.of("avec", "vers", "sans").forEach(c -> {
            if (mesure.has(c)) {
                conditions.add(mesure.get(c));
            }
        });
        for (JsonNode c : conditions) {
            String genre = c.path("genre").asText("");
            String releve = c.has("releve") ? c.get("releve").asText() : genre.startsWith("RELEVE_") ? genre.substring(7)
                    : "releve.note".equals(c.path("type").asText()) ? c.path("filtre").path("code").path(0).asText() : null;
            if (releve == null) {
                continue;
            }
            GenreReleve g = genres.get(releve);
            assertThat(g).as(code + " counts " + releve).isNotNull();
            assertThat(g.demandes()).as(code + ": " + releve + " must be proposed there").anyMatch(d -> d.startsWith(departement + "-"));
            if (genre.startsWith("RELEVE_")) {
                assertThat(g.dure()).as(code + ": " + releve + " has no period").isTrue();
            }
            c.path("filtre").fields().forEachRemaining(f -> {
                if (!"code".equals(f.getKey())) {
                    GenreReleve.Champ champ = g.champs().stream().filter(x -> x.code().equals(f.getKey())).findFirst().orElseThrow();
                    f.getValue().forEach(v -> assertThat(champ.type() == GenreReleve.TypeChamp.OUI_NON ? List.of("OUI", "NON")
                            : champ.valeurs().stream().map(GenreReleve.Valeur::code).toList()).as(code).contains(v.asText()));
                }
            });
            if (c.has("champ")) {
                assertThat(g.champs()).as(code).anyMatch(x -> x.code().equals(c.get("champ").asText()) && x.type() == GenreReleve.TypeChamp.NOMBRE);
            }
        }
    }

    private static Map<String, GenreReleve> genres() throws IOException {
        return YAML.convertValue(lire("releves/genres.yaml"), new TypeReference<List<GenreReleve>>() { }).stream()
                .collect(Collectors.toMap(GenreReleve::code, g -> g));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "22", "35", "49", "61"})
    void what_asks_for_a_light_record_is_a_row_of_the_document(String departement) throws IOException {
        Set<String> codes = new DocumentsDuCatalogue().lignes(departement).stream().map(LigneDocument::code).collect(Collectors.toSet());
        assertThat(genres().values().stream().flatMap(g -> g.demandes().stream()).filter(d -> d.startsWith(departement + "-"))).allMatch(codes::contains);
    }
}
