package fr.jalon.ip.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import fr.jalon.ip.MotifCloture;
import org.junit.jupiter.api.Test;

class ReglesFinTest {

    private static final LocalDate RECUE = LocalDate.of(2026, 1, 5);
    private static final LocalDate AUJOURDHUI = LocalDate.of(2026, 3, 14);
    private static final UUID IP = UUID.randomUUID();

    private static List<String> refus(ReglesFin.Saisie s, LocalDate... naissances) {
        Throwable t = catchThrowable(() -> ReglesFin.verifier(s, new ReglesFin.Contexte(IP, RECUE, AUJOURDHUI, Arrays.asList(naissances)), Map.of()));
        return t instanceof Refus r ? r.erreurs().stream().map(Refus.Erreur::champ).toList()
                : t instanceof Avertissements a ? a.avertissements().stream().map(Avertissements.Avertissement::code).toList() : List.of();
    }

    private static ReglesFin.Saisie simple(MotifCloture motif, LocalDate le) {
        return new ReglesFin.Saisie(motif, le, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static ReglesFin.Saisie transfert(LocalDate informes, String pourquoiNon, List<String> pieces, LocalDate envoi, LocalDate accuse) {
        return new ReglesFin.Saisie(MotifCloture.TRANSFEREE, AUJOURDHUI, "Loire-Atlantique", informes, pourquoiNon, pieces, envoi, accuse, null, null,
                null, null, null, null);
    }

    private static ReglesFin.Saisie recherche(LocalDate caf, String cafDit, LocalDate cpam, String cpamDit) {
        return new ReglesFin.Saisie(MotifCloture.INTROUVABLE, AUJOURDHUI, null, null, null, null, null, null, caf, cafDit, cpam, cpamDit, null, null);
    }

    @Test
    void a_transfer_says_whether_parents_know_what_was_sent_and_awaits_its_receipt() {
        assertThat(refus(transfert(AUJOURDHUI, null, List.of("Rapport"), AUJOURDHUI, null))).isEmpty();
        assertThat(refus(transfert(null, "Adresse inconnue.", List.of("Rapport"), AUJOURDHUI, null))).isEmpty();
        assertThat(refus(transfert(null, null, List.of(" "), AUJOURDHUI, null))).containsExactly("parentsInformesLe", "pieces");
        assertThat(refus(transfert(AUJOURDHUI, "x", List.of("Rapport"), AUJOURDHUI, null))).containsExactly("parentsInformesLe");
        assertThat(refus(transfert(AUJOURDHUI, null, List.of("Rapport"), AUJOURDHUI, AUJOURDHUI.minusDays(1)))).containsExactly("accuseRecuLe");
        assertThat(refus(transfert(AUJOURDHUI, null, List.of("Rapport"), null, null))).containsExactly("TRANSFERT_NON_ENVOYE");
    }

    @Test
    void a_family_is_not_found_once_caf_or_cpam_was_asked_and_had_ten_days() {
        assertThat(refus(recherche(null, null, null, null))).containsExactly("cafInterrogeeLe");
        assertThat(refus(recherche(AUJOURDHUI.minusDays(10), null, AUJOURDHUI.minusDays(12), "Inconnue."))).isEmpty();
        assertThat(refus(recherche(AUJOURDHUI.minusDays(9), null, AUJOURDHUI.minusDays(12), "Inconnue."))).containsExactly("REPONSE_ATTENDUE");
        assertThat(refus(recherche(AUJOURDHUI.minusDays(10), "Inconnue.", null, null))).containsExactly("UN_SEUL_ORGANISME");
    }

    @Test
    void nobody_is_of_age_on_the_eve_of_eighteen() {
        assertThat(refus(simple(MotifCloture.DEVENU_MAJEUR, AUJOURDHUI), LocalDate.of(2008, 3, 14))).isEmpty();
        assertThat(refus(simple(MotifCloture.DEVENU_MAJEUR, AUJOURDHUI), LocalDate.of(2008, 3, 15))).containsExactly("le");
        assertThat(refus(simple(MotifCloture.DEVENU_MAJEUR, AUJOURDHUI), LocalDate.of(2008, 3, 14), LocalDate.of(2012, 1, 1))).containsExactly("le");
        assertThat(refus(simple(MotifCloture.DEVENU_MAJEUR, AUJOURDHUI), (LocalDate) null)).isEmpty();
    }

    @Test
    void an_ending_lies_between_reception_and_today() {
        assertThat(refus(simple(MotifCloture.DECEDE, RECUE))).isEmpty();
        assertThat(refus(simple(MotifCloture.DECEDE, RECUE.minusDays(1)))).containsExactly("le");
        assertThat(refus(simple(MotifCloture.DECEDE, AUJOURDHUI.plusDays(1)))).containsExactly("le");
        assertThat(refus(simple(MotifCloture.DOUBLON, AUJOURDHUI))).containsExactly("doublonDe");
    }
}
