package fr.jalon.indicateur;

import java.util.List;

/**
 * An indicator of the catalogue.
 *
 * @param reference code in the document that asks for it (35-F06-01), or null when no text counts it yet
 * @param libelle the document's own words
 * @param unite what the figure is: IP, mineurs, jours, %
 * @param groupe indicators read together
 * @param compte what is counted
 * @param date what places a file in a year
 * @param inclus what is in
 * @param exclus what is out
 * @param lecture how not to misread it, or null
 */
record Indicateur(String code, String reference, String libelle, String unite, String groupe, Formule mesure, String compte, String date,
        List<String> inclus, List<String> exclus, String lecture, String source) {

    boolean stock() {
        return mesure instanceof Formule.Ouvertes || mesure instanceof Formule.Tenues;
    }
}
