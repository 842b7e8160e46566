package fr.jalon.droits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import fr.jalon.commun.donnees.Chapitre;
import fr.jalon.commun.donnees.Nature;
import org.junit.jupiter.api.Test;

/** What is decided of each part, and what comes out of it. */
class CopieTest {

    private final DossierLu.Element identite = new DossierLu.Element("e1", Nature.ORDINAIRE, "f1", List.of(new DossierLu.Ligne("Nom", "Durand")), null);
    private final DossierLu.Element mere = new DossierLu.Element("s1", Nature.RAPPORT, "f2",
            List.of(new DossierLu.Ligne("Section", "Les parents"), new DossierLu.Ligne("Texte", "Mme X dit être fatiguée. La voisine, Mme Élise Roux, aide.")), null);
    private final DossierLu.Element enfant = new DossierLu.Element("s2", Nature.RAPPORT, "f3", List.of(new DossierLu.Ligne("Texte", "L’enfant rit.")), null);
    private final DossierLu dossier = new DossierLu(List.of(new DossierLu.Piece("enfant", Chapitre.IDENTITE, "Identité", "p1", List.of(identite)),
            new DossierLu.Piece("rapport", Chapitre.IP, "Rapport", "p2", List.of(mere, enfant))));

    private static Marque marque(String piece, String element, String ligne, Marque.Sort sort, String empreinte, String... passages) {
        return new Marque(piece, element, ligne, sort, "Vie privée", "TIERS", List.of(passages), null, empreinte);
    }

    @Test
    void what_is_the_childs_alone_is_given_and_the_rest_waits_for_somebody() {
        DossierDecide decide = DossierDecide.de(dossier, List.of());
        assertThat(decide.aExaminer()).isEqualTo(2);
        assertThatThrownBy(() -> Copie.de(decide)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_passage_is_hidden_wherever_it_stands_whatever_its_accents() {
        Copie copie = Copie.de(DossierDecide.de(dossier, List.of(marque("rapport", "", "", Marque.Sort.OCCULTE, "p2", "mme elise  roux"))));
        assertThat(copie.toString()).contains("La voisine, [occulté], aide.").contains("L’enfant rit.").doesNotContain("Roux");
        assertThat(copie.nonCommuniques()).singleElement().satisfies(n -> {
            assertThat(n.sort()).isEqualTo("Occulté");
            assertThat(n.motif()).isEqualTo("Vie privée");
            assertThat(n.fondement()).contains("L311-6");
        });
    }

    @Test
    void a_part_withheld_says_its_title_and_why_and_nothing_else() {
        Copie copie = Copie.de(DossierDecide.de(dossier, List.of(marque("rapport", "", "", Marque.Sort.RETENU, "p2"))));
        assertThat(copie.chapitres()).singleElement().satisfies(c -> assertThat(c.titre()).isEqualTo("Identité et entourage"));
        assertThat(copie.nonCommuniques()).singleElement().satisfies(n -> assertThat(n.titre()).isEqualTo("Rapport"));
        assertThat(copie.toString()).doesNotContain("fatiguée");
    }

    @Test
    void the_element_decides_before_its_part_and_the_line_before_its_element() {
        Copie copie = Copie.de(DossierDecide.de(dossier, List.of(marque("rapport", "", "", Marque.Sort.RETENU, "p2"), marque("rapport", "s1", "", Marque.Sort.COMMUNIQUE, "f2"),
                marque("rapport", "s1", "Texte", Marque.Sort.OCCULTE, "f2"))));
        assertThat(copie.toString()).contains("Les parents").doesNotContain("fatiguée").doesNotContain("rit");
        assertThat(copie.nonCommuniques()).hasSize(2);
    }

    @Test
    void a_decision_made_on_other_words_no_longer_holds() {
        DossierDecide decide = DossierDecide.de(dossier, List.of(marque("rapport", "", "", Marque.Sort.COMMUNIQUE, "avant")));
        assertThat(decide.aExaminer()).isEqualTo(2);
        assertThat(decide.pieces().get(1).elements()).allMatch(e -> e.choix().perimee());
        DossierDecide ligne = DossierDecide.de(dossier, List.of(marque("rapport", "", "", Marque.Sort.COMMUNIQUE, "p2"), marque("rapport", "s1", "Texte", Marque.Sort.OCCULTE, "avant")));
        assertThat(ligne.aExaminer()).isOne();
    }

    @Test
    void a_file_is_given_whole_in_a_masked_copy_or_not_at_all() {
        UUID document = UUID.randomUUID();
        UUID copieOccultee = UUID.randomUUID();
        DossierLu avecFichier = new DossierLu(List.of(new DossierLu.Piece("document", Chapitre.DOCUMENT, "Documents", "p", List.of(
                new DossierLu.Element(document.toString(), Nature.DOCUMENT, "f", List.of(new DossierLu.Ligne("Fichier", "a.pdf")), document)))));
        assertThat(Copie.de(DossierDecide.de(avecFichier, List.of(marque("document", "", "", Marque.Sort.COMMUNIQUE, "p")))).joints())
                .containsExactly(new Copie.Joint(document, false));
        Marque occultee = new Marque("document", document.toString(), "", Marque.Sort.OCCULTE, "Tiers", "TIERS", List.of(), copieOccultee, "f");
        assertThat(Copie.de(DossierDecide.de(avecFichier, List.of(occultee))).joints()).containsExactly(new Copie.Joint(copieOccultee, true));
        assertThat(Copie.de(DossierDecide.de(avecFichier, List.of(marque("document", "", "", Marque.Sort.JURIDICTION, "p")))).joints()).isEmpty();
    }

    @Test
    void a_telephone_is_hidden_whatever_its_pairs() {
        assertThat(new Passages(List.of("06 12 34 56 78"), "#").cacher("Au 0612345678 ou 06.12.34.56.78, pas au 06 12 34 56 79.")).isEqualTo("Au # ou #, pas au 06 12 34 56 79.");
    }
}
