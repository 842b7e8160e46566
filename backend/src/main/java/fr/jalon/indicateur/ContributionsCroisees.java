package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Composante;
import fr.jalon.indicateur.Collecte.Lieu;

/** What one history adds to the counts that cross two facts of a child, and to those of days. */
final class ContributionsCroisees {

    private ContributionsCroisees() {
    }

    static void emettre(FormuleCroisee f, Histoire h, Collecte c) {
        List<FaitsMesures.Periode> periodes = h.mesures().periodes(f.genre());
        if (periodes.isEmpty()) {
            return;
        }
        if (f instanceof FormuleCroisee.Ensemble e) {
            ensemble(e, h, periodes, c);
        } else if (f instanceof FormuleCroisee.Succession s) {
            Enfants.Choix choix = Enfants.parmi(s.enfants(), h.faits());
            List<FaitsMesures.Periode> suites = h.mesures().periodes(s.vers().genre());
            List<Collecte.Date> base = new ArrayList<>();
            List<Collecte.Date> suivies = new ArrayList<>();
            for (FaitsMesures.Periode p : periodes) {
                if (p.fin() != null && FormuleMesure.passe(s.filtre(), p.dernier().dimensions()) && choix.prend(p.enfant(), p.fin())) {
                    base.add(Contributions.date(h, p.fin(), p.dernier()));
                    if (s.suivie(p, suites)) {
                        suivies.add(Contributions.date(h, p.fin(), p.dernier()));
                    }
                }
            }
            c.distincts(Composante.NOMBRE, suivies);
            if (s.part()) {
                c.distincts(Composante.BASE, base);
            }
        } else if (f instanceof FormuleCroisee.Journees j) {
            Enfants.Choix choix = Enfants.parmi(j.enfants(), h.faits());
            for (FaitsMesures.Periode p : periodes) {
                for (FaitsMesures.Segment s : p.segments()) {
                    if ((s.fin() == null || s.fin().isAfter(s.debut())) && FormuleMesure.passe(j.filtre(), s.dimensions()) && choix.prend(p.enfant(), s.debut())) {
                        c.jours(s.debut(), s.fin(), Lieu.de(h, s).cles(s.debut()));
                    }
                }
            }
            ContributionsMesures.parMesure(periodes).values().forEach(siennes -> c.touche(Composante.FICHIERS, Composante.FICHIERS_OUVERTURE,
                    Contributions.jours(h, siennes), jour -> siennes.stream().anyMatch(p -> p.segments().stream().anyMatch(s -> s.ouvertLe(jour)
                            && FormuleMesure.passe(j.filtre(), s.dimensions()) && choix.prend(p.enfant(), s.debut()))) ? Set.of(Cle.TOTAL) : Set.of()));
        }
    }

    private static void ensemble(FormuleCroisee.Ensemble e, Histoire h, List<FaitsMesures.Periode> periodes, Collecte c) {
        if (h.enfant() == null) {
            return;
        }
        Enfants.Choix choix = Enfants.parmi(e.enfants(), h.faits());
        List<FaitsMesures.Periode> autres = h.mesures().periodes(e.avec().genre());
        TreeSet<LocalDate> jours = ContributionsMesures.jours(h, periodes, e.enfants());
        jours.addAll(Contributions.jours(h, autres));
        Function<LocalDate, Set<Cle>> base = jour -> choix.prend(h.enfant(), jour)
                ? Contributions.ouvertes(h, periodes, jour, s -> FormuleMesure.passe(e.filtre(), s.dimensions())) : Set.of();
        if (e.part()) {
            c.stock(Composante.BASE, jours, base);
        }
        c.stock(Composante.NOMBRE, jours, jour -> autres.stream().anyMatch(p -> e.avec().tient(p, jour)) ? base.apply(jour) : Set.of());
    }

    /** What one history adds to the counts of class B that add up. */
    static void suivre(FormuleSuivi f, Histoire h, Collecte c) {
        if (f instanceof FormuleSuivi.DureeMois d) {
            ContributionsMesures.emettre(new FormuleMesure.Longueur(d.genre(), d.filtre(), Statistique.MOYENNE), h, c);
        } else if (f instanceof FormuleSuivi.Sans s) {
            List<FaitsMesures.Periode> periodes = h.mesures().periodes(s.genre());
            List<FaitsMesures.Periode> autres = h.mesures().periodes(s.sans().genre());
            TreeSet<LocalDate> jours = Contributions.jours(h, periodes);
            jours.addAll(Contributions.jours(h, autres));
            c.stock(Composante.NOMBRE, jours, jour -> autres.stream().anyMatch(p -> s.sans().tient(p, jour)) ? Set.of()
                    : Contributions.ouvertes(h, periodes, jour, x -> FormuleMesure.passe(s.filtre(), x.dimensions())));
        } else if (f instanceof FormuleSuivi.Courtes x) {
            Enfants.Choix choix = Enfants.parmi(x.enfants(), h.faits());
            c.distincts(Composante.NOMBRE, h.mesures().periodes(x.genre()).stream().filter(p -> p.fin() != null && p.debut().plusMonths(x.mois()).isAfter(p.fin())
                    && FormuleMesure.passe(x.filtre(), p.dernier().dimensions()) && choix.prend(p.enfant(), p.fin()))
                    .map(p -> Contributions.date(h, p.fin(), p.dernier())).toList());
        } else if (f instanceof FormuleSuivi.ActesSuivis a) {
            Enfants.Choix choix = Enfants.parmi(a.enfants(), h.faits());
            List<FaitsMesures.Periode> suites = h.mesures().periodes(a.vers().genre());
            List<FaitsMesures.Acte> actes = h.mesures().actes(a.fait()).stream().filter(x -> x.enfant() != null
                    && FormuleMesure.passe(a.filtre(), x.dimensions()) && choix.prend(x.enfant(), x.jour())).toList();
            c.distincts(Composante.NOMBRE, actes.stream().filter(x -> suites.stream().anyMatch(p -> a.suit(p, x.jour()))).map(x -> ContributionsMesures.date(h, x)).toList());
            if (a.part()) {
                c.distincts(Composante.BASE, actes.stream().map(x -> ContributionsMesures.date(h, x)).toList());
            }
        }
    }
}
