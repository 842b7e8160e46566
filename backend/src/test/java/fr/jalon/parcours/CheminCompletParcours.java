package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.jalon.parcours.Ecran.choisir;
import static fr.jalon.parcours.Ecran.contient;
import static fr.jalon.parcours.Ecran.debut;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.jalon.commun.temps.Horloge;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One IP from the phone call to the last answer of the judge, by the screens alone: two minors in two homes, a parquet hold, a signalement
 * on the way, an overrun, two outcomes, a correction; and what goes wrong on the way. Its pictures are those of the guide's first page.
 */
class CheminCompletParcours extends Parcours {

    private static final String LEA = "Léa Le Bihan";
    private static final String NOE = "Noé Le Bihan";
    private static final String ADRESSE_PROTEGEE = "3 venelle des Lilas";
    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;

    private LocalDate depart;
    private String numero;
    private String adresse;

    @AfterEach
    void revenir() {
        jdbc.sql("update horloge set jours = 0").update();
        ClockUtil.reset();
    }

    @Test
    void two_minors_of_one_ip_go_from_the_call_to_two_outcomes() {
        depart = horloge.aujourdhui();
        Ecran assistante = recevoir();
        analyser(assistante);
        confier(assistante);
        designer();
        Ecran evaluateur = new Ecran(comme("evaluateur-1.redon"));
        evaluateur.dossier(numero);
        adresse = evaluateur.adresse();
        ailleursIntrouvable();
        noterLesActes(evaluateur);
        consigneDuParquet(evaluateur);
        signaler(evaluateur);
        ecrireLeRapport(evaluateur);
        avancer(30, 30, 7);
        superviserLeRetard();
        conclure(evaluateur);
        rendreEnRetard(evaluateur);
        Ecran ref = demanderUnePrecision();
        preciser(evaluateur);
        deciderADeux(ref);
        informer(assistante);
        suivreLaJustice(ref);
        corrigerLaReception(assistante);
        relireLeChemin();
    }

