package fr.jalon.indicateur;

/**
 * An indicator as a document prints it.
 *
 * @param rang place in the printed order, from 1, all documents together
 * @param schema the document, and where it was printed twice both
 * @param fiche as printed: « 6 », « 13 Bis », « Objectif 4 », « Action 12 »
 * @param evenements what would have to be recorded for it to count by itself, or null
 * @param source lines of the text it was read from
 */
public record LigneDocument(int rang, String code, String departement, String schema, String fiche, String intituleFiche, String libelle, String unite,
        Nature nature, Classe classe, String evenements, String denominateur, String source, String remarque) {

    public enum Nature {
        FLUX, STOCK, RATIO, DUREE, CAPACITE, OUI_NON, TEXTE, DOCUMENT
    }

    /** From events already recorded; from one light record more; by hand. */
    public enum Classe {
        A, B, M
    }

    /** Printed in a table of indicators, and not only found in the prose. */
    public boolean tableauDeBord() {
        return !code.matches("\\d\\d-(EL-|.*-T).*");
    }
}
