package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;


import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.dossier.Berceau;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/** A file of another territory, opened for a day and read by whoever supervises, in a real browser. */
class ExceptionParcours extends Parcours {

    private static final String MOTIF = "La fratrie arrive ce soir au CDAS de Fougères, sans papiers.";

    @Autowired
    private Berceau berceau;

    @BeforeAll
    void un_enfant_de_redon() {
        IdentiteCourante.en(Identite.systeme("essai"), () -> berceau.enfant("Guillerm", "Azenor", "2014-02-11", "cdas-redon"));
    }

    @Test
    void a_child_known_elsewhere_is_opened_for_a_reason_which_the_supervisor_reads() {
        Page agent = comme("evaluateur-1.fougeres");
        agent.navigate("/enfants");
        agent.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Rechercher un enfant").setExact(true)).fill("Guillerm Azenor 11/02/2014");
        agent.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ouvrir exceptionnellement ce dossier")).click();
        agent.getByLabel("Nom et prénom exacts").fill("Guillerm Azenor");
        agent.getByLabel("Date de naissance").fill("11/02/2014");
        agent.getByLabel("Motif").fill("urgent");
        agent.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ouvrir pour vingt-quatre heures")).click();
        assertThat(agent.getByText("Dites pourquoi, en une phrase.").first()).isVisible();
        agent.getByLabel("Motif").fill(MOTIF);
        voir(agent, "exception-demande");
        agent.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ouvrir pour vingt-quatre heures")).click();
        assertThat(agent.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).containsText("Guillerm");
        assertThat(agent.getByRole(AriaRole.NOTE)).containsText("Accès exceptionnel, en lecture");
        voir(agent, "exception-dossier");

        Page superviseur = comme("superviseur.departement");
        superviseur.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Accès exceptionnels")).click();
        assertThat(superviseur.getByText(MOTIF)).isVisible();
        voir(superviseur, "exception-liste");
        superviseur.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("J’ai vu le nouveau")).click();
        assertThat(superviseur.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("J’ai vu le nouveau"))).isHidden();
        etroit(superviseur);
        voir(superviseur, "exception-etroit");
    }
}
