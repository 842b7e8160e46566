package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Formulas against the slowest way to count: one day, one file at a time. */
class FormulesTest {

    private static final LocalDate DEBUT = LocalDate.of(2023, 11, 1);
    private static final int JOURS = 500;
    private static final Portee ANNEE = new Portee(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), LocalDate.of(2024, 12, 31), null);

    @Provide
    Arbitrary<List<Faits.Ip>> ips() {
        return ip().list().ofMaxSize(30);
    }

    private Arbitrary<Faits.Ip> ip() {
        Arbitrary<Integer> longueur = Arbitraries.integers().between(0, 200);
        return Combinators.combine(Arbitraries.integers().between(0, JOURS), longueur, longueur.injectNull(0.3), longueur.injectNull(0.3),
                Arbitraries.integers().between(0, 120).injectNull(0.6), Arbitraries.integers().between(0, 60).injectNull(0.3),
                Arbitraries.of(true, false), Arbitraries.of("u1", "u2")).as((recue, passage, rapport, fin, consigne, tenue, reduite, unite) -> {
                    LocalDate debut = DEBUT.plusDays(recue);
                    LocalDate close = fin == null ? null : debut.plusDays(passage + fin);
                    List<Faits.Intervalle> traitement = List.of(new Faits.Intervalle(debut, debut.plusDays(passage), unite),
                            new Faits.Intervalle(debut.plusDays(passage), close, unite.equals("u1") ? "u2" : "u1"));
                    List<Faits.Intervalle> consignes = consigne == null ? List.of() : List.of(new Faits.Intervalle(debut.plusDays(consigne),
                            tenue == null ? null : debut.plusDays(consigne + tenue), unite));
                    return new Faits.Ip(UUID.randomUUID(), traitement, rapport == null ? null : new Faits.Fait(debut.plusDays(rapport), unite),
                            close == null ? null : new Faits.Fait(close, unite), null, reduite ? debut.plusMonths(2) : debut.plusMonths(3), reduite,
                            consignes, List.of());
                });
    }

    /** The days a stretch lasts, written out one by one. */
    private static Set<LocalDate> jours(List<Faits.Intervalle> intervalles) {
        Set<LocalDate> jours = new HashSet<>();
        for (Faits.Intervalle i : intervalles) {
            for (LocalDate j = i.debut(); j.isBefore(i.fin() == null ? DEBUT.plusDays(4L * JOURS) : i.fin()); j = j.plusDays(1)) {
                jours.add(j);
            }
        }
        return jours;
    }

    @Property(tries = 200)
    void the_stock_of_any_day_is_the_number_of_files_that_lasted_that_day(@ForAll("ips") List<Faits.Ip> ips,
            @ForAll @IntRange(max = 900) int rang) {
        LocalDate jour = DEBUT.plusDays(rang);
        Portee portee = new Portee(jour, jour, jour, null);
        Faits faits = new Faits(List.of(), ips);
        long attendu = ips.stream().filter(ip -> jours(ip.traitement()).contains(jour)).count();
        assertThat(new Formule.Ouvertes(0, null).calculer(faits, portee).valeur()).isEqualByComparingTo(BigDecimal.valueOf(attendu));
        long tranches = Stream.of(new Formule.Ouvertes(0, 1), new Formule.Ouvertes(1, 2), new Formule.Ouvertes(2, 3), new Formule.Ouvertes(3, 6),
                new Formule.Ouvertes(6, null)).mapToLong(f -> f.calculer(faits, portee).comptes().size()).sum();
        assertThat(tranches).isEqualTo(attendu);
        long tenues = ips.stream().filter(ip -> jours(ip.traitement()).contains(jour) && jours(ip.consignes()).contains(jour)).count();
        assertThat(new Formule.Tenues().calculer(faits, portee).valeur()).isEqualByComparingTo(BigDecimal.valueOf(tenues));
    }

    @Property(tries = 200)
    void units_share_the_stock_of_a_day_between_them(@ForAll("ips") List<Faits.Ip> ips,
            @ForAll @IntRange(max = 900) int rang) {
        LocalDate jour = DEBUT.plusDays(rang);
        Faits faits = new Faits(List.of(), ips);
        long somme = Stream.of("u1", "u2").mapToLong(u -> new Formule.Ouvertes(0, null)
                .calculer(faits, new Portee(jour, jour, jour, Set.of(u))).comptes().size()).sum();
        assertThat(somme).isEqualTo(new Formule.Ouvertes(0, null).calculer(faits, new Portee(jour, jour, jour, null)).comptes().size());
    }

    @Property(tries = 200)
    void the_share_within_three_months_counts_each_file_that_fell_due_one_by_one(
            @ForAll("ips") List<Faits.Ip> ips, @ForAll boolean reduite, @ForAll boolean horsConsigne) {
        int dus = 0;
        int tenus = 0;
        for (Faits.Ip ip : ips) {
            if (ip.reduite() != reduite || ip.legale().getYear() != 2024) {
                continue;
            }
            boolean aTemps = ip.rapport() != null && ip.rapport().jour().compareTo(ip.legale()) <= 0;
            LocalDate terme = aTemps ? ip.rapport().jour() : ip.legale();
            boolean tenue = false;
            for (LocalDate j = ip.recue(); !j.isAfter(terme); j = j.plusDays(1)) {
                tenue |= jours(ip.consignes()).contains(j);
            }
            if (horsConsigne && tenue) {
                continue;
            }
            dus++;
            tenus += aTemps ? 1 : 0;
        }
        Resultat part = new Formule.PartATerme(reduite, horsConsigne).calculer(new Faits(List.of(), ips), ANNEE);
        assertThat(part.base()).hasSize(dus);
        assertThat(part.comptes()).hasSize(tenus);
        assertThat(part.comptes()).isSubsetOf(part.base());
        if (dus == 0) {
            assertThat(part.valeur()).isNull();
        } else {
            assertThat(part.valeur().setScale(1, RoundingMode.HALF_UP)).isEqualByComparingTo(
                    new BigDecimal(String.valueOf(100.0 * tenus / dus)).setScale(1, RoundingMode.HALF_UP));
        }
    }

    @Property
    void the_median_has_as_many_below_as_above_and_the_ninetieth_percentile_covers_nine_in_ten(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 400) Integer> jours) {
        List<Long> longueurs = jours.stream().map(Integer::longValue).toList();
        // Naive median: take the shortest and the longest away until one or two are left.
        List<Long> restants = new ArrayList<>(longueurs.stream().sorted().toList());
        while (restants.size() > 2) {
            restants.remove(0);
            restants.remove(restants.size() - 1);
        }
        double mediane = restants.stream().mapToLong(Long::longValue).average().orElseThrow();
        assertThat(Statistique.MEDIANE.calculer(longueurs).doubleValue()).isEqualTo(mediane);
        // Naive percentile: the smallest length that covers at least nine files in ten.
        long p90 = longueurs.stream().filter(v -> 10 * longueurs.stream().filter(x -> x <= v).count() >= 9L * longueurs.size())
                .min(Long::compare).orElseThrow();
        assertThat(Statistique.P90.calculer(longueurs)).isEqualByComparingTo(BigDecimal.valueOf(p90));
        double moyenne = longueurs.stream().mapToLong(Long::longValue).average().orElseThrow();
        assertThat(Statistique.MOYENNE.calculer(longueurs).doubleValue()).isCloseTo(moyenne, org.assertj.core.data.Offset.offset(0.0501));
    }
}
