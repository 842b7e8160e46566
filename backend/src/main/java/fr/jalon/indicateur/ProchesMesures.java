package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.indicateur.RaisonsExclusion.Choix;

/** Near the figures over the periods and acts of measures and of what follows from them: same kind, same day or same year. */
final class ProchesMesures {

    private ProchesMesures() {
    }

    static void de(FormuleMesure f, Faits faits, Portee portee, Voisinage v) {
        if (f instanceof FormuleMesure.EnCours e) {
            enCours(e, faits, portee, v);
        } else if (f instanceof FormuleMesure.Touches t) {
            touches(t, faits, portee, v);
        } else if (f instanceof FormuleMesure.Mouvements m) {
            mouvements(m, faits, portee, v);
        } else if (f instanceof FormuleMesure.Actes a) {
            Choix choix = Choix.de(a.enfants(), faits);
            actes(faits, a.fait(), a.filtre(), portee).forEach(x -> v.juger(qui(a.quoi(), x.enfant(), x.mesure()), RaisonsExclusion.filtre(a.filtre(), x.dimensions()),
                    choix.refus(x.enfant(), x.jour()), inconnu(a.quoi(), x.enfant())));
        } else if (f instanceof FormuleMesure.Delai d) {
            delai(d, faits, portee, v);
        } else if (f instanceof FormuleMesure.Longueur l) {
            longueur(l.genre(), l.filtre(), faits, portee, v);
        } else if (f instanceof FormuleMesure.PlacesOuvertes p) {
            long rang = 0;
            for (FaitsMesures.Places x : faits.mesures().places()) {
                rang++;
                if (portee.contient(x.du()) && FormuleMesure.compteLesPlaces(x, null, portee)) {
                    for (int place = 0; place < x.places(); place++) {
                        v.juger(new UUID(rang, place), RaisonsExclusion.filtre(p.filtre(), x.dimensions()));
                    }
                }
            }
        } else if (f instanceof FormuleMesure.Occupation o) {
            Set<Map<String, String>> pourvus = new HashSet<>();
            faits.mesures().places().stream().filter(p -> p.service() != null && p.ouvertesLe(portee.jour()) && FormuleMesure.compteLesPlaces(p, o.filtre(), portee))
                    .forEach(p -> pourvus.add(p.dimensions()));
            segments(faits, "EXERCEE", portee, (p, s) -> {
                if (s.ouvertLe(portee.jour())) {
                    v.juger(p.mesure(), RaisonsExclusion.filtre(o.filtre(), s.dimensions()),
                            FormuleMesure.Occupation.pourvu(pourvus, s.dimensions()) ? null : "Service et produit sans place enregistrée à cette date");
                }
            });
        }
    }

    interface Visite {
        void voir(FaitsMesures.Periode p, FaitsMesures.Segment s);
    }

    /** Segments of a kind, where the figure is asked. */
    static void segments(Faits faits, String genre, Portee portee, Visite visite) {
        for (FaitsMesures.Periode p : faits.mesures().periodes(genre)) {
            for (FaitsMesures.Segment s : p.segments()) {
                if (portee.compte(s.unite(), s.dimensions())) {
                    visite.voir(p, s);
                }
            }
        }
    }

    /** Acts of that very sort told in the span, where the figure is asked. */
    static List<FaitsMesures.Acte> actes(Faits faits, String type, Map<String, List<String>> filtre, Portee portee) {
        return faits.mesures().actes(type).stream().filter(a -> portee.contient(a.jour()) && portee.compte(a.unite(), a.dimensions())
                && RaisonsExclusion.espece(filtre, a.dimensions())).toList();
    }

    static UUID qui(FormuleMesure.Compte quoi, UUID enfant, UUID fichier) {
        return quoi == FormuleMesure.Compte.ENFANTS && enfant != null ? enfant : fichier;
    }

    private static String inconnu(FormuleMesure.Compte quoi, UUID enfant) {
        return quoi == FormuleMesure.Compte.ENFANTS && enfant == null ? RaisonsExclusion.SANS_ENFANT : null;
    }

    private static void enCours(FormuleMesure.EnCours e, Faits faits, Portee portee, Voisinage v) {
        LocalDate jour = portee.jour();
        Choix choix = Choix.de(e.enfants(), faits);
        segments(faits, e.genre(), portee, (p, s) -> {
            String autre = RaisonsExclusion.filtre(e.filtre(), s.dimensions());
            String enfant = choix.refus(p.enfant(), jour);
            if (s.ouvertLe(jour)) {
                v.juger(qui(e.quoi(), p.enfant(), p.mesure()), autre, enfant, inconnu(e.quoi(), p.enfant()));
            } else if (autre == null && enfant == null && s.touche(portee.du(), jour)) {
                v.hors(qui(e.quoi(), p.enfant(), p.mesure()), 3, RaisonsExclusion.FINIES);
            }
        });
        String avant = "EXERCEE".equals(e.genre()) ? "ATTENTE_EXERCICE" : "ATTENTE_EXERCICE".equals(e.genre()) ? "ATTENTE_ACCORD" : null;
        if (avant != null) {
            segments(faits, avant, portee, (p, s) -> {
                if (s.ouvertLe(jour) && FormuleMesure.passe(e.filtre(), s.dimensions()) && choix.refus(p.enfant(), jour) == null) {
                    v.hors(qui(e.quoi(), p.enfant(), p.mesure()), 4, "ATTENTE_ACCORD".equals(avant) ? RaisonsExclusion.ATTENTE_ACCORD : RaisonsExclusion.NON_DEMARREES);
                }
            });
        }
    }

