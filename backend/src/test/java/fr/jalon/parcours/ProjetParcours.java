package fr.jalon.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.commun.temps.Horloge;
import fr.jalon.courrier.ImprimeEssai;
import fr.jalon.courrier.PdfUa;
import fr.jalon.dossier.Berceau;
import fr.jalon.mesure.accueil.ChantierAccueil;
import fr.jalon.projet.EtablissementProjet;
import fr.jalon.projet.RencontresProjet;
import fr.jalon.projet.redaction.ObjectifsProjet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A projet by the screens: met, written by three people, established, handed over; the revision of a child of eighteen months. */
@Import(ChantierAccueil.class)
class ProjetParcours extends Parcours {

    private static final String ICI = "cdas-redon";
    private static final String SERVICE = "svc-apase";
    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    private Berceau berceau;
    @Autowired
    private ChantierAccueil chantier;
    @Autowired
    private RencontresProjet rencontres;
    @Autowired
    private ObjectifsProjet objectifs;
    @Autowired
    private EtablissementProjet etablissements;
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
    void a_projet_goes_from_the_shared_meeting_to_the_copy_handed_over() throws Exception {
        UUID enfant = berceau.enfant("Morel", "Lina", jour.minusYears(8).minusMonths(5).toString(), ICI);
        UUID mere = titulaire(enfant, "Morel", "Sarah", "MADAME", "MERE");
        titulaire(enfant, "Duval", "Marc", "MONSIEUR", "PERE");
        foyerProtege(enfant, mere);
        commencer(enfant, 60);
        UUID projet = projet(enfant);

        Ecran referent = new Ecran(comme("referent.redon"));
        referent.page.navigate("/enfants/" + enfant + "?onglet=projet");
        referent.lire("référent de parcours");
        voir(referent.page, "projet-01-enfant");
        referent.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Ecran.debut("Ouvrir le PPE"))).click();
        String adresse = "/projets/" + projet;
        referent.lire("À préparer");

        referent.ouvrirActe("Nommer le référent");
        referent.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Référent de parcours")).selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        envoyer(referent, "Nommer le référent", "Le référent de parcours est nommé.");
        referent.ouvrirActe("Inviter à la rencontre partagée");
        referent.ecrire("Invitations envoyées le", jour.minusDays(30).format(JOUR)).ecrire("Rencontre prévue le", jour.minusDays(20).format(JOUR)).ecrire("Lieu", "Espace rencontre");
        voir(referent.page, "projet-02-inviter");
        envoyer(referent, "Noter l’invitation", "L’invitation est notée.");

        referent.ouvrirActe("Noter la rencontre");
        referent.presser("Noter la rencontre");
        assertThat(referent.page.getByRole(AriaRole.ALERT).first()).isFocused();
        for (String qui : List.of("Lina", "Sarah", "Marc", "APASE")) {
            referent.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Pattern.compile("Présence de .*" + qui.replace(" ", "\\s")))).selectOption("PRESENTE");
        }
        referent.page.getByLabel(Pattern.compile("Son avis.*Marc")).fill("Il demande que Lina dorme chez lui un week-end sur deux.");
        referent.ecrire("Les mots de l’enfant", "J’aime bien quand papa vient à la piscine. Je ne veux plus entendre crier.");
        referent.ecrire("Ce qui a été dit ensemble", "Chacun a pu parler. Le calendrier du samedi est gardé.");
        referent.ecrire("Points de désaccord", "Le père n’est pas d’accord avec l’espace rencontre. La mère ne souhaite pas de nuits chez le père pour le moment.");
        voir(referent.page, "projet-03-rencontre");
        envoyer(referent, "Noter la rencontre", "La rencontre est notée.");
        referent.onglet("Rencontres et actions").lire("Je ne veux plus entendre crier.").lire("Points de désaccord");
        voir(referent.page, "projet-04-suivi");

        ecrireAPlusieurs(referent, adresse);

        referent.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Ecran.debut("Ajouter un objectif : Relations"))).click();
        referent.ecrire("Besoin de l’enfant", "Être rassurée quand ses parents se croisent.");
        objectif(referent, "Que Lina passe d’un parent à l’autre sans dispute");
        referent.presser("Ajouter l’objectif");
        referent.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Ecran.debut("Ajouter une action"))).first().click();
        referent.ecrire("Ce qui sera fait", "Parler avec Lina après chaque samedi");
        referent.page.getByLabel("Auprès de qui").selectOption("ENFANT");
        referent.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Qui le fait")).selectOption("s/" + SERVICE);
        referent.ecrire("À partir du", jour.format(JOUR)).ecrire("Jusqu’au", jour.minusDays(10).format(JOUR));
        referent.presser("Ajouter l’action");
        referent.lire("La fin de l’action précède son début.");
        voir(referent.page, "projet-08-action-refusee");
        referent.ecrire("Jusqu’au", jour.plusMonths(6).format(JOUR)).ecrire("À faire avant le", jour.plusMonths(1).format(JOUR));
        referent.presser("Ajouter l’action");
        referent.lire("Parler avec Lina après chaque samedi");
        voir(referent.page, "projet-09-objectifs");

        referent.ouvrirActe("Proposer à la signature");
        envoyer(referent, "Proposer à la signature", "Le projet attend d’être établi.");

        Ecran ref = new Ecran(comme("ref.redon"));
        ref.tache("Établir", "Lina Morel");
        ref.page.navigate(adresse);
        ref.ouvrirActe("Établir");
        ref.lire("Un motif sera demandé");
        ref.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Ecran.debut("Signé pour le président"))).selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        voir(ref.page, "projet-10-etablir");
        ref.presser("Établir le " + mot());
        ref.page.getByRole(AriaRole.DIALOG).waitFor();
        voir(ref.page, "projet-11-motif");
        ref.motiver("Établir le " + mot(), "La santé de Lina ne demande rien aujourd’hui.");
        ref.lire("est établi");

        remettre(referent, adresse, enfant);
        suivre(enfant, projet);
        referent.page.navigate("/enfants/" + enfant);
        referent.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rapprocher")).waitFor();
        voir(referent.page, "projet-18-frise");
    }

    /** Two people in one part, a service in its own, a window closed in mid-sentence. */
    private void ecrireAPlusieurs(Ecran referent, String adresse) {
        referent.page.navigate(adresse + "?onglet=ecriture");
        Locator situation = partie(referent.page, "Ce qui amène ce projet");
        situation.waitFor();
        voir(referent.page, "projet-05-ecriture");
        Ecran ref = new Ecran(comme("ref.redon"));
        ref.page.navigate(adresse + "?onglet=ecriture");
        Locator chezRef = partie(ref.page, "Ce qui amène ce projet");
        chezRef.waitFor();
        situation.fill("Lina vit chez sa mère depuis l’été. Les disputes entre adultes lui font peur.");
        referent.lire("Enregistré à");
        chezRef.fill("La situation telle que le responsable la comprend.");
        ref.lire("Deux textes pour");
        voir(ref.page, "projet-06-deux-textes");
        ref.bouton("Enregistrer le texte réuni").click();
        ref.lire("Enregistré à");
        assertThat(chezRef).hasValue(Ecran.contient("Lina vit chez sa mère"));
        ref.page.close();

        Ecran service = new Ecran(comme(service()));
        service.page.navigate(adresse);
        service.page.getByLabel(Ecran.contient("Ce que propose le service")).fill("Une visite par semaine, le mercredi, et un appel le vendredi.");
        service.lire("Enregistré à");
        assertThat(service.page.getByText(Ecran.contient("Lina vit chez sa mère"))).hasCount(0);
        voir(service.page, "projet-07-service");
        etroit(service.page);
        service.page.close();

        Page coupee = comme("referent.redon");
        coupee.navigate(adresse + "?onglet=ecriture");
        Locator appuis = partie(coupee, "Ce sur quoi on peut s’appuyer");
        appuis.waitFor();
        appuis.pressSequentially("Lina aime l’école et la natation, et ses deux par");
        coupee.waitForTimeout(2_000);
        coupee.context().setOffline(true);
        coupee.close();
        referent.page.navigate(adresse + "?onglet=ecriture");
        assertThat(partie(referent.page, "Ce sur quoi on peut s’appuyer")).hasValue("Lina aime l’école et la natation, et ses deux par");
        partie(referent.page, "Ce sur quoi on peut s’appuyer").fill("Lina aime l’école et la natation. Ses deux parents veulent qu’elle y continue.");
        partie(referent.page, "Où vit l’enfant et avec qui").fill("Lina vit chez sa mère, 12 Allée des Erables. Elle voit son père un samedi sur deux.");
        referent.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Partir de la liste habituelle")).click();
        partie(referent.page, "La page de l’enfant").fill("Tu vis chez ta maman.\nTu vois ton papa le samedi.\nUne éducatrice vient te voir le mercredi.");
        referent.page.keyboard().press("Tab");
        referent.page.waitForTimeout(2_000);
    }

    private void remettre(Ecran referent, String adresse, UUID enfant) throws Exception {
        referent.page.navigate(adresse);
        referent.ouvrirActe("Noter les signatures");
        referent.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Pattern.compile("Signature de .*Sarah"))).selectOption("SIGNEE");
        referent.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Pattern.compile("Signature de .*Marc"))).selectOption("REFUSEE");
        referent.page.getByLabel(Pattern.compile("Motif ou désaccord.*Marc")).fill("Il demande des nuits chez lui.");
        voir(referent.page, "projet-12-signatures");
        envoyer(referent, "Noter les signatures", "Les signatures sont notées.");
        referent.ouvrirActe("Noter un avis");
        referent.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Ecran.contient("Marc Duval"))).check();
        referent.page.getByLabel("un désaccord").check();
        referent.ecrire("Ce qui a été dit", "Je ne suis pas d’accord avec l’espace rencontre et je le ferai savoir au juge.");
        voir(referent.page, "projet-13-desaccord");
        envoyer(referent, "Noter cet avis", "L’avis est noté.");

        referent.ouvrirActe("Remettre");
        referent.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Ecran.contient("Marc Duval"))).check();
        referent.lire("masquée d’office");
        referent.page.getByLabel("Comment").selectOption("MAIN_PROPRE");
        voir(referent.page, "projet-14-remettre");
        Download apercu = referent.page.waitForDownload(() -> referent.bouton("Voir l’exemplaire avant de le remettre").click());
        assertThat(ImprimeEssai.texte(Files.readAllBytes(apercu.path()))).doesNotContainIgnoringCase("rables").containsPattern("exemplaire pour M\\.[\\s\u00a0]*Marc Duval");
        envoyer(referent, "Noter la remise", "La remise est notée");
        referent.lire("En cours");
        referent.ouvrirActe("Remettre");
        referent.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Ecran.contient("Lina Morel"))).check();
        referent.page.getByLabel("Comment").selectOption("ENTRETIEN");
        envoyer(referent, "Noter la remise", "La remise est notée");

        referent.onglet("Versions et papiers").lire("Exemplaires remis");
        voir(referent.page, "projet-15-versions");
        Download un = referent.page.waitForDownload(() -> referent.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("l’exemplaire remis à .*Marc"))).click());
        byte[] pdf = Files.readAllBytes(un.path());
        assertThat(PdfUa.defauts(pdf)).isEmpty();
        assertThat(ImprimeEssai.texte(pdf)).doesNotContainIgnoringCase("rables").contains("A refusé de signer").contains("Points de désaccord").contains("je le ferai savoir au juge");
        Download deux = referent.page.waitForDownload(() -> referent.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("l’exemplaire remis à .*Marc"))).click());
        assertThat(Files.readAllBytes(deux.path())).as("printed again, the same file").isEqualTo(pdf);
        ImprimeEssai.montrer(pdf, "parcours-pere");
        Download page = referent.page.waitForDownload(() -> referent.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("sa page")).click());
        ImprimeEssai.montrer(Files.readAllBytes(page.path()), "parcours-enfant");
        assertThat(ImprimeEssai.texte(Files.readAllBytes(page.path()))).contains("Bonjour Lina.").contains("Tu vis chez ta maman.");
        referent.page.setViewportSize(1360, 860);
        etroit(referent.page);
        referent.page.setViewportSize(1360, 860);
    }

    private void suivre(UUID enfant, UUID projet) {
        Ecran service = new Ecran(comme(service()));
        service.page.navigate("/projets/" + projet + "?onglet=suivi");
        service.lire("Parler avec Lina après chaque samedi");
        service.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Ecran.debut("Noter la suite"))).click();
        service.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("est faite")).check();
        voir(service.page, "projet-16-action");
        service.presser("Noter la suite de cette action");
        service.lire("✓ faite le");
        assertThat(jdbc.sql("select count(*) from projet_acte where projet_id = ? and genre = 'ACTION_FAITE'").param(projet).query(Long.class).single()).isOne();
    }

    @Test
    void the_projet_of_a_child_of_eighteen_months_is_revised_after_six_months() {
        UUID enfant = berceau.enfant("Rouxel", "Adèle", jour.minusMonths(18).toString(), ICI);
        titulaire(enfant, "Rouxel", "Anne", "MADAME", "MERE");
        commencer(enfant, 200);
        UUID projet = projet(enfant);
        etabli(projet, 186);

        Ecran referent = new Ecran(comme("referent.redon"));
        referent.page.navigate("/projets/" + projet);
        referent.lire("18 mois").lire("révision tous les six mois").lire("à réviser");
        voir(referent.page, "projet-20-dix-huit-mois");
        referent.ouvrirActe("Faire le bilan des objectifs");
        referent.presser("Noter le bilan");
        referent.lire("Choisissez de maintenir, d’ajuster ou de finir cet objectif.");
        Locator choix = referent.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("à ajuster"));
        choix.nth(0).check();
        for (int i = 1; i < choix.count(); i++) {
            referent.page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("maintenu")).nth(i).check();
        }
        voir(referent.page, "projet-21-bilan");
        envoyer(referent, "Noter le bilan", "Le bilan des objectifs est noté.");
        referent.lire("version 2 en cours d’écriture");
        referent.onglet("Écriture");
        referent.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Ecran.contient("Modifier l’objectif"))).first().click();
        objectif(referent, "Que ses nuits soient entières");
        referent.presser("Modifier l’objectif");
        referent.lire("L’objectif est modifié.");
        referent.onglet("Versions et papiers").lire("Ce qui a changé").lire("Que ses nuits soient entières");
        referent.titre("Ce qui a changé").evaluate("e => e.scrollIntoView()");
        voir(referent.page, "projet-22-cote-a-cote");

        Ecran ref = new Ecran(comme("ref.redon"));
        ref.page.navigate("/projets/" + projet);
        ref.ouvrirActe("Établir");
        ref.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Ecran.debut("Signé pour le président"))).selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        envoyer(ref, "Établir le " + mot(), "est établi");
        ref.lire("valide jusqu’au");
        assertThat(jdbc.sql("select revision_le from projet where id = ?").param(projet).query(LocalDate.class).single()).as("six months: the child is under two").isEqualTo(jour.plusMonths(6));
        acte(referent, "Noter la rencontre", "/projets/" + projet);
        referent.page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(Pattern.compile("Présence de .*Anne"))).selectOption("PRESENTE");
        referent.presser("Noter la rencontre");
        referent.page.getByRole(AriaRole.DIALOG).waitFor();
        voir(referent.page, "projet-23-rencontre-apres");
        referent.motiver("Noter la rencontre", "La mère était hospitalisée.");
        referent.lire("La rencontre est notée.");
    }

    @Test
    void the_coverage_says_how_many_have_a_projet_and_each_figure_opens_the_children_it_counts() {
        UUID couvert = berceau.enfant("Salaün", "Gaëlle", jour.minusYears(9).toString(), ICI);
        titulaire(couvert, "Salaün", "Maud", "MADAME", "MERE");
        commencer(couvert, 200);
        etabli(projet(couvert), 100);
        UUID oublie = berceau.enfant("Salaün", "Ronan", jour.minusYears(7).toString(), ICI);
        commencer(oublie, 150);

        Ecran ref = new Ecran(comme("ref.redon"));
        ref.menu("Couverture");
        ref.lire("des enfants dont une mesure est exercée depuis plus de trois mois");
        voir(ref.page, "projet-30-couverture");
        ref.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Redon.*voir les enfants"))).first().press("Enter");
        ref.lire("Gaëlle Salaün").lire("Ronan Salaün");
        voir(ref.page, "projet-31-couverture-enfants");
        etroit(ref.page);
        ref.page.setViewportSize(1360, 860);
        ref.page.navigate("/projets/couverture?cas=JAMAIS_COMMENCE");
        ref.lire("Ronan Salaün");
        assertThat(ref.page.getByText(Ecran.contient("Gaëlle Salaün")).count()).as("established: not among those never started").isZero();
        ref.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Ecran.contient("Ronan Salaün"))).first().press("Enter");
        ref.lire("Ronan");
        ref.onglet("Parcours dessiné").lire("Le même parcours en mots");
        voir(ref.page, "projet-32-dessin");
        Ecran autre = new Ecran(comme("ref.fougeres"));
        autre.page.navigate("/projets/couverture?unite=" + ICI);
        autre.lire("Couverture");
        assertThat(autre.page.getByText(Ecran.contient("Salaün")).count()).as("another territory names nobody of this one").isZero();
    }

    /** Met and established that many days ago, with an objective in each domain. */
    private void etabli(UUID projet, int ilYA) {
        LocalDate le = jour.minusDays(ilYA);
        chantier.faire(() -> {
            rencontres.tenir(projet, new RencontresProjet.DemandeRencontre(null, null, "TENUE", le, null,
                    List.of(new RencontresProjet.PersonneRencontre(null, "TITULAIRE", titulaireDe(projet), null, null, "PRESENTE", null)), "Elle pleure quand on ferme la porte.", null, null, null, Map.of()));
            return null;
        });
        Map<String, String> ecrits = Map.of("developpement", "Qu’Adèle dorme mieux", "relations", "Qu’elle retrouve sa mère sans pleurer", "scolarite", "Qu’elle aille à la crèche deux jours");
        ecrits.forEach((domaine, texte) -> chantier.faire(() -> objectifs.ajouter(projet, new ObjectifsProjet.DemandeObjectif(null, domaine, null, texte))));
        chantier.faire(() -> {
            etablissements.etablir(projet, new EtablissementProjet.DemandeEtablissement(null,
                    jdbc.sql("select utilisateur_id from delegation_signature where interim_de is null and du <= ? order by du limit 1").param(le).query(UUID.class).single(), le, Map.of()));
            return null;
        });
    }

    private UUID titulaireDe(UUID projet) {
        return jdbc.sql("select a.adulte_id from projet p join autorite_parentale a on a.enfant_id = p.enfant_id where p.id = ? limit 1").param(projet).query(UUID.class).single();
    }

    private void commencer(UUID enfant, int ilYA) {
        UUID mesure = chantier.ouvrir(enfant, ICI, SERVICE, "JUDICIAIRE", "AEMO", "MEP", "JUGE_ENFANTS", jour.minusDays(ilYA + 5));
        chantier.demarrer(mesure, jour.minusDays(ilYA));
    }

    private UUID projet(UUID enfant) {
        return jdbc.sql("select id from projet where enfant_id = ?").param(enfant).query(UUID.class).single();
    }

    private UUID titulaire(UUID enfant, String nom, String prenoms, String civilite, String qualite) {
        UUID adulte = UUID.randomUUID();
        jdbc.sql("insert into adulte(id, nom, prenoms, civilite) values (?, ?, ?, ?)").params(adulte, nom, prenoms, civilite).update();
        jdbc.sql("insert into autorite_parentale(id, enfant_id, adulte_id, qualite, exercice) values (?, ?, ?, ?, 'CONJOINT')").params(UUID.randomUUID(), enfant, adulte, qualite).update();
        return adulte;
    }

    private void foyerProtege(UUID enfant, UUID adulte) {
        UUID foyer = UUID.randomUUID();
        jdbc.sql("insert into foyer(id, libelle, adresse, code_postal, commune, adresse_protegee) values (?, 'Chez sa mère', '12 allée des Érables', '35600', 'Redon', true)").param(foyer).update();
        jdbc.sql("insert into foyer_enfant(id, foyer_id, enfant_id, principal, du) values (?, ?, ?, true, ?)").params(UUID.randomUUID(), foyer, enfant, jour.minusYears(1)).update();
        jdbc.sql("insert into foyer_adulte(id, foyer_id, adulte_id, du) values (?, ?, ?, ?)").params(UUID.randomUUID(), foyer, adulte, jour.minusYears(1)).update();
    }

    private String service() {
        return jdbc.sql("""
                select u.identifiant from utilisateur u join utilisateur_role r on r.utilisateur_id = u.id
                where r.role = 'SERVICE_HABILITE' and r.unite_id = ? order by u.identifiant limit 1""").param(SERVICE).query(String.class).single();
    }

    private static Locator partie(Page page, String titre) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(titre).setExact(true));
    }

    private static void objectif(Ecran e, String texte) {
        e.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Objectif").setExact(true)).fill(texte);
    }

    private static String mot() {
        return "PPEF";
    }

    private static void acte(Ecran e, String libelle, String adresse) {
        e.page.navigate(adresse);
        e.ouvrirActe(libelle);
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
