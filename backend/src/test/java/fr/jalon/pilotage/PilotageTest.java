package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PilotageTest {

    private static final LocalDate JOUR = LocalDate.of(2026, 3, 14);

    @Test
    void slices_follow_each_other_without_hole_or_overlap() {
        Tranche[] t = Tranche.values();
        for (int i = 1; i < t.length; i++) {
            assertThat(t[i].debut(JOUR)).isEqualTo(t[i - 1].suivante(JOUR));
        }
        assertThat(t[0].debut(JOUR)).isNull();
        assertThat(t[t.length - 1].suivante(JOUR)).isNull();
        assertThat(Tranche.bornes(JOUR)).isSorted().hasSize(t.length - 1);
    }

    /** What the task list calls late, within 15 and within 30 days, found the naive way. */
    @Property
    void a_day_falls_in_the_figures_its_distance_says(@ForAll @IntRange(min = -400, max = 400) int jours, @ForAll boolean consigne,
            @ForAll @IntRange(min = 0, max = 2) int etape) {
        String nomEtape = List.of("designer", "decider", "evaluer").get(etape);
        Cellule c = new Cellule("u", nomEtape, consigne, tranche(JOUR.plusDays(jours)), 1);
        assertThat(Chiffre.TOUS.compte(c)).isTrue();
        assertThat(Chiffre.RETARD.compte(c)).isEqualTo(!consigne && jours < 0);
        assertThat(Chiffre.J15.compte(c)).isEqualTo(!consigne && jours >= 0 && jours <= 15);
        assertThat(Chiffre.J30.compte(c)).isEqualTo(!consigne && jours >= 0 && jours <= 30);
        assertThat(Chiffre.CONSIGNE.compte(c)).isEqualTo(consigne);
        assertThat(Chiffre.RETARD_CONSIGNE.compte(c)).isEqualTo(consigne && jours < 0);
        assertThat(Chiffre.SANS_EVALUATEURS.compte(c)).isEqualTo(nomEtape.equals("designer"));
        assertThat(Chiffre.A_DECIDER.compte(c)).isEqualTo(nomEtape.equals("decider"));
    }

    @Test
    void the_finding_says_how_many_are_late_where_and_how_many_will_be() {
        Map<Chiffre, Long> tous = chiffres(1340, 12, 25);
        List<TableauDeBord.LigneUnite> unites = List.of(new TableauDeBord.LigneUnite("a", "CDAS Redon", chiffres(100, 9, 1)),
                new TableauDeBord.LigneUnite("b", "CDAS Combourg", chiffres(90, 3, 1)));
        assertThat(Constats.constat(tous, unites).replace('\u00a0', ' ').replace('\u202f', ' '))
                .isEqualTo("12 dossiers sont en retard sur 1 340 en cours, dont 9 à « CDAS Redon » ; 25 autres le seront d’ici 15 jours si rien n’est fait.");
        assertThat(Constats.constat(chiffres(4, 0, 1), List.of()).replace('\u00a0', ' '))
                .isEqualTo("Aucun des 4 dossiers en cours n’est en retard ; 1 le sera d’ici 15 jours si rien n’est fait.");
        assertThat(Constats.constat(chiffres(0, 0, 0), List.of())).startsWith("Aucun dossier");
        assertThat(Constats.constat(chiffres(3, 1, 0), List.of()).replace('\u00a0', ' '))
                .isEqualTo("1 dossier est en retard sur 3 en cours ; aucun autre ne le sera d’ici 15 jours.");
    }

    private static Tranche tranche(LocalDate date) {
        return Arrays.stream(Tranche.values()).filter(t -> (t.debut(JOUR) == null || !date.isBefore(t.debut(JOUR)))
                && (t.suivante(JOUR) == null || date.isBefore(t.suivante(JOUR)))).findFirst().orElseThrow();
    }

    private static Map<Chiffre, Long> chiffres(long tous, long retard, long j15) {
        Map<Chiffre, Long> m = new EnumMap<>(Chiffre.class);
        Arrays.stream(Chiffre.values()).forEach(c -> m.put(c, 0L));
        m.put(Chiffre.TOUS, tous);
        m.put(Chiffre.RETARD, retard);
        m.put(Chiffre.J15, j15);
        return m;
    }
}
