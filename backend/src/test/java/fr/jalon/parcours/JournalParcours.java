package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.dossier.Berceau;

import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who opened which file: the officer's search and verification, and each agent's own lines, in a real browser. */
class JournalParcours extends Parcours {

    @Autowired
    private Berceau berceau;

    private UUID enfant;

    @BeforeAll
    void a_child() {
        enfant = IdentiteCourante.en(Identite.systeme("essai"), () -> berceau.enfant("Quellennec", "Maïwenn", "2015-06-03", "cdas-redon"));
    }

    @Test
    void what_an_agent_opened_is_read_by_themselves_and_by_the_officer_who_verifies_the_whole_journal() {
        Page agent = comme("assistante-ip.redon");
        agent.navigate("/enfants/" + enfant);
        assertThat(agent.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).containsText("Quellennec");
        agent.locator("header button").last().click();
        agent.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Mes accès")).click();
        assertThat(agent.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Mes accès"))).isVisible();
        assertThat(agent.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("un dossier d’enfant")).first()).containsText("Ouverture");
        voir(agent, "journal-mes-acces");

        Page delegue = comme("delegue.departement");
        delegue.navigate("/journal");
        delegue.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chercher")).click();
        assertThat(delegue.getByText("Choisissez un enfant ou un agent.")).isVisible();
        delegue.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Enfant").setExact(true)).fill("quelenec maiwen");
        delegue.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("Quellennec")).click();
        delegue.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chercher")).click();
        assertThat(delegue.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("CDAS Redon")).first()).containsText("Assistante IP");
        delegue.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Vérifier tout le journal")).click();
        assertThat(delegue.getByText("Intact")).isVisible();
        voir(delegue, "journal-recherche");
        etroit(delegue);
        voir(delegue, "journal-etroit");
    }
}
