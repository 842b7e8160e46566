package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Composante;
import fr.jalon.indicateur.Collecte.Lieu;

/** What one history adds to the counts of young people toward majority. */
final class ContributionsAutonomie {

    private ContributionsAutonomie() {
    }

    static void emettre(FormuleAutonomie f, Histoire h, Collecte c) {
        if (h.enfant() == null) {
            return;
        }
        if (f instanceof FormuleAutonomie.Anniversaires a) {
            anniversaire(h, a.ans(), a.bases(), a.mna(), (jour, place) -> c.fait(Composante.NOMBRE, jour, Lieu.de(h, place.segment()).cles(jour)));
        } else if (f instanceof FormuleAutonomie.EntretiensATemps e) {
            LocalDate tenu = FormuleAutonomie.tenus(h.faits()).get(h.enfant());
            anniversaire(h, FormuleAutonomie.ENTRETIEN, e.bases(), e.mna(), (jour, place) -> {
                c.fait(Composante.BASE, jour, Lieu.de(h, place.segment()).cles(jour));
                if (tenu != null && !tenu.isAfter(jour)) {
                    c.fait(Composante.NOMBRE, jour, Lieu.de(h, place.segment()).cles(jour));
                }
            });
        } else if (f instanceof FormuleAutonomie.EntretiensEntresTard e) {
            FormuleAutonomie.Place entree = FormuleAutonomie.parmi(h.faits(), e.mna()).test(h.enfant())
                    ? e.entree(h.naissance(), FormuleAutonomie.sejours(h.faits(), e.bases()).getOrDefault(h.enfant(), List.of())) : null;
            if (entree != null) {
                LocalDate jour = entree.segment().debut();
                Collection<Cle> cles = Lieu.de(h, entree.segment()).cles(jour);
                c.fait(Composante.BASE, jour, cles);
                LocalDate tenu = FormuleAutonomie.tenus(h.faits()).get(h.enfant());
                if (tenu != null) {
                    c.faitDepuis(Composante.NOMBRE, new Collecte.Date(jour, tenu.isBefore(jour) ? jour : tenu, cles));
                }
            }
        } else if (f instanceof FormuleAutonomie.Majeurs m) {
            majeurs(m, h, c);
        } else if (f instanceof FormuleAutonomie.PartDesMajeurs p) {
            List<FaitsMesures.Periode> exercees = exercees(h, p.bases());
            TreeSet<LocalDate> jours = Contributions.jours(h, exercees);
            Function<LocalDate, Set<Cle>> ouvertes = jour -> Contributions.ouvertes(h, exercees, jour, s -> base(p.bases(), s));
            c.stock(Composante.BASE, jours, ouvertes);
            if (FormuleAutonomie.avec(h.faits(), p.dimension()).contains(h.enfant())) {
                c.stock(Composante.NOMBRE, jours, ouvertes);
            }
        } else if (f instanceof FormuleAutonomie.Suivis s) {
            suivis(s, h, c);
        }
    }

    private static boolean base(List<String> bases, FaitsMesures.Segment s) {
        return bases.contains(s.dimensions().getOrDefault("base", ""));
    }

    private static List<FaitsMesures.Periode> exercees(Histoire h, List<String> bases) {
        return h.mesures().periodes("EXERCEE").stream().filter(p -> p.segments().stream().anyMatch(s -> base(bases, s))).toList();
    }

    private static void anniversaire(Histoire h, int ans, List<String> bases, Boolean mna, java.util.function.BiConsumer<LocalDate, FormuleAutonomie.Place> dire) {
        List<FaitsMesures.Periode> sejours = FormuleAutonomie.sejours(h.faits(), bases).getOrDefault(h.enfant(), List.of());
        if (h.naissance() != null && !sejours.isEmpty() && FormuleAutonomie.parmi(h.faits(), mna).test(h.enfant())) {
            LocalDate jour = h.naissance().plusYears(ans);
            FormuleAutonomie.Place place = FormuleAutonomie.atteint(sejours, bases, ans, jour);
            if (place != null) {
                dire.accept(jour, place);
            }
        }
    }