    /** By keyboard, in two windows, with a date that cannot be, then sent twice. */
    private Ecran recevoir() {
        Ecran premier = new Ecran(comme("assistante-ip.redon"));
        premier.menu("Informations reçues");
        premier.page.keyboard().press("n");
        premier.choisir("De qui vient-elle", "Éducation nationale").ecrire("Nom de la personne ayant transmis", "Mme Prigent")
                .ecrire("Qualité", "directrice d’école").ecrire("Ce qui est rapporté", "Léa arrive sans manteau ni goûter. Noé dit avoir peur de rentrer.");
        premier.lire("Enregistré à ");

        // The phone rang again, at another desk: what was typed is there.
        Ecran e = new Ecran(comme("assistante-ip.redon"));
        e.menu("Informations reçues");
        e.page.keyboard().press("n");
        e.lire("Brouillon repris");
        assertThat(e.champ("Qualité")).hasValue("directrice d’école");
        voir(e.page, "chemin-01-brouillon-repris");

        e.nouvelEnfant("Mineur", "Léa Le Bihan 12/03/2019").presser("Ajouter un mineur").nouvelEnfant("Mineur 2", "Noé Le Bihan 04/09/2014");
        e.groupe("Mineur 1").getByLabel("Fille").check();
        e.groupe("Mineur 2").getByLabel("Garçon").check();
        titulaire(e, 1, "Madame", "Le Bihan", "Anne");
        titulaire(e, 2, "Monsieur", "Morvan", "Yves");
        e.presser("Ajouter le lieu de vie");
        foyer(e, 1, ADRESSE_PROTEGEE, "Anne Le Bihan");
        e.groupe("Lieu de vie 1").getByLabel(debut("Adresse protégée")).check();
        e.presser("Ajouter un second lieu de vie");
        foyer(e, 2, "18 rue du Port", "Yves Morvan");
        e.groupe("Lieu de vie 2").getByLabel(NOE).check();
        e.groupe("Lieu de vie 2").getByLabel(LEA).uncheck();
        voir(e.page, "chemin-02-deux-lieux");

        e.page.getByLabel("Reçue à l’instant").uncheck();
        e.ecrire("Reçue le", depart.plusDays(1).format(JOUR) + " 10:00");
        e.champ("Reçue le").press("Tab");
        assertThat(e.page.getByText("Cette date est dans le futur.").first()).isVisible();
        e.presser("Enregistrer l’information");
        assertThat(e.page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("corriger")).first()).isVisible();
        e.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(debut("La réception ne peut pas"))).press("Enter");
        assertThat(e.champ("Reçue le")).isFocused();
        voir(e.page, "chemin-03-reception-future");
        e.page.getByLabel("Reçue à l’instant").check();
        e.bouton("Enregistrer l’information").dblclick();
        e.bouton("Faire la première analyse").waitFor();
        voir(e.page, "chemin-04-recue");
        e.menu("Informations reçues");
        assertThat(e.page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(contient(LEA)))).hasCount(1);
        return e;
    }

    private void titulaire(Ecran e, int rang, String civilite, String nom, String prenom) {
        e.presser("Ajouter un titulaire");
        Locator t = e.groupe("Titulaire " + rang);
        choisir(t.getByLabel(debut("Civilité")), civilite);
        t.getByLabel("Nom", new Locator.GetByLabelOptions().setExact(true)).fill(nom);
        t.getByLabel(debut("Prénom")).fill(prenom);
    }

    private void foyer(Ecran e, int rang, String adresse, String adulte) {
        Locator y = e.groupe("Lieu de vie " + rang);
        y.getByLabel(debut("Adresse (facultatif)")).fill(adresse);
        y.getByLabel(debut("Code postal")).fill("35600");
        y.getByLabel(debut("Commune")).fill("Redon");
        choisir(y.getByLabel(debut("Territoire")), "CDAS Redon");
        y.getByLabel(adulte).check();
    }

    private void analyser(Ecran e) {
        e.tache("Faire la première analyse", LEA).presser("Faire la première analyse");
        e.page.getByLabel("Information préoccupante", new Page.GetByLabelOptions().setExact(true)).check();
        voir(e.page, "chemin-05-analyse");
        e.presser("Enregistrer la première analyse");
        Locator dit = e.page.getByText(Pattern.compile("IP-\\d{4}-\\d+ est ouverte"));
        dit.waitFor();
        Matcher m = Pattern.compile("IP-\\d{4}-\\d+").matcher(dit.textContent());
        org.assertj.core.api.Assertions.assertThat(m.find()).isTrue();
        numero = m.group();
    }

    private void confier(Ecran e) {
        e.tache("Choisir la voie", LEA).presser("Confier l’évaluation");
        choisir(e.champ("Équipe qui évalue"), "CDAS Redon");
        voir(e.page, "chemin-06-mandat");
        e.presser("Confier l’évaluation").lire("L’évaluation est confiée à CDAS Redon");
    }

    private void designer() {
        Ecran e = new Ecran(comme("responsable.redon"));
        e.tache("Désigner", LEA).presser("Désigner les évaluateurs");
        e.choisir("Évaluateur 1", nom("evaluateur-1.redon")).choisir("Évaluateur 2", nom("evaluateur-2.redon"));
        voir(e.page, "chemin-07-designer");
        e.presser("Désigner les évaluateurs").lire("Évaluateurs désignés");
    }

    /** Somebody of another team, with the address in hand. */
    private void ailleursIntrouvable() {
        Ecran e = new Ecran(comme("evaluateur-1.combourg"));
        e.page.navigate(adresse);
        e.lire("introuvable");
        voir(e.page, "chemin-08-introuvable");
    }

    /** Each act once for the two minors. */
    private void noterLesActes(Ecran e) {
        e.onglet("Évaluation");
        acte(e, "Titulaire informé", List.of("Anne Le Bihan", "Yves Morvan"), () -> e.choisir("Informé par", "Courrier"));
        acte(e, "Visite à domicile", List.of(LEA, NOE, "Anne Le Bihan"), () -> e.page.getByLabel("Domicile visité")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1)));
        avancer(7);
        e.page.reload();
        acte(e, "Entretien", List.of(NOE, "Yves Morvan"), () -> e.ecrire("Lieu", "CDAS de Redon"));
        voir(e.page, "chemin-09-actes");
    }

    private void acte(Ecran e, String genre, List<String> presents, Runnable precisions) {
        e.bouton("Noter un acte").waitFor();
        e.page.keyboard().press("n");
        Locator zone = e.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Actes de l’évaluation"));
        choisir(zone.getByLabel("Acte", new Locator.GetByLabelOptions().setExact(true)), genre);
        precisions.run();
        presents.forEach(p -> zone.getByLabel(contient(p)).selectOption("OUI"));
        e.presser("Noter l’acte");
        zone.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(contient(genre))).first().waitFor();
    }

    /** Held, an act refused for it, then lifted after a month. */
    private void consigneDuParquet(Ecran e) {
        e.autreActe("Consigne du parquet");
        e.page.getByLabel(debut("Ne pas prendre contact")).check();
        e.ecrire("Donnée par", "substitut de permanence").ecrire("Référence", "24/1187");
        voir(e.page, "chemin-10-consigne");
        e.presser("Enregistrer la consigne").lire("consigne du parquet en cours");
        e.onglet("Évaluation");
        e.bouton("Noter un acte").waitFor();
        e.page.keyboard().press("n");
        Locator zone = e.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Actes de l’évaluation"));
        choisir(zone.getByLabel("Acte", new Locator.GetByLabelOptions().setExact(true)), "Visite");
        e.page.getByLabel("Domicile visité").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(2));
        zone.getByLabel(NOE, new Locator.GetByLabelOptions().setExact(true)).selectOption("OUI");
        e.presser("Noter l’acte");
        e.page.getByRole(AriaRole.ALERT).first().waitFor();
        voir(e.page, "chemin-11-acte-retenu");
        zone.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Fermer").setExact(true)).click();

        avancer(30);
        e.page.reload();
        e.onglet("Consignes du parquet").presser("Lever la consigne");
        e.presser("Lever la consigne").lire("levée le");
        voir(e.page, "chemin-12-consigne-levee");
    }

    private void signaler(Ecran e) {
        e.onglet("Évaluation").onglet("Signalements").presser("Signaler un mineur");
        e.choisir("Mineur concerné", NOE).choisir("Cas de l’article L226-4", "grave et immédiat");
        e.presser("Préparer à partir des actes notés");
        assertThat(e.champ("Exposé")).hasValue(contient("Visite"));
        voir(e.page, "chemin-13-signalement");
        e.presser("Noter le signalement").lire("L’évaluation continue.");
    }

    /** The session ends in the middle of a section: nothing typed before or after is lost. */
    private void ecrireLeRapport(Ecran e) {
        e.onglet("Rapport");
        e.ecrire("Contexte de l’information", "L’école a transmis des absences et des propos inquiétants.");
        e.champ("Contexte de l’information").press("Tab");
        e.lire("Enregistré à");
        e.page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JALON"));
        e.ecrire("L’enfant", "Noé demande à ne plus dormir chez son père.");
        e.lire("Votre session est terminée");
        voir(e.page, "chemin-14-session-terminee");
        e.ecrire("Qui êtes-vous", nom("evaluateur-1.redon"));
        e.page.keyboard().press("Enter");
        e.page.getByText("Votre session est terminée").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        e.ecrire("Les parents", "Mme Le Bihan se mobilise ; M. Morvan refuse les rendez-vous.");
        e.ecrire("Ressources existantes", "La grand-mère maternelle accueille les enfants le mercredi.");
        e.ecrire("Analyse partagée", "Deux situations différentes dans une même fratrie.");
        e.champ("Analyse partagée").press("Tab");
        assertThat(e.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Rapport").setExact(true)).getByText("Enregistré à")).hasCount(5);
        voir(e.page, "chemin-15-rapport");

        Ecran collegue = new Ecran(comme("evaluateur-2.redon"));
        collegue.dossier(numero).onglet("Évaluation").onglet("Rapport");
        assertThat(collegue.champ("Contexte de l’information")).hasValue("L’école a transmis des absences et des propos inquiétants.");
        assertThat(collegue.champ("L’enfant")).hasValue("Noé demande à ne plus dormir chez son père.");
        collegue.page.context().close();
    }

    /** Business days pass, from the strip of the demonstration. */
    private void avancer(int... jours) {
        Ecran administrateur = new Ecran(comme("administrateur.departement"));
        for (int n : jours) {
            administrateur.page.getByLabel("Avancer le temps de").selectOption(String.valueOf(n));
            administrateur.presser("Avancer");
            administrateur.page.getByText(n + " jours ont passé").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
            administrateur.page.reload();
        }
        administrateur.page.context().close();
    }

    private void superviserLeRetard() {
        Ecran e = new Ecran(comme("superviseur.departement"));
        e.menu("Pilotage");
        e.lire("en retard");
        voir(e.page, "chemin-16-pilotage");
        e.page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName(debut("Chiffres"))).getByRole(AriaRole.LINK,
                new Locator.GetByRoleOptions().setName(Pattern.compile("^\\d+ En retard$"))).press("Enter");
        Locator dossiers = e.page.locator("#dossiers");
        assertThat(dossiers.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(numero).setExact(true))).isVisible();
        voir(e.page, "chemin-17-liste-du-chiffre");
    }

    private void conclure(Ecran e) {
        e.page.reload();
        e.onglet("Évaluation").onglet("Conclusions");
        conclure(e, LEA, "Risque de danger", "Conditions d’éducation", "Aide ou mesure administrative", "TISF");
        conclure(e, NOE, "Danger", "Violences physiques", "Saisine", null);
        voir(e.page, "chemin-18-conclusions");
    }

    private void conclure(Ecran e, String mineur, String conclusion, String nature, String proposition, String aide) {
        Locator zone = e.page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(mineur));
        zone.getByLabel("Conclusion", new Locator.GetByLabelOptions().setExact(true)).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(conclusion));
        zone.getByLabel(debut(nature)).check();
        choisir(zone.getByLabel("Proposition", new Locator.GetByLabelOptions().setExact(true)), proposition);
        if (aide != null) {
            choisir(zone.getByLabel("Aide proposée"), aide);
        }
        zone.getByLabel(debut("Ce qui fonde")).fill("Constaté en visite et en entretien.");
        zone.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Enregistrer la conclusion")).press("Enter");
        zone.getByText("Enregistrée par").waitFor();
    }

    private void rendreEnRetard(Ecran e) {
        e.presser("Rendre le rapport");
        e.choisir("Motif du dépassement", "Famille indisponible");
        voir(e.page, "chemin-19-rendre");
        e.presser("Rendre le rapport").motiver("Rendre le rapport", "M. Morvan n’a pas ouvert.").lire("Rapport rendu.");
    }

    private Ecran demanderUnePrecision() {
        Ecran ref = new Ecran(comme("ref.redon"));
        ref.tache("Décider", LEA).presser("Décider pour chaque mineur");
        ref.presser("Demander une précision aux évaluateurs");
        ref.ecrire("Ce qui est à préciser", "La grand-mère peut-elle accueillir Léa la semaine ?");
        voir(ref.page, "chemin-20-precision");
        ref.presser("Poser la question").lire("La question est posée aux évaluateurs.");
        return ref;
    }

    private void preciser(Ecran e) {
        e.tache("précision", LEA).presser("Apporter les précisions");
        e.ecrire("Réponse", "Oui, deux nuits par semaine ; elle l’a dit en entretien.");
        voir(e.page, "chemin-21-repondre");
        e.presser("Apporter les précisions").lire("Précisions apportées.");
    }

    /** Two windows open on the same decision: the second is told who decided, when, and keeps what was typed. */
    private void deciderADeux(Ecran ref) {
        Ecran second = new Ecran(comme("ref.redon"));
        for (Ecran e : List.of(second, ref)) {
            e.dossier(numero).presser("Décider pour chaque mineur");
            Locator lea = e.groupe(LEA);
            lea.getByLabel(debut("Aide ou mesure administrative")).check();
            choisir(lea.getByLabel(debut("Nature de l’aide")), "TISF");
            lea.getByLabel("Motivation").fill("La mère accepte une aide à domicile.");
            Locator noe = e.groupe(NOE);
            noe.getByLabel(debut("Saisine de l’autorité judiciaire")).check();
            choisir(noe.getByLabel("Cas de l’article L226-4"), "grave et immédiat");
            noe.getByLabel("Motivation").fill("Danger constaté chez le père.");
        }
        voir(ref.page, "chemin-22-decider");
        ref.presser("Décider").lire("La décision est enregistrée pour 2 mineurs");
        second.presser("Décider").lire("Quelqu’un a agi entre-temps");
        assertThat(second.page.getByRole(AriaRole.DIALOG)).containsText(nom("ref.redon"));
        voir(second.page, "chemin-23-deja-decide");
        second.page.context().close();
    }

    private void informer(Ecran e) {
        e.tache("Informer", LEA).presser("Informer les personnes");
        Locator reponses = e.page.getByLabel("Informé par, ou pourquoi non");
        reponses.first().waitFor();
        org.assertj.core.api.Assertions.assertThat(reponses.count()).as("two holders for each minor, and who transmitted").isGreaterThanOrEqualTo(4);
        voir(e.page, "chemin-24-informer");
        e.page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(contient("Yves Morvan"))).first().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Préparer le courrier")).click();
        e.lire("Madame, Monsieur,");
        assertThat(e.page.getByText("18 rue du Port")).isVisible();
        assertThat(e.page.locator("body")).not().containsText(ADRESSE_PROTEGEE);
        voir(e.page, "chemin-25-courrier");
        e.dossier(numero).presser("Informer les personnes");
        reponses.first().waitFor();
        for (int i = 0; i < reponses.count(); i++) {
            choisir(reponses.nth(i), "Courrier");
        }
        e.presser("Terminer l’information").lire("Toutes les personnes sont informées.");
    }

    private void suivreLaJustice(Ecran ref) {
        ref.tache("suites judiciaires", NOE).presser("Noter une suite judiciaire");
        ref.champ("Ce que l’autorité judiciaire a fait").selectOption("MESURE");
        ref.ecrire("Référence", "JE 112/27");
        voir(ref.page, "chemin-26-justice");
        ref.presser("Noter la suite").lire("le dossier est traité");
    }

    /** The call had come two days earlier: dates move, and are shown before they do. */
    private void corrigerLaReception(Ecran e) {
        e.dossier(numero).autreActe("Corriger");
        e.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(debut("Date ou heure de réception"))).press("Enter");
        e.ecrire("Reçue en vérité le", depart.minusDays(2).format(JOUR) + " 09:15");
        e.champ("Reçue en vérité le").press("Tab");
        e.presser("Voir les effets").lire("Ce que cette correction fera");
        e.ecrire("Pourquoi", "L’appel avait été noté sur papier deux jours plus tôt.");
        voir(e.page, "chemin-27-correction");
        e.presser("Corriger").lire("La correction est faite.");
    }

    private void relireLeChemin() {
        Ecran e = new Ecran(comme("superviseur.departement"));
        e.dossier(numero);
        assertThat(e.page.getByText(contient("à 9 h 15")).first()).isVisible();
        voir(e.page, "chemin-28-dossier");
        e.onglet("Parcours dessiné");
        assertThat(e.page.locator("[data-element-id='decider'].jalon-passe")).isVisible();
        voir(e.page, "chemin-29-dessin");
        e.onglet("Frise").lire("Rapport");
        voir(e.page, "chemin-30-frise");
    }

    private String nom(String identifiant) {
        return jdbc.sql("select nom from utilisateur where identifiant = ?").param(identifiant).query(String.class).single();
    }
}
