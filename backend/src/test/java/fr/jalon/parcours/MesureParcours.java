package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.dossier.Berceau;
import fr.jalon.mesure.accueil.ChantierAccueil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures by the screens: a judicial one and an administrative one from decision to end, as REF, service and referent; a placement and its places. */
@Import(ChantierAccueil.class)
class MesureParcours extends Parcours {

    private static final String ICI = "cdas-redon";
    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    private Berceau berceau;
    @Autowired
    private ChantierAccueil chantier;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;

    private LocalDate jour;

    @BeforeEach
    void aujourdhui() {
        jour = horloge.aujourdhui();
    }

    @Test
    void a_judicial_measure_goes_from_the_order_through_six_weeks_of_waiting_to_its_end() {
        UUID enfant = berceau.enfant("Tanguy", "Elouan", "2016-05-06", ICI);
        Ecran ref = new Ecran(comme("ref.redon"));
        ref.page.navigate("/enfants/" + enfant);
        ref.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ouvrir une mesure")).click();
        ref.titre("Ouvrir une mesure").waitFor();
        ref.presser("Ouvrir la mesure");
        assertThat(ref.page.getByRole(AriaRole.ALERT).first()).isFocused();
        liste(ref, "Mesure").selectOption("MEP");
        liste(ref, "Base légale").selectOption("AEMO");
        liste(ref, "Décidée par").selectOption("JUGE_ENFANTS");
        ref.ecrire("Ordonnance du", jour.minusDays(42).format(JOUR));
        ref.ecrire("Tribunal", "Rennes");
        ref.ecrire("Audience tenue le", jour.minusDays(50).format(JOUR));
        ref.ecrire("Ordonnance reçue le", jour.minusDays(35).format(JOUR));
        liste(ref, "Durée").selectOption("P1Y");
        voir(ref.page, "mesure-01-ouvrir");
        envoyer(ref, "Ouvrir la mesure", "La mesure est ouverte.");
        ref.lire("En attente d’exercice").lire("Sera caduque dans").lire("jours d’attente à ce jour");
        String adresse = ref.adresse();
        voir(ref.page, "mesure-02-attente");

        ref.ouvrirActe("Affecter à un service");
        ref.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("APASE")).check();
        ref.ecrire("Le", jour.minusDays(7).format(JOUR));
        voir(ref.page, "mesure-03-affecter");
        envoyer(ref, "Affecter la mesure", "La mesure est affectée.");

