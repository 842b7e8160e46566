package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.jalon.dossier.Berceau;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/** A child's file in the browser: found though misspelt, completed, its files, two files made one and parted again. */
class EnfantParcours extends Parcours {

    private static final String ICI = "cdas-redon";
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private Berceau berceau;

    @Test
    void a_misspelt_name_typed_in_the_header_opens_the_child_and_the_family_is_completed_and_drawn() {
        UUID enfant = berceau.enfant("Le Gloanec", "Maëlys Anne", LocalDate.now().minusMonths(14).toString(), ICI);
        UUID frere = berceau.enfant("Le Gloanec", "Malo", "2018-05-06", ICI);
        Page page = comme("responsable.redon");
        page.navigate("/enfants");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Enfants"))).isVisible();
        page.keyboard().press("/");
        page.keyboard().type("gloanek maelis");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Maëlys Anne Le Gloanec")).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Maëlys Le Gloanec"))).isVisible();
        assertThat(page).hasURL(java.util.regex.Pattern.compile("/enfants/" + enfant));
        assertThat(page.getByText("Moins de deux ans")).isVisible();

        acte(page, "Lier à un autre enfant");
        page.getByLabel("Autre enfant", new Page.GetByLabelOptions().setExact(true)).fill("le gloanec malo");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Malo Le Gloanec")).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lier ces enfants")).click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Malo Le Gloanec"))).isVisible();

        acte(page, "Ajouter un titulaire ou un proche");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter cet adulte")).click();
        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("Indiquez le nom"))).isFocused();
        page.getByLabel("Civilité (facultatif)").selectOption("MADAME");
        page.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill("Le Gloanec");
        page.getByLabel("Prénoms (facultatif)").fill("Anne");
        page.getByLabel("Autorité parentale").selectOption("CONJOINT");
        page.getByLabel("Malo Le Gloanec").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter cet adulte")).click();

        acte(page, "Ajouter un lieu de vie");
        page.getByLabel("Chez qui (facultatif)").fill("Chez sa mère");
        page.getByLabel("Commune (facultatif)").fill("Redon");
        page.getByLabel("Mme\u00a0Anne Le Gloanec").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ajouter ce lieu de vie")).click();
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Où et avec qui"))).containsText("Chez sa mère, Redon");

        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Personnes")).click();
        assertThat(page.getByText("Mme\u00a0Anne Le Gloanec, mère, exercice conjoint").first()).isVisible();
        voir(page, "enfant-personnes");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Parcours")).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("En tableau")).click();
        voir(page, "enfant");

        page.navigate("/enfants/" + frere + "?onglet=personnes");
        assertThat(page.getByText("Mme\u00a0Anne Le Gloanec, mère, exercice conjoint").first()).isVisible();
        etroit(page);
    }

    @Test
    void a_file_is_attached_and_read_a_program_and_forty_megabytes_are_answered_in_french() {
        UUID enfant = berceau.enfant("Quilliec", "Yuna", "2015-05-06", ICI);
        Page page = comme("responsable.redon");
        page.navigate("/enfants/" + enfant + "?onglet=documents");
        Locator champ = page.locator("input[type=file]");
        champ.setInputFiles(new FilePayload("facture.pdf", "application/pdf", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0}));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Joindre ce fichier")).click();
        assertThat(page.getByText("programme sous un nom de PDF")).isVisible();
        champ.setInputFiles(new FilePayload("Courrier école.pdf", "application/pdf", PDF));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Joindre ce fichier")).click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Courrier école.pdf"))).isVisible();
        String nom = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Courrier école.pdf")).click()).suggestedFilename();
        assertThat(nom).isEqualTo("Courrier école.pdf");
        voir(page, "enfant-documents");

        // Past the page's own check, over the wire: the server reads on and answers, the line is not cut.
        Map<?, ?> reponse = (Map<?, ?>) page.evaluate("""
                async enfant => {
                    const corps = new FormData();
                    corps.append('fichier', new Blob([new Uint8Array(40 * 1024 * 1024)]), 'gros.pdf');
                    corps.append('sujetType', 'ENFANT'); corps.append('sujetId', enfant); corps.append('genre', 'COURRIER');
                    const jeton = decodeURIComponent(document.cookie.split('; ').find(c => c.startsWith('XSRF-TOKEN=')).split('=')[1]);
                    const r = await fetch('/api/documents', {method: 'POST', body: corps, headers: {'X-XSRF-TOKEN': jeton}});
                    return {statut: r.status, detail: (await r.json()).detail};
                }""", enfant.toString());
        assertThat(reponse.get("statut")).isEqualTo(413);
        assertThat((String) reponse.get("detail")).contains("20\u00a0Mo");
    }

    @Test
    void two_files_of_one_child_are_united_after_their_effects_are_shown_and_parted_in_one_click() {
        berceau.enfant("Scouarnec", "Tudal", "2016-02-03", ICI);
        berceau.enfant("Scouarneck", "Tudal", "2016-02-03", ICI);
        Page page = comme("responsable.redon");
        page.navigate("/enfants");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Doublons probables")).click();
        Locator paire = page.getByRole(AriaRole.REGION).filter(new Locator.FilterOptions().setHasText("Scouarnec"));
        assertThat(paire.first()).isVisible();
        voir(page, "doublons");
        paire.first().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Réunir")).click();
        assertThat(page.getByText("Les comptes porteront sur un seul enfant.")).isVisible();
        page.getByLabel("Ce qui montre que c’est le même enfant").fill("Même école, même date, prénom mal entendu");
        voir(page, "reunion");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Réunir les dossiers")).click();
        assertThat(page.getByText("Les deux dossiers sont réunis.")).isVisible();
        assertThat(paire).hasCount(0);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Annuler")).click();
        assertThat(paire.first()).isVisible();
    }

    private static void acte(Page page, String libelle) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Corriger ou compléter")).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(libelle)).click();
    }
}
