package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.jalon.indicateur.RaisonsExclusion.Choix;

/** Near the figures that cross two facts of a child, and near those of families, numbers and what followed. */
final class ProchesCroisees {

    private ProchesCroisees() {
    }

    static void de(FormuleCroisee f, Faits faits, Portee portee, Voisinage v) {
        LocalDate jour = portee.jour();
        if (f instanceof FormuleCroisee.Ensemble e) {
            Choix choix = Choix.de(e.enfants(), faits);
            Set<UUID> autres = avec(e.avec(), faits, jour);
            ProchesMesures.segments(faits, e.genre(), portee, (p, s) -> {
                String autre = RaisonsExclusion.filtre(e.filtre(), s.dimensions());
                String enfant = choix.refus(p.enfant(), jour);
                if (s.ouvertLe(jour)) {
                    v.juger(p.enfant(), autre, enfant, e.part() || autres.contains(p.enfant()) ? null : RaisonsExclusion.sans(e.avec().genre()) + " à cette date");
                } else if (autre == null && enfant == null && s.touche(portee.du(), jour)) {
                    v.hors(p.enfant(), 2, RaisonsExclusion.FINIES);
                }
            });
        } else if (f instanceof FormuleCroisee.Succession s) {
            Choix choix = Choix.de(s.enfants(), faits);
            Map<UUID, List<FaitsMesures.Periode>> suites = FormuleCroisee.parEnfant(faits, s.vers().genre());
            faits.mesures().periodes(s.genre()).stream().filter(p -> FormuleMesure.compte(p.dernier(), null, portee)).forEach(p -> {
                String autre = RaisonsExclusion.filtre(s.filtre(), p.dernier().dimensions());
                if (portee.contient(p.fin())) {
                    v.juger(p.enfant(), autre, choix.refus(p.enfant(), p.fin()), s.part() || s.suivie(p, suites.getOrDefault(p.enfant(), List.of())) ? null
                            : "Rien n’a suivi dans les " + s.jours() + " jours");
                } else if (autre == null && ProchesMesures.dure(p, jour) && choix.refus(p.enfant(), jour) == null) {
                    v.hors(p.enfant(), 2, RaisonsExclusion.EN_COURS);
                }
            });
        } else if (f instanceof FormuleCroisee.Journees j) {
            Choix choix = Choix.de(j.enfants(), faits);
            ProchesMesures.segments(faits, j.genre(), portee, (p, s) -> {
                if (s.touche(portee.du(), jour)) {
                    v.juger(p.mesure(), RaisonsExclusion.filtre(j.filtre(), s.dimensions()), choix.refus(p.enfant(), s.debut()));
                }
            });
        }
    }

    private static Set<UUID> avec(FormuleCroisee.Condition condition, Faits faits, LocalDate jour) {
        Set<UUID> enfants = new HashSet<>();
        faits.mesures().periodes(condition.genre()).stream().filter(p -> condition.tient(p, jour)).forEach(p -> enfants.add(p.enfant()));
        return enfants;
    }

