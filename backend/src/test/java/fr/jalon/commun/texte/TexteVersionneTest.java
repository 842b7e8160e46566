package fr.jalon.commun.texte;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TexteVersionneTest {

    private static final Instant NEUF_HEURES = Instant.parse("2026-03-03T08:00:00Z");
    private static final UUID ANNE = UUID.randomUUID();
    private static final UUID BRUNO = UUID.randomUUID();

    private final TexteVersionne ecrite = TexteVersionne.vide("ENFANT").ecrire(0, "Léa parle peu.", ANNE, NEUF_HEURES).texte();

    @Test
    void words_added_by_the_same_writer_in_one_sitting_make_one_version_to_read_again() {
        TexteVersionne.Ecriture e = ecrite.ecrire(1, "Léa parle peu, sauf à l’école.", ANNE, NEUF_HEURES.plusSeconds(20));
        assertThat(e.garder()).isEmpty();
        e = ecrite.ecrire(1, "Léa parle peu. Elle dessine.", ANNE, NEUF_HEURES.plusSeconds(20));
        assertThat(e.conflit()).isFalse();
        assertThat(e.garder()).isEmpty();
        assertThat(e.texte().version()).isEqualTo(2);
    }

    @Test
    void words_taken_away_are_kept_apart() {
        TexteVersionne.Ecriture e = ecrite.ecrire(1, "Léa parle.", ANNE, NEUF_HEURES.plusSeconds(5));
        assertThat(e.garder()).contains(ecrite);
    }

    @Test
    void the_text_of_a_colleague_or_of_another_sitting_is_kept_even_when_completed() {
        assertThat(ecrite.ecrire(1, "Léa parle peu. Elle dessine.", BRUNO, NEUF_HEURES.plusSeconds(20)).garder()).contains(ecrite);
        assertThat(ecrite.ecrire(1, "Léa parle peu. Elle dessine.", ANNE, NEUF_HEURES.plus(Duration.ofHours(2))).garder()).contains(ecrite);
    }

    @Test
    void writing_on_an_older_version_changes_nothing_and_says_so() {
        TexteVersionne.Ecriture e = ecrite.ecrire(0, "Texte de Bruno.", BRUNO, NEUF_HEURES.plusSeconds(20));
        assertThat(e.conflit()).isTrue();
        assertThat(e.texte()).isEqualTo(ecrite);
    }

    @Test
    void the_same_words_sent_twice_after_a_cut_are_not_a_conflict() {
        TexteVersionne.Ecriture e = ecrite.ecrire(0, "Léa parle peu.", ANNE, NEUF_HEURES.plusSeconds(20));
        assertThat(e.conflit()).isFalse();
        assertThat(e.texte()).isEqualTo(ecrite);
    }

    /** A writer who read a version some saves ago and writes a text of their own. */
    record Envoi(int retard, boolean anne, String texte, int secondes) {
    }

    @Property
    void however_two_people_write_every_accepted_text_is_found_whole_in_what_is_kept(@ForAll("envois") List<Envoi> envois) {
        TexteVersionne courante = TexteVersionne.vide("ENFANT");
        List<String> acceptes = new ArrayList<>();
        List<String> gardes = new ArrayList<>();
        Instant maintenant = NEUF_HEURES;
        for (Envoi e : envois) {
            maintenant = maintenant.plusSeconds(e.secondes());
            long lue = Math.max(0, courante.version() - e.retard());
            // What is typed often completes what was read: half of the texts start from it.
            String texte = e.texte().length() % 2 == 0 ? courante.texte() + e.texte() : e.texte();
            TexteVersionne.Ecriture ecriture = courante.ecrire(lue, texte, e.anne() ? ANNE : BRUNO, maintenant);
            if (ecriture.conflit()) {
                assertThat(lue).isLessThan(courante.version());
                assertThat(ecriture.texte()).isEqualTo(courante);
            } else {
                acceptes.add(texte);
                ecriture.garder().map(TexteVersionne::texte).ifPresent(gardes::add);
            }
            courante = ecriture.texte();
        }
        List<String> lisibles = new ArrayList<>(gardes);
        lisibles.add(courante.texte());
        for (String accepte : acceptes) {
            assertThat(lisibles).anyMatch(l -> contientDansLOrdre(l, accepte));
        }
    }

    @Provide
    Arbitrary<List<Envoi>> envois() {
        Arbitrary<Envoi> envoi = Combinators.combine(Arbitraries.frequency(net.jqwik.api.Tuple.of(4, 0), net.jqwik.api.Tuple.of(1, 1),
                        net.jqwik.api.Tuple.of(1, 3)), Arbitraries.of(true, false), Arbitraries.strings().withChars("abc é.").ofMaxLength(12),
                Arbitraries.integers().between(1, 4000)).as(Envoi::new);
        return envoi.list().ofMaxSize(40);
    }

    private static boolean contientDansLOrdre(String texte, String cherche) {
        int i = 0;
        for (int j = 0; j < texte.length() && i < cherche.length(); j++) {
            if (texte.charAt(j) == cherche.charAt(i)) {
                i++;
            }
        }
        return i == cherche.length();
    }

    @Property
    void a_text_is_completed_when_it_is_cut_at_one_place_and_words_are_put_there(@ForAll String avant, @ForAll String apres, @ForAll String ajout) {
        assertThat(TexteVersionne.complete(avant + apres, avant + ajout + apres)).isTrue();
    }

    @Property
    void a_text_is_not_completed_by_a_shorter_one(@ForAll String texte, @ForAll char perdu) {
        assertThat(TexteVersionne.complete(texte + perdu, texte)).isFalse();
    }
}
