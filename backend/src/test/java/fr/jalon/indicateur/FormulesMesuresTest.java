package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import fr.jalon.indicateur.FormuleMesure.Compte;
import fr.jalon.indicateur.FormuleMesure.Mouvements.Sens;

/** Formulas of measures against the slowest way to count: one day, one measure at a time. */
class FormulesMesuresTest {

    private static final LocalDate DEBUT = LocalDate.of(2023, 6, 1);
    private static final Portee ANNEE = new Portee(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31), LocalDate.of(2024, 12, 31), null);
    private static final List<UUID> ENFANTS = Stream.generate(UUID::randomUUID).limit(12).toList();

    /** A measure by its days: it waits from {@code attente} to {@code debut}, then runs to {@code fin}; at {@code passage} it changes. */
    private record Vie(UUID id, UUID enfant, LocalDate decidee, LocalDate attente, LocalDate debut, LocalDate passage, LocalDate fin,
            String unite, String produit) {

        private String apres(String avant, String un, String deux) {
            return avant.equals(un) ? deux : un;
        }

        FaitsMesures.Periode attenteExercice() {
            return new FaitsMesures.Periode(UUID.randomUUID(), id, enfant, List.of(segment(attente, debut, false)));
        }

        FaitsMesures.Periode exercee() {
            return new FaitsMesures.Periode(UUID.randomUUID(), id, enfant, passage == null ? List.of(segment(debut, fin, false))
                    : List.of(segment(debut, passage, false), segment(passage, fin, true)));
        }

        FaitsMesures.Periode mesure() {
            return new FaitsMesures.Periode(UUID.randomUUID(), id, enfant, List.of(segment(decidee, fin, false)));
        }

        private FaitsMesures.Segment segment(LocalDate du, LocalDate au, boolean passe) {
            return new FaitsMesures.Segment(du, au, passe ? apres(unite, "u1", "u2") : unite,
                    Map.of("produit", passe ? apres(produit, "p1", "p2") : produit));
        }

        boolean exerceeLe(LocalDate jour) {
            return debut != null && !jour.isBefore(debut) && (fin == null || jour.isBefore(fin));
        }

        boolean attendLe(LocalDate jour) {
            return !jour.isBefore(attente) && (debut == null ? fin == null || jour.isBefore(fin) : jour.isBefore(debut));
        }

        String uniteLe(LocalDate jour) {
            return passage != null && !jour.isBefore(passage) ? apres(unite, "u1", "u2") : unite;
        }

        String produitLe(LocalDate jour) {
            return passage != null && !jour.isBefore(passage) ? apres(produit, "p1", "p2") : produit;
        }
    }

    @Provide
    Arbitrary<List<Vie>> vies() {
        Arbitrary<Integer> longueur = Arbitraries.integers().between(0, 300);
        return Combinators.combine(Arbitraries.integers().between(0, 600), Arbitraries.integers().between(0, 40), longueur.injectNull(0.2),
                longueur.injectNull(0.4), longueur.injectNull(0.3), Arbitraries.of("u1", "u2"), Arbitraries.of("p1", "p2"),
                Arbitraries.of(ENFANTS)).as((decidee, accord, wait, passage, reste, unite, produit, enfant) -> {
                    LocalDate attente = DEBUT.plusDays(decidee + accord);
                    LocalDate debut = wait == null ? null : attente.plusDays(wait);
                    LocalDate change = debut == null || passage == null ? null : debut.plusDays(passage);
                    LocalDate fin = reste == null ? null : (change != null ? change : debut != null ? debut : attente).plusDays(reste);
                    return new Vie(UUID.randomUUID(), enfant, DEBUT.plusDays(decidee), attente, debut, change, fin, unite, produit);
                }).list().ofMaxSize(25);
    }

    private static Faits faits(List<Vie> vies) {
        List<FaitsMesures.Periode> attentes = new ArrayList<>();
        List<FaitsMesures.Periode> exercees = new ArrayList<>();
        List<FaitsMesures.Periode> mesures = new ArrayList<>();
        for (Vie v : vies) {
            mesures.add(v.mesure());
            attentes.add(v.debut() != null ? v.attenteExercice() : new FaitsMesures.Periode(UUID.randomUUID(), v.id(), v.enfant(),
                    List.of(v.segment(v.attente(), v.fin(), false))));
            if (v.debut() != null) {
                exercees.add(v.exercee());
            }
        }
        return new Faits(List.of(), List.of(), new FaitsMesures(Map.of("MESURE", mesures, "ATTENTE_EXERCICE", attentes, "EXERCEE", exercees),
                Map.of(), List.of()));
    }

    private static long nombre(Formule f, List<Vie> vies, Portee portee) {
        return f.calculer(faits(vies), portee).valeur().longValueExact();
    }

    @Property(tries = 200)
    void the_stock_of_any_day_is_the_number_of_measures_that_ran_that_day(@ForAll("vies") List<Vie> vies, @ForAll @IntRange(max = 1_300) int rang) {
        LocalDate jour = DEBUT.plusDays(rang);
        Portee portee = new Portee(jour, jour, jour, null);
        assertThat(nombre(new FormuleMesure.EnCours("EXERCEE", null, Compte.MESURES), vies, portee))
                .isEqualTo(vies.stream().filter(v -> v.exerceeLe(jour)).count());
        assertThat(nombre(new FormuleMesure.EnCours("EXERCEE", null, Compte.ENFANTS), vies, portee))
                .isEqualTo(vies.stream().filter(v -> v.exerceeLe(jour)).map(Vie::enfant).distinct().count());
        assertThat(nombre(new FormuleMesure.EnCours("ATTENTE_EXERCICE", null, Compte.MESURES), vies, portee))
                .isEqualTo(vies.stream().filter(v -> v.attendLe(jour)).count());
        for (String unite : List.of("u1", "u2")) {
            for (String produit : List.of("p1", "p2")) {
                long attendu = vies.stream().filter(v -> v.exerceeLe(jour) && v.uniteLe(jour).equals(unite) && v.produitLe(jour).equals(produit)).count();
                assertThat(nombre(new FormuleMesure.EnCours("EXERCEE", Map.of("produit", List.of(produit)), Compte.MESURES), vies,
                        new Portee(jour, jour, jour, Set.of(unite)))).isEqualTo(attendu);
                assertThat(nombre(new FormuleMesure.EnCours("EXERCEE", null, Compte.MESURES), vies,
                        new Portee(jour, jour, jour, Set.of(unite)).dont(Map.of("produit", produit)))).isEqualTo(attendu);
            }
        }
    }

    @Property(tries = 100)
    void what_a_year_touches_is_what_ran_on_one_of_its_days(@ForAll("vies") List<Vie> vies) {
        Set<UUID> mesures = new HashSet<>();
        Set<UUID> enfants = new HashSet<>();
        Set<UUID> dansU1 = new HashSet<>();
        for (LocalDate j = ANNEE.du(); !j.isAfter(ANNEE.au()); j = j.plusDays(1)) {
            for (Vie v : vies) {
                if (v.exerceeLe(j)) {
                    mesures.add(v.id());
                    enfants.add(v.enfant());
                    if (v.uniteLe(j).equals("u1")) {
                        dansU1.add(v.id());
                    }
                }
            }
        }
        assertThat(nombre(new FormuleMesure.Touches("EXERCEE", null, Compte.MESURES), vies, ANNEE)).isEqualTo(mesures.size());
        assertThat(nombre(new FormuleMesure.Touches("EXERCEE", null, Compte.ENFANTS), vies, ANNEE)).isEqualTo(enfants.size());
        assertThat(nombre(new FormuleMesure.Touches("EXERCEE", null, Compte.MESURES), vies,
                new Portee(ANNEE.du(), ANNEE.au(), ANNEE.jour(), Set.of("u1")))).isEqualTo(dansU1.size());
    }

    @Property(tries = 100)
    void stock_plus_starts_less_ends_is_the_next_stock(@ForAll("vies") List<Vie> vies, @ForAll @IntRange(max = 1_200) int rang,
            @ForAll @IntRange(min = 1, max = 120) int jours) {
        LocalDate du = DEBUT.plusDays(rang);
        LocalDate au = du.plusDays(jours);
        FormuleMesure stock = new FormuleMesure.EnCours("EXERCEE", null, Compte.MESURES);
        Portee entre = new Portee(du.plusDays(1), au, au, null);
        long debuts = nombre(new FormuleMesure.Mouvements("EXERCEE", Sens.DEBUTS, null, Compte.MESURES), vies, entre);
        long fins = nombre(new FormuleMesure.Mouvements("EXERCEE", Sens.FINS, null, Compte.MESURES), vies, entre);
        assertThat(nombre(stock, vies, new Portee(au, au, au, null))).isEqualTo(nombre(stock, vies, new Portee(du, du, du, null)) + debuts - fins);
    }

    @Property(tries = 100)
    void delays_and_lengths_are_those_of_each_measure_counted_day_by_day(@ForAll("vies") List<Vie> vies, @ForAll Statistique statistique) {
        List<Vie> demarrees = vies.stream().filter(v -> v.debut() != null && v.debut().getYear() == 2024).toList();
        assertThat(new FormuleMesure.Delai("MESURE", "EXERCEE", null, statistique).calculer(faits(vies), ANNEE).valeur())
                .isEqualTo(statistique.calculer(demarrees.stream().map(v -> jours(v.decidee(), v.debut())).toList()));
        List<Vie> finies = vies.stream().filter(v -> v.debut() != null && v.fin() != null && v.fin().getYear() == 2024).toList();
        assertThat(new FormuleMesure.Longueur("EXERCEE", null, statistique).calculer(faits(vies), ANNEE).valeur())
                .isEqualTo(statistique.calculer(finies.stream().map(v -> jours(v.debut(), v.fin())).toList()));
    }

    /** One by one, as on fingers. */
    private static long jours(LocalDate du, LocalDate au) {
        long n = 0;
        for (LocalDate j = du; j.isBefore(au); j = j.plusDays(1)) {
            n++;
        }
        return n;
    }

    private static FaitsMesures.Periode exercee(String service, String produit) {
        return new FaitsMesures.Periode(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), List.of(new FaitsMesures.Segment(DEBUT, null, "u1",
                service == null ? Map.of("produit", produit) : Map.of("produit", produit, "service", service))));
    }

    @Example
    void occupancy_sets_what_is_exercised_against_the_places_of_the_day_for_services_that_have_some() {
        // Ten places of s1 for p1 from 2023 on, ten more from July 2024 on, four of s2 for p2 until March 2024.
        List<FaitsMesures.Places> places = List.of(new FaitsMesures.Places("s1", "p1", null, 10, DEBUT, null),
                new FaitsMesures.Places("s1", "p1", null, 10, LocalDate.of(2024, 7, 1), null),
                new FaitsMesures.Places("s2", "p2", null, 4, DEBUT, LocalDate.of(2024, 3, 1)));
        List<FaitsMesures.Periode> exercees = new ArrayList<>();
        Stream.generate(() -> exercee("s1", "p1")).limit(9).forEach(exercees::add);
        Stream.generate(() -> exercee("s2", "p2")).limit(3).forEach(exercees::add);
        exercees.add(exercee(null, "p1"));
        exercees.add(exercee("s1", "p2"));
        Faits faits = new Faits(List.of(), List.of(), new FaitsMesures(Map.of("EXERCEE", exercees), Map.of(), places));
        FormuleMesure occupation = new FormuleMesure.Occupation(null);
        // In January 12 for 14 places; in June 9 for 10; in December 9 for 20.
        assertThat(occupation.calculer(faits, ANNEE.au(LocalDate.of(2024, 1, 15))).valeur()).isEqualByComparingTo("85.7");
        assertThat(occupation.calculer(faits, ANNEE.au(LocalDate.of(2024, 6, 15))).valeur()).isEqualByComparingTo("90");
        assertThat(occupation.calculer(faits, ANNEE).valeur()).isEqualByComparingTo("45");
        assertThat(occupation.calculer(faits, ANNEE.dont(Map.of("service", "s2"))).valeur()).isNull();
        assertThat(new FormuleMesure.PlacesOuvertes(null).calculer(faits, ANNEE).valeur()).isEqualByComparingTo(BigDecimal.TEN);
    }
}
