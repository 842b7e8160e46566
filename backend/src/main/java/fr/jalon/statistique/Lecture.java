package fr.jalon.statistique;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.core.io.ClassPathResource;

/** Data files of this package: an unknown key stops the start. */
final class Lecture {

    private static final YAMLMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE).build();

    private Lecture() {
    }

    static <T> T yaml(String nom, Class<T> type) {
        try (InputStream flux = new ClassPathResource("statistiques/" + nom + ".yaml").getInputStream()) {
            return YAML.readValue(flux, type);
        } catch (IOException e) {
            throw new UncheckedIOException("statistiques/" + nom + ".yaml est illisible", e);
        }
    }
}
