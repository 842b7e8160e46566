package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import fr.jalon.acces.Role;
import fr.jalon.commun.Ids;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.mesure.attente.MesuresDEssai;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The REF's measures on the screen: who waits and how near the term, an order proposed, a place given and taken back, the register of places. */
class AttenteParcours extends Parcours {

    private static final String ICI = "cdas-redon";

    @Autowired
    private MesuresDEssai mesures;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void peupler() {
        jdbc.sql("update mesure set etat = 'ANNULEE', service_id = null where unite_id = ?").param(ICI).update();
        LocalDate jour = horloge.aujourdhui();
        UUID fratrie = Ids.nouveau();
        mesure("Le Goff", "Malo", 6, "JUDICIAIRE", 395, -30, Ids.nouveau());
        mesure("Kerbrat", "Louise", 9, "JUDICIAIRE", 327, 38, Ids.nouveau());
        mesure("Daniel", "Inès", 3, "ADMINISTRATIF", 250, 115, fratrie);
        mesure("Daniel", "Noé", 1, "ADMINISTRATIF", 250, 115, fratrie);
        mesure("Rolland", "Aya", 12, "JUDICIAIRE", 60, 300, Ids.nouveau());
        mesure("Guillou", "Titouan", 15, "ADMINISTRATIF", 42, 320, Ids.nouveau());
        jdbc.sql("update enfant set naissance_le = ? where prenoms = 'Noé' and nom = 'Daniel'").param(jour.minusMonths(11)).update();
    }

    private void mesure(String nom, String prenoms, int age, String cadre, int ilYA, int terme, UUID decision) {
        LocalDate jour = horloge.aujourdhui();
        mesures.decidee(mesures.enfant(nom, prenoms, jour.minusYears(age), ICI), decision, cadre, ICI, jour.minusDays(ilYA), jour.plusDays(terme));
    }

    @Test
    void the_ref_sees_who_is_about_to_lapse_and_gives_a_place_in_two_keystrokes() {
        Page page = comme(personne(Role.REF, ICI));
        page.navigate("/mesures");
        assertThat(page.getByText(Pattern.compile("6.mesures décidées attendent d’être exercées : 1 a dépassé son terme sans exercice, 1 sera caduque"))).isVisible();
        assertThat(page.getByText(Pattern.compile("Sera caduque dans 38.jours"))).isVisible();
        assertThat(page.getByText("1 frère ou sœur attend aussi")).hasCount(2);
        assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("MEP")).first()).isVisible();
        voir(page, "mesures-attente");
        page.setViewportSize(320, 800);
        voir(page, "mesures-attente-320");
        page.setViewportSize(1360, 860);

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Louise Kerbrat")).focus();
        page.keyboard().press("a");
        Locator dialogue = page.getByRole(AriaRole.DIALOG);
        assertThat(dialogue.getByRole(AriaRole.RADIO).first()).isFocused();
        voir(page, "mesures-affecter");
        page.keyboard().press("Enter");
        assertThat(page.getByText(Pattern.compile("est affectée à APASE"))).isVisible();
        Locator ligne = page.locator("tr[data-mesure]").filter(new Locator.FilterOptions().setHasText("Louise Kerbrat"));
        assertThat(ligne.getByText("APASE")).isVisible();

        ligne.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Retirer"))).click();
        page.getByLabel("Motif").fill("La famille a déménagé.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Retirer l’affectation")).click();
        assertThat(ligne.getByText("Aucun encore")).isVisible();
    }

    @Test
    void an_order_proposed_by_keyboard_with_its_reason_is_read_by_the_supervisor() {
        Page page = comme(personne(Role.REF, ICI));
        page.navigate("/mesures?tri=ORDRE");
        Locator liens = page.locator("tr[data-mesure] a[data-ligne]");
        assertThat(liens).hasCount(6);
        liens.nth(4).focus();
        page.keyboard().press("Alt+ArrowUp");
        page.keyboard().press("Alt+ArrowUp");
        assertThat(page.getByText(Pattern.compile("passe de la 5e à la 3e place"))).isVisible();
        assertThat(liens.nth(2)).hasText("Aya Rolland");
        assertThat(liens.nth(2)).isFocused();
        voir(page, "mesures-ordre");
        page.getByLabel("Motif").fill("Violences rapportées par l’école, le juge attend une intervention.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Proposer cet ordre")).click();
        assertThat(page.getByText(Pattern.compile("Place proposée par .*\\s:\\sViolences rapportées"))).isVisible();

        Page superviseur = comme("superviseur.departement");
        superviseur.navigate("/mesures?tri=ORDRE&unite=" + ICI);
        assertThat(superviseur.getByText(Pattern.compile("Place proposée par .*\\s:\\sViolences rapportées"))).isVisible();
        assertThat(superviseur.getByText(Pattern.compile("3.mesures administratives attendent derrière une judiciaire du même territoire ; 2 attendaient avant elle"))).isVisible();
        assertThat(superviseur.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Affecter")))).hasCount(0);

        // The same by hand: the last line dropped on the one above.
        page.locator("tr[data-mesure]").nth(5).dragTo(page.locator("tr[data-mesure]").nth(4));
        assertThat(page.getByText(Pattern.compile("passe de la 6e à la 5e place"))).isVisible();
    }

    @Test
    void the_administrator_opens_places_and_ends_some() {
        Page page = comme("administrateur.departement");
        page.navigate("/mesures/places");
        assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("AEDFG")).first()).isVisible();
        voir(page, "places");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ouvrir des places")).click();
        page.getByLabel("Qui exerce").selectOption("svc-semo");
        page.getByLabel("Mesure", new Page.GetByLabelOptions().setExact(true)).selectOption("MEP");
        page.getByLabel("Territoire").selectOption(ICI);
        page.getByLabel("Places", new Page.GetByLabelOptions().setExact(true)).fill("15");
        page.getByLabel("Source (facultatif)").fill("Arrêté d’essai");
        voir(page, "places-ouvrir");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ouvrir les places")).click();
        Locator ligne = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Arrêté d’essai"));
        assertThat(ligne).hasCount(1);
        ligne.getByRole(AriaRole.BUTTON).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Terminer les places")).click();
        assertThat(ligne.getByRole(AriaRole.BUTTON)).hasCount(0);
    }

    private String personne(Role role, String unite) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into utilisateur(id, identifiant, nom, prenom, demo) values (?, ?, 'Essai', 'Claire', true)").params(id, "essai." + id).update();
        jdbc.sql("insert into utilisateur_role(utilisateur_id, role, unite_id) values (?, ?, ?)").params(id, role.name(), unite).update();
        return "essai." + id;
    }
}
