package fr.jalon.indicateur;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;
import fr.jalon.indicateur.RaisonsExclusion.Choix;

/**
 * What is near a figure, for each kind of formula: told of the same year or the same day, of the same event or period, and not always counted. Of a
 * share, what is asked is its base; of a length, what is measured.
 */
final class Proches {

    /** Acts that were cancelled, read for one formula. */
    record Annules(String type, List<FaitsMesures.Acte> actes) {
        static final Annules AUCUN = new Annules("", List.of());
    }

    private Proches() {
    }

    static Voisinage de(Formule f, Faits faits, Portee portee, Annules annules) {
        Voisinage v = new Voisinage();
        if (f instanceof FormuleMesure m) {
            ProchesMesures.de(m, faits, portee, v);
        } else if (f instanceof FormuleProjet p) {
            ProchesJeunes.de(p, faits, portee, v);
        } else if (f instanceof FormuleAutonomie a) {
            ProchesJeunes.de(a, faits, portee, v);
        } else if (f instanceof FormuleCroisee c) {
            ProchesCroisees.de(c, faits, portee, v);
        } else if (f instanceof FormuleSuivi s) {
            ProchesCroisees.de(s, faits, portee, v);
        } else {
            ProchesIp.de(f, faits, portee, v);
        }
        Dits d = dits(f);
        if (d != null && !annules.actes().isEmpty()) {
            Choix choix = Choix.de(d.enfants(), faits);
            annules.actes().stream().filter(a -> portee.contient(a.jour()) && portee.compte(a.unite(), a.dimensions()) && RaisonsExclusion.espece(d.filtre(), a.dimensions())
                    && RaisonsExclusion.filtre(d.filtre(), a.dimensions()) == null && choix.refus(a.enfant(), a.jour()) == null)
                    .forEach(a -> v.hors(d.qui().de(faits, a.enfant(), a.mesure()), 9, RaisonsExclusion.annules(annules.type())));
        }
        return v;
    }

    /** Whom a formula counts. */
    private enum Qui {
        FICHIER, ENFANT, FAMILLE;

        UUID de(Faits faits, UUID enfant, UUID fichier) {
            return this == FICHIER || enfant == null ? fichier : this == ENFANT ? enfant : faits.mesures().famille(enfant);
        }

        static Qui de(FormuleMesure.Compte quoi) {
            return quoi == FormuleMesure.Compte.ENFANTS ? ENFANT : FICHIER;
        }
    }

    /** The acts that tell what a formula counts. */
    private record Dits(String type, Map<String, List<String>> filtre, Enfants enfants, Qui qui) {
    }

    private static Dits dits(Formule f) {
        if (f instanceof FormuleMesure.Actes a) {
            return new Dits(a.fait(), a.filtre(), a.enfants(), Qui.de(a.quoi()));
        } else if (f instanceof FormuleProjet.ActesAvant a) {
            return new Dits(a.fait(), a.filtre(), new Enfants(null, a.ans(), null), Qui.FICHIER);
        } else if (f instanceof FormuleSuivi.ActesSuivis a) {
            return new Dits(a.fait(), a.filtre(), a.enfants(), Qui.ENFANT);
        } else if (f instanceof FormuleSuivi.Familles x && x.releve() != null) {
            return new Dits("releve.note", x.filtre(), null, Qui.FAMILLE);
        } else if (f instanceof FormuleSuivi.Nombres n) {
            return new Dits("releve.note", n.filtre(), null, Qui.FICHIER);
        }
        return releve(f);
    }

    /** A light record that lasts is told by the act that notes it. */
    private static Dits releve(Formule f) {
        if (f instanceof FormuleMesure m && m.type() == TypeSujet.RELEVE) {
            if (m instanceof FormuleMesure.EnCours e) {
                return note(e.genre(), e.filtre(), e.enfants(), Qui.de(e.quoi()));
            } else if (m instanceof FormuleMesure.Touches t) {
                return note(t.genre(), t.filtre(), t.enfants(), Qui.de(t.quoi()));
            } else if (m instanceof FormuleMesure.Mouvements x) {
                return note(x.genre(), x.filtre(), x.enfants(), Qui.de(x.quoi()));
            } else if (m instanceof FormuleMesure.Longueur l) {
                return note(l.genre(), l.filtre(), null, Qui.FICHIER);
            }
        } else if (f instanceof FormuleSuivi s && s.type() == TypeSujet.RELEVE && s.source().startsWith("RELEVE_")) {
            return note(s.source(), s.filtre(), s instanceof FormuleSuivi.Courtes c ? c.enfants() : null,
                    s instanceof FormuleSuivi.DureeMois ? Qui.FICHIER : s instanceof FormuleSuivi.Familles ? Qui.FAMILLE : Qui.ENFANT);
        } else if (f instanceof FormuleCroisee c && c.type() == TypeSujet.RELEVE) {
            return c instanceof FormuleCroisee.Ensemble e ? note(e.genre(), e.filtre(), e.enfants(), Qui.ENFANT)
                    : c instanceof FormuleCroisee.Succession s ? note(s.genre(), s.filtre(), s.enfants(), Qui.ENFANT)
                    : c instanceof FormuleCroisee.Journees j ? note(j.genre(), j.filtre(), j.enfants(), Qui.FICHIER) : null;
        }
        return null;
    }

    private static Dits note(String genre, Map<String, List<String>> filtre, Enfants enfants, Qui qui) {
        Map<String, List<String>> tous = new java.util.LinkedHashMap<>(Map.of("code", List.of(genre.substring("RELEVE_".length()))));
        tous.putAll(filtre == null ? Map.of() : filtre);
        return new Dits("releve.note", tous, enfants, qui);
    }

    /** The type of event whose cancelled ones are near; null when the formula counts no act. */
    static String acte(Formule f) {
        Dits d = dits(f);
        return d == null ? null : d.type();
    }
}
