package fr.jalon.indicateur;

import fr.jalon.commun.TypeSujet;
import fr.jalon.indicateur.Collecte.AxeCumul;

/** By what the figure of a formula may be split: along an axis its facts do not bear, it would be zero everywhere, which is false. */
final class Detail {

    private Detail() {
    }

    static boolean peut(Formule f, AxeCumul axe) {
        return switch (axe) {
            case PRODUIT -> produit(f);
            case SEXE, AGE -> enfant(f);
            default -> true;
        };
    }

    private static boolean produit(Formule f) {
        if (f instanceof FormuleMesure m) {
            return porte(m.type());
        } else if (f instanceof FormuleCroisee c) {
            return porte(c.type());
        } else if (f instanceof FormuleSuivi s) {
            return porte(s.type());
        }
        return f instanceof FormuleProjet || f instanceof FormuleAutonomie && !(f instanceof FormuleAutonomie.Suivis);
    }

    /** Paths and light records name no product. */
    private static boolean porte(TypeSujet type) {
        return type == TypeSujet.MESURE || type == TypeSujet.PROJET;
    }

    /** Added up child by child. */
    private static boolean enfant(Formule f) {
        if (Forme.de(f) == Forme.AUCUNE || f instanceof FormuleMesure.Occupation || f instanceof FormuleSuivi.RecuesPar) {
            return false;
        }
        if (f instanceof FormuleMesure.Actes a) {
            return a.type() != TypeSujet.IP && a.type() != TypeSujet.INFORMATION;
        }
        return f instanceof FormuleMesure || f instanceof FormuleProjet || f instanceof FormuleAutonomie || f instanceof FormuleCroisee || f instanceof FormuleSuivi
                || f instanceof Formule.Mineurs;
    }

    /** Its number, or its two numbers, are those of different children: nothing is to be looked for behind. */
    static boolean nombreDEnfants(Formule f) {
        if (f instanceof FormuleMesure.EnCours e) {
            return e.quoi() == FormuleMesure.Compte.ENFANTS;
        } else if (f instanceof FormuleMesure.Touches t) {
            return t.quoi() == FormuleMesure.Compte.ENFANTS;
        } else if (f instanceof FormuleMesure.Mouvements m) {
            return m.quoi() == FormuleMesure.Compte.ENFANTS;
        } else if (f instanceof FormuleMesure.Actes a) {
            return a.quoi() == FormuleMesure.Compte.ENFANTS && a.type() != TypeSujet.IP && a.type() != TypeSujet.INFORMATION;
        }
        return f instanceof FormuleAutonomie && !(f instanceof FormuleAutonomie.Suivis) || f instanceof FormuleProjet.Couverture
                || f instanceof FormuleCroisee.Ensemble || f instanceof FormuleCroisee.Succession || f instanceof FormuleSuivi.Sans
                || f instanceof FormuleSuivi.Courtes || f instanceof FormuleSuivi.ActesSuivis;
    }

    static String mots(AxeCumul axe) {
        return switch (axe) {
            case UNITE -> "par unité";
            case PRODUIT -> "par produit";
            case SEXE -> "par sexe";
            case AGE -> "par âge";
            default -> "ainsi";
        };
    }
}
