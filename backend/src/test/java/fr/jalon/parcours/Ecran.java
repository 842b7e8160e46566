package fr.jalon.parcours;

import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;

/** What somebody does in front of a page, by the words that are written on it. */
final class Ecran {

    final Page page;

    Ecran(Page page) {
        this.page = page;
    }

    /** Starts like this, whatever the case. */
    static Pattern debut(String texte) {
        return Pattern.compile("^" + litteral(texte), Pattern.CASE_INSENSITIVE);
    }

    static Pattern contient(String texte) {
        return Pattern.compile(litteral(texte), Pattern.CASE_INSENSITIVE);
    }

    /** For the browser's own expressions, which do not know {@code \\Q}; a space stands for a no-break one too. */
    private static String litteral(String texte) {
        return texte.replaceAll("([\\\\.^$|?*+()\\[\\]{}])", "\\\\$1").replace(" ", "\\s+");
    }

    Ecran menu(String libelle) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Menu principal"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(debut(libelle))).click();
        titre(libelle).waitFor();
        return this;
    }

    Locator titre(String texte) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(debut(texte))).first();
    }

    /** The page of an IP, from the list of those one may see. */
    Ecran dossier(String numero) {
        menu("Informations préoccupantes");
        page.getByLabel("En cours seulement").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(numero).setExact(true)).click();
        titre(numero).waitFor();
        return this;
    }

    /** The task of this step about these people, opened from the list once it stands there. */
    Ecran tache(String etape, String enfant) {
        menu("Tâches");
        // Somebody else has just acted: the list is read again now, not in a minute.
        page.reload();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(contient(etape)))
                .filter(new Locator.FilterOptions().setHasText(contient(enfant))).click();
        return this;
    }

    Ecran onglet(String nom) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(debut(nom))).click();
        return this;
    }

    Locator bouton(String nom) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(nom).setExact(true));
    }

    /** By the keyboard: the button that sends stands last on the page when two have the same verb. */
    Ecran presser(String nom) {
        bouton(nom).last().press("Enter");
        return this;
    }

    /** Beside the step: the acts possible at any moment. */
    Ecran autreActe(String libelle) {
        bouton("Autres actes").click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(debut(libelle))).click();
        return this;
    }

    /** The form of an act of the page, by its own button when the step proposes it, in the menu otherwise. */
    Ecran ouvrirActe(String libelle) {
        Locator bouton = bouton(libelle);
        bouton.or(bouton("Autres actes")).first().waitFor();
        if (bouton.count() > 0) {
            bouton.first().click();
        } else {
            autreActe(libelle);
        }
        // The form comes once its lists are read: until then the button of this name is the one that opens it.
        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(libelle).setExact(true)).locator("form").first().waitFor();
        return this;
    }

    Locator groupe(String nom) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(debut(nom)));
    }

    Locator champ(String libelle) {
        return page.getByLabel(debut(libelle));
    }

    Ecran ecrire(String libelle, String valeur) {
        champ(libelle).fill(valeur);
        return this;
    }

    /** @param option what is read in the list */
    Ecran choisir(String libelle, String option) {
        choisir(champ(libelle), option);
        return this;
    }

    static void choisir(Locator liste, String option) {
        String lue = liste.locator("option").filter(new Locator.FilterOptions().setHasText(contient(option))).first().textContent();
        liste.selectOption(new SelectOption().setLabel(lue));
    }

    Ecran lire(String texte) {
        page.getByText(contient(texte)).first().waitFor();
        return this;
    }

    /** Every reason the dialog asks, then the same verb again. */
    Ecran motiver(String verbe, String raison) {
        Locator motifs = page.getByRole(AriaRole.DIALOG);
        motifs.waitFor();
        for (Locator champ : motifs.getByRole(AriaRole.TEXTBOX).all()) {
            champ.fill(raison);
        }
        motifs.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(verbe)).press("Enter");
        motifs.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return this;
    }

    /** A child typed as heard, whom nobody knows. */
    Ecran nouvelEnfant(String libelle, String saisie) {
        page.getByLabel(libelle, new Page.GetByLabelOptions().setExact(true)).fill(saisie);
        Locator aucun = page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("Aucun de ceux-là")));
        aucun.waitFor();
        for (int i = 0; i < 12 && aucun.getAttribute("data-combobox-selected") == null; i++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        groupe(libelle + " : nouveau dossier").waitFor();
        return this;
    }

    /** What follows « / » in the address: an id to come back to, as a link received from a colleague would. */
    String adresse() {
        return page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*$", "").toLowerCase(Locale.ROOT);
    }
}
