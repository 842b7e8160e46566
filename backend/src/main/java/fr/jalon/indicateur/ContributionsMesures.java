package fr.jalon.indicateur;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Composante;
import fr.jalon.indicateur.Collecte.Lieu;

/** What one history adds to the counts of measures and of the acts of any file. */
final class ContributionsMesures {

    private ContributionsMesures() {
    }

    static void emettre(FormuleMesure f, Histoire h, Collecte c) {
        if (f instanceof FormuleMesure.EnCours e) {
            enCours(e, h, c);
        } else if (f instanceof FormuleMesure.Touches t) {
            touches(t, h, c);
        } else if (f instanceof FormuleMesure.Mouvements m) {
            Enfants.Choix choix = Enfants.parmi(m.enfants(), h.faits());
            Map<UUID, List<Collecte.Date>> dates = new LinkedHashMap<>();
            for (FaitsMesures.Periode p : h.mesures().periodes(m.genre())) {
                LocalDate jour = m.jour(p);
                if (jour != null && FormuleMesure.passe(m.filtre(), m.segment(p).dimensions()) && choix.prend(p.enfant(), jour)) {
                    dates.computeIfAbsent(p.mesure(), k -> new ArrayList<>(1)).add(Contributions.date(h, jour, m.segment(p)));
                }
            }
            compter(m.quoi(), h, dates, c);
        } else if (f instanceof FormuleMesure.Actes a) {
            Enfants.Choix choix = Enfants.parmi(a.enfants(), h.faits());
            Map<UUID, List<Collecte.Date>> dates = new LinkedHashMap<>();
            for (FaitsMesures.Acte acte : h.mesures().actes(a.fait())) {
                if (acte.jour() != null && FormuleMesure.passe(a.filtre(), acte.dimensions()) && choix.prend(acte.enfant(), acte.jour())) {
                    dates.computeIfAbsent(acte.mesure(), k -> new ArrayList<>(1)).add(date(h, acte));
                }
            }
            compter(a.quoi(), h, dates, c);
        } else if (f instanceof FormuleMesure.Delai d) {
            Map<UUID, FaitsMesures.Periode> departs = h.mesures().premieres(d.de());
            h.mesures().premieres(d.a()).values().forEach(arrivee -> {
                FaitsMesures.Periode depart = departs.get(arrivee.mesure());
                if (depart != null && FormuleMesure.passe(d.filtre(), arrivee.premier().dimensions())) {
                    c.longueur(arrivee.debut(), ChronoUnit.DAYS.between(depart.debut(), arrivee.debut()), Lieu.de(h, arrivee.premier()).cles(arrivee.debut()));
                }
            });
        } else if (f instanceof FormuleMesure.Longueur l) {
            longueur(l, h, c);
        } else if (f instanceof FormuleMesure.Occupation o) {
            // By service and product: those that have places on the day are summed when it is read.
            parMesure(h.mesures().periodes("EXERCEE")).values().forEach(siennes -> c.stock(Composante.NOMBRE, Contributions.jours(h, siennes), jour -> {
                Set<Cle> cles = new HashSet<>();
                siennes.forEach(p -> p.segments().stream().filter(s -> s.ouvertLe(jour) && FormuleMesure.passe(o.filtre(), s.dimensions())
                        && s.dimensions().get("service") != null && s.dimensions().get("produit") != null)
                        .forEach(s -> cles.add(Cle.places(s.dimensions().get("service"), s.dimensions().get("produit")))));
                return cles;
            }));
        }
    }

    static Collecte.Date date(Histoire h, FaitsMesures.Acte a) {
        return new Collecte.Date(a.jour(), a.jour(), new Lieu(h, a.unite(), a.dimensions().get("produit")).cles(a.jour()));
    }

    /** Each file once in a span, or their child once. */
    private static void compter(FormuleMesure.Compte quoi, Histoire h, Map<UUID, List<Collecte.Date>> dates, Collecte c) {
        if (quoi != FormuleMesure.Compte.ENFANTS) {
            dates.values().forEach(d -> c.distincts(Composante.NOMBRE, d));
        } else {
            if (h.enfant() != null) {
                c.distincts(Composante.NOMBRE, dates.values().stream().flatMap(List::stream).toList());
            }
            dates.values().forEach(d -> c.distincts(Composante.FICHIERS, total(d)));
        }
    }

    /** Files are told of the whole only. */
    static List<Collecte.Date> total(List<Collecte.Date> dates) {
        return dates.stream().map(d -> new Collecte.Date(d.origine(), d.jour(), List.of(Cle.TOTAL))).toList();
    }

