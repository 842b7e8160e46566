package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import fr.jalon.essai.TestIntegration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/** Commit order is not id order: a reader that adds up stops below the oldest transaction still open. */
@TestIntegration
class ClotureIT {

    @Autowired
    private Carnet carnet;
    @Autowired
    private LectureFaits lecture;

    private long recues(Faits faits, String unite) {
        return new Formule.Entrantes(null).calculer(faits, new Portee(LocalDate.of(2002, 1, 1), LocalDate.of(2002, 12, 31),
                LocalDate.of(2002, 12, 31), Set.of(unite))).valeur().longValueExact();
    }

    @Test
    void a_transaction_committed_out_of_order_is_counted_with_those_before_it_and_never_between() throws Exception {
        String unite = "cloture-" + UUID.randomUUID();
        LocalDate jour = LocalDate.of(2002, 6, 1);
        ExecutorService autre = Executors.newSingleThreadExecutor();
        CountDownLatch ecrite = new CountDownLatch(1);
        CountDownLatch lue = new CountDownLatch(1);
        try {
            // The first writes and lingers; the second, begun after it, commits before it.
            Future<?> premiere = autre.submit(() -> carnet.acte(() -> {
                carnet.recevoir(jour, unite, UUID.randomUUID());
                ecrite.countDown();
                attendre(lue);
            }));
            assertThat(ecrite.await(20, TimeUnit.SECONDS)).isTrue();
            carnet.recevoir(jour, unite, UUID.randomUUID());

            String arret = lecture.cloture();
            assertThat(recues(lecture.lire(), unite)).isZero();

            lue.countDown();
            premiere.get(20, TimeUnit.SECONDS);
            assertThat(recues(lecture.lire(), unite)).isEqualTo(2);
            // A year closed meanwhile stays as it was known: what was being written belongs to what came after.
            assertThat(recues(lecture.lire(arret), unite)).isZero();
        } finally {
            lue.countDown();
            autre.shutdownNow();
        }
    }

    @Test
    void a_closed_year_keeps_its_figures_when_a_file_is_corrected_afterwards() {
        String unite = "cloture-" + UUID.randomUUID();
        Carnet.Dossier d = carnet.recevoir(LocalDate.of(2002, 3, 1), unite, UUID.randomUUID());
        carnet.qualifier(d);
        carnet.rendre(d, LocalDate.of(2002, 5, 1));
        String arret = lecture.cloture();

        carnet.corrigerReception(d, LocalDate.of(2001, 12, 30));
        carnet.reprendreRapport(d);

        Portee annee = new Portee(LocalDate.of(2002, 1, 1), LocalDate.of(2002, 12, 31), LocalDate.of(2002, 12, 31), Set.of(unite));
        Faits alors = lecture.lire(arret);
        Faits maintenant = lecture.lire();
        assertThat(new Formule.Entrantes(null).calculer(alors, annee).comptes()).hasSize(1);
        assertThat(new Formule.Entrantes(null).calculer(maintenant, annee).comptes()).isEmpty();
        assertThat(new Formule.Flux(Formule.Etape.RAPPORT).calculer(alors, annee).comptes()).hasSize(1);
        assertThat(new Formule.Flux(Formule.Etape.RAPPORT).calculer(maintenant, annee).comptes()).isEmpty();
        assertThat(new Formule.Ouvertes(0, null).calculer(alors, annee).comptes()).hasSize(1);
    }

    private static void attendre(CountDownLatch signal) {
        try {
            signal.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
