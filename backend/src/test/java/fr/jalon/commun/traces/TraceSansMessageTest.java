package fr.jalon.commun.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;

class TraceSansMessageTest {

    @Test
    void a_trace_says_types_and_lines_of_every_cause_and_none_of_their_words() throws IOException {
        Exception racine = new IllegalArgumentException("le petit Secret, né le 3 mai");
        StringBuilder sortie = new StringBuilder();

        new TraceSansMessage().printStackTrace(new IllegalStateException("Secret", racine), sortie);

        assertThat(sortie.toString()).startsWith("java.lang.IllegalStateException\n").contains("Caused by: java.lang.IllegalArgumentException\n")
                .contains("TraceSansMessageTest").doesNotContain("Secret");
    }

    @Test
    void an_error_that_causes_itself_ends() throws IOException {
        Exception a = new IllegalStateException();
        Exception b = new IllegalStateException(a);
        a.initCause(b);
        StringBuilder sortie = new StringBuilder();
        new TraceSansMessage().printStackTrace(a, sortie);
        assertThat(sortie).hasSizeLessThanOrEqualTo(8000);
    }
}
