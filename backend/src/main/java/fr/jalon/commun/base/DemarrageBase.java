package fr.jalon.commun.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the embedded database when the settings name no other; {@code jalon.dossier} says where it lives ({@code .jalon}). There, and
 * there alone, the demonstration is on without being asked for: a real database with a setting forgotten is nobody's open door.
 */
public class DemarrageBase implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environnement, SpringApplication application) {
        if (environnement.containsProperty("spring.datasource.url")
                || !environnement.getProperty("jalon.base.embarquee", Boolean.class, true)) {
            environnement.getPropertySources().addLast(new MapPropertySource("base du département", Map.of("jalon.demonstration", false)));
            return;
        }
        Path dossier = Path.of(environnement.getProperty("jalon.dossier", ".jalon")).toAbsolutePath();
        boolean recommencer = environnement.getProperty("jalon.recommencer", Boolean.class, false);
        BaseEmbarquee base = BaseEmbarquee.demarrer(dossier, recommencer);
        // After the application's contexts, which still speak to it while they close.
        SpringApplication.getShutdownHandlers().add(() -> fermer(base));
        Map<String, Object> reglages = new LinkedHashMap<>();
        reglages.put("spring.datasource.url", base.url());
        reglages.put("spring.datasource.username", BaseEmbarquee.APPLICATION);
        reglages.put("spring.datasource.password", base.motDePasseApplication());
        reglages.put("spring.flyway.url", base.url());
        reglages.put("spring.flyway.user", BaseEmbarquee.PROPRIETAIRE);
        reglages.put("spring.flyway.password", base.motDePasseProprietaire());
        reglages.put("jalon.dossier", dossier.toString());
        reglages.put("jalon.demonstration", true);
        environnement.getPropertySources().addLast(new MapPropertySource("base embarquée", reglages));
    }

    private static void fermer(BaseEmbarquee base) {
        try {
            base.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the configuration files, which may name a database. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
