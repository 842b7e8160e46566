package fr.jalon.parcours;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.commun.base.Ports;

/** The real Keycloak, from its archive, with the realm that is shipped; people are added by its administration API. */
final class ServeurKeycloak implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DOSSIER = Path.of("target", "keycloak").toAbsolutePath();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Process processus;

    /** @param jalon address of the application that will ask for logins */
    ServeurKeycloak(String jalon, String secret) throws IOException {
        Path accueil = deballer();
        Path donnees = Files.createTempDirectory("keycloak");
        Path imports = Files.createDirectories(accueil.resolve("data").resolve("import"));
        Files.copy(Path.of("..", "docker", "keycloak", "jalon-realm.json"), imports.resolve("jalon-realm.json"),
                StandardCopyOption.REPLACE_EXISTING);
        port = Ports.libre();
        ProcessBuilder commande = new ProcessBuilder(accueil.resolve("bin").resolve("kc.sh").toString(), "start-dev", "--import-realm",
                "--http-host=127.0.0.1", "--http-port=" + port, "--hostname=http://127.0.0.1:" + port,
                "--db=dev-mem", "--http-management-port=" + Ports.libre());
        commande.environment().putAll(Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "admin",
                "JALON_URL", jalon, "JALON_URL_INTERNE", jalon, "JALON_CLIENT_SECRET", secret, "JALON_API_SECRET", secret + "-api",
                "JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx640m", "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"));
        commande.redirectErrorStream(true).redirectOutput(donnees.resolve("journal").toFile());
        processus = commande.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        attendre(donnees.resolve("journal"));
    }

    String emetteur() {
        return "http://127.0.0.1:" + port + "/realms/jalon";
    }

    /** Adds somebody with a realm role and a group of territory; the realm asks them for a one-time code at their first login. */
    String ajouter(String identifiant, String motDePasse, String role, String groupe) throws Exception {
        String jeton = jetonAdmin();
        envoyer("POST", "/admin/realms/jalon/users", jeton, JSON.writeValueAsString(Map.of("username", identifiant, "enabled", true,
                "firstName", "Camille", "lastName", "Essai", "email", identifiant + "@exemple.test", "emailVerified", true,
                "requiredActions", List.of("CONFIGURE_TOTP"), "groups", List.of("/" + groupe),
                "credentials", List.of(Map.of("type", "password", "value", motDePasse, "temporary", false)))));
        String id = envoyer("GET", "/admin/realms/jalon/users?exact=true&username=" + identifiant, jeton, null).get(0).get("id").asText();
        JsonNode leRole = envoyer("GET", "/admin/realms/jalon/roles/" + role, jeton, null);
        envoyer("POST", "/admin/realms/jalon/users/" + id + "/role-mappings/realm", jeton, "[" + leRole + "]");
        return id;
    }

    void fermerLesSessions(String id) throws Exception {
        envoyer("POST", "/admin/realms/jalon/users/" + id + "/logout", jetonAdmin(), "");
    }

    void desactiver(String id) throws Exception {
        envoyer("PUT", "/admin/realms/jalon/users/" + id, jetonAdmin(), "{\"enabled\": false}");
    }

    void donnerLeRole(String id, String role) throws Exception {
        String jeton = jetonAdmin();
        envoyer("POST", "/admin/realms/jalon/users/" + id + "/role-mappings/realm", jeton,
                "[" + envoyer("GET", "/admin/realms/jalon/roles/" + role, jeton, null) + "]");
    }

    /** How long what Keycloak said of somebody holds before it is asked again. */
    void dureeDesJetons(int secondes) throws Exception {
        envoyer("PUT", "/admin/realms/jalon", jetonAdmin(), "{\"accessTokenLifespan\": " + secondes + "}");
    }

    /** A token of the client for programs. */
    String jetonDeProgramme(String secret) throws Exception {
        return jeton("jalon", "grant_type=client_credentials&client_id=jalon-api&client_secret=" + secret);
    }

    /** A token of the same realm made for another program. */
    String jetonDUnAutreProgramme() throws Exception {
        envoyer("POST", "/admin/realms/jalon/clients", jetonAdmin(), JSON.writeValueAsString(Map.of("clientId", "autre", "publicClient", false,
                "secret", "secret-d-essai-d-un-autre", "serviceAccountsEnabled", true, "standardFlowEnabled", false)));
        return jeton("jalon", "grant_type=client_credentials&client_id=autre&client_secret=secret-d-essai-d-un-autre");
    }

    private String jetonAdmin() throws Exception {
        return jeton("master", "grant_type=password&client_id=admin-cli&username=admin&password=admin");
    }

    private String jeton(String domaine, String demandeur) throws Exception {
        HttpRequest demande = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/realms/" + domaine + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(demandeur)).build();
        return JSON.readTree(http.send(demande, HttpResponse.BodyHandlers.ofString()).body()).get("access_token").asText();
    }

    private JsonNode envoyer(String methode, String chemin, String jeton, String corps) throws Exception {
        HttpRequest demande = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + chemin)).header("Authorization", "Bearer " + jeton)
                .header("Content-Type", "application/json")
                .method(methode, corps == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(corps)).build();
        HttpResponse<String> reponse = http.send(demande, HttpResponse.BodyHandlers.ofString());
        if (reponse.statusCode() >= 300) {
            throw new IllegalStateException(methode + " " + chemin + " : " + reponse.statusCode() + " " + reponse.body());
        }
        return reponse.body().isBlank() ? JSON.nullNode() : JSON.readTree(reponse.body());
    }

    private void attendre(Path journal) throws IOException {
        Instant limite = Instant.now().plus(Duration.ofMinutes(4));
        while (Instant.now().isBefore(limite) && processus.isAlive()) {
            try {
                HttpRequest demande = HttpRequest.newBuilder(URI.create(emetteur())).timeout(Duration.ofSeconds(5)).build();
                if (http.send(demande, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not listening yet.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        throw new IllegalStateException("Keycloak n’a pas démarré :\n" + Files.readString(journal));
    }

    private static Path deballer() throws IOException {
        Path archive = Path.of(System.getProperty("keycloak.archive"));
        String nom = archive.getFileName().toString().replace("keycloak-quarkus-dist-", "keycloak-").replace(".tar.gz", "");
        Path accueil = DOSSIER.resolve(nom);
        if (Files.exists(accueil.resolve("bin").resolve("kc.sh"))) {
            return accueil;
        }
        Files.createDirectories(DOSSIER);
        try {
            int rc = new ProcessBuilder("tar", "xzf", archive.toString(), "-C", DOSSIER.toString()).inheritIO().start().waitFor();
            if (rc != 0) {
                throw new IOException("tar a échoué : " + rc);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return accueil;
    }

    @Override
    public void close() {
        processus.descendants().forEach(ProcessHandle::destroy);
        processus.destroy();
    }
}
