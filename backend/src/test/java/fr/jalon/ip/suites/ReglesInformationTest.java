package fr.jalon.ip.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Refus;
import org.junit.jupiter.api.Test;

class ReglesInformationTest {

    private static final LocalDate DECIDEE = LocalDate.of(2026, 3, 2);
    private static final LocalDate AUJOURDHUI = LocalDate.of(2026, 3, 14);

    private static ReglesInformation.Recue recue(String nature, boolean professionnel, boolean anonyme, LocalDate demande) {
        return new ReglesInformation.Recue(UUID.randomUUID(), LocalDate.of(2026, 1, 5), nature, "X", null, professionnel, anonyme, demande);
    }

    private static List<String> champs(Destinataire.Genre genre, String moyen, LocalDate le, String motif, String consigne) {
        Destinataire d = new Destinataire(genre, UUID.randomUUID(), null, "X", null, true, "");
        return ReglesInformation.verifier(d, new ReglesInformation.Saisie(moyen, le, motif),
                new ReglesInformation.Contexte(DECIDEE, null, AUJOURDHUI, Set.of("COURRIER"), consigne), "l").stream().map(Refus.Erreur::champ).toList();
    }

    @Test
    void a_professional_is_told_without_asking_and_anybody_else_on_request() {
        assertThat(ReglesInformation.transmetteur(recue("INFORMATION", true, false, null)).du()).isTrue();
        assertThat(ReglesInformation.transmetteur(recue("INFORMATION", false, false, null)).du()).isFalse();
        assertThat(ReglesInformation.transmetteur(recue("INFORMATION", false, false, AUJOURDHUI)).du()).isTrue();
        assertThat(ReglesInformation.transmetteur(recue("INFORMATION", false, true, null))).isNull();
        assertThat(ReglesInformation.transmetteur(recue("SNATED_119", false, true, null)).genre()).isEqualTo(Destinataire.Genre.SNATED);
        assertThat(ReglesInformation.transmetteur(recue("AUTRE_DEPARTEMENT", true, false, null)).genre()).isEqualTo(Destinataire.Genre.AUTRE_DEPARTEMENT);
    }

    @Test
    void three_grounds_and_no_other_let_the_person_who_transmitted_untold() {
        for (String motif : List.of("INTERET_ENFANT", "DANGER_ENFANT", "DANGER_TRANSMETTEUR")) {
            assertThat(champs(Destinataire.Genre.TRANSMETTEUR, null, null, motif, null)).isEmpty();
        }
        assertThat(champs(Destinataire.Genre.TRANSMETTEUR, null, null, "INTROUVABLE", null)).containsExactly("l.motifRefus");
        assertThat(champs(Destinataire.Genre.TITULAIRE, null, null, "INTROUVABLE", null)).isEmpty();
        assertThat(champs(Destinataire.Genre.TITULAIRE, null, null, "DANGER_TRANSMETTEUR", null)).containsExactly("l.motifRefus");
        assertThat(champs(Destinataire.Genre.SNATED, null, null, "INTERET_ENFANT", null)).containsExactly("l.motifRefus");
    }

    @Test
    void a_hold_of_the_parquet_forbids_to_tell_and_is_then_a_ground_by_itself() {
        assertThat(champs(Destinataire.Genre.TITULAIRE, "COURRIER", AUJOURDHUI, null, "Interdit.")).containsExactly("l.moyen");
        assertThat(champs(Destinataire.Genre.TITULAIRE, null, null, "CONSIGNE_PARQUET", "Interdit.")).isEmpty();
        assertThat(champs(Destinataire.Genre.TITULAIRE, null, null, "CONSIGNE_PARQUET", null)).containsExactly("l.motifRefus");
    }

    @Test
    void nobody_is_told_before_the_decision_nor_tomorrow_nor_by_both_ways() {
        assertThat(champs(Destinataire.Genre.TITULAIRE, "COURRIER", DECIDEE, null, null)).isEmpty();
        assertThat(champs(Destinataire.Genre.TITULAIRE, "COURRIER", DECIDEE.minusDays(1), null, null)).containsExactly("l.donneeLe");
        assertThat(champs(Destinataire.Genre.TITULAIRE, "COURRIER", AUJOURDHUI.plusDays(1), null, null)).containsExactly("l.donneeLe");
        assertThat(champs(Destinataire.Genre.TITULAIRE, "COURRIER", null, null, null)).containsExactly("l.donneeLe");
        assertThat(champs(Destinataire.Genre.TITULAIRE, "PIGEON", AUJOURDHUI, null, null)).containsExactly("l.moyen");
        assertThat(champs(Destinataire.Genre.TITULAIRE, "COURRIER", AUJOURDHUI, "INTROUVABLE", null)).containsExactly("l.moyen");
        assertThat(champs(Destinataire.Genre.TITULAIRE, null, null, null, null)).containsExactly("l.moyen");
    }
}
