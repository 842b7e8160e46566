package fr.jalon.evenement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Reads the sources: an event appended without words for the timeline is a line nobody understands. */
class LibellesEvenementsTest {

    private static final Path SOURCES = Path.of("src/main/java/fr/jalon");
    private static final String TYPE = "\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"";
    /** A type is named where an event is begun, or where one is cancelled. */
    private static final Pattern NOMME = Pattern.compile("(?:NouvelEvenement\\.de|\\bevenement|\\bannuler)\\s*\\([^;]*?" + TYPE);
    private static final Pattern CONSTANTE = Pattern.compile("static final String \\w+ = " + TYPE);

    private final LibellesEvenements libelles = new LibellesEvenements();

    @Test
    void no_type_appended_anywhere_lacks_its_words() throws IOException {
        Set<String> types = types();
        assertThat(libelles.types()).containsAll(types);
    }

    @Test
    void words_are_french_sentences_and_not_codes() {
        assertThat(libelles.types()).isNotEmpty().allSatisfy(t -> assertThat(libelles.de(t)).isNotBlank().matches("\\p{Lu}.*")
                .doesNotContain("'").doesNotContain("."));
    }

    @Test
    void a_type_of_long_ago_is_told_by_its_code() {
        assertThat(libelles.de("ip.ancienne")).isEqualTo("ip.ancienne");
    }

    static Set<String> types() throws IOException {
        try (Stream<Path> fichiers = Files.walk(SOURCES)) {
            List<String> textes = fichiers.filter(f -> f.toString().endsWith(".java")).map(LibellesEvenementsTest::lire).toList();
            Set<String> types = new TreeSet<>();
            for (String texte : textes) {
                if (texte.contains("NouvelEvenement") || texte.contains("Evenements") || texte.contains("ActesIp")) {
                    for (Pattern p : List.of(NOMME, CONSTANTE)) {
                        Matcher m = p.matcher(texte);
                        types.addAll(m.results().map(r -> r.group(1)).collect(Collectors.toSet()));
                    }
                }
            }
            return types;
        }
    }

    private static String lire(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
