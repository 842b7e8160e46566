package fr.jalon.projet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fr.jalon.commun.Ids;
import fr.jalon.evenement.Periodes.Segment;
import fr.jalon.projet.CarnetProjets.Enfant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random measures, returns, changes of unit, births and establishments: what the acts make, day by day, is what a naive reading says. */
class ProjetProprietesTest {

    private static final LocalDate ORIGINE = LocalDate.of(2010, 1, 1);
    private static final int JOURS = 1100;

    private record Mesure(int debut, Integer duree, Integer passage, String produit) {
    }

    @Provide
    Arbitrary<Enfant> vies() {
        Arbitrary<Mesure> mesures = Combinators.combine(Arbitraries.integers().between(0, 700), Arbitraries.integers().between(1, 400).injectNull(0.3),
                Arbitraries.integers().between(1, 300).injectNull(0.6), Arbitraries.of("MEP", "PLACEMENT", "AEDFG", "PAD")).as(Mesure::new);
        // Born so that the majority falls before, within or after; or under two; or of a birth nobody knows.
        Arbitrary<LocalDate> naissances = Arbitraries.of(ORIGINE.minusYears(18).plusDays(200), ORIGINE.minusYears(17), ORIGINE.minusDays(200),
                ORIGINE.minusYears(8)).injectNull(0.2);
        return Combinators.combine(mesures.list().ofMinSize(1).ofMaxSize(4), naissances, Arbitraries.integers().between(0, 1000).list().ofMaxSize(5)).as(ProjetProprietesTest::vie);
    }

    static Enfant vie(List<Mesure> mesures, LocalDate naissance, List<Integer> etablis) {
        Enfant e = new Enfant();
        if (naissance != null) {
            e.ne(naissance);
        }
        for (Mesure m : mesures) {
            LocalDate debut = ORIGINE.plusDays(m.debut());
            e.mesure("a", m.produit(), debut, m.duree() == null ? null : debut.plusDays(m.duree()));
            if (m.passage() != null && (m.duree() == null || m.passage() < m.duree())) {
                e.passe("b", debut.plusDays(m.passage()));
            }
        }
        VeriteProjet v = new VeriteProjet(e);
        // Nobody establishes a projet that is not open.
        etablis.stream().distinct().sorted().map(ORIGINE::plusDays).filter(v::ouvertLe).forEach(e::etabli);
        return e;
    }

    @Property(tries = 200)
    void open_valid_unit_and_mep_are_what_a_naive_reading_of_each_day_says(@ForAll("vies") Enfant e) {
        VeriteProjet v = new VeriteProjet(e);
        ProjetEnLot p = ProjetEnLot.de(e.exercices.stream().filter(x -> v.majorite() == null || debut(e, x).isBefore(v.majorite())).toList(), Map.of(), e.naissance, e.gestes,
                CarnetProjets::terme, Ids::nouveau, le -> Instant.EPOCH);
        List<Segment> ouverts = plats(p, "PROJET");
        List<Segment> valides = plats(p, "PROJET_VALIDE");
        for (LocalDate j = ORIGINE; j.isBefore(ORIGINE.plusDays(JOURS)); j = j.plusDays(1)) {
            LocalDate jour = j;
            List<Segment> ceJour = ouverts.stream().filter(s -> le(s, jour)).toList();
            assertThat(ceJour).as("open on " + jour).hasSize(v.ouvertLe(jour) ? 1 : 0);
            List<Segment> valideCeJour = valides.stream().filter(s -> le(s, jour)).toList();
            assertThat(valideCeJour).as("valid on " + jour).hasSize(v.valideLe(jour) ? 1 : 0);
            if (v.ouvertLe(jour)) {
                assertThat(ceJour.get(0).uniteId()).isEqualTo(v.uniteLe(jour));
            }
            if (v.valideLe(jour)) {
                assertThat("OUI".equals(valideCeJour.get(0).dimensions().get("mep"))).as("mep on " + jour).isEqualTo(v.avecMep(jour));
                assertThat(valideCeJour.get(0).uniteId()).isEqualTo(v.uniteLe(jour));
            }
        }
        // One opening for the whole path, a resumption for each return.
        List<LocalDate> chemins = v.chemins(ORIGINE, ORIGINE.plusDays(JOURS));
        assertThat(p.faits().stream().filter(f -> f.acte().genre() == GenreActeProjet.OUVERTURE).map(f -> f.acte().le()).toList())
                .isEqualTo(chemins.stream().limit(1).toList());
        assertThat(p.faits().stream().filter(f -> f.acte().genre() == GenreActeProjet.REPRISE).map(f -> f.acte().le()).toList())
                .isEqualTo(chemins.stream().skip(1).toList());
        if (p.ouvert()) {
            assertThat(p.etat().ouvert()).as("open in the end").isEqualTo(v.ouvertLe(ORIGINE.plusDays(JOURS)));
        }
    }

    private static LocalDate debut(Enfant e, ProjetEnLot.Exercice x) {
        return e.exercices.stream().filter(y -> y.mesure().equals(x.mesure())).map(ProjetEnLot.Exercice::debut).min(LocalDate::compareTo).orElseThrow();
    }

    private static boolean le(Segment s, LocalDate jour) {
        return !jour.isBefore(s.debut()) && (s.fin() == null || jour.isBefore(s.fin()));
    }

    private static List<Segment> plats(ProjetEnLot p, String genre) {
        List<Segment> plats = new ArrayList<>();
        if (p.ouvert()) {
            p.periodes().get(genre).forEach(plats::addAll);
        }
        return plats;
    }
}
