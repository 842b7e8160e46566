package fr.jalon.indicateur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import fr.jalon.essai.TestIntegration;
import fr.jalon.indicateur.CarnetJeunes.Jeune;
import fr.jalon.indicateur.CarnetJeunes.Sejour;
import fr.jalon.indicateur.FormuleAutonomie.Majeurs.Quoi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random young people, many born on 29 February, who enter and leave around each threshold, some of whose ends and births are corrected
 * afterwards; what is counted against what was told, child by child and day by day.
 */
@TestIntegration
class JeunesAuHasardIT {

    private static final int JEUNES = 80;
    private static final List<String> BASES = List.of("PLACEMENT_ASE", "OPP");
    private static final List<String> APJM = List.of("APJM");

    @Autowired
    private CarnetJeunes carnet;
    @Autowired
    private LectureFaits lecture;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_is_counted_is_what_was_told(long graine) {
        SplittableRandom hasard = new SplittableRandom(graine);
        List<String> unites = List.of("hasard-j-" + graine + "-a", "hasard-j-" + graine + "-b");
        // Leap years apart, so that each seed meets its own 29 February.
        int an = 1973 + (int) graine * 2;
        LocalDate premier = LocalDate.of(an, 1, 1);
        LocalDate dernier = LocalDate.of(an, 12, 31);
        List<Jeune> jeunes = new ArrayList<>();
        for (int n = 0; n < JEUNES; n++) {
            Jeune j = raconter(hasard, unites, an);
            carnet.ecrire(j);
            jeunes.add(corriger(hasard, j));
        }
        Faits faits = lecture.lire();
        for (Set<String> ou : List.of(Set.copyOf(unites), Set.of(unites.get(0)))) {
            Portee portee = new Portee(premier, dernier, dernier, ou);
            for (Boolean mna : new Boolean[] {null, false, true}) {
                verifier(faits, jeunes, portee, mna);
            }
        }
    }

    private static void verifier(Faits faits, List<Jeune> jeunes, Portee portee, Boolean mna) {
        List<Jeune> voulus = jeunes.stream().filter(j -> mna == null || j.mna == mna).toList();
        for (int ans : new int[] {16, 17, 18}) {
            assertThat(new FormuleAutonomie.Anniversaires(ans, BASES, mna).calculer(faits, portee).valeur().intValueExact()).as("reached " + ans)
                    .isEqualTo((int) voulus.stream().filter(j -> atteint(j, ans, portee)).count());
        }
        Resultat aTemps = new FormuleAutonomie.EntretiensATemps(BASES, mna).calculer(faits, portee);
        List<Jeune> base = voulus.stream().filter(j -> atteint(j, 17, portee)).toList();
        assertThat(aTemps.base()).hasSize(base.size());
        assertThat(aTemps.comptes()).hasSize((int) base.stream().filter(j -> j.gestes.stream()
                .anyMatch(g -> tenu(g) && !g.le().isAfter(anniversaire(j.naissance, 17)))).count());
        Resultat tard = new FormuleAutonomie.EntretiensEntresTard(BASES, mna).calculer(faits, portee);
        List<Jeune> tardifs = voulus.stream().filter(j -> entreTard(j, portee)).toList();
        assertThat(tard.base()).hasSize(tardifs.size());
        assertThat(tard.comptes()).hasSize((int) tardifs.stream().filter(j -> j.gestes.stream().anyMatch(g -> tenu(g) && !g.le().isAfter(portee.jour())))
                .count());
        assertThat(new FormuleAutonomie.Majeurs(APJM, Quoi.EN_COURS, mna, false).calculer(faits, portee).valeur().intValueExact())
                .isEqualTo((int) voulus.stream().filter(j -> soutenu(j, portee.jour(), portee)).count());
        assertThat(new FormuleAutonomie.Majeurs(APJM, Quoi.ANNEE, mna, false).calculer(faits, portee).valeur().intValueExact())
                .isEqualTo((int) voulus.stream().filter(j -> portee.du().datesUntil(portee.jour().plusDays(1)).anyMatch(d -> soutenu(j, d, portee))).count());
        assertThat(new FormuleAutonomie.Majeurs(APJM, Quoi.FINS, mna, false).calculer(faits, portee).valeur().intValueExact())
                .isEqualTo((int) voulus.stream().filter(j -> fini(j, portee)).count());
        assertThat(new FormuleAutonomie.Suivis(null, 18, mna, false).calculer(faits, portee).valeur().intValueExact()).isEqualTo((int) voulus.stream()
                .filter(j -> j.ouvert != null && !j.ouvert.isAfter(portee.jour()) && (j.clos == null || j.clos.isAfter(portee.jour()))
                        && portee.unites().contains(j.sejours.get(0).unite()) && anniversaire(j.naissance, 18).isAfter(portee.jour())).count());
    }