    static void de(FormuleSuivi f, Faits faits, Portee portee, Voisinage v) {
        if (f instanceof FormuleSuivi.Familles x) {
            familles(x, faits, portee, v);
        } else if (f instanceof FormuleSuivi.Nombres n) {
            nombres(n, faits, portee, v);
        } else if (f instanceof FormuleSuivi.DureeMois d) {
            ProchesMesures.longueur(d.genre(), d.filtre(), faits, portee, v);
        } else if (f instanceof FormuleSuivi.Sans s) {
            Set<UUID> ont = avec(s.sans(), faits, portee.jour());
            ProchesMesures.segments(faits, s.genre(), portee, (p, x) -> {
                String autre = RaisonsExclusion.filtre(s.filtre(), x.dimensions());
                if (x.ouvertLe(portee.jour())) {
                    v.juger(p.enfant(), autre, ont.contains(p.enfant()) ? RaisonsExclusion.sans(s.sans().genre()).replaceFirst("^Sans ", "Avec ") + " à cette date" : null);
                } else if (autre == null && x.touche(portee.du(), portee.jour())) {
                    v.hors(p.enfant(), 2, RaisonsExclusion.FINIES);
                }
            });
        } else if (f instanceof FormuleSuivi.Courtes c) {
            Choix choix = Choix.de(c.enfants(), faits);
            faits.mesures().periodes(c.genre()).stream().filter(p -> FormuleMesure.compte(p.dernier(), null, portee)).forEach(p -> {
                String autre = RaisonsExclusion.filtre(c.filtre(), p.dernier().dimensions());
                if (portee.contient(p.fin())) {
                    v.juger(p.enfant(), autre, choix.refus(p.enfant(), p.fin()), p.debut().plusMonths(c.mois()).isAfter(p.fin()) ? null : "Ont duré " + c.mois() + " mois ou plus");
                } else if (autre == null && ProchesMesures.dure(p, portee.jour()) && choix.refus(p.enfant(), portee.jour()) == null) {
                    v.hors(p.enfant(), 3, RaisonsExclusion.EN_COURS);
                }
            });
        } else if (f instanceof FormuleSuivi.ActesSuivis a) {
            Choix choix = Choix.de(a.enfants(), faits);
            Map<UUID, List<FaitsMesures.Periode>> suites = FormuleCroisee.parEnfant(faits, a.vers().genre());
            ProchesMesures.actes(faits, a.fait(), a.filtre(), portee).forEach(x -> v.juger(Objects.requireNonNullElse(x.enfant(), x.mesure()),
                    RaisonsExclusion.filtre(a.filtre(), x.dimensions()), x.enfant() == null ? RaisonsExclusion.SANS_ENFANT : null, choix.refus(x.enfant(), x.jour()),
                    a.part() || suites.getOrDefault(x.enfant(), List.of()).stream().anyMatch(p -> a.suit(p, x.jour())) ? null : "Rien n’a suivi dans les " + a.jours() + " jours"));
        } else if (f instanceof FormuleSuivi.RecuesPar r) {
            ProchesIp.recuesPar(r, faits, portee, v);
        }
    }

    /** Family by family: one whose other child is counted is not out. */
    private static void familles(FormuleSuivi.Familles x, Faits faits, Portee portee, Voisinage v) {
        if (x.releve() != null) {
            ProchesMesures.actes(faits, "releve.note", x.filtre(), portee).forEach(a -> v.juger(famille(faits, a.enfant(), a.mesure()),
                    RaisonsExclusion.filtre(x.filtre(), a.dimensions()), a.enfant() == null ? RaisonsExclusion.SANS_ENFANT : null));
            return;
        }
        ProchesMesures.segments(faits, x.genre(), portee, (p, s) -> {
            String autre = RaisonsExclusion.filtre(x.filtre(), s.dimensions());
            String inconnu = p.enfant() == null ? RaisonsExclusion.SANS_ENFANT : null;
            if (x.stock() ? s.ouvertLe(portee.jour()) : s.touche(portee.du(), portee.jour())) {
                v.juger(famille(faits, p.enfant(), p.mesure()), autre, inconnu);
            } else if (autre == null && s.touche(portee.du(), portee.jour())) {
                v.hors(famille(faits, p.enfant(), p.mesure()), 2, RaisonsExclusion.FINIES);
            }
        });
    }

    private static UUID famille(Faits faits, UUID enfant, UUID fichier) {
        return enfant == null ? fichier : faits.mesures().famille(enfant);
    }

    /** Record by record: one that tells no number is not counted. */
    private static void nombres(FormuleSuivi.Nombres n, Faits faits, Portee portee, Voisinage v) {
        if (!n.enCours()) {
            ProchesMesures.actes(faits, "releve.note", n.filtre(), portee).forEach(a -> v.juger(a.mesure(), nombre(n, a.dimensions())));
            return;
        }
        ProchesMesures.segments(faits, "RELEVE_" + n.releve(), portee, (p, s) -> {
            if (s.ouvertLe(portee.jour())) {
                v.juger(p.mesure(), nombre(n, s.dimensions()));
            } else if (s.touche(portee.du(), portee.jour())) {
                v.hors(p.mesure(), 1, RaisonsExclusion.FINIES);
            }
        });
    }

    private static String nombre(FormuleSuivi.Nombres n, Map<String, String> dimensions) {
        return dimensions.containsKey(n.champ()) ? null : "Nombre non noté";
    }
}
