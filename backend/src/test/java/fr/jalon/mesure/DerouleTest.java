package fr.jalon.mesure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import fr.jalon.evenement.Periodes.Segment;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What the acts of a measure make of its periods, by hand and against an oracle that looks at each day. */
class DerouleTest {

    private static final LocalDate JANVIER = LocalDate.of(2026, 1, 5);

    @Test
    void a_modulation_cuts_the_exercise_and_leaves_one_period() {
        Histoire h = new Histoire(JANVIER, "intensite", "SIMPLE").puis(GenreActe.AFFECTATION, JANVIER.plusDays(10), "service", "svc-apase")
                .puis(GenreActe.DEMARRAGE, JANVIER.plusDays(20)).puis(GenreActe.MODULATION, JANVIER.plusDays(50), "intensite", "RENFORCEE");
        List<List<Segment>> exercee = Deroule.periodes(Situation.toutes(h.actes())).get("EXERCEE");
        assertThat(exercee).hasSize(1);
        assertThat(exercee.get(0)).extracting(s -> s.debut() + " " + s.fin() + " " + s.dimensions().get("intensite"))
                .containsExactly("2026-01-25 2026-02-24 SIMPLE", "2026-02-24 null RENFORCEE");
    }

    @Test
    void a_measure_started_the_day_it_was_decided_waited_no_day_and_that_wait_is_kept() {
        Histoire h = new Histoire(JANVIER, "exercice", "UNITE").puis(GenreActe.DEMARRAGE, JANVIER);
        assertThat(Deroule.periodes(Situation.toutes(h.actes())).get("ATTENTE_EXERCICE").get(0))
                .extracting(Segment::debut, Segment::fin).containsExactly(org.assertj.core.groups.Tuple.tuple(JANVIER, JANVIER));
    }

    @Test
    void a_placement_requalified_in_open_care_is_no_longer_entrusted_and_goes_on_being_exercised() {
        Histoire h = new Histoire(JANVIER, "base", "PLACEMENT_ASE", "produit", "PAD", "accueil", "OUI", "service", "svc-cde")
                .puis(GenreActe.DEMARRAGE, JANVIER.plusDays(4))
                .puis(GenreActe.REQUALIFICATION, JANVIER.plusDays(100), "base", "AEMO_HEBERGEMENT", "accueil", "NON");
        Map<String, List<List<Segment>>> p = Deroule.periodes(Situation.toutes(h.actes()));
        assertThat(p.get("CONFIE").get(0)).extracting(s -> s.debut() + " " + s.fin()).containsExactly("2026-01-09 2026-04-15");
        assertThat(p.get("EXERCEE")).hasSize(1);
        assertThat(p.get("EXERCEE").get(0)).hasSize(2).last().matches(s -> s.fin() == null && !s.dimensions().containsKey("accueil"));
    }

    @Test
    void a_measure_entered_by_mistake_never_was() {
        Histoire h = new Histoire(JANVIER).puis(GenreActe.ANNULATION, JANVIER.plusDays(3));
        assertThat(Deroule.periodes(Situation.toutes(h.actes())).values()).allMatch(List::isEmpty);
    }

    @Test
    void an_act_entered_late_takes_its_place_by_its_date() {
        Histoire h = new Histoire(JANVIER, "exercice", "UNITE", "intensite", "SIMPLE").puis(GenreActe.DEMARRAGE, JANVIER.plusDays(1))
                .puis(GenreActe.FIN, JANVIER.plusDays(90), "motif", "TERME").puis(GenreActe.MODULATION, JANVIER.plusDays(30), "intensite", "RENFORCEE");
        assertThat(Deroule.periodes(Situation.toutes(h.actes())).get("EXERCEE").get(0)).extracting(Segment::fin)
                .containsExactly(JANVIER.plusDays(30), JANVIER.plusDays(90));
    }

    /** A day belongs to a kind of period when, at its end, the acts dated up to it leave the measure in it; with the same dimensions. */
    @Property(tries = 500)
    void each_day_belongs_to_the_periods_its_acts_say(@ForAll long graine) {
        Histoire h = auHasard(new Random(graine));
        List<Acte> actes = h.actes();
        Map<String, List<List<Segment>>> periodes = Deroule.periodes(Situation.toutes(actes));
        LocalDate fin = actes.get(actes.size() - 1).le().plusDays(3);
        for (LocalDate jour = JANVIER.minusDays(2); jour.isBefore(fin); jour = jour.plusDays(1)) {
            LocalDate ceJour = jour;
            List<Acte> connus = actes.stream().filter(a -> !a.le().isAfter(ceJour)).toList();
            for (String genre : Deroule.GENRES) {
                List<Segment> couvrent = periodes.get(genre).stream().flatMap(List::stream)
                        .filter(s -> !s.debut().isAfter(ceJour) && (s.fin() == null || s.fin().isAfter(ceJour))).toList();
                Map<String, String> attendues = naif(genre, connus);
                assertThat(couvrent).as(genre + " " + ceJour).hasSize(attendues == null ? 0 : 1);
                if (attendues != null) {
                    assertThat(couvrent.get(0).dimensions()).isEqualTo(attendues);
                }
            }
        }
    }

