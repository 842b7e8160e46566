package fr.jalon.indicateur;

import java.util.ArrayList;
import java.util.List;

/** Near but out: what a formula would count beside, told as another formula. */
final class Exclusions {

    record Exclusion(String raison, Formule formule) {
    }

    private Exclusions() {
    }

    static List<Exclusion> de(Indicateur i) {
        List<Exclusion> exclusions = new ArrayList<>();
        Formule f = i.mesure();
        if (f instanceof Formule.Entrantes e && e.issue() == null) {
            exclusions.add(new Exclusion("Compléments joints à une évaluation en cours", new Formule.Entrantes("JOINTE")));
        } else if (f instanceof Formule.PartATerme p && !p.reduite()) {
            exclusions.add(new Exclusion("IP dont le délai est réduit, comptées à part", new Formule.PartATerme(true, false)));
        } else if (f instanceof FormuleMesure.EnCours e && "EXERCEE".equals(e.genre())) {
            exclusions.add(new Exclusion("Décidées, en attente d’être exercées à cette date",
                    new FormuleMesure.EnCours("ATTENTE_EXERCICE", e.filtre(), FormuleMesure.Compte.MESURES, e.enfants())));
        } else if (f instanceof FormuleMesure.EnCours e && "ATTENTE_EXERCICE".equals(e.genre())) {
            exclusions.add(new Exclusion("En attente de l’accord des titulaires à cette date",
                    new FormuleMesure.EnCours("ATTENTE_ACCORD", e.filtre(), FormuleMesure.Compte.MESURES, e.enfants())));
        } else if (f instanceof FormuleMesure.Delai d && "EXERCEE".equals(d.a())) {
            exclusions.add(new Exclusion("Mesures qui attendent encore à la fin de la période",
                    new FormuleMesure.EnCours("ATTENTE_EXERCICE", d.filtre(), FormuleMesure.Compte.MESURES)));
        }
        return exclusions;
    }
}
