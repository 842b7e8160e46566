package fr.jalon.indicateur;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.jalon.commun.Introuvable;
import fr.jalon.departement.Departement;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The indicators of this département: the common ones, under the words and references of its own document where it has one. */
@Component
class Catalogue {

    private final Map<String, Indicateur> indicateurs = new LinkedHashMap<>();

    Catalogue(Departement departement) {
        YAMLMapper yaml = YAMLMapper.builder().addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();
        Map<String, ObjectNode> noeuds = new LinkedHashMap<>();
        lire(yaml, "commun").forEach(n -> noeuds.put(n.get("code").asText(), (ObjectNode) n));
        lire(yaml, departement.profil().code()).forEach(n -> {
            ObjectNode commun = noeuds.get(n.get("code").asText());
            if (commun == null) {
                noeuds.put(n.get("code").asText(), (ObjectNode) n);
            } else {
                commun.setAll((ObjectNode) n);
            }
        });
        try {
            for (ObjectNode n : noeuds.values()) {
                Indicateur i = yaml.treeToValue(n, Indicateur.class);
                indicateurs.put(i.code(), i);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Catalogue d’indicateurs illisible", e);
        }
    }

    private static List<JsonNode> lire(YAMLMapper yaml, String nom) {
        ClassPathResource fichier = new ClassPathResource("indicateurs/" + nom + ".yaml");
        if (!fichier.exists()) {
            return List.of();
        }
        try (InputStream flux = fichier.getInputStream()) {
            List<JsonNode> noeuds = new ArrayList<>();
            yaml.readTree(flux).forEach(noeuds::add);
            return noeuds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Indicateur> tous() {
        return List.copyOf(indicateurs.values());
    }

    /** Those that answer a row of a document. */
    List<Indicateur> parReference(String reference) {
        return indicateurs.values().stream().filter(i -> i.references().contains(reference)).toList();
    }

    /** By its own code, or by that of the row it is the first to answer. */
    Optional<Indicateur> siConnu(String code) {
        return indicateurs.containsKey(code) ? Optional.of(indicateurs.get(code)) : parReference(code).stream().findFirst();
    }

    Indicateur trouver(String code) {
        return siConnu(code).orElseThrow(Introuvable::new);
    }

    Indicateur exiger(String code) {
        Indicateur indicateur = indicateurs.get(code);
        if (indicateur == null) {
            throw new Introuvable();
        }
        return indicateur;
    }
}
