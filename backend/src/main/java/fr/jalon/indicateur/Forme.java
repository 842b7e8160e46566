package fr.jalon.indicateur;

/** How a figure is read from the cells of its formula. */
enum Forme {
    /** Facts of the span. */
    COMPTE,
    /** What is open on the day. */
    STOCK,
    /** What was open some day of the span. */
    TOUCHE,
    /** A share of facts of the span. */
    PART,
    /** A share of what is open on the day. */
    PART_STOCK,
    /** A statistic of lengths that ended in the span. */
    LONGUEUR,
    /** Days of the span. */
    JOURNEES,
    /** Open on the day, against places that day. */
    OCCUPATION,
    /** Not a sum of histories: counted again each time. */
    AUCUNE;

    /** What began before a span counts in it. */
    boolean vientDAvant() {
        return this == STOCK || this == TOUCHE || this == PART_STOCK || this == JOURNEES || this == OCCUPATION;
    }

    static Forme de(Formule f) {
        if (f instanceof FormuleComposee || f instanceof FormuleMesure.PlacesOuvertes) {
            return AUCUNE;
        }
        // A home is read as the file says it now: what a child adds to a count of families is no property of their history.
        if (f instanceof FormuleSuivi.Familles || f instanceof FormuleSuivi.Nombres) {
            return AUCUNE;
        }
        if (f instanceof FormuleMesure.Occupation) {
            return OCCUPATION;
        }
        if (f instanceof Formule.Duree || f instanceof FormuleMesure.Delai || f instanceof FormuleMesure.Longueur
                || f instanceof FormuleSuivi.DureeMois) {
            return LONGUEUR;
        }
        if (f instanceof FormuleCroisee.Journees) {
            return JOURNEES;
        }
        if (f instanceof FormuleMesure.Touches t) {
            // An age on the day of the reading is no property of a history.
            return t.enfants() != null && (t.enfants().du() != null || t.enfants().moinsDe() != null) ? AUCUNE : TOUCHE;
        }
        if (f instanceof FormuleAutonomie.Majeurs m) {
            return switch (m.quoi()) {
                case EN_COURS -> STOCK;
                case FINS -> m.reference() ? AUCUNE : COMPTE;
                case ANNEE -> m.reference() ? AUCUNE : TOUCHE;
            };
        }
        if (f instanceof FormuleAutonomie.Suivis s) {
            return s.annee() ? TOUCHE : STOCK;
        }
        if (f instanceof FormuleCroisee.Ensemble e) {
            return e.part() ? PART_STOCK : STOCK;
        }
        if (f instanceof FormuleCroisee.Succession s) {
            return s.part() ? PART : COMPTE;
        }
        if (f instanceof FormuleSuivi.ActesSuivis s) {
            return s.part() ? PART : COMPTE;
        }
        if (f instanceof FormuleProjet.PartEnCours || f instanceof FormuleProjet.Couverture || f instanceof FormuleAutonomie.PartDesMajeurs) {
            return PART_STOCK;
        }
        if (f instanceof Formule.PartATerme || f instanceof Formule.Cohorte || f instanceof FormuleProjet.EtablisATemps
                || f instanceof FormuleAutonomie.EntretiensATemps || f instanceof FormuleAutonomie.EntretiensEntresTard) {
            return PART;
        }
        return f.stock() ? STOCK : COMPTE;
    }
}
