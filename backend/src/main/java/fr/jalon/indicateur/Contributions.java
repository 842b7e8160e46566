package fr.jalon.indicateur;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import fr.jalon.indicateur.Collecte.Cle;
import fr.jalon.indicateur.Collecte.Composante;
import fr.jalon.indicateur.Collecte.Lieu;

/** What histories add to each formula over informations and IPs, and by which class to the others. */
final class Contributions {

    private Contributions() {
    }

    static void emettre(Formule f, Histoires h, Collecte c) {
        if (f instanceof Formule.Entrantes e) {
            h.informations().stream().filter(i -> i.comptee() && e.voulue(i)).forEach(i -> c.fait(Composante.NOMBRE, i.recue().jour(), lieu(i.recue())));
        } else if (f instanceof Formule.Flux x) {
            h.ips().forEach(ip -> fait(c, Composante.NOMBRE, x.etape().de(ip)));
        } else if (f instanceof Formule.PartATerme p) {
            partATerme(p, h, c);
        } else if (f instanceof Formule.Duree d) {
            h.ips().stream().filter(ip -> d.etape().de(ip) != null).forEach(ip -> c.longueur(d.etape().de(ip).jour(),
                    ChronoUnit.DAYS.between(ip.recue(), d.etape().de(ip).jour()), lieu(d.etape().de(ip))));
        } else if (f instanceof Formule.Ouvertes o) {
            h.ips().forEach(ip -> stock(ip, c, List.of(ip.recue().plusMonths(o.mois()), ip.recue().plusMonths(o.moinsDe() == null ? o.mois() : o.moinsDe())),
                    jour -> !ip.recue().plusMonths(o.mois()).isAfter(jour)
                            && (o.moinsDe() == null || ip.recue().plusMonths(o.moinsDe()).isAfter(jour))));
        } else if (f instanceof Formule.Tenues) {
            h.ips().forEach(ip -> {
                Set<LocalDate> bornes = new HashSet<>();
                ip.consignes().forEach(i -> borner(bornes, i.debut(), i.fin()));
                stock(ip, c, bornes, jour -> ip.consignes().stream().anyMatch(i -> i.ouvertLe(jour)));
            });
        } else if (f instanceof Formule.Cohorte) {
            h.informations().stream().filter(Faits.Information::entrante).forEach(i -> {
                fait(c, Composante.BASE, i.recue());
                Faits.Ip ip = i.ip() == null ? null : h.parIp().get(i.ip());
                if (ip != null && ip.rapport() != null) {
                    fait(c, Composante.NOMBRE, i.recue());
                }
            });
        } else if (f instanceof Formule.Mineurs) {
            h.ips().forEach(ip -> fait(c, Composante.FICHIERS, Formule.Etape.QUALIFIEE.de(ip)));
            h.enfants().forEach(e -> c.distincts(Composante.NOMBRE, e.venues().stream().map(v -> venue(e, v)).filter(Objects::nonNull).toList()));
        } else if (f instanceof FormuleMesure m) {
            h.enfants().forEach(e -> ContributionsMesures.emettre(m, e, c));
        } else if (f instanceof FormuleProjet p) {
            h.enfants().forEach(e -> ContributionsProjets.emettre(p, e, c));
        } else if (f instanceof FormuleAutonomie a) {
            h.enfants().forEach(e -> ContributionsAutonomie.emettre(a, e, c));
        } else if (f instanceof FormuleCroisee x) {
            h.enfants().forEach(e -> ContributionsCroisees.emettre(x, e, c));
        } else if (f instanceof FormuleSuivi.RecuesPar r) {
            h.informations().stream().filter(i -> i.entrante() && r.compte(i)).forEach(i -> fait(c, Composante.NOMBRE, i.recue()));
        } else if (f instanceof FormuleSuivi s) {
            h.enfants().forEach(e -> ContributionsCroisees.suivre(s, e, c));
        } else if (f instanceof Formule.Temoin t) {
            temoigner(t, h, c);
        }
    }

