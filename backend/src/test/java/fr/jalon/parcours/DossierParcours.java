package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Sujet;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EnfantSaisi;
import fr.jalon.dossier.Naissance;
import fr.jalon.dossier.Sexe;
import fr.jalon.evenement.Evenements;
import fr.jalon.evenement.NouvelEvenement;
import fr.jalon.ip.HorlogeIp;
import fr.jalon.ip.InformationsPreoccupantes;
import fr.jalon.processus.Chantier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The page of an IP, its drawing, and the supervisor's and the administrator's pages, in a real browser under the real policy. */
class DossierParcours extends Parcours {

    private static final String UNITE = "cdas-redon";

    @Autowired
    private Chantier chantier;
    @Autowired
    private Dossiers dossiers;
    @Autowired
    private Evenements evenements;
    @Autowired
    private HorlogeIp horlogeIp;
    @Autowired
    private InformationsPreoccupantes ips;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private Sujet ip;

    @BeforeAll
    void peupler() {
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            ip = dossier("Malo", horloge.aujourdhui().minusYears(8), 62);
            concerner(ip, enfant("Nina", horloge.aujourdhui().minusMonths(14)), null);
            concerner(ip, enfant("Erwan", horloge.aujourdhui().minusYears(12)), "Homonyme : ce n’est pas l’enfant concerné");
            suivre(ip);
            dossier("Yann", horloge.aujourdhui().minusYears(5), 100);
            dossier("Lou", horloge.aujourdhui().minusYears(3), 80);
            return null;
        });
    }

    @Test
    void anybody_entitled_reads_an_ip_and_sees_its_path_drawn_in_one_click_without_a_breach_of_the_policy() {
        Page page = comme(personne("EVALUATEUR", UNITE));
        List<String> refus = new ArrayList<>();
        page.onConsoleMessage(m -> {
            if (m.text().contains("Content Security Policy") || m.text().contains("Refused")) {
                refus.add(m.text());
            }
        });
        page.navigate("/ip");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(numero())).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(numero()))).isVisible();
        assertThat(page.getByText("En évaluation").first()).isVisible();
        assertThat(page.locator("s", new Page.LocatorOptions().setHasText("Erwan"))).isVisible();
        voir(page, "ip-dossier");

        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Parcours dessiné")).click();
        Locator ici = page.locator("[data-element-id='evaluer'].jalon-ici");
        assertThat(ici).isVisible();
        assertThat(page.locator("[data-element-id='confier'].jalon-passe")).isVisible();
        assertThat(page.getByText("● Évaluer et rendre le rapport")).isVisible();
        org.assertj.core.api.Assertions.assertThat(ici.evaluate("e => getComputedStyle(e.querySelector('.djs-visual > :first-child')).strokeWidth"))
                .as("the step is marked by more than colour").isEqualTo("4px");
        voir(page, "ip-parcours");

        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Frise")).click();
        assertThat(page.getByText("Évaluation confiée", new Page.GetByTextOptions().setExact(true))).isVisible();
        voir(page, "ip-frise");
        org.assertj.core.api.Assertions.assertThat(refus).isEmpty();
    }

    @Test
    void a_supervisor_goes_from_the_figure_to_its_list_and_gives_a_file_to_somebody() {
        String evaluateur = personne("EVALUATEUR", UNITE);
        Page page = comme(personne("SUPERVISEUR", UNITE));
        page.navigate("/pilotage");
        assertThat(page.getByText("est en retard sur").first()).isVisible();
        voir(page, "pilotage");
        page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Chiffres")).getByRole(AriaRole.LINK).nth(1).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("En retard").setExact(true))).isVisible();
        page.locator("#dossiers").getByRole(AriaRole.CHECKBOX).nth(1).check();
        page.getByPlaceholder("Choisir une personne").click();
        page.getByPlaceholder("Choisir une personne").fill(nom(evaluateur));
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(nom(evaluateur))).first().click();
        voir(page, "pilotage-reaffecter");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Réaffecter").setExact(true)).click();
        assertThat(page.getByText("1 dossier réaffecté")).isVisible();
    }

    @Test
    void an_administrator_sees_that_the_house_is_in_order() {
        Page page = comme(personne("ADMINISTRATEUR", null));
        page.navigate("/exploitation");
        assertThat(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("Liste des tâches"))).isVisible();
        page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("Liste des tâches")).getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Contrôler")).click();
        assertThat(page.getByText("égale à sa source").first()).isVisible();
        voir(page, "exploitation");
    }

    @Test
    void the_page_of_an_ip_holds_in_320_pixels() {
        Page page = comme(personne("EVALUATEUR", UNITE));
        page.setViewportSize(320, 700);
        page.navigate("/ip/" + ip.id());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(numero()))).isVisible();
        etroit(page);
        voir(page, "ip-etroit");
    }

    private Sujet dossier(String prenom, LocalDate naissance, int jours) {
        Sujet cree = chantier.enEvaluation(UNITE, UNITE);
        jdbc.sql("update information_preoccupante set etat = 'EN_EVALUATION', numero = ?, recue_le = ?, qualifiee_le = ?, urgence = false where id = ?")
                .params("IP-2026-90" + jours, instant(jours), instant(jours - 1), cree.id()).update();
        jdbc.sql("""
                update information_entrante set numero = ?, recue_le = ?, origine = 'EDUCATION_NATIONALE', transmetteur_professionnel = true,
                transmetteur_nom = 'M. Le Bihan', transmetteur_qualite = 'Directeur d’école', faits = 'Arrivées sans repas et propos inquiétants répétés.'
                where id = (select information_initiale_id from information_preoccupante where id = ?)""")
                .params("INF-2026-90" + jours, instant(jours), cree.id()).update();
        concerner(cree, enfant(prenom, naissance), null);
        evenement(cree, "ip.confiee", "confier", jours - 2);
        evenement(cree, "ip.evaluateurs-designes", "designer", jours - 6);
        suivre(cree);
        return cree;
    }

    private UUID enfant(String prenom, LocalDate naissance) {
        return transaction.execute(s -> dossiers.creerEnfant(EnfantSaisi.de("Kergoat", prenom, Naissance.exacte(naissance), Sexe.INCONNU), UNITE));
    }

    private void concerner(Sujet de, UUID enfant, String motif) {
        jdbc.sql("""
                insert into mineur_concerne(id, ip_id, enfant_id, origine, ordre, retire_le, retire_motif)
                values (?, ?, ?, 'INFORMATION', (select count(*) from mineur_concerne where ip_id = ?), ?, ?)""")
                .params(UUID.randomUUID(), de.id(), enfant, de.id(), motif == null ? null : instant(1), motif).update();
    }

    private void suivre(Sujet de) {
        transaction.executeWithoutResult(s -> horlogeIp.suivre(ips.findById(de.id()).orElseThrow()));
    }

    private void evenement(Sujet de, String type, String element, int ilYA) {
        transaction.executeWithoutResult(s -> evenements.ajouter(NouvelEvenement.de(type).survenu(instant(ilYA).toInstant()).unite(UNITE)
                .element(element).sujet(de)));
    }

    private Timestamp instant(int ilYA) {
        return Timestamp.from(horloge.aujourdhui().minusDays(ilYA).atTime(10, 0).atZone(horloge.zone()).toInstant());
    }

    /** A demo person with this duty in this unit. */
    private String personne(String role, String unite) {
        return jdbc.sql("""
                select u.identifiant from utilisateur u join utilisateur_role r on r.utilisateur_id = u.id
                where r.role = ? and r.unite_id is not distinct from ? and u.demo order by u.identifiant limit 1""").params(role, unite)
                .query(String.class).single();
    }

    private String nom(String identifiant) {
        return jdbc.sql("select nom from utilisateur where identifiant = ?").param(identifiant).query(String.class).single();
    }

    private String numero() {
        return jdbc.sql("select numero from information_preoccupante where id = ?").param(ip.id()).query(String.class).single();
    }
}
