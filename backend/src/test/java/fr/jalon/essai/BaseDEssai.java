package fr.jalon.essai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.base.BaseEmbarquee;
import fr.jalon.commun.base.Ports;
import fr.jalon.commun.base.PreparationBase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.PostgreSQLContainer;

/**
 * A real PostgreSQL for the tests, one server a JVM and one fresh database a Spring context: a container where a Docker engine answers,
 * the embedded server where none does ({@code JALON_TEST_BASE=docker|embarquee} decides otherwise).
 */
public class BaseDEssai implements EnvironmentPostProcessor, Ordered {

    private static final String MOT_DE_PASSE = "essai";

    /** A running server: where to reach it as a superuser. */
    private record Serveur(String prefixe, String superutilisateur, String motDePasse) {
    }

    private static Serveur serveur;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environnement, SpringApplication application) {
        if (environnement.containsProperty("spring.datasource.url") || !environnement.getProperty("jalon.base.essai", Boolean.class, true)) {
            return;
        }
        String url = nouvelleBase();
        environnement.getPropertySources().addLast(new MapPropertySource("base d’essai", Map.of(
                "spring.datasource.url", url, "spring.datasource.username", BaseEmbarquee.APPLICATION,
                "spring.datasource.password", MOT_DE_PASSE, "spring.datasource.hikari.minimum-idle", 1, "spring.flyway.url", url,
                "spring.flyway.user", BaseEmbarquee.PROPRIETAIRE, "spring.flyway.password", MOT_DE_PASSE)));
    }

    /** An empty database with its roles and extensions; Flyway has not run. */
    public static synchronized String nouvelleBase() {
        try {
            if (serveur == null) {
                serveur = demarrer();
            }
            String nom = "essai_" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connexion = superutilisateur("postgres"); Statement ordre = connexion.createStatement()) {
                PreparationBase.roles(ordre, MOT_DE_PASSE, MOT_DE_PASSE);
                PreparationBase.base(ordre, nom);
            }
            try (Connection connexion = superutilisateur(nom); Statement ordre = connexion.createStatement()) {
                PreparationBase.extensions(ordre);
            }
            return serveur.prefixe() + nom;
        } catch (Exception e) {
            throw new IllegalStateException("Pas de PostgreSQL pour les tests", e);
        }
    }

    /** A connection as the superuser of the test server, for tests that look under the application's rights. */
    public static Connection superutilisateur(String base) throws SQLException {
        return DriverManager.getConnection(serveur.prefixe() + base, serveur.superutilisateur(), serveur.motDePasse());
    }

    private static Serveur demarrer() throws Exception {
        String choix = System.getenv().getOrDefault("JALON_TEST_BASE", "");
        boolean docker = choix.equals("docker") || choix.isEmpty() && DockerClientFactory.instance().isDockerAvailable();
        if (docker) {
            // Ryuk stops the container with the JVM.
            PostgreSQLContainer<?> conteneur = new PostgreSQLContainer<>("postgres:17-alpine")
                    .withCommand("postgres", "-c", "max_connections=600", "-c", "fsync=off");
            conteneur.start();
            return new Serveur("jdbc:postgresql://" + conteneur.getHost() + ":" + conteneur.getFirstMappedPort() + "/",
                    conteneur.getUsername(), conteneur.getPassword());
        }
        Path dossier = Files.createTempDirectory("jalon-essai");
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPort(Ports.libre())
                .setOverrideWorkingDirectory(dossier.toFile())
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "fr")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                // Each kept context of the suite holds its pool.
                .setServerConfig("max_connections", "600")
                .start();
        // After the contexts of the tests, which still speak to it while they close.
        SpringApplication.getShutdownHandlers().add(() -> {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Serveur("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/", "postgres", "postgres");
    }

    /** Just before the embedded database of the default run, which then finds its place taken. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
