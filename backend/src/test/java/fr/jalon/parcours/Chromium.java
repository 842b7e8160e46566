package fr.jalon.parcours;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real browser of the journeys: found on the machine, installed from the system's packages when root can, by Playwright's installer
 * elsewhere. A machine where none of this works fails the build and says so; nothing is skipped in silence.
 */
final class Chromium {

    private static final List<String> NOMS = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Chromium() {
    }

    /** @return the program to start, or empty when Playwright keeps its own */
    static Optional<Path> trouver() {
        String designe = System.getenv("JALON_CHROMIUM");
        if (designe != null && !designe.isBlank()) {
            return Optional.of(Path.of(designe));
        }
        Optional<Path> present = surLeChemin();
        if (present.isPresent() || celuiDePlaywright()) {
            return present;
        }
        if ("root".equals(System.getProperty("user.name")) && executer("apt-get", "update") && executer("apt-get", "install", "-y",
                "--no-install-recommends", "chromium")) {
            present = surLeChemin();
        } else if (!"root".equals(System.getProperty("user.name"))) {
            installerParPlaywright();
        }
        if (present.isEmpty() && !celuiDePlaywright()) {
            throw new IllegalStateException("Chromium manque : les parcours ne peuvent pas être vérifiés. Installez-le (paquet « chromium »)"
                    + " ou donnez son chemin dans JALON_CHROMIUM.");
        }
        return present;
    }

    private static Optional<Path> surLeChemin() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)).map(Path::of)
                .flatMap(d -> NOMS.stream().map(d::resolve)).filter(Files::isExecutable).findFirst();
    }

    private static boolean celuiDePlaywright() {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "ms-playwright");
        if (!Files.isDirectory(cache)) {
            return false;
        }
        try (Stream<Path> contenu = Files.list(cache)) {
            return contenu.anyMatch(p -> p.getFileName().toString().startsWith("chromium"));
        } catch (IOException e) {
            return false;
        }
    }

    /** In a process of its own: the installer ends the JVM it runs in. */
    private static void installerParPlaywright() {
        executer(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI", "install", "chromium");
    }

    private static boolean executer(String... commande) {
        try {
            Process p = new ProcessBuilder(commande).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return p.waitFor(10, TimeUnit.MINUTES) && p.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
