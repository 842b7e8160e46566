package fr.jalon.mesure.attente;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileAttenteTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 11, 25);

    private static MesureEnAttente mesure(String cadre, LocalDate depuis, BigDecimal rang) {
        return mesure(new UUID(7, depuis.toEpochDay()), cadre, "redon", depuis, rang);
    }

    private static MesureEnAttente mesure(UUID id, String cadre, String unite, LocalDate depuis, BigDecimal rang) {
        return new MesureEnAttente(id, "MES", UUID.randomUUID(), UUID.randomUUID(), false, cadre, "AED", "MEP", unite, null, true, depuis, depuis,
                null, null, null, false, 0, false, 0, Bande.SANS_TERME, rang, null, null, null);
    }

    private static List<MesureEnAttente> file(List<MesureEnAttente> mesures) {
        return mesures.stream().sorted(FileAttente.comparateur(TriAttente.ORDRE)).toList();
    }

    @Test
    void who_has_waited_longest_comes_first_whatever_the_frame() {
        MesureEnAttente ancienne = mesure("ADMINISTRATIF", JOUR.minusDays(90), null);
        MesureEnAttente recente = mesure("JUDICIAIRE", JOUR.minusDays(10), null);

        assertThat(file(List.of(recente, ancienne))).containsExactly(ancienne, recente);
    }

    @Test
    void administrative_measures_behind_a_judicial_one_are_counted_and_those_overtaken_apart() {
        MesureEnAttente devant = mesure("ADMINISTRATIF", JOUR.minusDays(100), null);
        MesureEnAttente judiciaire = mesure("JUDICIAIRE", JOUR.minusDays(50), BigDecimal.valueOf(JOUR.minusDays(85).toEpochDay()));
        MesureEnAttente depassee = mesure("ADMINISTRATIF", JOUR.minusDays(80), null);
        MesureEnAttente apres = mesure("ADMINISTRATIF", JOUR.minusDays(40), null);
        MesureEnAttente ailleurs = mesure(UUID.randomUUID(), "ADMINISTRATIF", "semnon", JOUR.minusDays(5), null);

        assertThat(FileAttente.passees(file(List.of(apres, ailleurs, depassee, judiciaire, devant)))).isEqualTo(new FileAttente.Passees(2, 1));
    }

    @Test
    void a_place_beside_a_measure_that_left_the_list_is_none() {
        MesureEnAttente m = mesure("JUDICIAIRE", JOUR, null);
        assertThat(FileAttente.place(List.of(m), m.id(), UUID.randomUUID(), true)).isEmpty();
    }

    @Property(tries = 300)
    void proposals_one_after_the_other_leave_the_list_a_hand_would_have_made(@ForAll long graine) {
        Random hasard = new Random(graine);
        List<MesureEnAttente> mesures = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            // Several on one day, with ids that differ by their last bits only.
            mesures.add(mesure(new UUID(42, i), "JUDICIAIRE", "redon", JOUR.minusDays(hasard.nextInt(3)), null));
        }
        List<UUID> aLaMain = new ArrayList<>(file(mesures).stream().map(MesureEnAttente::id).toList());
        for (int coup = 0; coup < 40; coup++) {
            UUID deplacee = aLaMain.get(hasard.nextInt(aLaMain.size()));
            UUID repere = aLaMain.get(hasard.nextInt(aLaMain.size()));
            boolean avant = hasard.nextBoolean();
            if (deplacee.equals(repere)) {
                continue;
            }
            BigDecimal place = FileAttente.place(file(mesures), deplacee, repere, avant).orElseThrow();
            mesures.replaceAll(m -> m.id().equals(deplacee) ? mesure(m.id(), m.cadre(), m.unite(), m.decideeLe(), place) : m);
            aLaMain.remove(deplacee);
            aLaMain.add(aLaMain.indexOf(repere) + (avant ? 0 : 1), deplacee);
            assertThat(file(mesures).stream().map(MesureEnAttente::id).toList()).isEqualTo(aLaMain);
        }
    }

    @Test
    void the_bands_follow_the_days_left_to_the_term() {
        assertThat(Bande.de(JOUR.minusDays(1), JOUR)).isEqualTo(Bande.DEPASSE);
        assertThat(Bande.de(JOUR, JOUR)).isEqualTo(Bande.J40);
        assertThat(Bande.de(JOUR.plusDays(40), JOUR)).isEqualTo(Bande.J40);
        assertThat(Bande.de(JOUR.plusDays(41), JOUR)).isEqualTo(Bande.J90);
        assertThat(Bande.de(JOUR.plusDays(90), JOUR)).isEqualTo(Bande.J90);
        assertThat(Bande.de(JOUR.plusDays(180), JOUR)).isEqualTo(Bande.J180);
        assertThat(Bande.de(JOUR.plusDays(181), JOUR)).isEqualTo(Bande.AU_DELA);
        assertThat(Bande.de(null, JOUR)).isEqualTo(Bande.SANS_TERME);
    }
}