    static Map<UUID, List<FaitsMesures.Periode>> parMesure(Collection<FaitsMesures.Periode> periodes) {
        Map<UUID, List<FaitsMesures.Periode>> parMesure = new LinkedHashMap<>();
        periodes.forEach(p -> parMesure.computeIfAbsent(p.mesure(), k -> new ArrayList<>(1)).add(p));
        return parMesure;
    }

    private static Function<LocalDate, Set<Cle>> total(Function<LocalDate, Set<Cle>> ouvertes) {
        return jour -> ouvertes.apply(jour).isEmpty() ? Set.of() : Set.of(Cle.TOTAL);
    }

    private static void enCours(FormuleMesure.EnCours e, Histoire h, Collecte c) {
        List<FaitsMesures.Periode> periodes = h.mesures().periodes(e.genre());
        if (periodes.isEmpty()) {
            return;
        }
        Enfants.Choix choix = Enfants.parmi(e.enfants(), h.faits());
        Function<Collection<FaitsMesures.Periode>, Function<LocalDate, Set<Cle>>> ouvertes = siennes -> jour -> choix.prend(h.enfant(), jour)
                ? Contributions.ouvertes(h, siennes, jour, s -> FormuleMesure.passe(e.filtre(), s.dimensions())) : Set.of();
        boolean enfants = e.quoi() == FormuleMesure.Compte.ENFANTS;
        if (enfants && h.enfant() != null) {
            c.stock(Composante.NOMBRE, jours(h, periodes, e.enfants()), ouvertes.apply(periodes));
        }
        parMesure(periodes).values().forEach(siennes -> c.stock(enfants ? Composante.FICHIERS : Composante.NOMBRE, jours(h, siennes, e.enfants()),
                enfants ? total(ouvertes.apply(siennes)) : ouvertes.apply(siennes)));
    }

    /** With the birthdays that let a child in or out. */
    static TreeSet<LocalDate> jours(Histoire h, Collection<FaitsMesures.Periode> periodes, Enfants voulus) {
        TreeSet<LocalDate> jours = Contributions.jours(h, periodes);
        if (voulus != null && h.naissance() != null) {
            if (voulus.du() != null) {
                jours.add(h.naissance().plusYears(voulus.du()));
            }
            if (voulus.moinsDe() != null) {
                jours.add(h.naissance().plusYears(voulus.moinsDe()));
            }
        }
        return jours;
    }

    private static void touches(FormuleMesure.Touches t, Histoire h, Collecte c) {
        List<FaitsMesures.Periode> periodes = h.mesures().periodes(t.genre());
        if (periodes.isEmpty() || !Enfants.parmi(t.enfants(), h.faits()).prend(h.enfant(), null)) {
            return;
        }
        Function<Collection<FaitsMesures.Periode>, Function<LocalDate, Set<Cle>>> ouvertes = siennes -> jour -> Contributions.ouvertes(h, siennes, jour,
                s -> FormuleMesure.passe(t.filtre(), s.dimensions()));
        boolean enfants = t.quoi() == FormuleMesure.Compte.ENFANTS;
        if (enfants && h.enfant() != null) {
            c.touche(Composante.NOMBRE, Composante.OUVERTURE, Contributions.jours(h, periodes), ouvertes.apply(periodes));
        }
        parMesure(periodes).values().forEach(siennes -> {
            if (enfants) {
                c.touche(Composante.FICHIERS, Composante.FICHIERS_OUVERTURE, Contributions.jours(h, siennes), total(ouvertes.apply(siennes)));
            } else {
                c.touche(Composante.NOMBRE, Composante.OUVERTURE, Contributions.jours(h, siennes), ouvertes.apply(siennes));
            }
        });
    }

    private static void longueur(FormuleMesure.Longueur l, Histoire h, Collecte c) {
        Map<UUID, List<Collecte.Date>> dates = new LinkedHashMap<>();
        for (FaitsMesures.Periode p : h.mesures().periodes(l.genre())) {
            if (p.fin() != null && FormuleMesure.passe(l.filtre(), p.dernier().dimensions())) {
                c.longueur(p.fin(), ChronoUnit.DAYS.between(p.debut(), p.fin()), Lieu.de(h, p.dernier()).cles(p.fin()));
                dates.computeIfAbsent(p.mesure(), k -> new ArrayList<>(1)).add(Contributions.date(h, p.fin(), p.dernier()));
            }
        }
        dates.values().forEach(d -> c.distincts(Composante.FICHIERS, total(d)));
    }
}
