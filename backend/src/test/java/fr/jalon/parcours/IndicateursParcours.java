package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The yearly table in the browser: a figure opened, a finished year declared final after it is confirmed. */
class IndicateursParcours extends Parcours {

    private static final int RECUES = 14;

    @Autowired
    private Evenements evenements;
    @Autowired
    private Horloge horloge;
    @Autowired
    private TransactionTemplate transaction;

    private int passee;

    @BeforeAll
    void peupler() {
        passee = horloge.aujourdhui().getYear() - 1;
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            transaction.executeWithoutResult(s -> {
                for (int n = 0; n < RECUES; n++) {
                    recevoir(LocalDate.of(passee, 1 + n % 12, 10), n % 2 == 0 ? "cdas-redon" : "cdas-fougeres");
                    recevoir(LocalDate.of(passee + 1, 1, 5), "cdas-redon");
                }
            });
            return null;
        });
    }

    private void recevoir(LocalDate jour, String unite) {
        evenements.ajouter(NouvelEvenement.de("information.recue").survenu(jour).unite(unite).element("recue")
                .sujet(Sujet.information(UUID.randomUUID())).dimension("comptee", "OUI"));
    }

    @Test
    void whoever_counts_opens_a_figure_and_declares_a_finished_year_final() {
        Page page = comme("observatoire.departement");
        page.navigate("/indicateurs");
        Locator chiffre = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Nombre d’IP entrantes.*, " + passee + " : \\d+")));
        assertThat(chiffre).isVisible();
        assertThat(annee(page)).containsText("provisoire");
        assertThat(page.getByText(Pattern.compile("^\\d+ IP reçues en \\d{4}"))).isVisible();
        voir(page, "indicateurs");

        chiffre.click();
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("Nombre d’IP entrantes.*" + passee)))).isVisible();
        voir(page, "indicateurs-chiffre");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Arrêter une année…")).click();
        Locator dialogue = page.getByRole(AriaRole.DIALOG);
        assertThat(dialogue.getByText("Cet arrêt ne se défait pas.")).isVisible();
        dialogue.getByLabel("Année").selectOption(String.valueOf(passee));
        voir(page, "indicateurs-arreter");
        dialogue.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ne rien arrêter")).click();
        assertThat(annee(page)).containsText("provisoire");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Arrêter une année…")).click();
        dialogue.getByLabel("Année").selectOption(String.valueOf(passee));
        dialogue.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Arrêter l’année " + passee)).click();
        assertThat(page.getByText("L’année " + passee + " est arrêtée.")).isVisible();
        assertThat(annee(page)).containsText("définitif");
        voir(page, "indicateurs-arretee");
        etroit(page);
    }

    @Test
    void whoever_supervises_reads_the_same_table_and_declares_nothing_final() {
        Page page = comme("superviseur.crip");
        page.navigate("/indicateurs");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Nombre d’IP entrantes.*, " + passee)))).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Arrêter")))).hasCount(0);
    }

    private Locator annee(Page page) {
        return page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName(Pattern.compile("^" + passee)));
    }
}
