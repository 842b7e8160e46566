package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.indicateur.RaisonsExclusion.Choix;

/** Near the figures of projets and of young people toward majority. */
final class ProchesJeunes {

    private ProchesJeunes() {
    }

    static void de(FormuleProjet f, Faits faits, Portee portee, Voisinage v) {
        LocalDate jour = portee.jour();
        if (f instanceof FormuleProjet.PartEnCours x) {
            ProchesMesures.segments(faits, x.genre(), portee, (p, s) -> {
                if (s.ouvertLe(jour)) {
                    v.juger(p.mesure());
                } else if (s.touche(portee.du(), jour)) {
                    v.hors(p.mesure(), 0, RaisonsExclusion.FINIES);
                }
            });
        } else if (f instanceof FormuleProjet.Couverture x) {
            ProchesMesures.segments(faits, "EXERCEE", portee, (p, s) -> {
                if (s.ouvertLe(jour)) {
                    v.juger(p.enfant(), x.demande(s.dimensions()) ? null : "Mesures qui ne demandent pas de projet",
                            x.mois() == 0 || p.debut().plusMonths(x.mois()).isBefore(jour) ? null : "Mesures de moins de " + x.mois() + " mois");
                }
            });
            ProchesMesures.segments(faits, "ATTENTE_EXERCICE", portee, (p, s) -> {
                if (s.ouvertLe(jour) && x.demande(s.dimensions())) {
                    v.hors(p.enfant(), 2, RaisonsExclusion.NON_DEMARREES);
                }
            });
        } else if (f instanceof FormuleProjet.EtablisATemps x) {
            Map<UUID, List<LocalDate>> etablis = FormuleProjet.EtablisATemps.etablis(faits);
            faits.mesures().periodes("PROJET").forEach(p -> aEtablir(x, p, etablis.getOrDefault(p.mesure(), List.of()), faits, portee, v));
        } else if (f instanceof FormuleProjet.ActesAvant x) {
            ProchesMesures.actes(faits, x.fait(), x.filtre(), portee).forEach(a -> v.juger(a.mesure(), RaisonsExclusion.filtre(x.filtre(), a.dimensions()),
                    RaisonsExclusion.age(faits.mesures().naissances().get(a.enfant()), a.jour(), null, x.ans())));
        }
    }

    private static void aEtablir(FormuleProjet.EtablisATemps x, FaitsMesures.Periode p, List<LocalDate> siens, Faits faits, Portee portee, Voisinage v) {
        LocalDate limite = p.debut().plusMonths(x.mois());
        FaitsMesures.Segment tenu = p.segments().stream().filter(s -> s.ouvertLe(limite)).findFirst().orElse(p.dernier());
        if (limite.isBefore(portee.du()) || limite.isAfter(portee.au()) || !portee.compte(tenu.unite(), tenu.dimensions())) {
            return;
        }
        boolean reprise = siens.stream().anyMatch(j -> j.isBefore(p.debut()));
        boolean rienDu = p.fin() != null && !p.fin().isAfter(limite)
                && siens.stream().noneMatch(j -> !j.isBefore(p.debut()) && !j.isAfter(p.fin()));
        v.juger(p.mesure(), FormuleProjet.EtablisATemps.majeur(faits, p.enfant(), limite) == x.majeurs() ? null : x.majeurs() ? "Mineurs à cette date" : "Jeunes majeurs",
                reprise ? "Projets déjà établis, que la mesure révise" : null, rienDu ? "Mesures finies avant " + x.mois() + " mois sans projet" : null,
                limite.isAfter(portee.jour()) ? "Dernier jour encore à venir" : null);
    }

    static void de(FormuleAutonomie f, Faits faits, Portee portee, Voisinage v) {
        if (f instanceof FormuleAutonomie.Anniversaires a) {
            anniversaires(a.ans(), a.bases(), a.mna(), faits, portee, v);
        } else if (f instanceof FormuleAutonomie.EntretiensATemps e) {
            anniversaires(FormuleAutonomie.ENTRETIEN, e.bases(), e.mna(), faits, portee, v);
        } else if (f instanceof FormuleAutonomie.EntretiensEntresTard e) {
            entresTard(e, faits, portee, v);
        } else if (f instanceof FormuleAutonomie.Majeurs m) {
            majeurs(m, faits, portee, v);
        } else if (f instanceof FormuleAutonomie.PartDesMajeurs p) {
            majeurs(new FormuleAutonomie.Majeurs(p.bases(), FormuleAutonomie.Majeurs.Quoi.EN_COURS, null, false), faits, portee, v);
        } else if (f instanceof FormuleAutonomie.Suivis s) {
            suivis(s, faits, portee, v);
        }
    }

