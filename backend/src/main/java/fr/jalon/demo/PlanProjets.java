package fr.jalon.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Draws the days on which projets are established, so that the figures come out exactly: as many different children a year as printed, each
 * while one of their measures is exercised, and the printed share of them within a MEP.
 */
final class PlanProjets {

    /** A child of a family of the caseload. */
    record Cle(int famille, int enfant) {
    }

    private record Choix(Vie vie, LocalDate le, double rang) {
    }

    private static final int ECART = 60;

    private static final class Vie {
        final Cle cle;
        final List<MesurePrevue> mesures = new ArrayList<>();
        final List<LocalDate> etablis = new ArrayList<>();
        LocalDate connue = LocalDate.MAX;

        Vie(Cle cle) {
            this.cle = cle;
        }

        boolean exerceLe(LocalDate jour) {
            return mesures.stream().anyMatch(m -> le(m, jour));
        }

        boolean enMilieuLe(LocalDate jour) {
            return mesures.stream().anyMatch(m -> m.milieu() && le(m, jour));
        }

        private static boolean le(MesurePrevue m, LocalDate jour) {
            return !m.debut.isAfter(jour) && (m.fin == null || m.fin.isAfter(jour));
        }
    }

    private final Semis.Graine graine;
    private final LocalDate ancre;

    private PlanProjets(Semis.Graine graine) {
        this.graine = graine;
        this.ancre = graine.ancre();
    }

    /** Days each child's projet is established, oldest first; children without any are left out. */
    static Map<Cle, List<LocalDate>> tirer(Semis.Graine graine, List<MesurePrevue> mesures, VolumesProjets volumes) {
        PlanProjets plan = new PlanProjets(graine);
        List<Vie> vies = plan.vies(mesures);
        for (VolumesProjets.Annee a : volumes.annees(graine)) {
            plan.etablir(vies, a, volumes.mep());
        }
        Map<Cle, List<LocalDate>> jours = new LinkedHashMap<>();
        vies.stream().filter(v -> !v.etablis.isEmpty()).forEach(v -> jours.put(v.cle, v.etablis));
        return jours;
    }

    private List<Vie> vies(List<MesurePrevue> mesures) {
        Map<Integer, LocalDate> connues = new HashMap<>();
        mesures.forEach(m -> connues.merge(m.famille, m.attente, (a, b) -> a.isBefore(b) ? a : b));
        Map<Cle, Vie> vies = new TreeMap<>(Comparator.comparing(Cle::famille).thenComparing(Cle::enfant));
        mesures.stream().filter(m -> m.issue == MesurePrevue.Issue.VECUE && m.debut != null && !m.debut.isAfter(ancre)).forEach(m -> {
            Vie v = vies.computeIfAbsent(new Cle(m.famille, m.enfant), Vie::new);
            v.mesures.add(m);
            v.connue = connues.get(m.famille);
        });
        return List.copyOf(vies.values());
    }

    private void etablir(List<Vie> vies, VolumesProjets.Annee a, VolumesProjets.Mep mep) {
        LocalDate premier = LocalDate.of(a.annee(), 1, 2);
        LocalDate fin = LocalDate.of(a.annee(), 12, 30);
        LocalDate dernier = fin.isAfter(ancre) ? ancre : fin;
        if (!premier.isBefore(dernier)) {
            return;
        }
        int combien = (int) Math.round(a.etablis() * (fin.isAfter(ancre) ? ChronoUnit.DAYS.between(premier, dernier) / 364.0 : 1));
        boolean tenu = mep != null && mep.annee() == a.annee();
        if (!tenu) {
            choisir(vies, combien, premier, dernier, null, a.annee());
            return;
        }
        // Those of the printed day are still in force on it: open until then, and under two not past six months.
        int dansMep = (int) Math.round(combien * mep.part() / 100.0);
        choisir(vies, dansMep, premier, dernier, true, a.annee());
        choisir(vies, combien - dansMep, premier, dernier, false, a.annee());
    }

    private void choisir(List<Vie> vies, int combien, LocalDate premier, LocalDate dernier, Boolean milieu, int annee) {
        List<Choix> choix = new ArrayList<>();
        for (Vie v : vies) {
            if (v.etablis.isEmpty() || v.etablis.get(v.etablis.size() - 1).getYear() < annee) {
                jour(v, premier, dernier, milieu, annee).ifPresent(c -> choix.add(c));
            }
        }
        if (choix.size() < combien) {
            throw new IllegalStateException("Volumes de projets impossibles en " + annee);
        }
        choix.stream().sorted(Comparator.comparing(Choix::rang)).limit(combien).forEach(c -> c.vie().etablis.add(c.le()));
    }

    private Optional<Choix> jour(Vie v, LocalDate premier, LocalDate dernier, Boolean milieu, int annee) {
        Hasard h = Hasard.de(graine.graine(), "projet", v.cle.famille(), v.cle.enfant(), annee);
        LocalDate apres = v.etablis.isEmpty() ? LocalDate.MIN : v.etablis.get(v.etablis.size() - 1).plusDays(ECART);
        if (milieu != null && !v.exerceLe(LocalDate.of(annee, 12, 31))) {
            return Optional.empty();
        }
        for (MesurePrevue m : v.mesures) {
            LocalDate du = plusTard(plusTard(m.debut.plusDays(18), premier), apres);
            // A child just known may be under two: established in the first half of the year it would be past six months at its end.
            if (milieu != null && du.isBefore(v.connue.plusYears(2))) {
                du = plusTard(du, LocalDate.of(annee, 7, 1));
            }
            LocalDate au = m.fin == null || m.fin.minusDays(1).isAfter(dernier) ? dernier : m.fin.minusDays(1);
            if (du.isAfter(au) || milieu != null && (m.milieu() != milieu || m.requalifiee != null)) {
                continue;
            }
            boolean nouvelle = m.debut.isAfter(premier.minusDays(90));
            LocalDate le = nouvelle && !m.debut.plusDays(110).isAfter(au) ? plusTard(du, m.debut.plusDays(h.entre(40, 110)))
                    : du.plusDays(h.entre(0, (int) Math.min(360, ChronoUnit.DAYS.between(du, au))));
            if (milieu != null && !milieu && v.enMilieuLe(le)) {
                continue;
            }
            return Optional.of(new Choix(v, le, h.reel() - (nouvelle ? 0.6 : 0) - (v.etablis.isEmpty() ? 0 : 0.25)));
        }
        return Optional.empty();
    }

    private static LocalDate plusTard(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
