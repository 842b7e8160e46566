package fr.jalon.ip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Avertissements;
import fr.jalon.commun.Refus;
import org.junit.jupiter.api.Test;

class ActeSaisiTest {

    private static final LocalDate RECUE = LocalDate.of(2026, 3, 3);
    private static final LocalDate AUJOURDHUI = LocalDate.of(2026, 4, 10);
    private static final UUID MINEUR = UUID.randomUUID();
    private static final UUID MERE = UUID.randomUUID();
    private static final UUID FOYER = UUID.randomUUID();
    private static final ActeSaisi.Cadre CADRE = new ActeSaisi.Cadre(RECUE, AUJOURDHUI, Set.of(MINEUR), Set.of(MERE), Set.of(FOYER),
            Set.of("COURRIER", "TELEPHONE"), Set.of("DANGER_ENFANT"));

    private static ActeSaisi acte(GenreActe genre, LocalDate le, UUID foyer, String moyen, String motif, String texte,
            ActeSaisi.PersonneActe... personnes) {
        return new ActeSaisi(UUID.randomUUID(), genre, le, null, foyer, null, moyen, motif, texte, null, List.of(personnes), Map.of());
    }

    private static ActeSaisi.PersonneActe mineur(boolean seul, boolean accord) {
        return new ActeSaisi.PersonneActe(MINEUR, null, true, seul, accord, null);
    }

    private static ActeSaisi.PersonneActe mere(boolean presente) {
        return new ActeSaisi.PersonneActe(null, MERE, presente, false, false, null);
    }

    private static List<String> champs(ActeSaisi acte) {
        return catchThrowableOfType(Refus.class, () -> acte.verifier(CADRE)).erreurs().stream().map(Refus.Erreur::champ).toList();
    }

    @Test
    void a_visit_names_one_of_the_homes_and_takes_place_between_reception_and_today() {
        assertThatCode(() -> acte(GenreActe.VISITE, RECUE, FOYER, null, null, null, mineur(false, false)).verifier(CADRE)).doesNotThrowAnyException();
        assertThat(champs(acte(GenreActe.VISITE, RECUE.minusDays(1), UUID.randomUUID(), null, null, null))).containsExactly("le", "foyerId");
        assertThat(champs(acte(GenreActe.VISITE, AUJOURDHUI.plusDays(1), FOYER, null, null, null))).containsExactly("le");
    }

    @Test
    void only_an_appointment_may_be_to_come() {
        assertThatCode(() -> acte(GenreActe.RENDEZ_VOUS, AUJOURDHUI.plusDays(9), null, "COURRIER", null, null, mere(true)).verifier(CADRE))
                .doesNotThrowAnyException();
    }

    @Test
    void an_absence_says_who_was_absent() {
        assertThat(champs(acte(GenreActe.ABSENCE, AUJOURDHUI, null, null, null, "Porte close."))).containsExactly("personnes");
        assertThatCode(() -> acte(GenreActe.ABSENCE, AUJOURDHUI, null, null, null, null, mere(false)).verifier(CADRE)).doesNotThrowAnyException();
    }

    @Test
    void a_holder_is_told_by_a_means_or_it_is_written_why_not_and_never_both() {
        assertThat(champs(acte(GenreActe.INFORMATION, AUJOURDHUI, null, null, null, null, mere(true)))).containsExactly("moyen");
        assertThat(champs(acte(GenreActe.INFORMATION, AUJOURDHUI, null, "COURRIER", "DANGER_ENFANT", null, mere(true)))).containsExactly("moyen");
        assertThat(champs(acte(GenreActe.INFORMATION, AUJOURDHUI, null, null, "PARCE_QUE", null, mere(true)))).containsExactly("motif");
        assertThatCode(() -> acte(GenreActe.INFORMATION, AUJOURDHUI, null, null, "DANGER_ENFANT", null, mere(false)).verifier(CADRE))
                .doesNotThrowAnyException();
    }

    @Test
    void written_observations_are_joined_or_copied_and_have_an_author() {
        assertThat(champs(acte(GenreActe.OBSERVATIONS, AUJOURDHUI, null, null, null, " "))).containsExactly("personnes", "texte");
    }

    @Test
    void a_stranger_to_the_file_is_refused_at_their_line() {
        assertThat(champs(acte(GenreActe.ENTRETIEN, AUJOURDHUI, null, null, null, null, mere(true),
                new ActeSaisi.PersonneActe(UUID.randomUUID(), null, true, false, false, null)))).containsExactly("personnes[1]");
    }

    @Test
    void only_a_minor_who_was_met_can_have_been_met_alone_and_without_the_agreement_a_reason_is_asked() {
        assertThat(champs(acte(GenreActe.APPEL, AUJOURDHUI, null, null, null, null, mineur(true, true)))).containsExactly("personnes[0].seul");
        assertThat(champs(acte(GenreActe.ENTRETIEN, AUJOURDHUI, null, null, null, null,
                new ActeSaisi.PersonneActe(null, MERE, true, true, false, null)))).containsExactly("personnes[0].seul");
        ActeSaisi sansAccord = acte(GenreActe.ENTRETIEN, AUJOURDHUI, null, null, null, null, mineur(true, false));
        assertThat(catchThrowableOfType(Avertissements.class, sansAccord::avertissements).avertissements())
                .extracting(Avertissements.Avertissement::code).containsExactly("SEUL_SANS_ACCORD");
        assertThat(acte(GenreActe.ENTRETIEN, AUJOURDHUI, null, null, null, null, mineur(true, true)).avertissements()).isEmpty();
    }
}
