package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalogue read, and an indicator added to it by somebody who writes no program. */
class CatalogueParcours extends Parcours {

    private static final int RECUES = 12;

    @Autowired
    private Evenements evenements;
    @Autowired
    private Horloge horloge;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    private int annee;

    @BeforeAll
    void peupler() {
        annee = horloge.aujourdhui().getYear();
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            transaction.executeWithoutResult(s -> {
                for (int n = 0; n < RECUES; n++) {
                    evenements.ajouter(NouvelEvenement.de("information.recue").survenu(LocalDate.of(annee, 1, 2 + n)).unite("cdas-redon").element("recue")
                            .sujet(Sujet.information(UUID.randomUUID())).dimension("comptee", "OUI"));
                }
            });
            return null;
        });
    }

    private static Locator bouton(Page page, String nom) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(nom));
    }

    @Test
    void an_indicator_is_read_then_another_is_added_as_text_with_its_mistakes_its_figures_and_its_versions() {
        Page page = comme("observatoire.departement");
        page.navigate("/indicateurs/catalogue");
        page.getByLabel("Chercher").first().fill("informations recues ecrit appel");
        Locator recues = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("35-F06-01")));
        recues.press("Enter");
        Locator fiche = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("Nombre d.IP", Pattern.CASE_INSENSITIVE)));
        assertThat(fiche).containsText("Ce qui est compté");
        assertThat(fiche).containsText("quel que soit le nombre de mineurs");
        assertThat(fiche).containsText("{formule: entrantes}");
        assertThat(fiche.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(String.valueOf(annee))).first()).containsText(Pattern.compile("\\d"));
        voir(page, "catalogue");
        fiche.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Fermer la fiche")).press("Enter");
        assertThat(recues).isFocused();

        // From an example, with a word found beside the text.
        Locator texte = page.getByLabel("Indicateurs ajoutés (YAML)");
        page.getByLabel("Partir d’un exemple").selectOption("Un taux : un indicateur pour cent d’un autre");
        bouton(page, "Ajouter cet exemple").press("Enter");
        assertThat(texte).isFocused();
        assertThat(texte).hasValue(Pattern.compile("EVALUEES_POUR_CENT_RECUES"));
        page.getByLabel("Partir d’un exemple").selectOption("Combien d’enfants suivis dans l’année");
        bouton(page, "Ajouter cet exemple").press("Enter");
        page.getByLabel("Chercher un mot à écrire").fill("suspendue");
        assertThat(bouton(page, "SUSPENDUE")).isVisible();

        // Whatever is wrong is told at its place, and nothing typed is lost.
        String bon = texte.inputValue();
        refuse(page, texte, bon.replace("formule: touches, genre: EXERCEE", "formule: actes, type: mesure.inventee"), "L’événement « mesure.inventee » n’est pas connu");
        refuse(page, texte, bon.replace("numerateur: IP_EVALUEES", "numerateur: EVALUEES_POUR_CENT_RECUES"), "à partir de lui-même");
        refuse(page, texte, bon.replace("numerateur: IP_EVALUEES", "numerateur: 35-F10-02"), "n’est pas un nombre");
        refuse(page, texte, bon.replace("ENFANTS_DANS_L_ANNEE", "EVALUEES_POUR_CENT_RECUES"), "est déjà pris plus haut");
        voir(page, "catalogue-erreur");
        Locator point = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Ligne \\d+, colonne \\d+")));
        point.press("Enter");
        assertThat(texte).isFocused();
        org.assertj.core.api.Assertions.assertThat(page.evaluate("() => { const t = document.activeElement; return t.value.slice(t.selectionStart, t.selectionEnd); }"))
                .isEqualTo("EVALUEES_POUR_CENT_RECUES");

        // Its figures before it is kept: a share of what was received, and why there is none when nothing was.
        texte.fill(bon.replace("fois: 100", "fois: 1"));
        bouton(page, "Vérifier et voir les chiffres").press("Enter");
        Locator apercu = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Chiffres avant d’enregistrer"));
        assertThat(apercu).containsText("IP évaluées pour cent informations reçues");
        assertThat(apercu).containsText("n’est enregistrée");
        texte.fill(bon);
        bouton(page, "Vérifier et voir les chiffres").press("Enter");
        assertThat(apercu).containsText(Pattern.compile("\\d,\\d"));
        page.getByLabel("Ce qui change (facultatif)").fill("Taux demandé par l’ODPE");
        apercu.scrollIntoViewIfNeeded();
        voir(page, "catalogue-apercu");
        bouton(page, "Enregistrer cette version").press("Enter");
        assertThat(page.getByText(Pattern.compile("Version 1, le .*Taux demandé par l’ODPE"))).isVisible();

        // It counts at once, here and in the table of figures.
        page.getByLabel("Chercher").first().fill("evaluees pour cent");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("EVALUEES_POUR_CENT_RECUES"))).first().press("Enter");
        Locator ajoute = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("IP évaluées pour cent informations reçues"));
        assertThat(ajoute).containsText("Ajouté par le département");
        assertThat(ajoute).containsText("numérateur");
        assertThat(ajoute).containsText(Pattern.compile(annee + "\\d*,\\d.%"));
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Catalogue des indicateurs")).scrollIntoViewIfNeeded();
        voir(page, "catalogue-ajoute");
        page.navigate("/indicateurs");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("IP évaluées pour cent informations reçues, " + annee + " : \\d+,\\d")))).isVisible();

        // Somebody else keeps a version meanwhile: told, with the text as it was; then every version can be read and taken up again.
        page.navigate("/indicateurs/catalogue");
        assertThat(texte).hasValue(bon);
        ailleurs(bon);
        texte.fill(bon + "# vu en comité\n");
        // A page loaded again finds the text, and says what happened in between.
        assertThat(page.getByText(Pattern.compile("^Enregistré à"))).isVisible();
        page.reload();
        assertThat(texte).hasValue(bon + "# vu en comité\n");
        bouton(page, "Enregistrer cette version").press("Enter");
        assertThat(page.getByText("La version 2 a été enregistrée pendant que vous écriviez.")).isVisible();
        assertThat(texte).hasValue(bon + "# vu en comité\n");
        bouton(page, "Continuer sur la version 2").press("Enter");
        bouton(page, "Enregistrer cette version").press("Enter");
        assertThat(page.getByText(Pattern.compile("^Version 3, le"))).isVisible();
        bouton(page, "Lire la version 1").press("Enter");
        assertThat(page.getByText("Reprendre ce texte")).isVisible();
        bouton(page, "Reprendre ce texte").press("Enter");
        assertThat(texte).hasValue(bon);
        etroit(page);
    }

    private void ailleurs(String yaml) {
        IdentiteCourante.en(Identite.systeme("essai"), () -> jdbc.sql("insert into indicateur_catalogue(version, yaml, empreinte, du, motif) values (2, ?, 'essai', now(), 'Ailleurs')")
                .param(yaml).update());
    }

    private void refuse(Page page, Locator texte, String faux, String dit) {
        texte.fill(faux);
        bouton(page, "Enregistrer cette version").press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT).getByText(Pattern.compile("^Ligne \\d+, colonne \\d+.*" + Pattern.quote(dit).replace("\\Q", "").replace("\\E", "")))).isVisible();
        assertThat(texte).hasValue(faux);
    }

    @Test
    void whoever_does_not_count_finds_neither_the_entry_nor_the_page() {
        Page page = comme("superviseur.crip");
        page.navigate("/indicateurs/catalogue");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Menu principal")).getByText("Catalogue")).hasCount(0);
        assertThat(page.getByLabel("Indicateurs ajoutés (YAML)")).hasCount(0);
    }
}
