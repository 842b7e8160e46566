package fr.jalon.coupure;

import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jalon in a JVM of its own, on the embedded PostgreSQL of a folder: something that can really be killed. */
final class NoeudSepare {

    /** What the server says of itself, whatever port the system gave it. */
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+) ");

    private final Path dossier;
    private final Process processus;
    private final Path journal;
    private int port;

    private NoeudSepare(Path dossier, Process processus, Path journal) {
        this.dossier = dossier;
        this.processus = processus;
        this.journal = journal;
    }

    static NoeudSepare demarrer(Path dossier, String... reglages) throws IOException {
        Path journal = Files.createTempFile("noeud", ".txt");
        List<String> commande = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx768m", "-cp", sansLesTests(), "fr.jalon.Jalon",
                "--server.port=0", "--jalon.dossier=" + dossier, "--jalon.demo.personnes-seules=true",
                "--camunda.bpm.job-execution.enabled=false"));
        commande.addAll(List.of(reglages));
        Process processus = new ProcessBuilder(commande).redirectErrorStream(true).redirectOutput(journal.toFile()).start();
        // A test that fails leaves no server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(processus::destroy));
        NoeudSepare noeud = new NoeudSepare(dossier, processus, journal);
        noeud.attendre();
        return noeud;
    }

    /** The application as it is shipped: what the tests add stays out. */
    private static String sansLesTests() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(e -> !e.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void attendre() throws IOException {
        Instant limite = Instant.now().plus(Duration.ofMinutes(3));
        while (Instant.now().isBefore(limite) && processus.isAlive()) {
            Matcher dit = PORT.matcher(Files.readString(journal, StandardCharsets.ISO_8859_1));
            if (!dit.find()) {
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                continue;
            }
            port = Integer.parseInt(dit.group(1));
            try {
                HttpResponse<Void> sante = HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                        .timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.discarding());
                if (sante.statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not answering yet.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
        throw new IllegalStateException("Le nœud n’a pas démarré :\n" + Files.readString(journal, StandardCharsets.ISO_8859_1));
    }

    /** What the node has written so far on its console. */
    List<String> lignes() throws IOException {
        return Files.readAllLines(journal, StandardCharsets.UTF_8);
    }

    URI uri(String chemin) {
        return URI.create("http://127.0.0.1:" + port + chemin);
    }

    /** {@code kill -9} of the JVM alone: its PostgreSQL is left an orphan. */
    void tuer() throws InterruptedException {
        processus.destroyForcibly().waitFor();
    }

    /** {@code kill -9} of the JVM and of every process of its PostgreSQL, as a machine that goes down. */
    void tuerAvecSaBase() throws IOException, InterruptedException {
        long postmaster = Long.parseLong(Files.readAllLines(dossier.resolve("base").resolve("postmaster.pid")).get(0).strip());
        processus.destroyForcibly();
        ProcessHandle.of(postmaster).ifPresent(p -> {
            p.descendants().forEach(ProcessHandle::destroyForcibly);
            p.destroyForcibly();
        });
        processus.waitFor();
    }

    void arreter() throws InterruptedException {
        processus.destroy();
        processus.waitFor();
    }

    /** A logged-in client of this node. */
    Client client(String identifiant) throws IOException, InterruptedException {
        Client client = new Client(this);
        client.envoyer("GET", "/api/moi", null, null);
        HttpResponse<String> reponse = client.envoyer("POST", "/api/connexion", "{\"identifiant\":\"" + identifiant + "\"}", null);
        if (reponse.statusCode() != 200) {
            throw new IllegalStateException("connexion : " + reponse.statusCode());
        }
        return client;
    }

    static final class Client {

        private final NoeudSepare noeud;
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

        private Client(NoeudSepare noeud) {
            this.noeud = noeud;
        }

        HttpResponse<String> envoyer(String methode, String chemin, String corps, String cle) throws IOException, InterruptedException {
            HttpRequest.Builder demande = HttpRequest.newBuilder(noeud.uri(chemin)).timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "application/json")
                    .method(methode, corps == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(corps));
            cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals("XSRF-TOKEN")).findFirst()
                    .ifPresent(c -> demande.header("X-XSRF-TOKEN", c.getValue()));
            if (cle != null) {
                demande.header("Cle-Idempotence", cle);
            }
            return http.send(demande.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
