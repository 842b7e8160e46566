package fr.jalon.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws young people so that the figures come out exactly: births give who comes of age in each year; supports begin and end so that as many
 * are touched, and end, as in the table; exits are told so that as many have a home, resources, an activity. Nobody is supported past 21.
 */
final class PlanJeunes {

    private final Semis.Graine graine;
    private final LocalDate ancre;
    private final List<VolumesJeunes.Annee> annees;
    private final List<JeunePrevu> jeunes = new ArrayList<>();

    private PlanJeunes(Semis.Graine graine, VolumesJeunes volumes) {
        this.graine = graine;
        this.ancre = graine.ancre();
        this.annees = volumes.annees(graine);
    }

    /** In the order of births. */
    static List<JeunePrevu> tirer(Semis.Graine graine, VolumesJeunes volumes) {
        PlanJeunes plan = new PlanJeunes(graine, volumes);
        plan.naitre();
        plan.accompagner();
        plan.sortir();
        return plan.jeunes;
    }

    private Hasard hasard(String quoi, Object... rangs) {
        Object[] mots = new Object[rangs.length + 2];
        mots[0] = "jeunes";
        mots[1] = quoi;
        System.arraycopy(rangs, 0, mots, 2, rangs.length);
        return Hasard.de(graine.graine(), mots);
    }

    /** Those who are sixteen at the anchor, or were: the path of each is open, or was. */
    private void naitre() {
        List<LocalDate> naissances = new ArrayList<>();
        for (VolumesJeunes.Annee a : annees) {
            for (int n = 0; n < a.majeurs(); n++) {
                LocalDate premier = LocalDate.of(a.annee() - 18, 1, 1);
                LocalDate ne = premier.plusDays(hasard("naissance", a.annee(), n).entre(0, premier.lengthOfYear() - 1));
                if (!ne.plusYears(16).isAfter(ancre)) {
                    naissances.add(ne);
                }
            }
        }
        naissances.sort(Comparator.naturalOrder());
        for (LocalDate ne : naissances) {
            int rang = jeunes.size();
            Hasard h = hasard("qui", rang);
            boolean mna = h.chance(0.3);
            jeunes.add(new JeunePrevu(rang, ne, mna, !mna && h.chance(0.22), entree(h, ne, mna)));
        }
    }

    private LocalDate entree(Hasard h, LocalDate ne, boolean mna) {
        LocalDate entree = h.chance(mna ? 0.17 : 0.06) ? ne.plusYears(17).plusDays(h.entre(0, 280))
                : h.chance(mna ? 0.5 : 0.12) ? ne.plusYears(16).plusDays(h.entre(1, 350)) : ne.plusYears(16).minusDays(h.entre(20, mna ? 500 : 2_900));
        return entree.isBefore(ancre.minusDays(12)) ? entree : ancre.minusDays(h.entre(12, 60));
    }

    private double part(int annee) {
        return annee < ancre.getYear() ? 1 : annee > ancre.getYear() ? 0 : Math.max(0, ancre.getDayOfYear() - 1) / 365.0;
    }

    private void accompagner() {
        List<JeunePrevu> suivis = new ArrayList<>();
        for (VolumesJeunes.Annee a : annees) {
            double part = part(a.annee());
            if (part == 0) {
                break;
            }
            entrer(suivis, a, (int) Math.round((a.accompagnes() - suivis.size()) * part));
            finir(suivis, a, (int) Math.round(a.finis() * part));
            suivis.removeIf(j -> j.accompagneAu != null);
        }
    }

    /** On the birthday mostly; when more are supported than came of age, some who had left come back. */
    private void entrer(List<JeunePrevu> suivis, VolumesJeunes.Annee a, int combien) {
        List<JeunePrevu> majeurs = jeunes.stream().filter(j -> j.age(18).getYear() == a.annee() && j.age(18).isBefore(ancre))
                .sorted(Comparator.comparing(j -> hasard("accompagne", j.rang).reel() - (j.mna ? 0.4 : 0))).toList();
        majeurs.stream().limit(Math.max(0, combien)).forEach(j -> {
            j.accompagneDu = j.age(18);
            suivis.add(j);
        });
        LocalDate fin = LocalDate.of(a.annee(), 12, 20).isBefore(ancre) ? LocalDate.of(a.annee(), 12, 20) : ancre.minusDays(15);
        jeunes.stream().filter(j -> j.accompagneDu == null && j.age(18).plusDays(120).isBefore(LocalDate.of(a.annee(), 1, 1)) && j.age(20).isAfter(fin))
                .sorted(Comparator.comparing(j -> hasard("retour", j.rang, a.annee()).reel())).limit(Math.max(0, combien - majeurs.size())).forEach(j -> {
                    j.accompagneDu = fin.minusDays(hasard("retour-le", j.rang).entre(0, Math.max(0, fin.getDayOfYear() - 5)));
                    suivis.add(j);
                });
    }

