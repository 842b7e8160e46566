package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import fr.jalon.ip.decision.Affaires;
import fr.jalon.ip.decision.Affaires.Affaire;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.support.WebTestUtils;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.context.WebApplicationContext;

/** From the report to the last letter, then what was wrong put right, as a REF and an assistante do it. */
@AutoConfigureMockMvc
class DecisionParcours extends Parcours {

    @Autowired
    private Affaires affaires;
    @Autowired
    private Gens gens;
    @Autowired
    private WebApplicationContext contexte;

    /** The requests of the fixture put a token store of their own in the filters, which would give the browser no cookie: it is put back. */
    private Affaire aDecider() throws Exception {
        MockHttpServletRequest demande = new MockHttpServletRequest(contexte.getServletContext());
        CsrfTokenRepository jetons = WebTestUtils.getCsrfTokenRepository(demande);
        try {
            return affaires.aDecider();
        } finally {
            WebTestUtils.setCsrfTokenRepository(demande, jetons);
        }
    }

    private static Locator bouton(Page page, String nom) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(nom).setExact(true));
    }

    private static Locator groupe(Page page, String nom) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(Pattern.compile(nom)));
    }

    private static void decider(Page page, Affaire a) {
        page.navigate("/ip/" + a.ip() + "?acte=etape:decider");
        groupe(page, "^Lea").getByLabel(Pattern.compile("^Accompagnement de droit commun")).check();
        groupe(page, "^Lea").getByLabel("Motivation").fill("Soutien accepté par la famille.");
        groupe(page, "^Tom").getByLabel(Pattern.compile("^Saisine de l’autorité judiciaire")).check();
        groupe(page, "^Tom").getByLabel("Cas de l’article L226-4").selectOption("ACTIONS_IMPOSSIBLES");
        groupe(page, "^Tom").getByLabel(Pattern.compile("^Actions déjà menées")).fill("Aide éducative refusée.");
        groupe(page, "^Tom").getByLabel("Motivation").fill("Danger constaté, aide refusée.");
    }

    @Test
    void a_decision_is_taken_undone_taken_again_told_and_corrected() throws Exception {
        Affaire a = aDecider();
        Page ref = comme("essai." + a.ref());
        decider(ref, a);
        voir(ref, "decision-formulaire");
        bouton(ref, "Décider").click();
        ref.getByText("La décision est enregistrée").waitFor();
        voir(ref, "decision-enregistree");
        bouton(ref, "Annuler").first().click();
        ref.getByText("C’est annulé.").waitFor();
        assertThat(affaires.etat(a.ip())).isEqualTo("A_DECIDER");

        // What was typed comes back with the act undone.
        ref.navigate("/ip/" + a.ip() + "?acte=etape:decider");
        assertThat(groupe(ref, "^Tom").getByLabel("Motivation")).hasValue("Danger constaté, aide refusée.");
        bouton(ref, "Décider").click();
        ref.getByText("La décision est enregistrée").waitFor();

        Page assistante = comme("essai." + a.assistante());
        assistante.navigate("/ip/" + a.ip() + "?acte=etape:informer");
        assistante.getByLabel("Informé par, ou pourquoi non").first().waitFor();
        voir(assistante, "decision-informer");
        assistante.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Préparer le courrier")).first().click();
        assistante.getByText("Madame, Monsieur,", new Page.GetByTextOptions().setExact(true)).waitFor();
        voir(assistante, "decision-courrier");
        assistante.goBack();
        Locator reponses = assistante.getByLabel("Informé par, ou pourquoi non");
        reponses.first().waitFor();
        for (int i = 0; i < reponses.count(); i++) {
            reponses.nth(i).selectOption("COURRIER");
        }
        bouton(assistante, "Terminer l’information").click();
        assistante.getByText("Toutes les personnes sont informées.").waitFor();

        ref.navigate("/ip/" + a.ip() + "?onglet=suites");
        ref.getByText("Suite attendue.").waitFor();
        voir(ref, "decision-suites");
        ref.navigate("/ip/" + a.ip() + "?acte=etape:suivre-justice");
        ref.getByLabel("Ce que l’autorité judiciaire a fait").selectOption("MESURE");
        voir(ref, "decision-justice");

        ref.navigate("/ip/" + a.ip() + "?acte=libre:corriger");
        ref.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Décision prise pour le mauvais mineur"))).click();
        ref.getByLabel(Pattern.compile("^Lea")).uncheck();
        bouton(ref, "Voir les effets").click();
        ref.getByText("Ce que cette correction fera").waitFor();
        bouton(ref, "Corriger").scrollIntoViewIfNeeded();
        voir(ref, "correction-effets");
        ref.getByLabel("Pourquoi").fill("La décision visait son frère.");
        bouton(ref, "Corriger").click();
        ref.getByText("La correction est faite.").waitFor();
        assertThat(affaires.etat(a.ip())).isEqualTo("A_DECIDER");
        ref.navigate("/ip/" + a.ip() + "?onglet=corrections");
        ref.getByText("La décision visait son frère.").waitFor();
        voir(ref, "correction-faite");
    }

    @Test
    void the_aid_decided_on_an_ip_becomes_a_measure_from_its_page() throws Exception {
        Affaire a = aDecider();
        Page ref = comme("essai." + a.ref());
        decider(ref, a);
        groupe(ref, "^Lea").getByLabel(Pattern.compile("^Aide ou mesure administrative")).check();
        groupe(ref, "^Lea").getByLabel("Nature de l’aide ou de la mesure").selectOption("MEP_ADMINISTRATIVE");
        groupe(ref, "^Lea").getByLabel("Motivation").fill("La famille demande de l’aide.");
        bouton(ref, "Décider").click();
        Ecran ecran = new Ecran(ref);
        Locator dialogue = ref.getByRole(AriaRole.DIALOG);
        Locator dite = ref.getByText("La décision est enregistrée");
        dialogue.or(dite).first().waitFor();
        if (dialogue.count() > 0) {
            ecran.motiver("Décider", "Accord de la famille.");
        }
        dite.waitFor();

        ref.navigate("/ip/" + a.ip());
        ecran.bouton("Imprimer").first().waitFor();
        ecran.autreActe("Ouvrir la mesure décidée");
        Locator forme = ref.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Ouvrir la mesure décidée"));
        assertThat(forme.getByLabel("Mesure", new Locator.GetByLabelOptions().setExact(true))).hasValue("MEP");
        assertThat(forme.getByLabel("Décidée par")).hasValue("PRESIDENT");
        forme.getByLabel("Durée").selectOption("P1Y");
        voir(ref, "mesure-25-depuis-ip");
        bouton(ref, "Ouvrir la mesure").last().press("Enter");
        ref.getByText("La mesure est ouverte.").waitFor();
    }

    @Test
    void delegations_are_kept_and_endings_filled_on_screen() throws Exception {
        Affaire a = aDecider();
        Page administrateur = comme("essai." + gens.de(Role.ADMINISTRATEUR, null));
        administrateur.navigate("/delegations");
        administrateur.getByRole(AriaRole.TABLE).waitFor();
        voir(administrateur, "delegations");
        bouton(administrateur, "Donner une délégation").click();
        administrateur.getByLabel("Arrêté").waitFor();
        voir(administrateur, "delegations-donner");

        Page ref = comme("essai." + a.ref());
        ref.navigate("/ip/" + a.ip() + "?acte=libre:fin");
        ref.getByLabel("Transférée à un autre département").check();
        voir(ref, "decision-fin");
        ref.navigate("/ip/" + a.ip() + "?acte=libre:commission");
        ref.getByLabel(Pattern.compile("^Séance")).fill("hier");
        ref.getByLabel(Pattern.compile("^Séance")).press("Tab");
        voir(ref, "decision-commission");
        ref.setViewportSize(320, 800);
        decider(ref, a);
        voir(ref, "decision-etroit");
        etroit(ref);
    }
}