    private static void touches(FormuleMesure.Touches t, Faits faits, Portee portee, Voisinage v) {
        LocalDate jour = portee.jour();
        Choix choix = Choix.de(t.enfants(), faits);
        segments(faits, t.genre(), portee, (p, s) -> {
            String autre = RaisonsExclusion.filtre(t.filtre(), s.dimensions());
            String enfant = choix.refus(p.enfant(), jour);
            if (s.touche(portee.du(), jour)) {
                v.juger(qui(t.quoi(), p.enfant(), p.mesure()), autre, enfant, inconnu(t.quoi(), p.enfant()));
            } else if (portee.contient(s.debut()) && autre == null && enfant == null) {
                v.hors(qui(t.quoi(), p.enfant(), p.mesure()), 3, RaisonsExclusion.D_UN_JOUR);
            }
        });
        nonDemarrees(t.genre(), t.filtre(), t.quoi(), choix, faits, portee, v);
    }

    private static void nonDemarrees(String genre, Map<String, List<String>> filtre, FormuleMesure.Compte quoi, Choix choix, Faits faits, Portee portee, Voisinage v) {
        if ("EXERCEE".equals(genre)) {
            segments(faits, "ATTENTE_EXERCICE", portee, (p, s) -> {
                if (s.ouvertLe(portee.jour()) && FormuleMesure.passe(filtre, s.dimensions()) && choix.refus(p.enfant(), portee.jour()) == null) {
                    v.hors(qui(quoi, p.enfant(), p.mesure()), 4, RaisonsExclusion.NON_DEMARREES);
                }
            });
        }
    }

    private static void mouvements(FormuleMesure.Mouvements m, Faits faits, Portee portee, Voisinage v) {
        Choix choix = Choix.de(m.enfants(), faits);
        boolean fins = m.sens() == FormuleMesure.Mouvements.Sens.FINS;
        for (FaitsMesures.Periode p : faits.mesures().periodes(m.genre())) {
            LocalDate jour = m.jour(p);
            FaitsMesures.Segment s = m.segment(p);
            if (!portee.compte(s.unite(), s.dimensions())) {
                continue;
            }
            String autre = RaisonsExclusion.filtre(m.filtre(), s.dimensions());
            if (portee.contient(jour)) {
                v.juger(qui(m.quoi(), p.enfant(), p.mesure()), autre, choix.refus(p.enfant(), jour), inconnu(m.quoi(), p.enfant()));
            } else if (fins && autre == null && dure(p, portee.jour()) && choix.refus(p.enfant(), portee.jour()) == null) {
                v.hors(qui(m.quoi(), p.enfant(), p.mesure()), 3, RaisonsExclusion.EN_COURS);
            }
        }
        if (!fins) {
            nonDemarrees(m.genre(), m.filtre(), m.quoi(), choix, faits, portee, v);
        }
    }

    /** It began by that day and ends after it. */
    static boolean dure(FaitsMesures.Periode p, LocalDate jour) {
        return !p.debut().isAfter(jour) && (p.fin() == null || p.fin().isAfter(jour));
    }

    private static void delai(FormuleMesure.Delai d, Faits faits, Portee portee, Voisinage v) {
        Map<UUID, FaitsMesures.Periode> departs = faits.mesures().premieres(d.de());
        Map<UUID, FaitsMesures.Periode> arrivees = faits.mesures().premieres(d.a());
        arrivees.values().forEach(arrivee -> {
            FaitsMesures.Segment s = arrivee.premier();
            if (portee.contient(arrivee.debut()) && portee.compte(s.unite(), s.dimensions())) {
                v.juger(arrivee.mesure(), RaisonsExclusion.filtre(d.filtre(), s.dimensions()), departs.containsKey(arrivee.mesure()) ? null : "Jour du départ non connu");
            }
        });
        departs.values().forEach(depart -> {
            FaitsMesures.Periode arrivee = arrivees.get(depart.mesure());
            if ((arrivee == null || arrivee.debut().isAfter(portee.jour())) && depart.segments().stream().anyMatch(s -> s.ouvertLe(portee.jour())
                    && FormuleMesure.compte(s, d.filtre(), portee))) {
                v.hors(depart.mesure(), 2, "Mesures qui attendent encore à la fin de la période");
            }
        });
    }

    /** Lengths of those that ended in the span: told by the file, however many of its periods. */
    static void longueur(String genre, Map<String, List<String>> filtre, Faits faits, Portee portee, Voisinage v) {
        for (FaitsMesures.Periode p : faits.mesures().periodes(genre)) {
            FaitsMesures.Segment s = p.dernier();
            if (!portee.compte(s.unite(), s.dimensions())) {
                continue;
            }
            String autre = RaisonsExclusion.filtre(filtre, s.dimensions());
            if (portee.contient(p.fin())) {
                v.juger(p.mesure(), autre);
            } else if (autre == null && dure(p, portee.jour())) {
                v.hors(p.mesure(), 1, RaisonsExclusion.EN_COURS);
            }
        }
    }
}