    private static void majeurs(FormuleAutonomie.Majeurs m, Histoire h, Collecte c) {
        List<FaitsMesures.Periode> exercees = exercees(h, m.bases());
        if (exercees.isEmpty() || !FormuleAutonomie.parmi(h.faits(), m.mna()).test(h.enfant())) {
            return;
        }
        TreeSet<LocalDate> jours = Contributions.jours(h, exercees);
        Function<LocalDate, Set<Cle>> ouvertes = jour -> Contributions.ouvertes(h, exercees, jour, s -> base(m.bases(), s));
        switch (m.quoi()) {
            case EN_COURS -> {
                LocalDate choisie = m.reference() ? FormuleAutonomie.Majeurs.choisie(h.faits()) : null;
                if (choisie != null) {
                    jours.add(choisie);
                }
                if (!m.reference() || choisie != null) {
                    c.stock(Composante.NOMBRE, jours, jour -> choisie == null || !jour.isBefore(choisie) ? ouvertes.apply(jour) : Set.of());
                }
            }
            case ANNEE -> c.touche(Composante.NOMBRE, Composante.OUVERTURE, jours, ouvertes);
            case FINS -> {
                LocalDate derniere = FormuleAutonomie.Majeurs.derniers(exercees).get(h.enfant());
                c.distincts(Composante.NOMBRE, exercees.stream().filter(p -> p.fin() != null && p.fin().equals(derniere) && base(m.bases(), p.dernier()))
                        .map(p -> Contributions.date(h, p.fin(), p.dernier())).toList());
            }
        }
    }

    private static void suivis(FormuleAutonomie.Suivis s, Histoire h, Collecte c) {
        List<FaitsMesures.Periode> toutes = h.mesures().periodes(FormuleAutonomie.AUTONOMIE);
        if (toutes.isEmpty() || !FormuleAutonomie.parmi(h.faits(), s.mna()).test(h.enfant())) {
            return;
        }
        for (Map.Entry<UUID, List<FaitsMesures.Periode>> parcours : ContributionsMesures.parMesure(toutes).entrySet()) {
            List<FaitsMesures.Periode> siennes = parcours.getValue();
            TreeSet<LocalDate> jours = ContributionsMesures.jours(h, siennes, new Enfants(s.du(), s.moinsDe(), null));
            Function<LocalDate, Set<Cle>> ouvertes = jour -> s.age(h.naissance(), jour) ? Contributions.ouvertes(h, siennes, jour, x -> true) : Set.of();
            if (!s.annee()) {
                c.stock(Composante.NOMBRE, jours, ouvertes);
            } else {
                c.stock(Composante.OUVERTURE, jours, ouvertes);
                venus(s, h, siennes, ouvertes, c);
            }
        }
    }

    /** Each path once a span, from the first day it runs there; its age is that of this day, and a path already open that day is judged by it. */
    private static void venus(FormuleAutonomie.Suivis s, Histoire h, List<FaitsMesures.Periode> siennes, Function<LocalDate, Set<Cle>> ouvertes, Collecte c) {
        Set<Cle> connues = new LinkedHashSet<>();
        siennes.forEach(p -> p.segments().forEach(x -> connues.addAll(Lieu.de(h, x).cles(x.debut()))));
        for (Cle cle : connues) {
            List<Collecte.Date> dates = new ArrayList<>();
            for (FaitsMesures.Periode p : siennes) {
                List<FaitsMesures.Segment> ici = p.segments().stream().filter(x -> (x.fin() == null || x.fin().isAfter(x.debut()))
                        && Lieu.de(h, x).cles(x.debut()).contains(cle)).toList();
                for (FaitsMesures.Segment x : ici) {
                    if (s.age(h.naissance(), x.debut())) {
                        dates.add(new Collecte.Date(x.debut(), x.debut(), Set.of(cle)));
                    }
                }
            }
            c.distinctsSaufOuverts(Composante.NOMBRE, dates, debut -> {
                Set<Cle> deja = new HashSet<>(ouvertes.apply(debut));
                return deja.contains(cle);
            }, (debut, jour) -> siennes.stream().anyMatch(p -> {
                // The first stretch of the period here is the one that tells its age.
                FaitsMesures.Segment premier = p.segments().stream().filter(x -> Lieu.de(h, x).cles(x.debut()).contains(cle)
                        && x.touche(debut, jour)).findFirst().orElse(null);
                return premier != null && premier.debut().equals(jour);
            }));
        }
    }
}
