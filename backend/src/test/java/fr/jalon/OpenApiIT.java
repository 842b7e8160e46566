package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;
import org.springdoc.core.properties.SpringDocConfigProperties;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The screens are compiled against these documents: {@code -Djalon.openapi.ecrire=true} writes them again. */
@TestIntegration
class OpenApiIT {

    private static final Path DOSSIER = Path.of("../frontend/src/api/openapi");
    private static final ObjectMapper JSON = JsonMapper.builder().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    private MockMvc mvc;
    @Autowired
    private Gens gens;
    @Autowired
    private ApplicationContext contexte;

    @Autowired
    private SpringDocConfigProperties reglages;

    @Test
    void the_document_the_screens_are_compiled_against_is_the_one_the_server_gives() throws Exception {
        for (SpringDocConfigProperties.GroupConfig groupe : reglages.getGroupConfigs()) {
            verifier(groupe.getGroup());
        }
    }

    private void verifier(String groupe) throws Exception {
        String texte = mvc.perform(get("/api/openapi/" + groupe).with(gens.comme(gens.de(Role.ADMINISTRATEUR, null))))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        ObjectNode document = (ObjectNode) JSON.readTree(texte);
        document.remove("servers");
        String servi = JSON.writeValueAsString(JSON.treeToValue(document, Object.class)) + "\n";
        Path fichier = DOSSIER.resolve(groupe.replaceFirst("^api-", "") + ".json");
        if (document.path("paths").isEmpty()) {
            return;
        }
        if (Boolean.getBoolean("jalon.openapi.ecrire")) {
            Files.createDirectories(DOSSIER);
            Files.writeString(fichier, servi);
        }
        assertThat(fichier).exists().content().isEqualTo(servi);
    }

    /** springdoc names a component by the simple name of its type: the second of a name would silently take the place of the first. */
    @Test
    void two_types_of_one_document_never_bear_the_same_name() {
        for (SpringDocConfigProperties.GroupConfig groupe : reglages.getGroupConfigs()) {
            Set<Class<?>> types = new LinkedHashSet<>();
            contexte.getBeansWithAnnotation(RestController.class).values().stream().map(ClassUtils::getUserClass)
                    .filter(c -> groupe.getPackagesToScan().stream().anyMatch(p -> (c.getPackageName() + ".").startsWith(p + ".")))
                    .flatMap(c -> Arrays.stream(c.getDeclaredMethods())).filter(m -> AnnotatedElementUtils.hasAnnotation(m, RequestMapping.class))
                    .forEach(m -> {
                        parcourir(ResolvableType.forMethodReturnType(m), types);
                        for (int i = 0; i < m.getParameterCount(); i++) {
                            parcourir(ResolvableType.forMethodParameter(m, i), types);
                        }
                    });
            Map<String, Set<Class<?>>> parNom = types.stream().filter(t -> !t.isEnum())
                    .collect(Collectors.groupingBy(Class::getSimpleName, Collectors.toSet()));
            assertThat(parNom).as(groupe.getGroup()).allSatisfy((nom, siens) -> assertThat(siens).as(nom).hasSize(1));
        }
    }

    /** Our types among these, down to what they are made of. */
    private static void parcourir(ResolvableType type, Set<Class<?>> types) {
        for (ResolvableType parametre : type.getGenerics()) {
            parcourir(parametre, types);
        }
        Class<?> classe = type.isArray() ? type.getComponentType().resolve() : type.resolve();
        if (classe != null && classe.getName().startsWith("fr.jalon.") && types.add(classe) && classe.isRecord()) {
            for (RecordComponent c : classe.getRecordComponents()) {
                parcourir(ResolvableType.forType(c.getGenericType(), type), types);
            }
        }
    }

    @Test
    void every_controller_belongs_to_a_document() {
        List<String> racines = reglages.getGroupConfigs().stream().flatMap(g -> g.getPackagesToScan().stream()).toList();
        contexte.getBeansWithAnnotation(RestController.class).values().stream()
                .map(b -> b.getClass().getPackageName()).filter(p -> p.startsWith("fr.jalon"))
                .forEach(p -> assertThat(racines)
                        .anyMatch(racine -> p.equals(racine) || p.startsWith(racine + ".")));
    }
}
