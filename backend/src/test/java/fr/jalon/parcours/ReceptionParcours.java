package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the phone call to the mandate, as the assistante of a CDAS does it. */
class ReceptionParcours extends Parcours {

    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_call_is_received_by_keyboard_then_analysed_and_entrusted() {
        Page page = comme("essai." + gens.de(Role.ASSISTANTE_IP, "cdas-redon"));
        page.navigate("/informations");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Informations reçues")).waitFor();
        voir(page, "reception-file-vide");

        page.keyboard().press("n");
        page.getByLabel("De qui vient-elle ?").selectOption("EDUCATION_NATIONALE");
        page.getByLabel("Nom de la personne ayant transmis l’information (facultatif)").fill("Mme Essai");
        page.getByLabel("Qualité (facultatif)").fill("directrice d’école");
        chercher(page, "Mineur", "Zoé LEMOINE 04/05/2016");
        page.getByLabel("Ce qui est rapporté, dans les mots de la personne").fill("Absences répétées, propos inquiétants.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter un titulaire")).press("Enter");
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Titulaire 1")).getByLabel("Nom", new Locator.GetByLabelOptions().setExact(true)).fill("Lemoine");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter le lieu de vie")).press("Enter");
        page.getByLabel("Commune (facultatif)").fill("Redon");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Nouvelle information")).scrollIntoViewIfNeeded();
        voir(page, "reception-saisie");
        assertThat(page.getByText(Pattern.compile("Enregistré à ")).first()).isVisible();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer l’information")).press("Enter");
        page.waitForURL(Pattern.compile(".*/informations/[0-9a-f-]{36}.*"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Faire la première analyse")).waitFor();
        voir(page, "reception-information");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Faire la première analyse")).click();
        page.getByLabel("Information préoccupante", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("Urgence à la réception").check();
        voir(page, "reception-premiere-analyse");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer la première analyse")).click();
        page.getByText("il reste à confier l’évaluation").waitFor();

        page.navigate("/taches");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("lemoine", Pattern.CASE_INSENSITIVE))).first().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confier l’évaluation")).first().click();
        page.getByLabel("Équipe qui évalue").selectOption("cdas-redon");
        voir(page, "reception-mandat");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confier l’évaluation")).last().click();
        page.getByText(Pattern.compile("L’évaluation est confiée à")).waitFor();
        assertThat(jdbc.sql("select etat || ' ' || unite_pilote from information_preoccupante").query(String.class).list())
                .contains("A_DESIGNER cdas-redon");
    }

    @Test
    void a_refused_intake_tells_each_field_and_loses_nothing_typed() {
        Page page = comme("essai." + gens.de(Role.ASSISTANTE_IP, "cdas-redon"));
        page.navigate("/informations/nouvelle");
        page.getByLabel("Nom de la personne ayant transmis l’information (facultatif)").fill("Mme Essai");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer l’information")).click();
        Locator resume = page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("points sont à corriger"));
        assertThat(resume).isVisible();
        voir(page, "reception-saisie-a-corriger");
        resume.getByText(Pattern.compile("de qui vient")).click();
        assertThat(page.getByLabel("De qui vient-elle ?")).isFocused();
        assertThat(page.getByLabel("Nom de la personne ayant transmis l’information (facultatif)")).hasValue("Mme Essai");
    }

    @Test
    void the_screens_hold_on_a_narrow_window() {
        UUID agent = gens.de(Role.ASSISTANTE_IP, "cdas-combourg");
        Page page = comme("essai." + agent);
        page.setViewportSize(320, 640);
        page.navigate("/informations/nouvelle");
        page.getByLabel("De qui vient-elle ?").waitFor();
        etroit(page);
    }

    /** Types a name, waits for the answer, opens a new file when nobody is known. */
    private static void chercher(Page page, String libelle, String nom) {
        page.getByLabel(libelle, new Page.GetByLabelOptions().setExact(true)).fill(nom);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("Aucun de ceux-là"))).waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(Pattern.compile(libelle + " : nouveau dossier"))).waitFor();
    }
}
