package fr.jalon.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws when each information is received and which ones are evaluated, so that the yearly figures come out exactly: a year's reports
 * are those of the files received the year before and reported since, completed by as many of its own as are missing.
 */
final class Amorces {

    /** Share of the files whose report would fall in the next year that are evaluated. */
    private static final double PART_REPORTEE = 0.70;

    /** @param rang in the order of reception, from 1; {@code rapport} null: not evaluated */
    record Amorce(int annee, int rang, LocalDate recue, LocalDate rapport, boolean urgence, boolean reduite) {
    }

    /** A file before it is known whether it is evaluated. */
    private record Tiree(LocalDate recue, LocalDate rapportPossible, boolean urgence, boolean reduite, double tirage) {
    }

    private Amorces() {
    }

    static List<Amorce> tirer(Semis.Graine graine, List<Volumes.Annee> annees) {
        List<Amorce> amorces = new ArrayList<>();
        List<LocalDate> reportes = new ArrayList<>();
        for (Volumes.Annee a : annees) {
            List<Tiree> tirees = tirees(graine, a);
            LocalDate fin = a.annee() == graine.ancre().getYear() ? graine.ancre() : LocalDate.of(a.annee(), 12, 31);
            List<Tiree> dedans = tirees.stream().filter(t -> !t.rapportPossible().isAfter(fin)).sorted(Comparator.comparingDouble(Tiree::tirage)).toList();
            // A year cut at the anchor has not seen all the reports it will inherit.
            int voulus = Math.max(0, a.evaluees() - (int) reportes.stream().filter(r -> !r.isAfter(fin)).count());
            if (a.annee() == graine.ancre().getYear()) {
                voulus = Math.min(voulus, dedans.size());
            } else if (voulus > dedans.size()) {
                throw new IllegalStateException("Volumes impossibles en " + a.annee() + " : " + voulus + " rapports pour " + dedans.size() + " dossiers");
            }
            double seuil = voulus == 0 ? -1 : dedans.get(voulus - 1).tirage();
            reportes = new ArrayList<>();
            int rang = 1;
            for (Tiree t : tirees) {
                boolean plusTard = t.rapportPossible().isAfter(fin);
                boolean evaluee = plusTard ? t.tirage() < PART_REPORTEE : t.tirage() <= seuil;
                if (plusTard && evaluee) {
                    reportes.add(t.rapportPossible());
                }
                amorces.add(new Amorce(a.annee(), rang++, t.recue(), evaluee ? t.rapportPossible() : null, t.urgence(), t.reduite()));
            }
        }
        return amorces;
    }

    private static List<Tiree> tirees(Semis.Graine graine, Volumes.Annee a) {
        List<Tiree> tirees = new ArrayList<>();
        LocalDate premier = LocalDate.of(a.annee(), 1, 1);
        int jours = a.annee() == graine.ancre().getYear() ? graine.ancre().getDayOfYear() : premier.lengthOfYear();
        for (int n = 0; n < a.recues(); n++) {
            Hasard hasard = Hasard.de(graine.graine(), "amorce", a.annee(), n);
            LocalDate recue = jourDeReception(premier, jours, hasard);
            boolean urgence = hasard.chance(0.07);
            boolean reduite = urgence || hasard.chance(0.05);
            int delai = (int) Math.round(reduite ? 36 + 14 * hasard.gauss() : 82 + 21 * hasard.gauss() + (hasard.chance(0.06) ? 45 : 0));
            LocalDate rapport = Agenda.ouvre(recue.plusDays(Math.max(reduite ? 8 : 15, Math.min(delai, 210))));
            tirees.add(new Tiree(recue, rapport, urgence, reduite, hasard.reel()));
        }
        tirees.sort(Comparator.comparing(Tiree::recue));
        return tirees;
    }

    /** Mostly on working days, less in summer, when schools are closed. */
    private static LocalDate jourDeReception(LocalDate premier, int jours, Hasard hasard) {
        while (true) {
            LocalDate jour = premier.plusDays(hasard.entre(0, jours - 1));
            boolean weekEnd = jour.getDayOfWeek().getValue() > 5;
            double gardee = (weekEnd ? 0.12 : 1) * (jour.getMonthValue() == 8 ? 0.45 : jour.getMonthValue() == 7 ? 0.7 : 1);
            if (hasard.chance(gardee)) {
                return jour;
            }
        }
    }
}
