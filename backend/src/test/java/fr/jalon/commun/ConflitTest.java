package fr.jalon.commun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What a conflict says, and what the dialog around it says. */
class ConflitTest {

    private static final Pattern CONFLIT = Pattern.compile("new Conflit\\(.*?\\);", Pattern.DOTALL);
    private static final Pattern CONSEIL = Pattern.compile("saisie est conservée|avant de reprendre|elisez le dossier");

    @Test
    void a_conflict_says_what_happened_and_leaves_to_the_dialog_what_to_do() throws IOException {
        List<String> doubles;
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            doubles = sources.filter(p -> p.toString().endsWith(".java")).flatMap(ConflitTest::conflits).filter(c -> CONSEIL.matcher(c).find())
                    .toList();
        }
        assertThat(doubles).isEmpty();
    }

    private static Stream<String> conflits(Path source) {
        try {
            return CONFLIT.matcher(Files.readString(source)).results().map(r -> source.getFileName() + " : " + r.group());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
