package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The functional administrator about people: a duty by hand, an absence with whoever stands in, the review of accounts. */
class HabilitationsParcours extends Parcours {

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void deux_comptes_qui_ne_servent_plus() {
        jdbc.sql("update utilisateur set cree_le = now() - interval '300 days', derniere_connexion = now() - interval '100 days'"
                + " where identifiant in ('evaluateur-3.fougeres', 'evaluateur-4.fougeres')").update();
    }

    private static Locator bouton(Page page, String nom) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(nom).setExact(true));
    }

    private static void choisir(Page page, String champ, String identifiantOuLibelle) {
        page.getByRole(AriaRole.DIALOG).getByLabel(champ).selectOption(identifiantOuLibelle);
    }

    @Test
    void the_administrator_gives_a_duty_writes_an_absence_and_withdraws_an_account_that_is_out_at_once() {
        String agent = jdbc.sql("select id::text from utilisateur where identifiant = 'evaluateur-1.fougeres'").query(String.class).single();
        String absente = jdbc.sql("select id::text from utilisateur where identifiant = 'evaluateur-2.fougeres'").query(String.class).single();
        Page dehors = comme("evaluateur-3.fougeres");
        jdbc.sql("update utilisateur set derniere_connexion = now() - interval '100 days' where identifiant = 'evaluateur-3.fougeres'").update();

        Page page = comme("administrateur.departement");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Habilitations")).click();
        page.getByLabel("Unité").selectOption("cdas-fougeres");
        assertThat(page.getByRole(AriaRole.TABLE)).hasCount(1);
        bouton(page, "Donner une habilitation").click();
        choisir(page, "Personne", agent);
        choisir(page, "Rôle", "RESPONSABLE_CDAS");
        choisir(page, "Unité", "cdas-fougeres");
        bouton(page, "Donner l’habilitation").click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByText("Écrivez pourquoi cette habilitation est donnée à la main.").first()).isVisible();
        page.getByRole(AriaRole.DIALOG).getByLabel("Motif").fill("Intérim de la responsable d’unité");
        voir(page, "habilitation-donner");
        bouton(page, "Donner l’habilitation").click();
        assertThat(page.getByText("Intérim de la responsable d’unité")).isVisible();
        voir(page, "habilitations");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Absences")).click();
        bouton(page, "Inscrire une absence").click();
        choisir(page, "Personne absente", absente);
        page.getByRole(AriaRole.DIALOG).getByLabel("Dernier jour").fill("31/12/2030");
        choisir(page, "Remplacée par", agent);
        voir(page, "absence-inscrire");
        bouton(page, "Inscrire l’absence").click();
        assertThat(page.getByText("en cours", new Page.GetByTextOptions().setExact(true))).isVisible();
        voir(page, "absences");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Revue des comptes")).click();
        assertThat(page.getByText("Ces 2 comptes n’ont pas servi depuis 90 jours", new Page.GetByTextOptions())).isVisible();
        page.getByLabel("evaluateur-3.fougeres").check();
        voir(page, "comptes-a-revoir");
        bouton(page, "Retirer les comptes choisis").click();
        page.getByRole(AriaRole.DIALOG).getByLabel("Motif").fill("A quitté le département en août");
        bouton(page, "Retirer").click();
        assertThat(page.getByText("A quitté le département en août")).isVisible();
        assertThat(page.getByText("Ce compte n’a pas servi depuis 90 jours")).isVisible();
        page.getByLabel("evaluateur-4.fougeres").check();
        bouton(page, "Maintenir les comptes choisis").click();
        bouton(page, "Maintenir").click();
        assertThat(page.getByText("n’est resté 90 jours sans servir")).isVisible();
        voir(page, "comptes-revus");
        etroit(page);
        voir(page, "comptes-etroit");

        dehors.navigate("/");
        assertThat(dehors.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).first()).isVisible();
        assertThat(dehors.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tâches"))).isHidden();
    }
}
