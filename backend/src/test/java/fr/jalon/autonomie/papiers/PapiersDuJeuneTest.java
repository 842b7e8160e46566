package fr.jalon.autonomie.papiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

import fr.jalon.courrier.Imprime;
import fr.jalon.courrier.ImprimerieDEssai;
import fr.jalon.courrier.PdfUa;
import fr.jalon.departement.ProfilsDEssai;
import fr.jalon.departement.ReglagesAutonomie;
import org.junit.jupiter.api.Test;

class PapiersDuJeuneTest {

    private static final Instant LE = Instant.parse("2026-03-14T10:00:00Z");
    private static final PapiersDuJeune.Emetteur DE = new PapiersDuJeune.Emetteur("Ille-et-Vilaine", "CDAS Redon", "CDAS");
    private static final PapiersDuJeune.Destinataire A = new PapiersDuJeune.Destinataire("Nolwenn Le Goff", List.of("Chez la famille d’accueil Morvan", "35600 Redon"));
    private final ReglagesAutonomie reglages = ProfilsDEssai.lire("35").autonomie();

    private static PapiersDuJeune.Invitation invitation(String confiance, boolean tardif, boolean second) {
        return new PapiersDuJeune.Invitation(LocalDate.of(2026, 3, 14), "RDV des 17 ans", LocalDate.of(2026, 4, 2), LocalTime.of(14, 30),
                "Locaux du CDAS", "5 rue du Port, Redon", List.of("Un professionnel de votre lieu d’accueil"), confiance, "Anne Petit", tardif,
                LocalDate.of(2026, 6, 1), second);
    }

    private static String lire(Imprime imprime, String nom, int auPlus) throws Exception {
        byte[] pdf = ImprimerieDEssai.pdf(imprime);
        assertThat(PdfUa.defauts(pdf)).isEmpty();
        assertThat(ImprimerieDEssai.images(pdf, nom)).isLessThanOrEqualTo(auPlus);
        assertThat(PdfUa.defauts(ImprimerieDEssai.pdf(imprime.enGrand()))).isEmpty();
        ImprimerieDEssai.images(ImprimerieDEssai.pdf(imprime.enGrand()), nom + "-grand");
        return ImprimerieDEssai.texte(pdf);
    }

    @Test
    void the_invitation_says_when_where_with_whom_and_that_one_may_say_no() throws Exception {
        String texte = lire(PapiersDuJeune.invitation(DE, A, invitation("Yann Morvan", false, false), LE), "invitation", 1);

        assertThat(texte).contains("Vous aurez 17 ans le", "1er juin 2026", "2 avril 2026 à 14 h 30", "Locaux du CDAS, 5 rue du Port, Redon",
                "Yann Morvan, la personne de confiance que vous avez choisie", "Anne Petit, votre référent", "Vous pouvez dire non à cet entretien")
                .doesNotContain("le plus tôt possible", "Donnez-nous son nom");
    }

    @Test
    void whoever_came_in_at_17_is_invited_as_soon_as_possible_and_told_that_a_person_of_trust_may_come() throws Exception {
        assertThat(lire(PapiersDuJeune.invitation(DE, A, invitation(null, true, false), LE), "invitation-tardive", 1))
                .contains("le plus tôt possible", "un adulte que vous choisissez").doesNotContain("Vous aurez 17 ans");
        assertThat(lire(PapiersDuJeune.invitation(DE, A, invitation(null, false, true), LE), "invitation-seconde", 1)).contains("Un nouvel entretien");
    }

    @Test
    void the_notification_says_each_condition_who_signed_and_the_remedies() throws Exception {
        PapiersDuJeune.Notification n = new PapiersDuJeune.Notification(LocalDate.of(2026, 4, 10), "RDV des 17 ans", LocalDate.of(2026, 4, 2), false,
                List.of(new PapiersDuJeune.Condition("Accès à un logement ou un hébergement", "Un studio d’essai à partir de septembre.\nUne demande au foyer de jeunes travailleurs."),
                        new PapiersDuJeune.Condition("Accès à des ressources financières", "Ouverture d’un compte ; rendez-vous avec la mission locale.")),
                null, "Marie Le Roux, responsable enfance famille", "Délégation du 3 janvier 2026", reglages.recours(), "Remise en main propre");
        String texte = lire(PapiersDuJeune.notification(DE, A, n, LE), "notification", 2);

        assertThat(texte).contains("2 avril 2026", "Un studio d’essai à partir de septembre.", "Marie Le Roux", "Délégation du 3 janvier 2026", "tribunal administratif");
        PapiersDuJeune.Notification decline = new PapiersDuJeune.Notification(n.le(), n.entretien(), n.entretienLe(), true, n.conditions(), null,
                n.signataire(), null, n.recours(), null);
        assertThat(lire(PapiersDuJeune.notification(DE, A, decline, LE), "notification-decline", 2)).contains("Vous n’avez pas souhaité le tenir", "changer d’avis")
                .doesNotContain("refusé");
    }

    @Test
    void the_young_person_s_own_page_says_dates_people_steps_rights_and_whom_to_ask() throws Exception {
        PapiersDuJeune.PageJeune p = new PapiersDuJeune.PageJeune(LocalDate.of(2026, 3, 14), "née", LocalDate.of(2009, 6, 1), false,
                List.of(new PapiersDuJeune.DateDite("mon entretien des 17 ans", LocalDate.of(2026, 4, 2), "à 14 h 30"),
                        new PapiersDuJeune.DateDite("j’ai 17 ans", LocalDate.of(2026, 6, 1), null),
                        new PapiersDuJeune.DateDite("je suis majeur", LocalDate.of(2027, 6, 1), null)),
                List.of(new PapiersDuJeune.PersonneDite("mon référent", "Anne Petit", "CDAS Redon"),
                        new PapiersDuJeune.PersonneDite("ma personne de confiance", "Yann Morvan", null)),
                reglages.reperesPour(Set.of()).stream().map(r -> new PapiersDuJeune.EtapeDite(r.libelle(), LocalDate.of(2009, 6, 1).plus(r.periode()), null)).toList(),
                reglages.droits().stream().filter(d -> d.concerne().equals("TOUS")).toList(), reglages.contacts());
        String texte = lire(PapiersDuJeune.page(DE, A, p, LE), "page", 2);

        assertThat(texte).contains("Ma page", "2 avril 2026 : mon entretien des 17 ans", "Anne Petit", "Le droit de revenir", "119", "Bilan de santé des 16 ans")
                .doesNotContain("titre de séjour");
    }
}
