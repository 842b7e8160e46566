package fr.jalon.echeance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The clock against an oracle that walks day by day and knows nothing of {@code plusMonths}. */
class DelaiProprietesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final JoursOuvres FRANCE = new JoursOuvres("fr");

    @Property(tries = 2000)
    void months_end_where_the_oracle_ends(@ForAll("jours") LocalDate origine, @ForAll @IntRange(min = 1, max = 24) int mois) {
        LocalDate terme = new Delai(Calcul.MOIS, "P" + mois + "M").terme(Origine.de(origine), PARIS).jour();
        assertThat(terme).isEqualTo(parPas(origine, mois));
    }

    @Property(tries = 2000)
    void days_end_where_the_oracle_ends(@ForAll("jours") LocalDate origine, @ForAll @IntRange(min = 0, max = 400) int jours) {
        LocalDate jour = origine;
        for (int i = 0; i < jours; i++) {
            jour = jour.plusDays(1);
        }
        assertThat(new Delai(Calcul.JOURS, "P" + jours + "D").terme(Origine.de(origine), PARIS).jour()).isEqualTo(jour);
    }

    @Property(tries = 2000)
    void a_later_reception_never_ends_earlier(@ForAll("jours") LocalDate origine, @ForAll @IntRange(min = 0, max = 60) int plusTard,
            @ForAll @IntRange(min = 1, max = 24) int mois) {
        Delai delai = new Delai(Calcul.MOIS, "P" + mois + "M");
        assertThat(delai.terme(Origine.de(origine.plusDays(plusTard)), PARIS).jour())
                .isAfterOrEqualTo(delai.terme(Origine.de(origine), PARIS).jour());
    }

    @Property(tries = 2000)
    void the_operational_date_is_the_last_working_day_the_oracle_knows(@ForAll("jours") LocalDate legale) {
        LocalDate jour = legale;
        while (jour.getDayOfWeek() == DayOfWeek.SATURDAY || jour.getDayOfWeek() == DayOfWeek.SUNDAY || feries(jour.getYear()).contains(jour)) {
            jour = jour.minusDays(1);
        }
        assertThat(FRANCE.dernierOuvre(legale)).isEqualTo(jour).isBeforeOrEqualTo(legale);
    }

    @Property(tries = 1000)
    void a_birthday_is_the_day_the_age_changes(@ForAll("jours") LocalDate naissance, @ForAll @IntRange(min = 1, max = 25) int age) {
        LocalDate anniversaire = new Delai(Calcul.ANNIVERSAIRE, "P" + age + "Y").terme(Origine.de(naissance), PARIS).jour();
        boolean bissextile = naissance.getMonthValue() == 2 && naissance.getDayOfMonth() == 29 && !anniversaire.isLeapYear();
        // The early reading for a child of the 29th of February: the day before Java's age turns.
        LocalDate tourne = bissextile ? anniversaire.plusDays(1) : anniversaire;
        assertThat(Period.between(naissance, tourne).getYears()).isEqualTo(age);
        assertThat(Period.between(naissance, tourne.minusDays(1)).getYears()).isEqualTo(age - 1);
    }

    @Provide
    Arbitrary<LocalDate> jours() {
        return Arbitraries.longs().between(LocalDate.of(2009, 1, 1).toEpochDay(), LocalDate.of(2060, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /** Walks day by day, counting first days of months, and stops at the same day number or at the end of the month. */
    private static LocalDate parPas(LocalDate origine, int mois) {
        LocalDate jour = origine;
        int passes = 0;
        while (true) {
            jour = jour.plusDays(1);
            if (jour.getDayOfMonth() == 1) {
                passes++;
            }
            boolean dernier = jour.plusDays(1).getDayOfMonth() == 1;
            if (passes == mois && (jour.getDayOfMonth() == origine.getDayOfMonth() || dernier)) {
                return jour;
            }
        }
    }

    /** The eleven holidays of L3133-1, Easter by Gauss. */
    private static Set<LocalDate> feries(int annee) {
        Set<LocalDate> jours = new TreeSet<>();
        for (int[] fixe : new int[][] {{1, 1}, {5, 1}, {5, 8}, {7, 14}, {8, 15}, {11, 1}, {11, 11}, {12, 25}}) {
            jours.add(LocalDate.of(annee, fixe[0], fixe[1]));
        }
        LocalDate paques = paques(annee);
        jours.add(paques.plusDays(1));
        jours.add(paques.plusDays(39));
        jours.add(paques.plusDays(50));
        return jours;
    }

    private static LocalDate paques(int annee) {
        int a = annee % 19;
        int b = annee % 4;
        int c = annee % 7;
        int k = annee / 100;
        int p = (13 + 8 * k) / 25;
        int q = k / 4;
        int m = (15 - p + k - q) % 30;
        int n = (4 + k - q) % 7;
        int d = (19 * a + m) % 30;
        int e = (2 * b + 4 * c + 6 * d + n) % 7;
        if (d == 29 && e == 6) {
            return LocalDate.of(annee, 4, 19);
        }
        if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19) {
            return LocalDate.of(annee, 4, 18);
        }
        return LocalDate.of(annee, 3, 22).plusDays(d + e);
    }
}