    /** Told without the code of the house: 29 February is 28 February where there is none. */
    private static LocalDate anniversaire(LocalDate naissance, int ans) {
        int annee = naissance.getYear() + ans;
        boolean fevrier = naissance.getMonthValue() == 2 && naissance.getDayOfMonth() == 29 && !LocalDate.of(annee, 1, 1).isLeapYear();
        return fevrier ? LocalDate.of(annee, 2, 28) : LocalDate.of(annee, naissance.getMonthValue(), naissance.getDayOfMonth());
    }

    private static Sejour confie(Jeune j, LocalDate jour) {
        return j.sejours.stream().filter(s -> BASES.contains(s.base()) && s.le(jour)).findFirst().orElse(null);
    }

    private static boolean atteint(Jeune j, int ans, Portee portee) {
        LocalDate jour = anniversaire(j.naissance, ans);
        // A placement ends on the day of majority: its eve tells.
        Sejour ce = confie(j, ans >= 18 ? jour.minusDays(1) : jour);
        return portee.contient(jour) && ce != null && confie(j, jour.minusDays(1)) != null && portee.unites().contains(ce.unite());
    }

    private static boolean entreTard(Jeune j, Portee portee) {
        LocalDate dixSept = anniversaire(j.naissance, 17);
        if (confie(j, dixSept) != null && confie(j, dixSept.minusDays(1)) != null) {
            return false;
        }
        return j.sejours.stream().filter(s -> BASES.contains(s.base()) && s.dure() && !s.debut().isBefore(dixSept)
                && s.debut().isBefore(anniversaire(j.naissance, 18))).min(java.util.Comparator.comparing(Sejour::debut))
                .map(s -> portee.contient(s.debut()) && portee.unites().contains(s.unite())).orElse(false);
    }

    private static boolean tenu(CarnetJeunes.Geste g) {
        return "autonomie.entretien".equals(g.type()) && "TENU".equals(g.dimensions().get("issue")) && "ORDINAIRE".equals(g.dimensions().get("genre"));
    }

    private static boolean soutenu(Jeune j, LocalDate jour, Portee portee) {
        return j.sejours.stream().anyMatch(s -> "APJM".equals(s.base()) && s.le(jour) && portee.unites().contains(s.unite()));
    }

    private static boolean fini(Jeune j, Portee portee) {
        List<Sejour> soutiens = j.sejours.stream().filter(s -> "APJM".equals(s.base())).toList();
        if (soutiens.isEmpty() || soutiens.stream().anyMatch(s -> s.fin() == null)) {
            return false;
        }
        LocalDate dernier = soutiens.stream().map(Sejour::fin).max(LocalDate::compareTo).orElseThrow();
        return portee.contient(dernier) && soutiens.stream().anyMatch(s -> s.fin().equals(dernier) && portee.unites().contains(s.unite()));
    }