    /** At 21 at the latest; the oldest mostly before. */
    private void finir(List<JeunePrevu> suivis, VolumesJeunes.Annee a, int combien) {
        LocalDate fin = LocalDate.of(a.annee(), 12, 30).isBefore(ancre) ? LocalDate.of(a.annee(), 12, 30) : ancre.minusDays(1);
        LocalDate premier = LocalDate.of(a.annee(), 1, 2);
        List<JeunePrevu> auTerme = suivis.stream().filter(j -> !j.age(21).isAfter(fin.getYear() < ancre.getYear() ? LocalDate.of(a.annee(), 12, 31) : ancre)).toList();
        auTerme.forEach(j -> j.accompagneAu = j.age(21));
        suivis.stream().filter(j -> j.accompagneAu == null && j.accompagneDu.plusDays(45).isBefore(fin))
                .sorted(Comparator.comparing(j -> j.neLe.toEpochDay() + 320 * hasard("fin", j.rang, a.annee()).gauss()))
                .limit(Math.max(0, combien - auTerme.size())).forEach(j -> {
                    LocalDate du = j.accompagneDu.plusDays(40).isAfter(premier) ? j.accompagneDu.plusDays(40) : premier;
                    LocalDate au = j.age(21).minusDays(1).isBefore(fin) ? j.age(21).minusDays(1) : fin;
                    j.accompagneAu = du.isBefore(au) ? du.plusDays(hasard("fin-le", j.rang).entre(0, (int) (au.toEpochDay() - du.toEpochDay()))) : au;
                });
    }

    private record Depart(JeunePrevu jeune, LocalDate le) {
    }

    private void sortir() {
        List<Depart> departs = new ArrayList<>();
        for (JeunePrevu j : jeunes) {
            if (j.age(18).isBefore(ancre) && (j.accompagneDu == null || j.revenu())) {
                departs.add(new Depart(j, j.age(18)));
            }
            if (j.accompagneAu != null) {
                departs.add(new Depart(j, j.accompagneAu));
            }
        }
        for (VolumesJeunes.Annee a : annees) {
            double part = part(a.annee());
            // The form of a recent exit may not be filled yet.
            List<Depart> dits = departs.stream().filter(d -> d.le().getYear() == a.annee()).sorted(Comparator.comparing(Depart::le)).toList();
            List<Depart> remplis = dits.stream().filter(d -> d.le().isBefore(ancre.minusDays(50)) || hasard("fiche", d.jeune().rang).chance(0.55)).toList();
            var stable = tires(remplis, "logement", a.annee(), (int) Math.round(a.logement() * part));
            var ressources = tires(remplis, "ressources", a.annee(), (int) Math.round(a.ressources() * part));
            var activite = tires(remplis, "activite", a.annee(), (int) Math.round(a.activite() * part));
            dits.forEach(d -> d.jeune().sorties.add(new JeunePrevu.Sortie(d.le(), remplis.contains(d), stable.contains(d), ressources.contains(d), activite.contains(d))));
        }
        jeunes.forEach(j -> j.sorties.sort(Comparator.comparing(JeunePrevu.Sortie::le)));
    }

    /** Exactly as many; whoever goes well in one thing goes rather well in the others. */
    private java.util.Set<Depart> tires(List<Depart> departs, String quoi, int annee, int combien) {
        return new java.util.HashSet<>(departs.stream().sorted(Comparator.comparing(d -> hasard("va-bien", d.jeune().rang).reel() + 0.6 * hasard(quoi, d.jeune().rang, annee).reel()))
                .limit(combien).toList());
    }
}
