package fr.jalon.echeance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import org.junit.jupiter.api.Test;

class AccordTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Sujet IP = Sujet.ip(UUID.randomUUID());
    private static final Sujet AINE = Sujet.mineur(UUID.randomUUID());
    private static final Sujet BEBE = Sujet.mineur(UUID.randomUUID());
    private static final Origine RECEPTION = Origine.de(LocalDate.of(2026, 1, 15));
    private static final Instant RENDU = Instant.parse("2026-03-01T10:00:00Z");

    private final Map<String, Regle> regles = new java.util.HashMap<>(Map.of(
            "EVALUATION", regle("EVALUATION", "EVALUATION", "P3M"), "EVALUATION_REDUITE_AGE", regle("EVALUATION_REDUITE_AGE", "EVALUATION", "P2M"),
            "TRAITEMENT", regle("TRAITEMENT", "TRAITEMENT", "P3M")));
    private final Accord accord = new Accord((code, jour) -> regles.get(code), PARIS);

    @Test
    void each_minor_has_their_own_date_and_the_file_its_own_clock() {
        List<Accord.Changement> changements = accord.comparer(List.of(), List.of(attendue("EVALUATION", AINE, null),
                attendue("EVALUATION_REDUITE_AGE", BEBE, null), attendue("TRAITEMENT", null, null)));
        assertThat(changements).extracting(Accord.Changement::genre).containsOnly(Accord.Genre.POSER);
        assertThat(changements).extracting(c -> c.terme().jour()).containsExactly(LocalDate.of(2026, 4, 15), LocalDate.of(2026, 3, 15),
                LocalDate.of(2026, 4, 15));
    }

    @Test
    void what_already_stands_changes_nothing() {
        assertThat(accord.comparer(List.of(echeance("EVALUATION", AINE, null)), List.of(attendue("EVALUATION", AINE, null)))).isEmpty();
        assertThat(accord.comparer(List.of(echeance("EVALUATION", AINE, RENDU)), List.of(attendue("EVALUATION", AINE, RENDU)))).isEmpty();
    }

    @Test
    void another_rule_of_the_same_kind_moves_the_date_and_never_sets_a_second_one() {
        assertThat(accord.comparer(List.of(echeance("EVALUATION", BEBE, null)), List.of(attendue("EVALUATION_REDUITE_AGE", BEBE, null))))
                .singleElement().matches(c -> c.genre() == Accord.Genre.DEPLACER).matches(c -> c.terme().jour().equals(LocalDate.of(2026, 3, 15)));
    }

    @Test
    void an_open_date_follows_a_new_version_of_its_rule_and_a_met_one_keeps_its_own() {
        Echeance ouverte = echeance("EVALUATION", AINE, null);
        Echeance satisfaite = echeance("EVALUATION", BEBE, RENDU);
        regles.put("EVALUATION", regle("EVALUATION", "EVALUATION", "P4M"));
        assertThat(accord.comparer(List.of(ouverte, satisfaite), List.of(attendue("EVALUATION", AINE, null), attendue("EVALUATION", BEBE, RENDU))))
                .singleElement().matches(c -> c.avant().equals(ouverte)).matches(c -> c.genre() == Accord.Genre.DEPLACER);
    }

    @Test
    void a_corrected_reception_moves_what_was_met_too() {
        Attendue corrigee = new Attendue("EVALUATION", AINE, Origine.de(LocalDate.of(2026, 1, 2)), RENDU);
        assertThat(accord.comparer(List.of(echeance("EVALUATION", AINE, RENDU)), List.of(corrigee))).singleElement()
                .matches(c -> c.genre() == Accord.Genre.DEPLACER).matches(c -> c.terme().jour().equals(LocalDate.of(2026, 4, 2)));
    }

    @Test
    void brought_back_before_the_report_it_runs_again_and_a_withdrawn_minor_leaves_the_clock() {
        assertThat(accord.comparer(List.of(echeance("EVALUATION", AINE, RENDU)), List.of(attendue("EVALUATION", AINE, null))))
                .extracting(Accord.Changement::genre).containsExactly(Accord.Genre.ROUVRIR);
        assertThat(accord.comparer(List.of(echeance("EVALUATION", AINE, null), echeance("EVALUATION", BEBE, null)),
                List.of(attendue("EVALUATION", AINE, null)))).singleElement().matches(c -> c.genre() == Accord.Genre.ANNULER)
                .matches(c -> c.avant().objet().equals(BEBE));
    }

    @Test
    void an_act_entered_late_sets_and_meets_at_once() {
        assertThat(accord.comparer(List.of(), List.of(attendue("EVALUATION", AINE, RENDU)))).extracting(Accord.Changement::genre)
                .containsExactly(Accord.Genre.POSER, Accord.Genre.SATISFAIRE);
    }

    private static Attendue attendue(String regle, Sujet objet, Instant satisfaite) {
        return new Attendue(regle, objet, RECEPTION, satisfaite);
    }

    private Echeance echeance(String regle, Sujet objet, Instant satisfaite) {
        Regle r = regles.get(regle);
        LocalDate jour = r.delai().terme(RECEPTION, PARIS).jour();
        return new Echeance(UUID.randomUUID(), IP, objet, r.genre(), r.code(), r.id(), RECEPTION, jour, null, jour,
                satisfaite == null ? Echeance.Etat.OUVERTE : Echeance.Etat.SATISFAITE, List.of(), satisfaite, null, null, null);
    }

    static Regle regle(String code, String genre, String periode) {
        return new Regle(UUID.randomUUID(), code, genre, code, null, "LEGALE", "RECEPTION", Calcul.MOIS, periode, List.of("evaluer"), null,
                List.of("P15D", "P0D", "-P1D"), Set.of("TITULAIRE"), false, "COMMUN", null, null, LocalDate.of(2000, 1, 1), null);
    }
}