    private static void temoigner(Formule.Temoin t, Histoires h, Collecte c) {
        switch (t.type()) {
            case IP -> h.informations().forEach(i -> c.fait(Composante.NOMBRE, i.recue().jour(), List.of(Cle.TOTAL)));
            case RELEVE -> h.enfants().forEach(e -> {
                if (t.releve().startsWith("RELEVE_")) {
                    e.mesures().periodes(t.releve()).forEach(p -> c.fait(Composante.NOMBRE, p.debut(), List.of(Cle.TOTAL)));
                } else {
                    e.mesures().actes("releve.note").stream().filter(a -> t.codes() == null || t.codes().contains(a.dimensions().get("code")))
                            .forEach(a -> c.fait(Composante.NOMBRE, a.jour(), List.of(Cle.TOTAL)));
                }
            });
            default -> h.enfants().forEach(e -> e.mesures().periodes(t.type().name()).forEach(p -> c.fait(Composante.NOMBRE, p.debut(), List.of(Cle.TOTAL))));
        }
    }

    private static Collection<Cle> lieu(Faits.Fait f) {
        return new Lieu(null, f.unite(), null).cles(f.jour());
    }

    private static void fait(Collecte c, Composante composante, Faits.Fait f) {
        if (f != null && f.jour() != null) {
            c.fait(composante, f.jour(), lieu(f));
        }
    }

    private static void partATerme(Formule.PartATerme p, Histoires h, Collecte c) {
        for (Faits.Ip ip : h.ips()) {
            if (ip.legale() != null && ip.reduite() == p.reduite() && !(p.horsConsigne() && ip.tenueAvantTerme())) {
                Faits.Fait terme = new Faits.Fait(ip.legale(), ip.uniteLe(ip.legale()));
                fait(c, Composante.BASE, terme);
                if (ip.rapport() != null && !ip.rapport().jour().isAfter(ip.legale())) {
                    fait(c, Composante.NOMBRE, terme);
                }
            }
        }
    }

    private static void stock(Faits.Ip ip, Collecte c, Collection<LocalDate> autres, java.util.function.Predicate<LocalDate> compte) {
        TreeSet<LocalDate> jours = new TreeSet<>(autres);
        ip.traitement().forEach(i -> borner(jours, i.debut(), i.fin()));
        c.stock(Composante.NOMBRE, jours, jour -> ip.ouverteLe(jour) && compte.test(jour)
                ? new HashSet<>(new Lieu(null, ip.uniteLe(jour), null).cles(jour)) : Set.of());
    }

    /** An expected child counts from birth, in the span of the reception only. */
    private static Collecte.Date venue(Histoire e, Histoire.Venue v) {
        Faits.Fait recue = Formule.Etape.QUALIFIEE.de(v.ip());
        LocalDate jour = !v.mineur().aNaitre() || v.mineur().neLe() == null ? recue.jour()
                : v.mineur().neLe().isAfter(recue.jour()) ? v.mineur().neLe() : recue.jour();
        return v.mineur().aNaitre() && v.mineur().neLe() == null ? null
                : new Collecte.Date(recue.jour(), jour, new Lieu(e, recue.unite(), null).cles(recue.jour()));
    }

    static void borner(Collection<LocalDate> bornes, LocalDate debut, LocalDate fin) {
        bornes.add(debut);
        if (fin != null) {
            bornes.add(fin);
        }
    }

    /** Days on which the answer about these periods of a child may change. */
    static TreeSet<LocalDate> jours(Histoire h, Collection<FaitsMesures.Periode> periodes) {
        TreeSet<LocalDate> jours = new TreeSet<>();
        for (FaitsMesures.Periode p : periodes) {
            p.segments().forEach(s -> borner(jours, s.debut(), s.fin()));
        }
        if (!jours.isEmpty()) {
            List<LocalDate> anniversaires = new ArrayList<>();
            TranchesAge.changements(h.naissance(), anniversaires);
            LocalDate premier = jours.first();
            anniversaires.stream().filter(j -> j.isAfter(premier)).forEach(jours::add);
        }
        return jours;
    }

    /** Keys of the segments open on a day that pass. */
    static Set<Cle> ouvertes(Histoire h, Collection<FaitsMesures.Periode> periodes, LocalDate jour, Function<FaitsMesures.Segment, Boolean> passe) {
        Set<Cle> cles = new HashSet<>();
        for (FaitsMesures.Periode p : periodes) {
            for (FaitsMesures.Segment s : p.segments()) {
                if (s.ouvertLe(jour) && passe.apply(s)) {
                    cles.addAll(Lieu.de(h, s).cles(jour));
                }
            }
        }
        return cles;
    }

    static Collecte.Date date(Histoire h, LocalDate jour, FaitsMesures.Segment s) {
        return new Collecte.Date(jour, jour, Lieu.de(h, s).cles(jour));
    }
}
