package fr.jalon.autonomie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random births and stays around each threshold, against an oracle that lives them day by day. */
@Label("A path folded from random facts")
class SituationProprietesTest {

    /** Where a life is told from: enough days before seventeen, and past eighteen. */
    private static final int AVANT = 500;
    private static final int APRES = 500;

    /** @param debut days from the 17th birthday; {@code duree} in days, or null when it goes on */
    record Stay(int debut, Integer duree) {
    }

    @Provide
    Arbitrary<LocalDate> naissances() {
        Arbitrary<LocalDate> fevrier = Arbitraries.of(1996, 2000, 2004, 2008).map(a -> LocalDate.of(a, 2, 29));
        Arbitrary<LocalDate> autres = Arbitraries.integers().between(0, 4000).map(n -> LocalDate.of(1998, 1, 1).plusDays(n));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, fevrier), net.jqwik.api.Tuple.of(3, autres));
    }

    @Provide
    Arbitrary<List<Stay>> sejours() {
        Arbitrary<Integer> debuts = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(-2, 2)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(363, 367)), net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(-400, 450)));
        Arbitrary<Integer> durees = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 3)),
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(1, 500)));
        return Combinators.combine(debuts, durees.injectNull(0.25)).as(Stay::new).list().ofMinSize(1).ofMaxSize(5);
    }

    @Property(tries = 2000)
    void what_is_owed_is_what_the_days_lived_say(@ForAll("naissances") LocalDate ne, @ForAll("sejours") List<Stay> stays) {
        LocalDate dixSept = anniversaire(ne, 17);
        LocalDate dixHuit = anniversaire(ne, 18);
        Situation s = Situation.de(List.of(ouverture(ne)), sejours(dixSept, stays), new Situation.Reglages(true, true), dixHuit.plusDays(APRES));
        boolean avant = dans(dixSept, stays, dixSept.minusDays(1)) && dans(dixSept, stays, dixSept);
        LocalDate entree = null;
        for (LocalDate d = dixSept; d.isBefore(dixHuit) && entree == null; d = d.plusDays(1)) {
            entree = dans(dixSept, stays, d) && !dans(dixSept, stays, d.minusDays(1)) ? d : null;
        }
        assertThat(s.tardive).isEqualTo(!avant && entree != null);
        assertThat(s.entretienDuLe()).isEqualTo(avant ? dixSept : entree);
    }

    @Property(tries = 1000)
    void in_care_and_since_when_are_what_the_days_lived_say(@ForAll("naissances") LocalDate ne, @ForAll("sejours") List<Stay> stays) {
        LocalDate dixSept = anniversaire(ne, 17);
        Situation s = Situation.de(List.of(ouverture(ne)), sejours(dixSept, stays), new Situation.Reglages(true, true), dixSept.plusDays(2000));
        LocalDate fin = dixSept.plusDays(1500);
        assertThat(s.enCharge).isEqualTo(dans(dixSept, stays, fin));
        LocalDate dernier = fin;
        while (!dans(dixSept, stays, dernier) && dernier.isAfter(dixSept.minusDays(AVANT))) {
            dernier = dernier.minusDays(1);
        }
        if (dans(dixSept, stays, dernier)) {
            LocalDate premier = dernier;
            while (dans(dixSept, stays, premier.minusDays(1))) {
                premier = premier.minusDays(1);
            }
            assertThat(s.entreeLe).isEqualTo(premier);
            assertThat(s.sortieLe).isEqualTo(s.enCharge ? null : dernier.plusDays(1));
        } else {
            assertThat(s.finie).isEqualTo("JAMAIS_CONFIE");
        }
    }

    @Property(tries = 500)
    void the_order_in_which_the_stays_are_read_changes_nothing(@ForAll("naissances") LocalDate ne, @ForAll("sejours") List<Stay> stays, @ForAll long graine) {
        LocalDate dixSept = anniversaire(ne, 17);
        List<Sejour> sejours = sejours(dixSept, stays);
        List<Sejour> melanges = new ArrayList<>(sejours);
        Collections.shuffle(melanges, new Random(graine));
        Situation un = Situation.de(List.of(ouverture(ne)), sejours, new Situation.Reglages(true, true), dixSept);
        Situation autre = Situation.de(List.of(ouverture(ne)), melanges, new Situation.Reglages(true, true), dixSept);
        assertThat(autre.etat).isEqualTo(un.etat);
        assertThat(autre.entreeLe).isEqualTo(un.entreeLe);
        assertThat(autre.sortieLe).isEqualTo(un.sortieLe);
        assertThat(autre.entretienDuLe()).isEqualTo(un.entretienDuLe());
    }

    /** Told without the code of the house. */
    private static LocalDate anniversaire(LocalDate ne, int ans) {
        int annee = ne.getYear() + ans;
        boolean fevrier = ne.getMonthValue() == 2 && ne.getDayOfMonth() == 29 && !LocalDate.of(annee, 1, 1).isLeapYear();
        return fevrier ? LocalDate.of(annee, 2, 28) : LocalDate.of(annee, ne.getMonthValue(), ne.getDayOfMonth());
    }

    /** In care that day; a single day between two stays is no day out. */
    private static boolean dans(LocalDate dixSept, List<Stay> stays, LocalDate jour) {
        return couvert(dixSept, stays, jour) || couvert(dixSept, stays, jour.minusDays(1)) && couvert(dixSept, stays, jour.plusDays(1));
    }

    private static boolean couvert(LocalDate dixSept, List<Stay> stays, LocalDate jour) {
        return stays.stream().anyMatch(s -> {
            LocalDate debut = dixSept.plusDays(s.debut());
            return !debut.isAfter(jour) && (s.duree() == null || debut.plusDays(s.duree()).isAfter(jour));
        });
    }

    private static List<Sejour> sejours(LocalDate dixSept, List<Stay> stays) {
        return stays.stream().map(s -> {
            LocalDate debut = dixSept.plusDays(s.debut());
            return new Sejour(debut, s.duree() == null ? null : debut.plusDays(s.duree()), Sejour.Mode.MINEUR, "cdas-redon", UUID.randomUUID(), null);
        }).toList();
    }

    private static Acte ouverture(LocalDate ne) {
        return new Acte(UUID.randomUUID(), GenreActe.OUVERTURE, ne.plusYears(16), new TreeMap<>(Map.of("naissance", ne.toString(), "exacte", "OUI", "unite",
                "cdas-redon")), Map.of(), null, null, Instant.EPOCH, null, null, null);
    }
}
