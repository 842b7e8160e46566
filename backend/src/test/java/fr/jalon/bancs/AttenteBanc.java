package fr.jalon.bancs;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.mesure.attente.CriteresAttente;
import fr.jalon.mesure.attente.LecturePlaces;
import fr.jalon.mesure.attente.ListeAttente;
import fr.jalon.mesure.attente.MesuresExercees;
import fr.jalon.mesure.attente.TableauAttente;
import fr.jalon.mesure.attente.TriAttente;
import fr.jalon.parcours.Parcours;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The waiting board with 5 000 waiting, 3 000 exercised and 100 000 past measures: in the server, and in Chromium until a line can be acted on. */
class AttenteBanc extends Parcours {

    private static final int EN_ATTENTE = 5_000;
    private static final int EXERCEES = 3_000;
    private static final int PASSEES = 100_000;
    private static final int FOIS = 21;
    private static final int FOIS_ECRAN = 7;

    @Autowired
    private ListeAttente liste;
    @Autowired
    private LecturePlaces places;
    @Autowired
    private MesuresExercees exercees;
    @Autowired
    private Gens gens;
    @Value("${spring.flyway.url}")
    private String url;
    @Value("${spring.flyway.user}")
    private String proprietaire;
    @Value("${spring.flyway.password}")
    private String motDePasse;

    @Test
    void the_waiting_board_of_a_departement_with_five_thousand_waiting_and_a_hundred_thousand_past_measures() throws Exception {
        AttenteEnMasse.ecrire(url, proprietaire, motDePasse, EN_ATTENTE, EXERCEES, PASSEES);
        UUID direction = gens.de(Role.SUPERVISEUR, null);
        UUID ref = gens.de(Role.REF, "cdas-redon");
        CriteresAttente tout = criteres(TriAttente.TERME);
        TableauAttente lu = gens.en(direction, () -> liste.tableau(tout, null, 50));
        assertThat(lu.attendent()).isEqualTo(EN_ATTENTE);
        double departement = Mesures.duree(FOIS, () -> gens.en(direction, () -> liste.tableau(tout, null, 50)));
        double ordre = Mesures.duree(FOIS, () -> gens.en(direction, () -> liste.tableau(criteres(TriAttente.ORDRE), null, 50)));
        double suite = Mesures.duree(FOIS, () -> gens.en(direction, () -> liste.tableau(tout, suivante(tout), 50)));
        double territoire = Mesures.duree(FOIS, () -> gens.en(ref, () -> liste.tableau(tout, null, 50)));
        double libres = Mesures.duree(FOIS, () -> gens.en(direction, () -> places.lire(null, "cdas-redon")));
        double enCours = Mesures.duree(FOIS, () -> gens.en(direction, () -> exercees.lire(null)));
        double[] ecran = new double[FOIS_ECRAN];
        Page page = comme("superviseur.departement");
        for (int i = -1; i < FOIS_ECRAN; i++) {
            long debut = System.nanoTime();
            page.navigate("/mesures");
            assertThat(page.locator("tr[data-mesure] a[data-ligne]").first()).isVisible();
            if (i >= 0) {
                ecran[i] = (System.nanoTime() - debut) / 1e6;
            }
        }
        double utilisable = Mesures.mediane(ecran);
        double[] menu = new double[FOIS_ECRAN];
        for (int i = -1; i < FOIS_ECRAN; i++) {
            page.navigate("/enfants");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            long debut = System.nanoTime();
            page.locator("nav a[href='/mesures']").click();
            assertThat(page.locator("tr[data-mesure] a[data-ligne]").first()).isVisible();
            if (i >= 0) {
                menu[i] = (System.nanoTime() - debut) / 1e6;
            }
        }
        double parLeMenu = Mesures.mediane(menu);
        Mesures.noter("attente, %d en attente, %d exercées, %d passées : tableau du département %.1f ms, dans l’ordre proposé %.1f ms, deux pages "
                + "(la première et la suite) %.1f ms, d’un territoire %.1f ms ; places %.1f ms ; exercées %.1f ms (médianes de %d) ; Chromium, de "
                + "l’adresse à la première ligne, page rechargée, %.0f ms, par le menu %.0f ms (médianes de %d)", EN_ATTENTE, EXERCEES, PASSEES, departement, ordre, suite,
                territoire, libres, enCours, FOIS, utilisable, parLeMenu, FOIS_ECRAN);
        assertThat(departement).isLessThan(100);
        assertThat(ordre).isLessThan(100);
        assertThat(territoire).isLessThan(100);
        assertThat(libres).isLessThan(100);
        assertThat(parLeMenu).isLessThan(1000);
        assertThat(utilisable).isLessThan(1000);
    }

    private String suivante(CriteresAttente criteres) {
        return liste.tableau(criteres, null, 50).suivante();
    }

    private static CriteresAttente criteres(TriAttente tri) {
        return new CriteresAttente(false, null, null, null, null, null, false, false, tri);
    }
}
