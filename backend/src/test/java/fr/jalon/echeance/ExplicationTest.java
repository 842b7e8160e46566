package fr.jalon.echeance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.Sujet;
import org.junit.jupiter.api.Test;

class ExplicationTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final JoursOuvres FRANCE = new JoursOuvres("fr");
    private final Explication explication = new Explication(FRANCE, PARIS);

    @Test
    void a_clamped_month_and_a_sunday_are_told_step_by_step() {
        Regle regle = AccordTest.regle("EVALUATION", "EVALUATION", "P3M");
        Echeance e = echeance(Origine.de(Instant.parse("2026-11-30T13:05:00Z"), PARIS), regle, null);
        assertThat(explication.calcul(e, regle)).containsExactly(
                "Point de départ\u00a0: réception de l’information, le lundi 30\u00a0novembre 2026 à 14\u00a0h\u00a005.",
                "30\u00a0novembre 2026 + 3\u00a0mois, de date à date\u00a0: il n’y a pas de 30 en février 2027, c’est donc le dernier jour du mois, le "
                        + "28\u00a0février 2027.",
                "Le délai court jusqu’à ce jour inclus, soit 90\u00a0jours après le point de départ.",
                "C’est un dimanche\u00a0: aucun texte ne repousse la date légale\u00a0; le dernier jour ouvré pour agir est le vendredi "
                        + "26\u00a0février 2027.");
    }

    @Test
    void a_holiday_is_named_as_one_and_a_first_of_the_month_as_people_write_it() {
        Regle regle = AccordTest.regle("EVALUATION", "EVALUATION", "P3M");
        Echeance e = echeance(Origine.de(LocalDate.of(2026, 2, 1)), regle, null);
        assertThat(explication.calcul(e, regle)).contains("1er\u00a0février 2026 + 3\u00a0mois, de date à date\u00a0: 1er\u00a0mai 2026.",
                "C’est un jour férié\u00a0: aucun texte ne repousse la date légale\u00a0; le dernier jour ouvré pour agir est le jeudi "
                        + "30\u00a0avril 2026.");
    }

    @Test
    void where_it_stands_is_one_sentence() {
        Regle regle = AccordTest.regle("EVALUATION", "EVALUATION", "P3M");
        Origine origine = Origine.de(LocalDate.of(2026, 1, 15));
        assertThat(explication.situation(echeance(origine, regle, null), LocalDate.of(2026, 4, 14))).isEqualTo("Il reste 1\u00a0jour.");
        assertThat(explication.situation(echeance(origine, regle, null), LocalDate.of(2026, 4, 15))).isEqualTo("C’est aujourd’hui le dernier jour.");
        assertThat(explication.situation(echeance(origine, regle, null), LocalDate.of(2026, 4, 21))).isEqualTo("En retard de 6\u00a0jours.");
        assertThat(explication.situation(echeance(origine, regle, Instant.parse("2026-04-17T10:00:00Z")), LocalDate.of(2026, 5, 1)))
                .isEqualTo("Faite le 17\u00a0avril 2026, 2\u00a0jours après la date légale.");
    }

    @Test
    void what_the_profile_changed_is_told_with_the_common_rule() {
        Regle r = AccordTest.regle("EVALUATION_REDUITE_AGE", "EVALUATION", "P2M");
        Regle profil = new Regle(r.id(), r.code(), r.genre(), r.libelle(), null, "LEGALE", "RECEPTION", Calcul.JOURS, "P20D", List.of(), null,
                List.of(), Set.of(), true, "PROFIL", "P2M", null, r.du(), null);
        assertThat(Explication.changement(profil)).isEqualTo("Le profil du département fixe 20\u00a0jours\u00a0; la règle commune est de 2\u00a0mois.");
        assertThat(Explication.changement(r)).isNull();
    }

    private static Echeance echeance(Origine origine, Regle regle, Instant satisfaite) {
        Delai.Terme terme = regle.delai().terme(origine, PARIS);
        return new Echeance(UUID.randomUUID(), Sujet.ip(UUID.randomUUID()), null, regle.genre(), regle.code(), regle.id(), origine, terme.jour(),
                terme.instant(), FRANCE.dernierOuvre(terme.jour()), satisfaite == null ? Echeance.Etat.OUVERTE : Echeance.Etat.SATISFAITE,
                List.of(), satisfaite, null, null, null);
    }
}
