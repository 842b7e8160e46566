package fr.jalon.ip.evaluation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.parcours.Parcours;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An evaluation on screen, from the naming of two people to the report, with two of them writing in one section. */
class EvaluationParcours extends Parcours {

    private static final Locator.GetByLabelOptions EXACT = new Locator.GetByLabelOptions().setExact(true);

    @Autowired
    private ChantierEvaluation chantier;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void two_evaluators_named_visit_write_together_refer_one_minor_conclude_and_hand_in() {
        ChantierEvaluation.Dossier d = chantier.confie(horloge.maintenant().minus(Duration.ofDays(70)));
        designer(d);
        Page anne = comme("essai." + d.anne());
        dossier(anne, d.ipId());
        noterUneVisite(anne, d.ipId());
        demanderUnAvis(anne);
        ecrireADeux(anne, comme("essai." + d.bruno()), d.ipId());
        conclure(anne, d);
        signaler(anne);
        rendre(anne, d.ipId());
    }

    private void designer(ChantierEvaluation.Dossier d) {
        Page page = comme("essai." + d.responsable());
        page.navigate("/ip/" + d.ipId());
        bouton(page, "Désigner les évaluateurs").first().click();
        page.getByLabel("Évaluateur 1").selectOption(d.anne().toString());
        page.getByLabel("Profession").nth(0).selectOption("ASSISTANT_SOCIAL");
        page.getByLabel("Évaluateur 2").selectOption(d.bruno().toString());
        page.getByLabel("Profession").nth(1).selectOption("ASSISTANT_SOCIAL");
        voir(page, "evaluation-designer");
        bouton(page, "Désigner les évaluateurs").last().click();
        Locator motif = page.getByRole(AriaRole.DIALOG);
        motif.getByLabel(Pattern.compile("une seule profession")).fill("Poste de puéricultrice vacant.");
        voir(page, "evaluation-designer-motif");
        motif.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Désigner les évaluateurs")).click();
        page.getByText("l’évaluation est ouverte").waitFor();
    }

    private void dossier(Page page, UUID ipId) {
        page.navigate("/ip/" + ipId + "/dossier-evaluation");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ce qui est connu d’avant")).waitFor();
        assertThat(page.getByText("2 rue Cachée")).hasCount(0);
        voir(page, "evaluation-dossier");
    }

    private void noterUneVisite(Page page, UUID ipId) {
        page.navigate("/ip/" + ipId + "?onglet=evaluation");
        bouton(page, "Noter un acte").waitFor();
        page.keyboard().press("n");
        page.getByLabel("Acte", new Page.GetByLabelOptions().setExact(true)).selectOption("VISITE");
        page.getByLabel("Domicile visité").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.getByLabel("Lea Essai", new Page.GetByLabelOptions().setExact(true)).selectOption("OUI");
        page.getByLabel("Alice Essai", new Page.GetByLabelOptions().setExact(true)).selectOption("OUI");
        voir(page, "evaluation-noter-acte");
        bouton(page, "Noter l’acte").click();
        page.getByText("Avec Lea Essai, Alice Essai").waitFor();
        voir(page, "evaluation-actes");
    }