        Ecran service = new Ecran(comme(service("svc-apase")));
        service.page.navigate("/mesures/liste");
        assertThat(service.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Mesures confiées à mon service"))).isVisible();
        service.lire("Elouan Tanguy");
        voir(service.page, "mesure-04-service");
        service.page.navigate("/enfants/" + enfant);
        service.lire("n’existe pas ou ne vous est pas ouvert");
        service.page.navigate(adresse);
        service.lire("Elouan Tanguy");
        assertThat(service.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Elouan Tanguy"))).hasCount(0);
        service.ouvrirActe("Démarrer la mesure");
        service.ecrire("Première intervention le", jour.format(JOUR)).ecrire("Nom du référent de mesure", "Mme Rault");
        voir(service.page, "mesure-05-demarrer");
        envoyer(service, "Enregistrer la première intervention", "La mesure est exercée.");
        service.lire("50").lire("De l’affectation à la première intervention");
        voir(service.page, "mesure-06-exercee");
        service.ouvrirActe("Moduler");
        liste(service, "Intensité").selectOption("RENFORCEE");
        service.ecrire("Compte rendu", "Deux visites par semaine pendant un mois, à la demande de la mère.");
        voir(service.page, "mesure-07-moduler");
        envoyer(service, "Moduler la mesure", "La modulation est enregistrée.");

        Ecran referent = new Ecran(comme("referent.redon"));
        referent.page.navigate(adresse);
        referent.ouvrirActe("Rendre un rapport");
        referent.page.getByLabel("Évaluation avant le terme").check();
        liste(referent, "Proposition").selectOption("RENOUVELER");
        referent.ecrire("Contenu", "L’enfant retourne en classe ; l’appui est encore utile.");
        voir(referent.page, "mesure-08-rapport");
        envoyer(referent, "Rendre le rapport", "Le rapport est rendu.");

        ref.page.navigate(adresse);
        ref.ouvrirActe("Renouveler");
        liste(ref, "Durée").selectOption("P1Y");
        voir(ref.page, "mesure-09-renouveler");
        envoyer(ref, "Renouveler la mesure", "La mesure est renouvelée.");
        // Back in exercise: what follows the term is no longer the act of the step.
        ref.bouton("Moduler").first().waitFor();
        ref.ouvrirActe("Requalifier");
        liste(ref, "Base légale").selectOption("AEMO_RENFORCEE");
        liste(ref, "Durée").selectOption("P1Y");
        envoyer(ref, "Requalifier la mesure", "La mesure est requalifiée.");
        ref.lire("renforcée");
        ref.onglet("Parcours dessiné").lire("Le même parcours en mots");
        voir(ref.page, "mesure-10-parcours");
        ref.ouvrirActe("Mettre fin à la mesure");
        liste(ref, "Motif").selectOption("MAINLEVEE");
        liste(ref, "Ce qui suit").selectOption("DROIT_COMMUN");
        envoyer(ref, "Mettre fin à la mesure", "La mesure est terminée.");
        ref.lire("Terminée");
        ref.page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Mesure").setExact(true)).click();
        voir(ref.page, "mesure-11-terminee");
        ref.page.setViewportSize(320, 720);
        assertThat((Integer) ref.page.evaluate("document.documentElement.scrollWidth")).as("nothing is lost at 320 px").isLessThanOrEqualTo(320);
        ref.page.setViewportSize(1360, 860);

        service.page.navigate(adresse);
        service.lire("n’existe pas ou ne vous est pas ouvert");
        ref.page.navigate("/enfants/" + enfant);
        ref.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rapprocher")).waitFor();
        voir(ref.page, "enfant-frise-mesures");
    }

    @Test
    void an_administrative_measure_waits_for_the_holders_before_it_waits_for_exercise() {
        UUID enfant = berceau.enfant("Rouxel", "Nina", "2014-05-06", ICI);
        titulaire(enfant);
        Ecran ref = new Ecran(comme("ref.redon"));
        ref.page.navigate("/mesures/nouvelle?enfant=" + enfant);
        liste(ref, "Mesure").selectOption("MEP");
        liste(ref, "Base légale").selectOption("AED");
        liste(ref, "Décidée par").selectOption("PRESIDENT");
        ref.ecrire("Décidée le", jour.minusDays(42).format(JOUR));
        ref.ecrire("Terme", jour.minusDays(42).plusMonths(13).format(JOUR));
        voir(ref.page, "mesure-20-accords");
        ref.presser("Ouvrir la mesure");
        ref.page.getByRole(AriaRole.DIALOG).waitFor();
        voir(ref.page, "mesure-21-treize-mois");
        ref.motiver("Ouvrir la mesure", "Jusqu’à la fin de l’année scolaire.");
        ref.lire("En attente de l’accord");
        String adresse = ref.adresse();
        ref.ouvrirActe("Noter un accord");
        ref.page.getByLabel("Accord donné").check();
        ref.ecrire("Le", jour.minusDays(30).format(JOUR));
        voir(ref.page, "mesure-22-accord");
        envoyer(ref, "Noter l’accord", "L’accord est noté.");
        ref.lire("En attente d’exercice");
        ref.ouvrirActe("Affecter à un service");
        ref.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("SEMO")).check();
        envoyer(ref, "Affecter la mesure", "La mesure est affectée.");
        Ecran service = new Ecran(comme(service("svc-semo")));
        service.page.navigate(adresse);
        service.ouvrirActe("Démarrer la mesure");
        envoyer(service, "Enregistrer la première intervention", "La mesure est exercée.");

        // The wrong act is taken back in one place, with its reason.
        service.bouton("Annuler cet acte").click();
        service.ecrire("Pourquoi", "La famille était absente.");
        service.presser("Annuler cet acte");
        service.lire("En attente d’exercice");
        service.ouvrirActe("Démarrer la mesure");
        envoyer(service, "Enregistrer la première intervention", "La mesure est exercée.");
        // The announcement of the first start may still stand: the page is the one of the second once it offers this.
        service.bouton("Moduler").first().waitFor();
        service.ouvrirActe("Moduler");
        liste(service, "Intensité").selectOption("RENFORCEE");
        service.ecrire("Compte rendu", "Un rendez-vous de plus par semaine, demandé par les parents.");
        envoyer(service, "Moduler la mesure", "La modulation est enregistrée.");

        Ecran referent = new Ecran(comme("referent.redon"));
        referent.page.navigate(adresse);
        referent.ouvrirActe("Rendre un rapport");
        referent.page.getByLabel("Évaluation avant le terme").check();
        liste(referent, "Proposition").selectOption("RENOUVELER");
        referent.ecrire("Contenu", "Les parents se disent aidés ; ils demandent que l’aide continue.");
        envoyer(referent, "Rendre le rapport", "Le rapport est rendu.");

        // A contract goes on with the holders' agreement, said with the decision.
        ref.page.navigate(adresse);
        ref.ouvrirActe("Renouveler");
        ref.page.getByLabel("Les titulaires de l’autorité parentale ont donné leur accord à cette décision").check();
        liste(ref, "Durée").selectOption("P1Y");
        voir(ref.page, "mesure-24-renouveler");
        envoyer(ref, "Renouveler la mesure", "La mesure est renouvelée.");
        ref.bouton("Moduler").first().waitFor();
        ref.ouvrirActe("Changer de cadre");
        liste(ref, "Base légale").selectOption("AEMO");
        liste(ref, "Décidée par").selectOption("JUGE_ENFANTS");
        liste(ref, "Durée").selectOption("P1Y");
        voir(ref.page, "mesure-23-cadre");
        envoyer(ref, "Changer de cadre", "Le cadre de la mesure est changé.");
        ref.lire("judiciaire");
        ref.ouvrirActe("Mettre fin à la mesure");
        liste(ref, "Motif").selectOption("OBJECTIFS_ATTEINTS");
        liste(ref, "Ce qui suit").selectOption("AUCUNE");
        envoyer(ref, "Mettre fin à la mesure", "La mesure est terminée.");
    }