    private static Choix mna(Boolean mna, Faits faits) {
        return Choix.de(mna == null ? null : new Enfants(null, null, mna), faits);
    }

    private static boolean base(List<String> bases, FaitsMesures.Segment s) {
        return bases.contains(s.dimensions().getOrDefault("base", ""));
    }

    private static void anniversaires(int ans, List<String> bases, Boolean mna, Faits faits, Portee portee, Voisinage v) {
        Choix choix = mna(mna, faits);
        Map<UUID, List<FaitsMesures.Periode>> sejours = FormuleAutonomie.sejours(faits, bases);
        FormuleCroisee.parEnfant(faits, FormuleAutonomie.CONFIE).forEach((enfant, tous) -> {
            LocalDate naissance = faits.mesures().naissances().get(enfant);
            List<FaitsMesures.Periode> siennes = sejours.getOrDefault(enfant, List.of());
            boolean presents = siennes.stream().flatMap(p -> p.segments().stream()).anyMatch(s -> s.touche(portee.du(), portee.jour()) && FormuleMesure.compte(s, null, portee));
            if (naissance == null) {
                if (presents) {
                    v.hors(enfant, 0, RaisonsExclusion.AGE_INCONNU);
                }
                return;
            }
            LocalDate jour = naissance.plusYears(ans);
            if (!portee.contient(jour)) {
                return;
            }
            FormuleAutonomie.Place place = siennes.isEmpty() ? null : FormuleAutonomie.atteint(siennes, bases, ans, jour);
            if (place != null && FormuleMesure.compte(place.segment(), null, portee)) {
                v.juger(enfant, choix.refus(enfant, jour));
            } else if (place == null && presents) {
                v.hors(enfant, 0, "Pas confiés la veille de l’anniversaire et ce jour-là");
            } else if (siennes.isEmpty() && tous.stream().flatMap(p -> p.segments().stream()).anyMatch(s -> s.ouvertLe(jour.minusDays(1))
                    && FormuleMesure.compte(s, null, portee))) {
                v.hors(enfant, 0, RaisonsExclusion.AUTRE_BASE);
            }
        });
    }

    private static void entresTard(FormuleAutonomie.EntretiensEntresTard e, Faits faits, Portee portee, Voisinage v) {
        Choix choix = mna(e.mna(), faits);
        FormuleAutonomie.sejours(faits, e.bases()).forEach((enfant, siennes) -> {
            List<FaitsMesures.Segment> entrees = siennes.stream().map(p -> p.segments().stream().filter(s -> base(e.bases(), s)).findFirst().orElseThrow())
                    .filter(s -> portee.contient(s.debut()) && FormuleMesure.compte(s, null, portee)).toList();
            LocalDate naissance = faits.mesures().naissances().get(enfant);
            FormuleAutonomie.Place place = e.entree(naissance, siennes);
            if (place != null && portee.contient(place.segment().debut()) && FormuleMesure.compte(place.segment(), null, portee)) {
                v.juger(enfant, choix.refus(enfant, place.segment().debut()));
            } else if (!entrees.isEmpty()) {
                v.hors(enfant, 0, naissance == null ? RaisonsExclusion.AGE_INCONNU : entree(naissance, entrees, place != null));
            }
        });
    }

    private static String entree(LocalDate naissance, List<FaitsMesures.Segment> entrees, boolean autreFois) {
        LocalDate dixSept = naissance.plusYears(FormuleAutonomie.ENTRETIEN);
        if (entrees.stream().allMatch(s -> s.debut().isBefore(dixSept))) {
            return "Entrés avant 17 ans";
        }
        if (entrees.stream().allMatch(s -> !s.debut().isBefore(naissance.plusYears(FormuleAutonomie.MAJORITE)))) {
            return "Entrés à 18 ans ou plus";
        }
        return autreFois ? "Entrés une première fois avant" : "Déjà confiés à 17 ans, ou sortis le jour même";
    }

