package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.dossier.Berceau;
import fr.jalon.mesure.accueil.ChantierAccueil;
import fr.jalon.statistique.AtelierOlinpe;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A light record noted by keyboard on the child's page, corrected, ended and cancelled; then the survey and the extract, for whoever counts. */
class RepereParcours extends Parcours {

    private static final List<String> PRENOMS = List.of("Aela", "Brieuc", "Enora", "Gildas", "Maïwenn", "Tanguy");

    @Autowired
    private Berceau berceau;
    @Autowired
    private ChantierAccueil mesures;
    @Autowired
    private AtelierOlinpe olinpe;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_record_is_noted_by_keyboard_and_its_end_and_cancellation_are_told() {
        UUID enfant = berceau.enfant("Le Repère", "Nina", LocalDate.now().minusYears(11).toString(), "cdas-redon");
        Page page = comme("responsable.redon");
        page.navigate("/enfants/" + enfant + "?onglet=reperes");
        assertThat(page.getByText("Aucun repère n’est noté.")).isVisible();
        page.getByLabel("Quoi").focus();
        page.getByLabel("Quoi").selectOption("PARRAINAGE");
        page.keyboard().press("Tab");
        page.keyboard().type("Parr");
        page.getByLabel("Forme").selectOption("PARRAINAGE");
        page.getByLabel("Depuis le").fill("hier");
        voir(page, "repere-saisie");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Noter").setExact(true)).click();
        assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Parrainage ou accompagnement bénévole (en cours)"))).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(java.util.regex.Pattern.compile("^Noter la fin"))).click();
        page.getByLabel("Fini le").fill("aujourd’hui");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Noter la fin").setExact(true)).click();
        assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Parrainage ou accompagnement bénévole").setExact(true))).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(java.util.regex.Pattern.compile("^Annuler : Parrainage"))).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Annuler ce repère")).click();
        assertThat(page.getByText("Écrivez pourquoi").first()).isVisible();
        page.getByLabel("Pourquoi").fill("Autre enfant.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Annuler ce repère")).click();
        assertThat(page.getByText("Annulé : Autre enfant.")).isVisible();
        voir(page, "reperes");
        etroit(page);
    }

    @Test
    void the_survey_and_the_extract_are_read_by_whoever_counts() {
        LocalDate jour = LocalDate.now().minusDays(40);
        for (int n = 0; n < PRENOMS.size(); n++) {
            UUID enfant = berceau.enfant("Le Repère", PRENOMS.get(n), LocalDate.now().minusYears(9).minusDays(37L * n).toString(), "cdas-redon");
            mesures.placementCommence(enfant, "cdas-redon", "svc-familial", jour.minusDays(25L * n));
            String sexe = n > 1 ? "FILLE" : "INCONNU";
            mesures.faire(() -> jdbc.sql("update enfant set sexe = ? where id = ?").params(sexe, enfant).update());
        }
        olinpe.jusqua(jour);
        Page page = comme("observatoire.departement");
        page.navigate("/statistiques");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Enquête Aide sociale de la DREES"))).isVisible();
        assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("Actions éducatives en milieu ouvert (AEMO)"))).isVisible();
        page.getByLabel("Année").selectOption(String.valueOf(LocalDate.now().getYear()));
        assertThat(page.getByText(java.util.regex.Pattern.compile("^[1-9]\\d*\\smesures, [1-9]\\d*\\senfants$"))).isVisible();
        voir(page, "statistiques-drees");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("OLINPE")).click();
        assertThat(page.getByText("NUMANONYMANT").first()).isVisible();
        // A month that ends gives its report by itself; the officer is told of what is under its threshold, reads it, and sees where it is missing.
        page.navigate("/statistiques/olinpe?annee=" + jour.getYear());
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Avis à lire"))).containsText("SEXE");
        voir(page, "statistiques-olinpe");
        etroit(page);
        page.setViewportSize(1360, 860);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("J’ai lu")).click();
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Avis à lire"))).hasCount(0);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("SEXE").setExact(true)).first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Variable SEXE"))).isVisible();
        assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("CDAS Redon"))).isVisible();
        voir(page, "statistiques-olinpe-variable");
        etroit(page);
        page.setViewportSize(1360, 860);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dossiers où elle manque")).click();
        assertThat(page.getByText("que vos habilitations n’ouvrent pas")).isVisible();
        Page redon = comme("ref.redon");
        redon.navigate("/donnees-a-completer?annee=" + jour.getYear());
        redon.getByLabel("Quelle donnée manque").selectOption("SEXE");
        assertThat(redon.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName("au dossier de l’enfant")).first()).isVisible();
        voir(redon, "donnees-a-completer");
        etroit(redon);
        // A contract has no calendar: nothing leads there, and the address says why.
        page.navigate("/statistiques/schema");
        assertThat(page.getByText("Le document de ce département est un contrat.")).isVisible();
        voir(page, "statistiques-schema");
    }
}