    private void demanderUnAvis(Page page) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Avis attendus")).click();
        bouton(page, "Demander des avis").click();
        page.getByLabel("Adressée à").fill("École des Essais");
        bouton(page, "Noter l’envoi de la demande").click();
        page.getByText(Pattern.compile("J-15")).first().waitFor();
        voir(page, "evaluation-avis");
    }

    private void ecrireADeux(Page anne, Page bruno, UUID ipId) {
        for (Page page : new Page[] {anne, bruno}) {
            page.navigate("/ip/" + ipId + "?onglet=evaluation&volet=rapport");
            page.locator("#section-ENFANT").waitFor();
        }
        anne.locator("#section-ENFANT").fill("Lea parle peu.");
        anne.getByText(Pattern.compile("Enregistré à")).first().waitFor();
        voir(anne, "evaluation-rapport");
        bruno.locator("#section-ENFANT").fill("Tom rit beaucoup.");
        Locator conflit = bruno.getByRole(AriaRole.DIALOG);
        assertThat(conflit).containsText("Lea parle peu.");
        assertThat(conflit).containsText("Tom rit beaucoup.");
        voir(bruno, "evaluation-deux-textes");
        conflit.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Enregistrer le texte réuni")).click();
        conflit.waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        bruno.getByText(Pattern.compile("Enregistré à")).first().waitFor();
        assertThat(jdbc.sql("select texte from rapport_section where ip_id = ? and code = 'ENFANT'").param(ipId).query(String.class).single())
                .isEqualTo("Lea parle peu.\n\nTom rit beaucoup.");
    }

    private void conclure(Page page, ChantierEvaluation.Dossier d) {
        page.navigate("/ip/" + d.ipId() + "?onglet=evaluation&volet=conclusions");
        Locator lea = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Lea Essai"));
        lea.getByLabel("Conclusion", EXACT).selectOption("RISQUE");
        lea.getByLabel("Négligences lourdes").check();
        lea.getByLabel("Proposition", EXACT).selectOption("AIDE_ADMINISTRATIVE");
        lea.getByLabel("Aide proposée").selectOption("TISF");
        bouton(lea, "Enregistrer la conclusion").click();
        lea.getByText("Enregistrée par").waitFor();
        Locator tom = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Tom Essai"));
        tom.getByLabel("Conclusion", EXACT).selectOption("IMPOSSIBLE");
        tom.getByLabel("Proposition", EXACT).selectOption("SAISINE_JUDICIAIRE");
        bouton(tom, "Enregistrer la conclusion").click();
        tom.getByText("Enregistrée par").waitFor();
        voir(page, "evaluation-conclusions");
    }

    private void signaler(Page page) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Signalements")).click();
        bouton(page, "Signaler un mineur").click();
        page.getByLabel("Mineur concerné").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(2));
        bouton(page, "Préparer à partir des actes notés").click();
        assertThat(page.getByLabel(Pattern.compile("^Exposé"))).hasValue(Pattern.compile("n’a pu être rencontré"));
        page.getByLabel("Actions déjà menées ou tentées").fill("Deux rendez-vous proposés, sans réponse.");
        voir(page, "evaluation-signalement");
        bouton(page, "Noter le signalement").click();
        page.getByText("L’évaluation continue.").waitFor();
    }

    private void rendre(Page page, UUID ipId) {
        page.navigate("/ip/" + ipId);
        bouton(page, "Rendre le rapport").first().click();
        page.getByText("Avant de rendre le rapport").waitFor();
        voir(page, "evaluation-rendre");
        bouton(page, "Rendre le rapport").last().click();
        Locator motifs = page.getByRole(AriaRole.DIALOG);
        motifs.waitFor();
        for (Locator champ : motifs.getByRole(AriaRole.TEXTBOX).all()) {
            champ.fill("Famille absente aux rendez-vous.");
        }
        voir(page, "evaluation-rendre-motifs");
        motifs.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Rendre le rapport")).click();
        page.getByText("Rapport rendu. La personne qui décide est prévenue.").waitFor();
        assertThat(jdbc.sql("select etat from information_preoccupante where id = ?").param(ipId).query(String.class).single()).isEqualTo("A_DECIDER");
    }

    @Test
    void the_workspace_holds_on_a_narrow_window() {
        ChantierEvaluation.Dossier d = chantier.confie(horloge.maintenant().minus(Duration.ofDays(3)));
        Page page = comme("essai." + d.anne());
        page.setViewportSize(320, 640);
        page.navigate("/ip/" + d.ipId() + "?onglet=evaluation");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Avant de rendre le rapport")).waitFor();
        etroit(page);
        page.navigate("/ip/" + d.ipId() + "/dossier-evaluation");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Ce qui est connu d’avant")).waitFor();
        etroit(page);
    }

    private static Locator bouton(Page page, String nom) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(nom).setExact(true));
    }

    private static Locator bouton(Locator zone, String nom) {
        return zone.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(nom).setExact(true));
    }
}