    /** A renewal or a modulation never makes a second exercise, whatever the history. */
    @Property(tries = 500)
    void one_start_makes_one_exercise_and_periods_of_a_kind_follow_each_other(@ForAll long graine) {
        Histoire h = auHasard(new Random(graine));
        Map<String, List<List<Segment>>> periodes = Deroule.periodes(Situation.toutes(h.actes()));
        assertThat(periodes.get("EXERCEE").size()).isLessThanOrEqualTo(1);
        assertThat(periodes.get("MESURE")).hasSize(1);
        periodes.values().forEach(genre -> genre.forEach(p -> {
            for (int i = 1; i < p.size(); i++) {
                assertThat(p.get(i).debut()).isEqualTo(p.get(i - 1).fin()).isAfter(p.get(i - 1).debut());
            }
        }));
    }

    /** The oracle: knows nothing of segments, replays the few things that matter with plain variables. */
    private static Map<String, String> naif(String genre, List<Acte> connus) {
        String etat = null;
        Map<String, String> d = new HashMap<>();
        String intensite = null;
        for (Acte a : connus) {
            switch (a.genre()) {
                case DECISION -> {
                    etat = "OUI".equals(a.d("accordAttendu")) ? "ACCORD" : "ATTENTE";
                    for (String nom : List.of("cadre", "base", "produit")) {
                        d.put(nom, a.d(nom));
                    }
                    poserAccueil(d, a);
                    intensite = a.d("intensite");
                }
                case ACCORD -> etat = "ACCORD".equals(etat) ? "ATTENTE" : etat;
                case AFFECTATION -> d.put("service", a.d("service"));
                case DEMARRAGE -> etat = "EXERCEE";
                case SUSPENSION -> etat = "SUSPENDUE";
                case REPRISE -> etat = "EXERCEE";
                case MODULATION -> intensite = a.d("intensite");
                case REQUALIFICATION -> {
                    d.put("base", a.d("base"));
                    poserAccueil(d, a);
                }
                default -> etat = "FINIE";
            }
        }
        if (etat == null || "FINIE".equals(etat)) {
            return null;
        }
        boolean exercee = "EXERCEE".equals(etat) || "SUSPENDUE".equals(etat);
        boolean dedans = switch (genre) {
            case "MESURE" -> true;
            case "ATTENTE_ACCORD" -> "ACCORD".equals(etat);
            case "ATTENTE_EXERCICE" -> "ATTENTE".equals(etat);
            case "SUSPENDUE" -> "SUSPENDUE".equals(etat);
            case "EXERCEE" -> exercee;
            default -> exercee && d.containsKey("accueil");
        };
        if (dedans && "EXERCEE".equals(genre) && intensite != null) {
            d.put("intensite", intensite);
        }
        return dedans ? d : null;
    }

    private static void poserAccueil(Map<String, String> d, Acte a) {
        if ("OUI".equals(a.d("accueil"))) {
            d.put("accueil", "OUI");
        } else {
            d.remove("accueil");
        }
    }

    /** A history a professional could have written, entered in the order of its dates. */
    private static Histoire auHasard(Random hasard) {
        boolean accord = hasard.nextBoolean();
        Histoire h = new Histoire(JANVIER, "accordAttendu", accord ? "OUI" : "NON", "accueil", hasard.nextBoolean() ? "OUI" : "NON", "intensite", "SIMPLE");
        LocalDate le = JANVIER;
        for (int i = 0; i < 12; i++) {
            le = le.plusDays(hasard.nextInt(4));
            List<Runnable> possibles = new ArrayList<>();
            LocalDate jour = le;
            Situation s = h.fin();
            switch (s.etat) {
                case ATTENTE_ACCORD -> possibles.add(() -> h.puis(GenreActe.ACCORD, jour, "complet", "OUI"));
                case ATTENTE_EXERCICE -> {
                    possibles.add(() -> h.puis(GenreActe.DEMARRAGE, jour));
                    possibles.add(() -> h.puis(GenreActe.AFFECTATION, jour, "service", hasard.nextBoolean() ? "svc-a" : "svc-b"));
                    possibles.add(() -> h.puis(GenreActe.CADUCITE, jour));
                }
                case EXERCEE -> {
                    possibles.add(() -> h.puis(GenreActe.SUSPENSION, jour));
                    possibles.add(() -> h.puis(GenreActe.MODULATION, jour, "intensite", hasard.nextBoolean() ? "SIMPLE" : "RENFORCEE"));
                    possibles.add(() -> h.puis(GenreActe.REQUALIFICATION, jour, "base", hasard.nextBoolean() ? "AEMO" : "AEMO_RENFORCEE", "accueil",
                            hasard.nextBoolean() ? "OUI" : "NON"));
                    possibles.add(() -> h.puis(GenreActe.FIN, jour, "motif", "TERME"));
                }
                case SUSPENDUE -> possibles.add(() -> h.puis(GenreActe.REPRISE, jour));
                default -> {
                    return h;
                }
            }
            possibles.get(hasard.nextInt(possibles.size())).run();
        }
        return h;
    }
}
