package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.jalon.parcours.Ecran.contient;
import static fr.jalon.parcours.Ecran.debut;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.autonomie.Rattrapage;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.courrier.ImprimerieDEssai;
import fr.jalon.courrier.PdfUa;
import fr.jalon.dossier.Berceau;
import fr.jalon.mesure.accueil.ChantierAccueil;
import fr.jalon.processus.VoyageMoteur;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Young people by the screens while business time moves forward: a week of downtime over a 17th birthday; one young person from 15 years 11
 * months to six months after leaving; the boards by unit; the papers as they are printed; what is refused and warned; who has no right.
 */
@Import(ChantierAccueil.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
// A database of its own: years pass here, which nobody else's journey expects.
@TestPropertySource(properties = "jalon.essai.contexte=jeune")
class JeuneParcours extends Parcours {

    private static final String ICI = "cdas-redon";
    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    private Berceau berceau;
    @Autowired
    private ChantierAccueil chantier;
    @Autowired
    private Rattrapage rattrapage;
    @Autowired
    private VoyageMoteur voyage;
    @Autowired
    private Horloge horloge;
    @Autowired
    private JdbcClient jdbc;

    /** The engine's clock is the whole JVM's: the next journey finds it near where it was. */
    @AfterAll
    void revenir() throws InterruptedException {
        jdbc.sql("update horloge set jours = 0").update();
        Thread.sleep(1_100);
        voyage.avancer(1);
    }

    private LocalDate jour() {
        return horloge.aujourdhui();
    }

    private void avancerJusqua(LocalDate le) {
        voyage.avancer((int) (le.toEpochDay() - jour().toEpochDay()));
    }

    private UUID parcours(UUID enfant) {
        return jdbc.sql("select id from autonomie where enfant_id = ?").param(enfant).query(UUID.class).single();
    }

    private static Locator liste(Ecran e, String libelle) {
        return e.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(libelle).setExact(true));
    }

    private static void acte(Ecran e, String libelle) {
        e.page.reload();
        e.ouvrirActe(libelle);
    }

    private static void cocher(Ecran e, String groupe, String option) {
        e.page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName(debut(groupe))).getByLabel(option, new Locator.GetByLabelOptions().setExact(true)).check();
    }

    private static void envoyer(Ecran e, String verbe, String annonce) {
        e.presser(verbe);
        e.page.getByText(annonce).first().waitFor();
    }

    /** What the link gives, from the person's own session. */
    private static byte[] pdf(Ecran e, String adresse) {
        String lu = (String) e.page.evaluate("""
                async adresse => {
                    const r = await fetch(adresse);
                    if (!r.ok) return 'statut ' + r.status;
                    let s = '';
                    for (const o of new Uint8Array(await r.arrayBuffer())) s += String.fromCharCode(o);
                    return btoa(s);
                }""", adresse);
        return Base64.getDecoder().decode(lu);
    }

    private static String papier(Ecran e, UUID parcours, String nom) throws Exception {
        byte[] octets = pdf(e, "/api/autonomies/" + parcours + "/" + nom + ".pdf");
        Assertions.assertThat(PdfUa.defauts(octets)).isEmpty();
        ImprimerieDEssai.images(octets, "parcours-" + nom);
        Files.copy(Path.of("target", "imprimes", "parcours-" + nom + "-1.png"), captures().resolve("jeune-imprime-" + nom + ".png"), StandardCopyOption.REPLACE_EXISTING);
        Assertions.assertThat(PdfUa.defauts(pdf(e, "/api/autonomies/" + parcours + "/" + nom + ".pdf?grand=true"))).isEmpty();
        return ImprimerieDEssai.texte(octets);
    }

    @Test
    @Order(1)
    void a_week_of_downtime_over_a_seventeenth_birthday_leaves_nobody_unseen() throws Exception {
        LocalDate anniversaire = jour().plusDays(3);
        UUID enfant = berceau.enfant("Kerdal", "Youenn", anniversaire.minusYears(17).toString(), ICI);
        chantier.placementCommence(enfant, ICI, "svc-familial", jour().minusYears(1));
        // The server is down for a week, from before the birthday to after it: nothing runs, then everything is made up for at once.
        jdbc.sql("update horloge set jours = jours + 7").update();
        Thread.sleep(1_100);
        voyage.avancer(1);
        Assertions.assertThat(anniversaire).isBefore(jour());
        Ecran ref = new Ecran(comme("ref.redon"));
        ref.menu("Jeunes").lire("1 entretien en retard");
        voir(ref.page, "jeune-01-tableau");
        ref.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(contient("Entretien en retard"))).first().press("Enter");
        ref.lire("Youenn Kerdal").lire("il y a 5 jours");
        voir(ref.page, "jeune-02-en-retard");
        ref.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(contient("Youenn Kerdal"))).click();
        ref.titre("Vers la majorité").waitFor();
        ref.lire("L’entretien était dû le");
        voir(ref.page, "jeune-03-alerte");
        Assertions.assertThat(jdbc.sql("select count(*) from evenement e join evenement_sujet s on s.evenement_id = e.id where e.type = 'rappel.emis' and s.sujet_id = ? "
                + "and e.jour >= ?").params(parcours(enfant), anniversaire).query(Integer.class).single()).as("one reminder, the strongest, after a week away").isLessThanOrEqualTo(1);
    }

    @Test
    @Order(2)
    void a_young_person_goes_from_fifteen_years_eleven_months_to_six_months_after_leaving() throws Exception {
        LocalDate seize = jour().plusMonths(1);
        LocalDate ne = seize.minusYears(16);
        LocalDate dixSept = ne.plusYears(17);
        LocalDate dixHuit = ne.plusYears(18);
        UUID enfant = berceau.enfant("Morvan", "Nolwenn", ne.toString(), ICI);
        UUID placement = chantier.placementCommence(enfant, ICI, "svc-familial", jour().minusMonths(8));
        Ecran ref = new Ecran(comme("ref.redon"));
        ref.page.navigate("/enfants/" + enfant + "?onglet=autonomie");
        ref.lire("Pas encore de parcours vers la majorité");

        avancerJusqua(seize);
        ref.page.reload();
        ref.lire("Entretien dû le").lire("Les dates à venir");
        voir(ref.page, "jeune-10-enfant");
        UUID id = parcours(enfant);
        String adresse = "/autonomie/" + id;
        Ecran referent = new Ecran(comme("referent.redon"));
        referent.tache("Bilan de santé", "Nolwenn Morvan");
        referent.presser("Noter le repère");
        cocher(referent, "Ce repère", "Est fait");
        voir(referent.page, "jeune-11-repere");
        referent.bouton("Noter le repère").last().press("Enter");
        referent.lire("Le repère est noté.");

        avancerJusqua(dixSept.minusDays(40));
        inviter(referent, adresse, dixSept);
        String lettre = papier(referent, id, "invitation");
        Assertions.assertThat(lettre).contains("Nolwenn MORVAN".substring(0, 7), "14 h 30", "Maison des jeunes, Redon", "Yann Le Bihan", "Vous pouvez dire non");
        avancerJusqua(dixSept.minusDays(20));
        tenir(referent, adresse);
        notifier(ref, adresse);
        Assertions.assertThat(papier(ref, id, "notification")).contains("Un studio d’essai en septembre.", "tribunal administratif");
        projeter(referent, adresse);

        avancerJusqua(dixHuit.minusMonths(4));
        ref.page.navigate(adresse);
        ref.lire("risque de sortie sèche");
        voir(ref.page, "jeune-18-sortie-seche");
        demander(referent, adresse);
        decider(ref, adresse, dixHuit);
        String page = papier(referent, id, "page");
        Assertions.assertThat(page).contains("Mes dates", "Yann Le Bihan", "Le droit de revenir", "119");

        // At 18 the placement ends and the support begins, the same day.
        avancerJusqua(dixHuit);
        chantier.finir(placement, dixHuit);
        UUID mesure = jdbc.sql("select mesure_id from autonomie where id = ?").param(id).query(UUID.class).optional()
                .orElseGet(() -> jdbc.sql("select id from mesure where enfant_id = ? and produit = 'APJM'").param(enfant).query(UUID.class).single());
        chantier.demarrer(mesure, dixHuit);
        ref.page.navigate(adresse);
        ref.lire("Jeune majeur accompagné");
        voir(ref.page, "jeune-22-accompagne");
        renouveler(ref, adresse, ne.plusYears(21).plusMonths(2));

        avancerJusqua(ne.plusYears(20).plusMonths(11));
        chantier.finir(mesure, jour());
        sortir(referent, adresse);
        avancerJusqua(jour().plusMonths(6).minusDays(10));
        referent.page.navigate(adresse);
        referent.lire("entretien des six mois");
        acte(referent, "Noter l’entretien des six mois");
        cocher(referent, "L’entretien", "A été tenu");
        referent.ecrire("Où en est le jeune", "Nolwenn travaille, elle a gardé son studio.");
        voir(referent.page, "jeune-26-six-mois");
        envoyer(referent, "Noter l’entretien des six mois", "L’entretien des six mois est noté.");
        referent.lire("Parcours clos");
        referent.onglet("Ce qui a été fait").lire("Fiche de sortie");
        voir(referent.page, "jeune-27-clos");
        referent.onglet("Parcours dessiné").lire("Le même parcours en mots");
        voir(referent.page, "jeune-28-dessin");
        etroit(referent.page);
        referent.onglet("Dates et calendrier");
        etroit(referent.page);
    }

    private void inviter(Ecran e, String adresse, LocalDate dixSept) {
        e.page.navigate(adresse);
        acte(e, "Préparer l’invitation");
        e.presser("Préparer l’invitation").lire("Indiquez le jour du rendez-vous.");
        e.ecrire("Rendez-vous le", dixSept.plusDays(10).format(JOUR)).ecrire("Heure", "14:30");
        liste(e, "Où").selectOption("AUTRE");
        e.ecrire("Adresse ou précision", "Maison des jeunes, Redon").ecrire("Personne de confiance choisie", "Yann Le Bihan");
        e.ecrire("Qui elle est pour lui", "son ancien entraîneur");
        e.page.getByLabel("Conseiller en insertion professionnelle").check();
        e.presser("Préparer l’invitation");
        e.page.getByRole(AriaRole.DIALOG).waitFor();
        e.lire("Ce rendez-vous vient après les 17 ans");
        voir(e.page, "jeune-12-rendez-vous-tardif");
        e.bouton("Revenir à la saisie").click();
        e.ecrire("Rendez-vous le", dixSept.minusDays(20).format(JOUR));
        voir(e.page, "jeune-13-inviter");
        envoyer(e, "Préparer l’invitation", "L’invitation est prête");
        e.lire("rendez-vous le");
        voir(e.page, "jeune-14-parcours");
    }

    private static void dater(Ecran e, LocalDate le) {
        Locator champ = e.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Date").setExact(true));
        champ.fill(le.format(JOUR));
        champ.press("Tab");
    }

    /** What is typed survives a page read again in the middle. */
    private void tenir(Ecran e, String adresse) {
        e.page.navigate(adresse);
        acte(e, "Noter l’entretien");
        cocher(e, "L’entretien", "A été tenu");
        Locator paroles = e.groupe("Ce que dit le jeune").getByLabel(debut("Ses mots"));
        e.groupe("Logement").getByLabel(debut("Ce qui s’est dit")).fill("Elle veut rester à Redon, seule, dans un studio.");
        e.groupe("Logement").getByLabel("Demande en cours").check();
        paroles.fill("« J’ai peur de ne plus voir ma famille d’accueil. »");
        e.lire("Enregistré à");
        e.page.reload();
        e.lire("Brouillon repris");
        assertThat(paroles).hasValue(contient("J’ai peur"));
        dater(e, jour().plusDays(5));
        e.presser("Noter l’entretien");
        assertThat(e.page.getByRole(AriaRole.ALERT).first()).isVisible();
        voir(e.page, "jeune-15-entretien-a-venir");
        dater(e, jour());
        voir(e.page, "jeune-16-entretien");
        envoyer(e, "Noter l’entretien", "L’entretien est noté.");
    }

    private void notifier(Ecran e, String adresse) {
        e.page.navigate(adresse);
        acte(e, "Notifier les conditions");
        liste(e, "Moyen").selectOption("REMISE_ENTRETIEN");
        e.ecrire("Accès à un logement", "Un studio d’essai en septembre.");
        voir(e.page, "jeune-17-notifier");
        envoyer(e, "Notifier les conditions", "Les conditions sont notifiées");
        e.lire("conditions notifiées le");
    }

    private void projeter(Ecran e, String adresse) {
        e.page.navigate(adresse);
        acte(e, "Écrire le projet d’accès à l’autonomie");
        cocher(e, "Le jeune y a participé", "Non");
        e.groupe("Logement").getByLabel(debut("Ce qui est prévu")).fill("Studio d’essai, puis foyer de jeunes travailleurs.");
        e.presser("Écrire le projet");
        e.page.getByRole(AriaRole.DIALOG).waitFor();
        e.motiver("Écrire le projet", "Elle était hospitalisée ; on le relira avec elle.");
        e.lire("Le projet d’accès à l’autonomie est écrit.");
    }

    private void demander(Ecran e, String adresse) {
        e.page.navigate(adresse);
        acte(e, "Noter la personne de référence");
        cocher(e, "Le jeune a pu choisir", "Oui");
        e.ecrire("Son nom", "Yann Le Bihan");
        envoyer(e, "Noter la personne de référence", "La personne de référence est notée.");
        acte(e, "Noter la demande du jeune");
        cocher(e, "Le jeune souhaite être accompagné", "Oui");
        e.page.getByLabel("Ressources insuffisantes").check();
        e.ecrire("Ce qu’il dit", "« Je veux finir mon apprentissage. »");
        voir(e.page, "jeune-19-demande");
        envoyer(e, "Noter la demande", "La demande est notée.");
    }

    private void decider(Ecran e, String adresse, LocalDate dixHuit) {
        e.page.navigate(adresse);
        acte(e, "Décider de l’accompagnement");
        e.presser("Décider").lire("Répondez par oui ou par non.");
        cocher(e, "L’accompagnement est accordé", "Non");
        assertThat(e.champ("Voies et délais de recours")).hasValue(contient("tribunal administratif"));
        voir(e.page, "jeune-20-refus");
        cocher(e, "L’accompagnement est accordé", "Oui");
        liste(e, "Durée").selectOption("P1Y");
        e.ecrire("Motivation", "Elle finit son apprentissage et n’a pas de soutien familial.");
        voir(e.page, "jeune-21-accord");
        envoyer(e, "Décider", "La décision est enregistrée.");
    }

    private void renouveler(Ecran e, String adresse, LocalDate apres) {
        e.page.navigate(adresse);
        acte(e, "Renouveler l’accompagnement");
        liste(e, "Durée").selectOption("");
        e.ecrire("Jusqu’au", apres.format(JOUR));
        e.champ("Jusqu’au").press("Tab");
        e.presser("Renouveler");
        e.page.getByRole(AriaRole.DIALOG).waitFor();
        e.lire("au-delà, il peut se poursuivre pour finir une année scolaire");
        voir(e.page, "jeune-23-apres-21-ans");
        // One reason: the measure’s own usual term is passed for the same one.
        e.motiver("Renouveler", "Pour finir son année d’apprentissage.");
        e.lire("L’accompagnement est renouvelé.");
    }

    private void sortir(Ecran e, String adresse) {
        e.page.navigate(adresse);
        acte(e, "Remplir la fiche de sortie");
        e.ecrire("Sortie le", jour().minusYears(9).format(JOUR));
        e.champ("Sortie le").press("Tab");
        liste(e, "Pourquoi le jeune part").selectOption("FIN_ACCOMPAGNEMENT");
        cocher(e, "Le jeune souhaitait cette sortie", "Oui");
        liste(e, "Où il va vivre").selectOption("AUTONOME");
        cocher(e, "Ce logement est stable", "Oui");
        cocher(e, "Il a accès à des ressources", "Oui");
        cocher(e, "Il est inscrit dans un parcours", "Oui");
        cocher(e, "Il a accès au droit commun", "Oui");
        e.presser("Remplir la fiche de sortie").lire("Cette date précède l’entrée");
        voir(e.page, "jeune-24-sortie-avant-entree");
        e.ecrire("Sortie le", jour().format(JOUR));
        e.champ("Sortie le").press("Tab");
        voir(e.page, "jeune-25-sortie");
        envoyer(e, "Remplir la fiche de sortie", "La fiche de sortie est remplie.");
        acte(e, "Tenir à jour les coordonnées");
        cocher(e, "Le jeune accepte", "Oui");
        e.ecrire("Téléphone", "06 39 98 12 34");
        envoyer(e, "Enregistrer", "Les coordonnées sont à jour.");
    }

    @Test
    @Order(3)
    void whoever_has_no_right_sees_neither_the_path_nor_its_papers_and_the_supervisor_sees_it_by_unit() {
        UUID id = jdbc.sql("select id from autonomie order by ouverte_le limit 1").query(UUID.class).single();
        for (String identifiant : java.util.List.of("referent.fougeres", "service.apase")) {
            Ecran autre = new Ecran(comme(identifiant));
            autre.page.navigate("/autonomie/" + id);
            autre.lire("n’existe pas ou ne vous est pas ouvert");
            Assertions.assertThat(autre.page.evaluate("a => fetch(a).then(r => r.status)", "/api/autonomies/" + id + "/page.pdf")).isEqualTo(404);
        }
        Ecran superviseur = new Ecran(comme("superviseur.departement"));
        superviseur.menu("Jeunes");
        superviseur.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(contient("Sortis dans les douze"))).first().press("Enter");
        superviseur.lire("Nolwenn Morvan");
        voir(superviseur.page, "jeune-30-sorties");
        etroit(superviseur.page);
    }
}
