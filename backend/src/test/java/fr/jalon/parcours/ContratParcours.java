package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
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

/** The contract officer's year: the printed table, a figure typed and explained, a wrong file, the closing, a correction in the open, what the public sees. */
class ContratParcours extends Parcours {

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
                recevoir(3, "cdas-redon");
                recevoir(14, "cdas-fougeres");
                recevoir(25, "cdas-saint-malo");
            });
            return null;
        });
    }

    private void recevoir(int combien, String unite) {
        for (int n = 0; n < combien; n++) {
            evenements.ajouter(NouvelEvenement.de("information.recue").survenu(LocalDate.of(passee, 1 + n % 12, 10)).unite(unite).element("recue")
                    .sujet(Sujet.information(UUID.randomUUID())).dimension("comptee", "OUI"));
        }
    }

    @Test
    void the_table_is_read_typed_explained_imported_closed_revised_and_published() throws Exception {
        Page page = comme("observatoire.departement");
        page.navigate("/contrat");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("Tableau de bord, Contrat départemental 2020-2023")))).isVisible();
        assertThat(page.getByText(Pattern.compile("points sont à vérifier"))).isVisible();
        assertThat(page.getByText(Pattern.compile("Le commentaire parle de baisse"))).hasCount(1);
        voir(page, "contrat");

        // A figure typed on the cell, by keyboard.
        Locator entretiens = cellule(page, "entretien du 4e mois", ", réalisé 2023 : ");
        entretiens.focus();
        page.keyboard().type("720");
        page.keyboard().press("Enter");
        assertThat(entretiens).containsText("720");
        assertThat(entretiens).containsText("à expliquer");
        entretiens.click();
        Locator ouverte = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("réalisé 2023 : 720")));
        ouverte.getByLabel("Pourquoi cette différence").fill("Quatre entretiens saisis après l’impression du tableau.");
        ouverte.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Enregistrer pourquoi cette différence")).click();
        assertThat(page.getByText("Pourquoi cette différence : enregistré.")).isVisible();
        assertThat(entretiens).not().containsText("à expliquer");
        voir(page, "contrat-cellule", "section[aria-labelledby=cellule-titre]");

        // A wrong file writes nothing and says where it is wrong.
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Importer des valeurs…")).click();
        Locator dialogue = page.getByRole(AriaRole.DIALOG);
        dialogue.locator("input[type=file]").setInputFiles(new FilePayload("saisies.csv", "text/csv",
                "code;annee;type;valeur\n35-F01-01;2022;réalisé;540\n35-F01-01;2022;réalisé;541\n35-F99-99;2022;réalisé;1\n35-F01-01;2022;cible;beaucoup\n".getBytes(StandardCharsets.UTF_8)));
        dialogue.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Importer").setExact(true)).click();
        assertThat(dialogue.getByText(Pattern.compile("Ligne 3, colonne 1.*déjà donnée à la ligne 2"))).isVisible();
        assertThat(dialogue.getByText(Pattern.compile("Ligne 4, colonne 1"))).isVisible();
        assertThat(dialogue.getByText(Pattern.compile("Ligne 5, colonne 4"))).isVisible();
        voir(page, "contrat-import", "[role=dialog]");
        page.keyboard().press("Escape");

        // The year is closed, and then corrected in the open.
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Arrêter une année…")).click();
        dialogue.getByLabel("Année").selectOption("2023");
        dialogue.getByLabel("En qualité de").fill("Responsable de l’observatoire");
        voir(page, "contrat-arreter", "[role=dialog]");
        dialogue.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Arrêter l’année 2023")).click();
        assertThat(page.getByText("L’année 2023 est arrêtée.")).isVisible();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName(Pattern.compile("^2023.*définitif")))).isVisible();
        ouverte.getByLabel("Nombre (femmes)").fill("722");
        ouverte.getByLabel("Pourquoi elle change").fill("Deux entretiens retrouvés au CDAS de Redon");
        ouverte.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Enregistrer la valeur")).click();
        assertThat(entretiens).containsText("révisé : 722");
        assertThat(entretiens).containsText("720");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Arrêté 2023 \\(1"))).click();
        assertThat(page.getByText("Intact : le contenu gardé est celui qui a été signé.")).isVisible();
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("Révision de")))).containsText("722");
        voir(page, "contrat-revision");

        // What the public sees: a small number and its neighbour hidden, on the screen and in the file.
        page.navigate("/contrat?diffusion=PUBLIC");
        assertThat(cellule(page, "confiés à l’ASE bénéficiant d", "parrainage, réalisé 2023 : s.")).isVisible();
        assertThat(cellule(page, "enfants en prévention bénéficiant", "parrainage, réalisé 2023 : s.")).isVisible();
        assertThat(cellule(page, "total de mineurs", "parrainage, réalisé 2023 : 89")).isVisible();
        Download csv = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV").setExact(true)).click());
        String texte = new String(java.nio.file.Files.readAllBytes(csv.path()), StandardCharsets.UTF_8);
        org.assertj.core.api.Assertions.assertThat(texte.lines().filter(l -> l.contains("35-F23-02")).findFirst().orElseThrow()).contains(";s.;");
        cellule(page, "enfants en prévention", "réalisé 2023").scrollIntoViewIfNeeded();
        voir(page, "contrat-public", "main form");

        page.navigate("/contrat?diffusion=PUBLIC&reference=" + (passee - 2) + "&du=" + (passee - 1) + "&au=" + passee + "&code=35-F06-01&annee=" + passee);
        Locator detail = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName(Pattern.compile("par unité, " + passee)));
        assertThat(detail.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName(Pattern.compile("Redon s\\.")))).isVisible();
        assertThat(detail.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName(Pattern.compile("Foug.res s\\.")))).isVisible();
        assertThat(detail.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName(Pattern.compile("Ensemble 42")))).isVisible();
        detail.scrollIntoViewIfNeeded();
        voir(page, "contrat-pourquoi", "section[aria-labelledby=cellule-titre]");

        page.navigate("/contrat/rapport?annee=2023");
        assertThat(page.getByText(Pattern.compile("Attendu pour le 30.septembre.2024"))).isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Commencer le rapport")).click();
        assertThat(page.getByText("Étape enregistrée.")).isVisible();
        assertThat(page.getByText(Pattern.compile("^Brouillon, le"))).isVisible();
        voir(page, "contrat-rapport");
        // The files, kept to be looked at: a spreadsheet opens the one, a reader the other.
        garder(page, "/api/contrat/rapports/2023/classeur", "contrat-2023.xlsx");
        garder(page, "/api/contrat/rapports/2023/classeur?diffusion=PUBLIC", "contrat-2023-public.xlsx");
        garder(page, "/api/contrat/rapports/2023/pdf", "contrat-2023.pdf");
        etroit(page);
        page.navigate("/contrat");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("Tableau de bord")))).isVisible();
        etroit(page);
    }

    /** A figure of the table by what its name says; asking a browser for the names of a thousand buttons is what this journey lasted. */
    private static Locator cellule(Page page, String... dits) {
        StringBuilder css = new StringBuilder("button");
        for (String dit : dits) {
            css.append("[aria-label*=\"").append(dit).append("\"]");
        }
        return page.locator(css.toString());
    }

    private static void garder(Page page, String adresse, String nom) throws java.io.IOException {
        byte[] octets = page.request().get(adresse).body();
        org.assertj.core.api.Assertions.assertThat(octets.length).isGreaterThan(5_000);
        java.nio.file.Path ou = java.nio.file.Path.of("target", nom);
        java.nio.file.Files.write(ou, octets);
    }
}
