package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import fr.jalon.acces.Identite;
import fr.jalon.acces.IdentiteCourante;
import fr.jalon.acces.Role;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.ip.ChantierHorloge;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The legal clock on the screen: a late file explains itself, a reminder is read, a rule is edited, the demonstration moves on. */
@Import(ChantierHorloge.class)
class EcheancesParcours extends Parcours {

    @Autowired
    private ChantierHorloge chantier;
    @Autowired
    private ManagementService gestion;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void revenir() {
        jdbc.sql("update horloge set jours = 0").update();
        ClockUtil.reset();
    }

    @Test
    void a_late_evaluation_explains_its_date_and_its_reminder_leaves_once_seen() {
        String evaluatrice = personne(Role.EVALUATEUR, "cdas-redon");
        UUID ip = enRetard();
        Page page = comme(evaluatrice);

        page.navigate("/rappels?portee=EQUIPE");
        assertThat(page.getByText(Pattern.compile("en retard de \\d+")).first()).isVisible();
        voir(page, "rappels");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("J’ai vu")).first().click();
        assertThat(page.getByText("vu", new Page.GetByTextOptions().setExact(true)).first()).isVisible();

        String tache = jdbc.sql("select id from tache where sujet_id = ?").param(ip).query(String.class).single();
        page.navigate("/taches?tache=" + tache);
        if (page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("pourquoi ?")).count() == 0) {
            page.getByText("IP-2026-0412").first().click();
        }
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("pourquoi ?")).first().click();
        assertThat(page.getByText(Pattern.compile("de date à date")).first()).isVisible();
        voir(page, "echeance-pourquoi");
    }

    @Test
    void the_administrator_previews_a_rule_applies_it_and_moves_the_demonstration_on() {
        String administrateur = personne(Role.ADMINISTRATEUR, null);
        reduite();
        Page page = comme(administrateur);
        page.navigate("/administration/regles");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Modifier la règle « Évaluation en délai réduit »")).click();
        page.getByLabel("Durée", new Page.GetByLabelOptions().setExact(true)).fill("1");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Voir ce qui change")).click();
        assertThat(page.getByText("1 échéance en cours est concernée.")).isVisible();
        voir(page, "regles-apercu");
        page.getByLabel("Ce qui justifie le changement").fill("Note de service du jour");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Appliquer la règle")).click();
        assertThat(page.getByText(Pattern.compile("L’administrateur fonctionnel a fixé|Règle modifiée par")).first()).isVisible();
        voir(page, "regles");

        page.getByLabel("Avancer le temps de").selectOption("7");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Avancer")).click();
        assertThat(page.getByText(Pattern.compile("7 jours ont passé"))).isVisible();
        org.assertj.core.api.Assertions.assertThat(jdbc.sql("select jours from horloge").query(Integer.class).single()).isEqualTo(7);
    }

    /** Received a hundred days ago, in evaluation, woken once. */
    private UUID enRetard() {
        return IdentiteCourante.en(Identite.systeme("essai"), () -> {
            UUID ip = chantier.enEvaluation("cdas-redon", horloge.maintenant().minusSeconds(86_400L * 100), false, LocalDate.of(2018, 1, 1));
            nommer(ip);
            String instance = jdbc.sql("select instance_id from processus_instance where sujet_id = ? and actif").param(ip).query(String.class).single();
            gestion.executeJob(gestion.createJobQuery().processInstanceId(instance).singleResult().getId());
            return ip;
        });
    }

    /** Received today, on the reduced track: the rule that is edited governs it. */
    private void reduite() {
        IdentiteCourante.en(Identite.systeme("essai"), () -> {
            UUID ip = chantier.qualifiee("cdas-redon", horloge.maintenant(), false, LocalDate.of(2018, 1, 1));
            chantier.acte(ip, i -> i.confier("cdas-redon", "REDUITE", false), "confier");
            return null;
        });
    }

    /** What the pictures of the guide show. */
    private void nommer(UUID ip) {
        jdbc.sql("update information_preoccupante set numero = 'IP-2026-0412' where id = ?").param(ip).update();
        jdbc.sql("update tache set reference = 'IP-2026-0412' where sujet_id = ?").param(ip).update();
        jdbc.sql("update enfant set nom = 'Le Goff', prenoms = 'Malo' where id = (select enfant_id from mineur_concerne where ip_id = ?)").param(ip).update();
    }

    private String personne(Role role, String unite) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into utilisateur(id, identifiant, nom, prenom, demo) values (?, ?, ?, 'Essai', true)")
                .params(id, "essai." + id, role.libelle()).update();
        jdbc.sql("insert into utilisateur_role(utilisateur_id, role, unite_id) values (?, ?, ?)").params(id, role.name(), unite).update();
        return "essai." + id;
    }
}