    private static void majeurs(FormuleAutonomie.Majeurs m, Faits faits, Portee portee, Voisinage v) {
        LocalDate jour = portee.jour();
        Choix choix = mna(m.mna(), faits);
        Set<UUID> references = m.reference() ? FormuleAutonomie.Majeurs.choisies(faits, jour) : Set.of();
        List<FaitsMesures.Periode> exercees = faits.mesures().periodes("EXERCEE").stream().filter(p -> p.segments().stream().anyMatch(s -> base(m.bases(), s))).toList();
        Map<UUID, LocalDate> derniers = m.quoi() == FormuleAutonomie.Majeurs.Quoi.FINS ? FormuleAutonomie.Majeurs.derniers(exercees) : new HashMap<>();
        for (FaitsMesures.Periode p : exercees) {
            String qui = choix.refus(p.enfant(), jour);
            String reference = m.reference() && !references.contains(p.enfant()) ? "Sans personne de référence choisie" : null;
            if (m.quoi() == FormuleAutonomie.Majeurs.Quoi.FINS) {
                if (!base(m.bases(), p.dernier()) || !FormuleMesure.compte(p.dernier(), null, portee)) {
                    continue;
                }
                if (portee.contient(p.fin())) {
                    v.juger(p.enfant(), qui, reference, p.fin().equals(derniers.get(p.enfant())) ? null : "Passages d’une mesure de jeune majeur à une autre");
                } else if (qui == null && reference == null && ProchesMesures.dure(p, jour)) {
                    v.hors(p.enfant(), 3, RaisonsExclusion.EN_COURS);
                }
                continue;
            }
            for (FaitsMesures.Segment s : p.segments()) {
                if (base(m.bases(), s) && FormuleMesure.compte(s, null, portee)) {
                    if (m.quoi() == FormuleAutonomie.Majeurs.Quoi.EN_COURS ? s.ouvertLe(jour) : s.touche(portee.du(), jour)) {
                        v.juger(p.enfant(), qui, reference);
                    } else if (s.touche(portee.du(), jour) && qui == null && reference == null) {
                        v.hors(p.enfant(), 2, RaisonsExclusion.FINIES);
                    }
                }
            }
        }
        autreBase(m, faits, portee, v);
    }

    /** Of age and followed, on another legal basis. */
    private static void autreBase(FormuleAutonomie.Majeurs m, Faits faits, Portee portee, Voisinage v) {
        if (m.quoi() == FormuleAutonomie.Majeurs.Quoi.EN_COURS) {
            ProchesMesures.segments(faits, "EXERCEE", portee, (p, s) -> {
                LocalDate naissance = faits.mesures().naissances().get(p.enfant());
                if (s.ouvertLe(portee.jour()) && !base(m.bases(), s) && naissance != null && !naissance.plusYears(FormuleAutonomie.MAJORITE).isAfter(portee.jour())) {
                    v.hors(p.enfant(), 0, RaisonsExclusion.AUTRE_BASE);
                }
            });
        }
    }

    private static void suivis(FormuleAutonomie.Suivis x, Faits faits, Portee portee, Voisinage v) {
        LocalDate jour = portee.jour();
        Choix choix = mna(x.mna(), faits);
        for (FaitsMesures.Periode p : faits.mesures().periodes(FormuleAutonomie.AUTONOMIE)) {
            LocalDate naissance = faits.mesures().naissances().get(p.enfant());
            FaitsMesures.Segment tenu = p.segments().stream().filter(s -> FormuleMesure.compte(s, null, portee)
                    && (x.annee() ? s.touche(portee.du(), jour) : s.ouvertLe(jour))).findFirst().orElse(null);
            String qui = choix.refus(p.enfant(), jour);
            if (tenu != null) {
                LocalDate le = x.annee() && tenu.debut().isAfter(portee.du()) ? tenu.debut() : x.annee() ? portee.du() : jour;
                v.juger(p.mesure(), qui, RaisonsExclusion.age(naissance, le, x.du(), x.moinsDe()));
            } else if (qui == null && RaisonsExclusion.age(naissance, jour, x.du(), x.moinsDe()) == null
                    && p.segments().stream().anyMatch(s -> FormuleMesure.compte(s, null, portee) && s.touche(portee.du(), jour))) {
                v.hors(p.mesure(), 2, RaisonsExclusion.FINIES);
            }
        }
    }
}