    private static Jeune raconter(SplittableRandom hasard, List<String> unites, int an) {
        int age = 16 + hasard.nextInt(5);
        int annee = an - age;
        LocalDate naissance = hasard.nextInt(4) == 0 && LocalDate.of(annee, 1, 1).isLeapYear() ? LocalDate.of(annee, 2, 29)
                : LocalDate.of(annee, 1, 1).plusDays(hasard.nextInt(365));
        Jeune j = new Jeune(naissance);
        j.mna = hasard.nextInt(4) == 0;
        // Around each threshold: the day before, the day, the day after, or some months off.
        LocalDate seuil = naissance.plusYears(16 + hasard.nextInt(3));
        LocalDate debut = switch (hasard.nextInt(4)) {
            case 0 -> seuil.plusDays(hasard.nextInt(3) - 1);
            case 1 -> naissance.plusYears(10);
            default -> seuil.minusDays(hasard.nextInt(400));
        };
        int nombre = 1 + hasard.nextInt(3);
        for (int n = 0; n < nombre; n++) {
            LocalDate fin = n == nombre - 1 && hasard.nextInt(2) == 0 ? null
                    : hasard.nextInt(3) == 0 && debut.isBefore(seuil) ? seuil.plusDays(hasard.nextInt(3) - 1) : debut.plusDays(hasard.nextInt(300));
            if (fin != null && fin.isBefore(debut)) {
                fin = debut;
            }
            j.sejour(unites.get(hasard.nextInt(2)), List.of("PLACEMENT_ASE", "OPP", "PLACEMENT_TIERS").get(hasard.nextInt(3)), debut, fin);
            if (fin == null) {
                break;
            }
            debut = fin.plusDays(hasard.nextInt(3) == 0 ? 0 : hasard.nextInt(60));
        }
        LocalDate majorite = naissance.plusYears(18);
        if (hasard.nextInt(2) == 0) {
            LocalDate fin = majorite.plusDays(1 + hasard.nextInt(500));
            j.majeur(unites.get(hasard.nextInt(2)), majorite.plusDays(hasard.nextInt(2)), hasard.nextInt(3) == 0 ? null : fin);
            if (hasard.nextInt(3) == 0 && j.sejours.get(j.sejours.size() - 1).fin() != null) {
                j.majeur(unites.get(hasard.nextInt(2)), fin.plusDays(hasard.nextInt(40)), hasard.nextInt(2) == 0 ? null : fin.plusDays(50 + hasard.nextInt(200)));
            }
        }
        j.suivi(naissance.plusYears(16).plusDays(hasard.nextInt(100)), hasard.nextInt(3) == 0 ? naissance.plusYears(18).plusDays(hasard.nextInt(800)) : null);
        int entretiens = hasard.nextInt(3);
        for (int n = 0; n < entretiens; n++) {
            LocalDate le = naissance.plusYears(17).plusDays(hasard.nextInt(3) == 0 ? hasard.nextInt(3) - 1 : hasard.nextInt(300) - 200);
            j.geste("autonomie.entretien", le, "issue", List.of("TENU", "TENU", "DECLINE", "NON_TENU").get(hasard.nextInt(4)), "genre",
                    hasard.nextInt(5) == 0 ? "EXCEPTIONNEL" : "ORDINAIRE");
        }
        return j;
    }

    /** An end written wrong, or a birth revised by a judge: the figures are those of what stands. */
    private Jeune corriger(SplittableRandom hasard, Jeune j) {
        if (hasard.nextInt(4) == 0) {
            int rang = hasard.nextInt(j.sejours.size());
            Sejour s = j.sejours.get(rang);
            if (s.fin() != null && (rang == j.sejours.size() - 1 || !j.sejours.get(rang + 1).debut().isBefore(s.fin().plusDays(1)))) {
                carnet.corrigerFin(j, rang, s.fin().plusDays(1));
            }
        }
        if (hasard.nextInt(6) == 0) {
            return carnet.corrigerNaissance(j, j.naissance.plusDays(hasard.nextInt(80) - 40));
        }
        return j;
    }
}
