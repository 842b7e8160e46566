package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.commun.Ids;
import fr.jalon.dossier.Berceau;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody asks for their file, another file has had its time: from the request to the copy, from the table to the certificate, in a real browser. */
class DroitsParcours extends Parcours {

    @Autowired
    private Berceau berceau;
    @Autowired
    private JdbcClient jdbc;

    private UUID jeune;

    @BeforeAll
    void un_jeune_et_un_ancien() {
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            jeune = berceau.enfant("Guivarch", "Nolwenn", "2009-02-11", "cdas-redon");
            UUID information = Ids.nouveau();
            jdbc.sql("""
                    insert into information_entrante(id, numero, recue_le, saisie_le, mode, nature, origine, transmetteur_nom, faits, unite_id, etat, orientation)
                    values (?, 'INF-2021-0012', now() - interval '4 years', now() - interval '4 years', 'TELEPHONE', 'INFORMATION', 'PARTICULIER', 'Jeanne Le Goff',
                        'La voisine, Jeanne Le Goff, entend des cris le soir.', 'cdas-redon', 'NON_QUALIFIEE', 'NON_QUALIFIEE')""").param(information).update();
            jdbc.sql("insert into information_mineur(information_id, enfant_id, ordre) values (?, ?, 0)").params(information, jeune).update();
            jdbc.sql("insert into sujet_unite(sujet_type, sujet_id, unite_id, titre) values ('INFORMATION', ?, 'cdas-redon', 'RECUEIL')").param(information).update();
            UUID ancien = berceau.enfant("Kerbrat", "Malo", "1990-06-01", "cdas-redon");
            jdbc.sql("update enfant set cree_le = now() - interval '6 years' where id = ?").param(ancien).update();
            return null;
        });
    }

    private static Locator bouton(Page page, String nom) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + nom)));
    }

    @Test
    void a_request_is_received_the_file_examined_part_by_part_and_the_copy_frozen() {
        Page page = comme("superviseur.departement");
        page.navigate("/enfants/" + jeune + "?onglet=droits");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Enregistrer une demande")).click();
        bouton(page, "Enregistrer la demande").click();
        assertThat(page.getByText("Écrivez le nom de la personne qui demande.").first()).isVisible();
        page.getByLabel("Nom de la personne qui demande").fill("Nolwenn Guivarch");
        page.getByLabel("Identité vérifiée le").fill("02/03/2024");
        page.getByLabel("Comment").fill("Carte d’identité vue");
        voir(page, "droits-nouvelle");
        bouton(page, "Enregistrer la demande").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).containsText("Demande DRO-");
        voir(page, "droits-demande");
        bouton(page, "Arrêter la copie").click();
        assertThat(page.getByText(Pattern.compile("éléments? à examiner"))).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Examiner le dossier")).click();
        assertThat(page.getByText(Pattern.compile("La voisine, \\[non communiqué], entend des cris"))).isVisible();
        assertThat(page.getByText("Le Goff")).hasCount(0);
        bouton(page, "Occulter ou retirer Information reçue").click();
        page.getByLabel("Ce qu’il en est fait").selectOption("RETENU");
        page.getByLabel("Pourquoi").fill("Le récit fait connaître qui a transmis.");
        voir(page, "droits-revue");
        bouton(page, "Noter la décision").click();
        assertThat(page.getByText("Choisissez le fondement.").first()).isVisible();
        page.getByLabel("Fondement").selectOption("AUTEUR");
        bouton(page, "Noter la décision").click();
        assertThat(bouton(page, "Noter la décision")).isHidden();
        while (page.getByText("Tout est examiné").count() == 0) {
            Locator reste = page.locator("article:has([data-a-examiner])").first().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Communiquer (?!cet)")));
            int avant = page.locator("[data-a-examiner]").count();
            reste.click();
            page.waitForCondition(() -> page.locator("[data-a-examiner]").count() < avant);
        }
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Revenir à la demande")).click();
        bouton(page, "Arrêter la copie").click();
        assertThat(page.getByText("Tout télécharger (archive ZIP)")).isVisible();
        voir(page, "droits-copie");
        bouton(page, "Noter la réponse").click();
        page.getByLabel("Réponse", new Page.GetByLabelOptions().setExact(true)).selectOption("EN_PARTIE");
        page.getByLabel("Motifs").fill("L’information reçue n’est pas communicable.");
        page.getByLabel("Comment elle est remise").fill("Remise en main propre");
        bouton(page, "Noter la réponse").click();
        assertThat(page.getByText(Pattern.compile("Répondue : acceptée en partie"))).isVisible();
        etroit(page);
        voir(page, "droits-etroit");
    }

    @Test
    void a_file_that_has_had_its_time_is_proposed_visaed_and_executed_by_two_people() {
        Page administrateur = comme("administrateur.departement");
        administrateur.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Conservation")).first().click();
        assertThat(administrateur.getByText("à valider").first()).isVisible();
        voir(administrateur, "droits-durees");
        bouton(administrateur, "Modifier la durée « Identité sans aucun dossier »").click();
        administrateur.getByLabel("Texte, ou accord des Archives").fill("Tableau de gestion signé le 3 mars");
        administrateur.getByLabel("Cette durée reste à valider").uncheck();
        administrateur.getByLabel("Ce qui justifie le changement").fill("Accord des Archives départementales.");
        voir(administrateur, "droits-duree");
        bouton(administrateur, "Appliquer la durée").click();
        assertThat(bouton(administrateur, "Appliquer la durée")).isHidden();

        Page superviseur = comme("superviseur.departement");
        superviseur.navigate("/conservation/echus");
        superviseur.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Malo Kerbrat")).check();
        voir(superviseur, "droits-echus");
        bouton(superviseur, "Proposer l’élimination").click();
        assertThat(superviseur.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).containsText("Élimination ELI-");
        String adresse = superviseur.url();

        administrateur.navigate(adresse);
        assertThat(administrateur.getByText("Malo Kerbrat")).hasCount(0);
        bouton(administrateur, "Noter la réponse des Archives").click();
        administrateur.getByLabel("Qui a répondu").fill("La directrice des Archives départementales");
        administrateur.getByLabel("Référence du visa").fill("Visa 2026-17");
        voir(administrateur, "droits-visa");
        bouton(administrateur, "Noter la réponse$").click();
        superviseur.reload();
        assertThat(superviseur.getByText("Vous avez proposé cette élimination")).isVisible();
        bouton(administrateur, "Éliminer ces dossiers").click();
        voir(administrateur, "droits-execution");
        bouton(administrateur, "Éliminer définitivement").click();
        assertThat(administrateur.getByText("Certificat d’élimination (PDF)")).isVisible();
        voir(administrateur, "droits-elimination");
        etroit(administrateur);
        voir(administrateur, "droits-elimination-etroit");
    }
}
