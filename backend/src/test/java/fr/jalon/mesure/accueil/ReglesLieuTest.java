package fr.jalon.mesure.accueil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import fr.jalon.commun.Refus;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Example;

/** The two years of L223-3 and the dates of a place. */
class ReglesLieuTest {

    private static final UUID FAMILLE = UUID.randomUUID();
    private static final UUID AUTRE = UUID.randomUUID();

    @Example
    void two_years_are_counted_through_a_renewed_stay_with_the_same_family_and_not_through_another() {
        Lieu premier = lieu(FAMILLE, "2022-01-10", "2023-06-01");
        Lieu suite = lieu(FAMILLE, "2023-06-01", null);
        assertThat(ReglesLieu.depuis(suite, List.of(premier, suite))).isEqualTo("2022-01-10");
        Lieu ailleurs = lieu(AUTRE, "2022-03-01", "2023-06-01");
        assertThat(ReglesLieu.depuis(suite, List.of(lieu(FAMILLE, "2022-01-10", "2022-03-01"), ailleurs, suite))).isEqualTo("2023-06-01");
    }

    @Example
    void a_night_between_two_stays_does_not_break_them_and_a_month_does() {
        Lieu suite = lieu(FAMILLE, "2024-01-02", null);
        assertThat(ReglesLieu.depuis(suite, List.of(lieu(FAMILLE, "2022-01-10", "2024-01-01"), suite))).isEqualTo("2022-01-10");
        assertThat(ReglesLieu.depuis(suite, List.of(lieu(FAMILLE, "2022-01-10", "2023-12-01"), suite))).isEqualTo("2024-01-02");
    }

    @Example
    void the_judge_is_owed_a_notice_from_the_second_anniversary_on_and_a_month_before_date_to_date() {
        LocalDate depuis = LocalDate.of(2024, 2, 29);
        assertThat(ReglesLieu.avisDu(depuis, LocalDate.of(2026, 2, 27))).isFalse();
        assertThat(ReglesLieu.avisDu(depuis, LocalDate.of(2026, 2, 28))).isTrue();
        LocalDate changement = LocalDate.of(2026, 3, 31);
        assertThat(ReglesLieu.aviseATemps(LocalDate.of(2026, 2, 28), changement)).isTrue();
        assertThat(ReglesLieu.aviseATemps(LocalDate.of(2026, 3, 1), changement)).isFalse();
        assertThat(ReglesLieu.aviseATemps(null, changement)).isFalse();
    }

    @Example
    void only_two_main_places_on_a_same_day_are_two_at_once() {
        List<Lieu> present = List.of(lieu(FAMILLE, "2025-01-01", "2025-03-01"));
        assertThat(ReglesLieu.deuxPrincipaux(present, NatureLieu.PRINCIPAL, d("2025-03-01"), null)).isFalse();
        assertThat(ReglesLieu.deuxPrincipaux(present, NatureLieu.PRINCIPAL, d("2025-02-28"), null)).isTrue();
        assertThat(ReglesLieu.deuxPrincipaux(present, NatureLieu.RELAIS, d("2025-02-01"), null)).isFalse();
        assertThat(ReglesLieu.deuxPrincipaux(present, NatureLieu.PRINCIPAL, d("2024-12-01"), d("2025-01-01"))).isFalse();
    }

    @Example
    void dates_out_of_order_are_told_at_their_fields() {
        LocalDate jour = d("2026-05-01");
        assertThatThrownBy(() -> ReglesLieu.exigerDates(jour.plusDays(1), null, null, d("2026-01-01"), null, jour)).isInstanceOfSatisfying(Refus.class,
                r -> assertThat(r.erreurs()).extracting(Refus.Erreur::champ).containsExactly("du"));
        assertThatThrownBy(() -> ReglesLieu.exigerDates(d("2025-12-31"), d("2025-12-30"), jour.plusDays(3), d("2026-01-01"), null, jour))
                .isInstanceOfSatisfying(Refus.class, r -> assertThat(r.erreurs()).extracting(Refus.Erreur::champ).containsExactly("du", "au", "jugeAviseLe"));
        assertThatThrownBy(() -> ReglesLieu.exigerDates(d("2026-02-01"), null, null, d("2026-01-01"), d("2026-04-01"), jour)).isInstanceOfSatisfying(Refus.class,
                r -> assertThat(r.erreurs()).extracting(Refus.Erreur::champ).containsExactly("au"));
        ReglesLieu.exigerDates(d("2026-02-01"), d("2026-04-01"), null, d("2026-01-01"), d("2026-04-01"), jour);
    }

    /** Day by day: go back from the present stay as long as the day before, or the one before it, was spent with the same carer and nobody else. */
    @Property(tries = 500)
    void the_stay_found_is_the_one_a_day_by_day_search_finds(@ForAll("sejours") List<Lieu> lieux) {
        Lieu courant = lieux.stream().max(Comparator.comparing(Lieu::du)).orElseThrow();
        LocalDate naif = courant.du();
        List<Lieu> avant = lieux.stream().filter(l -> l != courant).sorted(Comparator.comparing(Lieu::du).reversed()).toList();
        for (Lieu l : avant) {
            if (l.familleId().equals(courant.familleId()) && !l.au().isBefore(naif.minusDays(1))) {
                naif = l.du();
            } else {
                break;
            }
        }
        assertThat(ReglesLieu.depuis(courant, lieux)).isEqualTo(naif);
    }

    /** Stays one after the other, with gaps of nought to three days, in one family or the other. */
    @Provide
    Arbitrary<List<Lieu>> sejours() {
        return Arbitraries.integers().between(0, 7).list().ofMinSize(1).ofMaxSize(8).map(tirages -> {
            List<Lieu> lieux = new ArrayList<>();
            LocalDate du = d("2020-01-01");
            for (int i = 0; i < tirages.size(); i++) {
                LocalDate au = du.plusDays(100);
                lieux.add(lieu(tirages.get(i) % 2 == 0 ? FAMILLE : AUTRE, du.toString(), i == tirages.size() - 1 ? null : au.toString()));
                du = au.plusDays(tirages.get(i) / 2);
            }
            return lieux;
        });
    }

    private static Lieu lieu(UUID famille, String du, String au) {
        return new Lieu(UUID.randomUUID(), UUID.randomUUID(), NatureLieu.PRINCIPAL, "FAMILLE_ACCUEIL", null, famille, null, d(du), au == null ? null : d(au), null,
                null, null, null, null);
    }

    private static LocalDate d(String jour) {
        return LocalDate.parse(jour);
    }
}
