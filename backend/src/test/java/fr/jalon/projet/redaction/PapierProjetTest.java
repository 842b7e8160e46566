package fr.jalon.projet.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import fr.jalon.courrier.ImprimeEssai;
import fr.jalon.courrier.PdfUa;
import fr.jalon.projet.redaction.PapierProjet.Signature;
import fr.jalon.projet.redaction.PapierProjet.Variante;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;

class PapierProjetTest {

    static final ModeleProjet MODELE = new ModelesProjet(Validation.buildDefaultValidatorFactory().getValidator()).exiger("ppe-1");

    private static final Instant LE = Instant.parse("2026-03-01T09:00:00Z");
    private static final List<Signature> SIGNATURES = List.of(new Signature("Sarah Morel", "mère", null), new Signature("Marc Duval", "père", "A refusé de signer le 1er mars 2026"),
            new Signature("Lina Morel", "l’enfant", null));
    private static final Destinataire AU_PERE = new Destinataire(Destinataire.Genre.TITULAIRE, ContenuEssai.PERE, null, "Marc Duval");
    private static final Destinataire A_LA_MERE = new Destinataire(Destinataire.Genre.TITULAIRE, ContenuEssai.MERE, null, "Sarah Morel");
    private static final Destinataire AU_JUGE = new Destinataire(Destinataire.Genre.JUGE, null, null, null);

    private static byte[] imprimer(ContenuProjet c, Variante variante, List<String> masques) {
        return ImprimeEssai.IMPRESSION.imprimer(PapierProjet.de(c, MODELE, variante, SIGNATURES, null, masques, LE));
    }

    private static byte[] pour(Destinataire qui, String... choisis) {
        ContenuProjet c = ContenuEssai.courant();
        return imprimer(c, Variante.COMPLET, Masques.retenus(c, MODELE, qui, List.of(choisis)));
    }

    @Test
    void a_short_projet_is_one_sheet_on_both_sides_and_an_annex_a_subject() throws Exception {
        byte[] pdf = imprimer(ContenuEssai.courant(), Variante.COMPLET, List.of());
        ImprimeEssai.montrer(pdf, "projet");
        assertThat(ImprimeEssai.pages(pdf)).isEqualTo(4);
        assertThat(PdfUa.defauts(pdf)).isEmpty();
    }

    @Test
    void the_large_print_conforms_and_says_the_same() throws Exception {
        byte[] pdf = imprimer(ContenuEssai.courant(), Variante.GRAND, List.of());
        ImprimeEssai.montrer(pdf, "projet-grand");
        assertThat(PdfUa.defauts(pdf)).isEmpty();
        assertThat(plat(pdf)).contains("Médiation familiale").contains("Je ne veux plus entendre crier.").contains("A refusé de signer");
    }

    @Test
    void the_child_s_page_speaks_to_the_child_in_the_child_s_words_and_gives_no_address() throws Exception {
        ContenuProjet c = ContenuEssai.courant();
        byte[] pdf = imprimer(c, Variante.ENFANT, Masques.retenus(c, MODELE, new Destinataire(Destinataire.Genre.ENFANT, null, null, null), List.of()));
        ImprimeEssai.montrer(pdf, "projet-enfant");
        assertThat(PdfUa.defauts(pdf)).isEmpty();
        assertThat(plat(pdf)).contains("Bonjour Lina.").contains("J’aime bien quand papa vient à la piscine").contains("Parler avec Lina après chaque samedi")
                .contains("119").doesNotContain("Érables").doesNotContain("espace rencontre").doesNotContain("Médiation");
    }

    @Test
    void a_withheld_address_is_nowhere_in_the_copy_of_the_other_parent_even_where_it_was_typed() throws Exception {
        byte[] pdf = pour(AU_PERE);
        ImprimeEssai.montrer(pdf, "projet-pere");
        assertThat(plat(pdf)).doesNotContainIgnoringCase("érables").doesNotContain("35600").doesNotContain("06 12 34 56 78").contains("3 rue du Port")
                .contains("Domicile dont l’adresse n’est pas communiquée").contains("certaines informations ne sont pas communiquées");
        assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("rables");
        assertThat(PdfUa.defauts(pdf)).isEmpty();
        assertThat(plat(pour(A_LA_MERE))).contains("allée des Érables").contains("06 12 34 56 78");
        assertThat(plat(pour(AU_JUGE))).contains("allée des Érables");
    }

    @Test
    void nobody_can_show_to_a_parent_the_address_that_is_withheld_from_them() {
        ContenuProjet c = ContenuEssai.courant();
        assertThat(Masques.retenus(c, MODELE, AU_PERE, List.of())).containsExactly("ADRESSE:" + ContenuEssai.FOYER_MERE);
        assertThat(Masques.retenus(c, MODELE, A_LA_MERE, List.of())).isEmpty();
        assertThat(Masques.retenus(c, MODELE, new Destinataire(Destinataire.Genre.TIERS, null, null, "École"), List.of())).containsExactly("ADRESSE:" + ContenuEssai.FOYER_MERE);
    }

    @Test
    void a_fact_chosen_to_be_hidden_is_replaced_by_words_that_say_so() throws Exception {
        String texte = plat(pour(A_LA_MERE, "PARTIE:sante", "AVIS:" + ContenuEssai.AVIS_PERE, "OBJECTIF:" + ContenuEssai.OBJECTIF));
        assertThat(texte).doesNotContain("orthophonique").doesNotContain("un week-end sur deux").doesNotContain("Médiation").contains(Masques.NON_COMMUNIQUE);
    }

    @Test
    void parts_that_name_the_commune_of_a_hidden_address_are_shown_to_be_read_again() {
        ContenuProjet c = ContenuEssai.contenu(1, "La famille habite REDON depuis 2024.");
        assertThat(Masques.aRelire(c, List.of("ADRESSE:" + ContenuEssai.FOYER_MERE))).containsExactly("Ce qui amène ce projet");
        assertThat(Masques.aRelire(c, List.of())).isEmpty();
    }

    @Test
    void what_is_for_the_child_is_never_proposed_as_masked_and_health_is_for_a_third_party() {
        ContenuProjet c = ContenuEssai.courant();
        assertThat(Masques.possibles(c, MODELE, new Destinataire(Destinataire.Genre.TIERS, null, null, "École"))).filteredOn(Masques.Masquable::propose)
                .extracting(Masques.Masquable::code).containsExactly("ADRESSE:" + ContenuEssai.FOYER_MERE, "PARTIE:sante");
    }

    @Test
    void thirty_pages_conform_too() throws Exception {
        ContenuProjet long30 = ContenuEssai.contenu(900, "Une situation qui demande beaucoup de mots pour être dite avec justesse, sans rien oublier de ce que chacun a vécu. ");
        imprimer(long30, Variante.COMPLET, List.of());
        imprimer(long30, Variante.COMPLET, List.of());
        long debut = System.nanoTime();
        byte[] pdf = imprimer(long30, Variante.COMPLET, List.of());
        long ms = (System.nanoTime() - debut) / 1_000_000;
        System.out.println("pages " + ImprimeEssai.pages(pdf) + " en " + ms + " ms");
        assertThat(ImprimeEssai.pages(pdf)).isGreaterThanOrEqualTo(30);
        assertThat(PdfUa.defauts(pdf)).isEmpty();
    }

    private static String plat(byte[] pdf) throws Exception {
        return ImprimeEssai.texte(pdf).replaceAll("\\s+", " ");
    }
}
