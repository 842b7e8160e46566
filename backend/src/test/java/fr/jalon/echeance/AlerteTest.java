package fr.jalon.echeance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import fr.jalon.commun.Sujet;
import org.junit.jupiter.api.Test;

class AlerteTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void reminders_count_back_from_the_due_date_at_the_hour_people_arrive() {
        Regle regle = AccordTest.regle("EVALUATION", "EVALUATION", "P3M");
        Echeance e = echeance(regle, LocalDate.of(2026, 1, 15));
        assertThat(Alerte.de(e, regle, "P15D", PARIS).prevueLe()).isEqualTo("2026-03-31T05:00:00Z");
        assertThat(Alerte.de(e, regle, "P0D", PARIS).prevueLe()).isEqualTo("2026-04-15T05:00:00Z");
        assertThat(Alerte.de(e, regle, "P0D", PARIS).apresTerme(PARIS)).isFalse();
        assertThat(Alerte.de(e, regle, "-P1D", PARIS).prevueLe()).isEqualTo("2026-04-16T05:00:00Z");
        assertThat(Alerte.de(e, regle, "-P1D", PARIS).apresTerme(PARIS)).isTrue();
    }

    @Test
    void the_strongest_is_passed_before_coming_legal_before_internal_then_the_most_overdue() {
        Regle legale = AccordTest.regle("EVALUATION", "EVALUATION", "P3M");
        Regle interne = new Regle(UUID.randomUUID(), "PREMIERE_ANALYSE", "PREMIERE_ANALYSE", "x", null, "INTERNE", "RECEPTION", Calcul.JOURS, "P3D",
                List.of(), null, List.of(), java.util.Set.of(), true, "COMMUN", null, null, LocalDate.of(2000, 1, 1), null);
        Alerte passeeLegale = Alerte.de(echeance(legale, LocalDate.of(2026, 1, 15)), legale, "-P1D", PARIS);
        Alerte plusPassee = Alerte.de(echeance(legale, LocalDate.of(2026, 1, 2)), legale, "-P1D", PARIS);
        Alerte passeeInterne = Alerte.de(echeance(interne, LocalDate.of(2025, 1, 1)), interne, "-P1D", PARIS);
        Alerte aVenir = Alerte.de(echeance(legale, LocalDate.of(2026, 1, 20)), legale, "P15D", PARIS);
        assertThat(Stream.of(aVenir, passeeInterne, passeeLegale, plusPassee).sorted(Alerte.force(PARIS, java.util.Set.of()).reversed()))
                .containsExactly(plusPassee, passeeLegale, passeeInterne, aVenir);
    }

    private static Echeance echeance(Regle regle, LocalDate origine) {
        LocalDate jour = regle.delai().terme(Origine.de(origine), PARIS).jour();
        return new Echeance(UUID.randomUUID(), Sujet.ip(UUID.randomUUID()), null, regle.genre(), regle.code(), regle.id(), Origine.de(origine),
                jour, null, jour, Echeance.Etat.OUVERTE, List.of(), null, null, null, null);
    }
}