    @Test
    void the_places_of_a_placement_are_kept_and_the_judge_is_told_before_a_change() {
        UUID enfant = berceau.enfant("Gicquel", "Tom", "2012-05-06", ICI);
        titulaire(enfant);
        UUID mesure = chantier.placementCommence(enfant, ICI, "svc-familial", jour.minusYears(3));
        Ecran ref = new Ecran(comme("ref.redon"));
        ref.page.navigate("/mesures/" + mesure + "?onglet=accueil");
        ref.bouton("Noter un lieu").click();
        liste(ref, "Type de lieu").selectOption("FAMILLE_ACCUEIL");
        ref.ecrire("Depuis le", jour.minusYears(3).format(JOUR));
        voir(ref.page, "mesure-30-lieu");
        envoyer(ref, "Noter ce lieu", "Le lieu est noté.");
        ref.lire("le juge est avisé un mois avant tout changement");
        ref.bouton("Préparer un changement de lieu").click();
        ref.ecrire("Prévu le", jour.plusDays(60).format(JOUR));
        envoyer(ref, "Préparer le changement", "Le changement est préparé.");
        ref.lire("juge à aviser avant le");
        ref.bouton("Noter un droit ordonné").click();
        liste(ref, "Adulte").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        ref.page.getByLabel("Droit de visite").check();
        ref.page.getByLabel("En présence d’un tiers").check();
        ref.ecrire("Ordonnance du", jour.minusDays(20).format(JOUR)).ecrire("À partir du", jour.minusDays(20).format(JOUR));
        envoyer(ref, "Noter ce droit", "Le droit est noté.");
        ref.bouton("Noter une séance").click();
        ref.page.getByLabel("Examen du statut juridique").check();
        ref.ecrire("Prévue le", jour.plusDays(30).format(JOUR));
        envoyer(ref, "Noter la séance", "La séance est notée.");
        voir(ref.page, "mesure-31-lieux-et-droits");
        ref.page.setViewportSize(320, 720);
        assertThat((Integer) ref.page.evaluate("document.documentElement.scrollWidth")).as("nothing is lost at 320 px").isLessThanOrEqualTo(320);
        ref.page.setViewportSize(1360, 860);
        ref.page.navigate("/mesures/familles");
        ref.titre("Familles d’accueil").waitFor();
        voir(ref.page, "mesure-32-familles");
    }

    private void titulaire(UUID enfant) {
        UUID adulte = UUID.randomUUID();
        jdbc.sql("insert into adulte(id, nom, prenoms, civilite) values (?, 'Rouxel', 'Anne', 'MADAME')").param(adulte).update();
        jdbc.sql("insert into autorite_parentale(id, enfant_id, adulte_id, qualite, exercice) values (?, ?, ?, 'MERE', 'EXCLUSIF')").params(UUID.randomUUID(), enfant, adulte).update();
    }

    private String service(String unite) {
        return jdbc.sql("""
                select u.identifiant from utilisateur u join utilisateur_role r on r.utilisateur_id = u.id
                where r.role = 'SERVICE_HABILITE' and r.unite_id = ? order by u.identifiant limit 1""").param(unite).query(String.class).single();
    }

    private static Locator liste(Ecran e, String libelle) {
        return e.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(libelle).setExact(true));
    }

    /** What the tool warns of is answered by one sentence; then the act is done and it says so. */
    private static void envoyer(Ecran e, String verbe, String annonce) {
        e.presser(verbe);
        Locator dialogue = e.page.getByRole(AriaRole.DIALOG);
        Locator dite = e.page.getByText(annonce);
        dialogue.or(dite).first().waitFor();
        if (dialogue.count() > 0 && dialogue.first().isVisible()) {
            e.motiver(verbe, "C’est ainsi que cela s’est passé.");
        }
        dite.first().waitFor();
    }
}
