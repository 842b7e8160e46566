package fr.jalon.commun.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL in a folder, for the run that needs nothing prepared: durable (fsync on), French collation, loopback only, kept from
 * one start to the next. Two roles as in production: the owner of the tables, and the application's, which owns nothing.
 */
public final class BaseEmbarquee implements AutoCloseable {

    public static final String PROPRIETAIRE = "jalon_proprietaire";
    public static final String APPLICATION = "jalon_app";
    private static final String BASE = "jalon";

    private final EmbeddedPostgres postgres;
    private final String motDePasseProprietaire;
    private final String motDePasseApplication;

    private BaseEmbarquee(EmbeddedPostgres postgres, Properties secrets) {
        this.postgres = postgres;
        this.motDePasseProprietaire = secrets.getProperty(PROPRIETAIRE);
        this.motDePasseApplication = secrets.getProperty(APPLICATION);
    }

    /**
     * Starts the database of a folder, created at the first start.
     *
     * @param dossier holds {@code base/} and the generated passwords
     * @param recommencer empties the folder first
     * @throws IllegalStateException when PostgreSQL does not start, saying where to look
     */
    public static BaseEmbarquee demarrer(Path dossier, boolean recommencer) {
        try {
            Path donnees = dossier.resolve("base");
            Orphelin.arreter(donnees);
            if (recommencer) {
                effacer(dossier);
            }
            Files.createDirectories(dossier);
            Properties secrets = secrets(dossier.resolve("secrets.properties"));
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setPort(Ports.libre())
                    .setDataDirectory(donnees)
                    .setOverrideWorkingDirectory(dossier.resolve("postgresql").toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "fr")
                    .setLocaleConfig("encoding", "UTF8")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "80")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "512MB")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            BaseEmbarquee base = new BaseEmbarquee(postgres, secrets);
            base.preparer();
            return base;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL embarqué ne démarre pas dans " + dossier.toAbsolutePath()
                    + " : " + e.getMessage() + ". Pour repartir d’une base vide : -Djalon.recommencer=true ; pour une autre base :"
                    + " spring.datasource.url, username et password (voir docs/exploitation.md).", e);
        }
    }

    public String url() {
        return url(BASE);
    }

    String url(String base) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + base;
    }

    public String motDePasseProprietaire() {
        return motDePasseProprietaire;
    }

    public String motDePasseApplication() {
        return motDePasseApplication;
    }

    private void preparer() throws SQLException {
        try (Connection connexion = postgres.getPostgresDatabase().getConnection(); Statement ordre = connexion.createStatement()) {
            PreparationBase.roles(ordre, motDePasseProprietaire, motDePasseApplication);
            PreparationBase.base(ordre, BASE);
        }
        try (Connection connexion = postgres.getDatabase("postgres", BASE).getConnection(); Statement ordre = connexion.createStatement()) {
            PreparationBase.extensions(ordre);
        }
    }

    private static Properties secrets(Path fichier) throws IOException {
        Properties secrets = new Properties();
        if (Files.exists(fichier)) {
            try (var flux = Files.newInputStream(fichier)) {
                secrets.load(flux);
            }
            return secrets;
        }
        byte[] octets = new byte[16];
        for (String role : new String[] {PROPRIETAIRE, APPLICATION}) {
            new SecureRandom().nextBytes(octets);
            secrets.setProperty(role, HexFormat.of().formatHex(octets));
        }
        try (var flux = Files.newOutputStream(fichier)) {
            secrets.store(flux, "Mots de passe de la base de démonstration, engendrés au premier démarrage");
        }
        return secrets;
    }

    private static void effacer(Path dossier) throws IOException {
        if (!Files.exists(dossier)) {
            return;
        }
        try (Stream<Path> chemins = Files.walk(dossier)) {
            chemins.sorted(Comparator.reverseOrder()).forEach(chemin -> {
                try {
                    Files.delete(chemin);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
