package fr.jalon.evenement;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What people read in place of an event type, from {@code evenements.properties}. A test says that no type lacks its words. */
@Component
public class LibellesEvenements {

    private final Properties libelles = new Properties();

    LibellesEvenements() {
        try (Reader flux = new InputStreamReader(new ClassPathResource("evenements.properties").getInputStream(), StandardCharsets.UTF_8)) {
            libelles.load(flux);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a type; an older type that lost its words is told by its code rather than hidden. */
    public String de(String type) {
        return libelles.getProperty(type, type);
    }

    public Set<String> types() {
        return libelles.stringPropertyNames();
    }
}
