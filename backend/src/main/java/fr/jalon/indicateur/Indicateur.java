package fr.jalon.indicateur;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * An indicator of the catalogue.
 *
 * @param reference codes of the rows of documents it answers (35-F06-01), or null when no text counts it yet
 * @param libelle the document's own words
 * @param unite what the figure is: IP, mineurs, jours, %
 * @param groupe indicators read together
 * @param compte what is counted
 * @param date what places a file in a year
 * @param inclus what is in
 * @param exclus what is out
 * @param lecture how not to misread it, or null
 * @param dates day on which the document reads a stock, by the year of its column; the last of the year where none is given
 */
record Indicateur(String code, @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> reference, String libelle, String unite, String groupe, Formule mesure, String compte, String date,
        List<String> inclus, List<String> exclus, String lecture, String source, Map<Integer, LocalDate> dates) {

    boolean stock() {
        return mesure.stock();
    }

    /** The same, counted otherwise. */
    Indicateur avec(Formule autre) {
        return new Indicateur(code, reference, libelle, unite, groupe, autre, compte, date, inclus, exclus, lecture, source, dates);
    }

    List<String> references() {
        return reference == null ? List.of() : reference;
    }

    /** A share among a base, in percent. */
    boolean partage() {
        return "%".equals(unite) && !(mesure instanceof FormuleComposee);
    }

    /** The document's own day for that year, or null. */
    LocalDate date(int annee) {
        return dates == null ? null : dates.get(annee);
    }

    /** Counted measure by measure: it can be split by product, frame or service. */
    boolean ventilable() {
        return mesure instanceof FormuleMesure || mesure instanceof FormuleProjet || mesure instanceof FormuleAutonomie || mesure instanceof FormuleCroisee
                || mesure instanceof FormuleSuivi && !(mesure instanceof FormuleSuivi.RecuesPar);
    }
}
