package fr.jalon.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.acces.Role;
import fr.jalon.essai.Gens;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A call received with the keyboard alone, each keystroke counted. A usual typist strikes two hundred keys a minute, reading and thinking
 * included; two minutes are four hundred keystrokes, and the words of the caller are part of them.
 */
class ReceptionClavierParcours extends Parcours {

    private static final int FRAPPES_PAR_MINUTE = 200;
    private static final int MINUTES = 2;

    @Autowired
    private Gens gens;
    @Autowired
    private JdbcClient jdbc;

    private int frappes;

    @Test
    void a_call_about_a_child_their_mother_and_their_home_is_recorded_in_under_two_minutes_without_the_mouse() {
        UUID agent = gens.de(Role.ASSISTANTE_IP, "cdas-redon");
        Page page = comme("essai." + agent);
        page.addInitScript("addEventListener('pointerdown', () => { window.souris = (window.souris ?? 0) + 1; }, true)");
        page.navigate("/taches");
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Tâches")).waitFor();

        touche(page, "n");
        page.getByLabel("De qui vient-elle ?").waitFor();
        aller(page, "De qui vient-elle ?");
        touche(page, "ArrowDown");
        aller(page, "Nom de la personne ayant transmis");
        taper(page, "Mme Riou");
        aller(page, "Qualité");
        taper(page, "directrice");
        aller(page, "Où la joindre");
        taper(page, "0299000000");
        aller(page, "Mineur");
        taper(page, "Zoé Clavier 04/05/2016");
        page.getByText("Aucun de ceux-là").waitFor();
        // Known children of a like name come first: the hand goes down to the last line.
        for (int pas = 0; pas < 15 && !String.valueOf(page.evaluate("document.querySelector('[data-combobox-selected]')?.textContent"))
                .contains("Aucun de ceux-là"); pas++) {
            touche(page, "ArrowDown");
        }
        touche(page, "Enter");
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(Pattern.compile("nouveau dossier"))).waitFor();
        aller(page, "Ce qui est rapporté");
        taper(page, "Zoé arrive sans manteau et dit avoir peur de rentrer. Marques au bras vues lundi. La mère ne vient plus.");
        aller(page, "Ajouter un titulaire");
        touche(page, "Enter");
        aller(page, "Nom");
        taper(page, "Clavier");
        aller(page, "Prénom");
        taper(page, "Anne");
        aller(page, "Ajouter le lieu de vie");
        touche(page, "Enter");
        aller(page, "Commune");
        taper(page, "Redon");
        aller(page, "Enregistrer l’information");
        touche(page, "Enter");
        page.waitForURL(Pattern.compile(".*/informations/[0-9a-f-]{36}.*"));

        assertThat(page.evaluate("window.souris ?? 0")).as("the mouse is not touched").isEqualTo(0);
        assertThat(frappes).as("keystrokes in %d minutes at %d a minute", MINUTES, FRAPPES_PAR_MINUTE).isLessThan(MINUTES * FRAPPES_PAR_MINUTE);
        Map<String, Object> recue = jdbc.sql("""
                select i.origine, i.transmetteur_nom, e.nom, e.prenoms, e.naissance_le::text naissance, a.nom mere, a.prenoms mere_prenoms, f.commune
                from information_entrante i join information_mineur m on m.information_id = i.id join enfant e on e.id = m.enfant_id
                join autorite_parentale p on p.enfant_id = e.id join adulte a on a.id = p.adulte_id
                join foyer_enfant fe on fe.enfant_id = e.id join foyer f on f.id = fe.foyer_id where i.saisie_par = ?""").param(agent)
                .query().singleRow();
        assertThat(recue).containsEntry("origine", "EDUCATION_NATIONALE").containsEntry("nom", "Clavier").containsEntry("prenoms", "Zoé")
                .containsEntry("naissance", "2016-05-04").containsEntry("mere", "Clavier").containsEntry("mere_prenoms", "Anne")
                .containsEntry("commune", "Redon");
    }

    private void touche(Page page, String touche) {
        page.keyboard().press(touche);
        frappes++;
    }

    /** A capital is two keys. */
    private void taper(Page page, String texte) {
        page.keyboard().type(texte);
        frappes += texte.length() + (int) texte.chars().filter(Character::isUpperCase).count();
    }

    /** Tab until the label of what has the focus starts so. */
    private void aller(Page page, String libelle) {
        for (int pas = 0; pas < 40; pas++) {
            String ici = (String) page.evaluate("""
                    () => {
                        const e = document.activeElement;
                        return (e.labels?.length ? e.labels[0].textContent : e.getAttribute('aria-label') ?? e.textContent ?? '').trim();
                    }""");
            if (ici.startsWith(libelle)) {
                return;
            }
            touche(page, "Tab");
        }
        throw new AssertionError("« " + libelle + " » n’est pas atteint au clavier");
    }
}
