package fr.jalon.contrat;

import fr.jalon.indicateur.LigneDocument;

/**
 * A document the département answers for, and the years it reports.
 *
 * @param schema words by which its rows name it
 * @param reference year of the level from which progress is read
 */
public record Plan(String departement, String code, String titre, Sorte sorte, String schema, int reference, int du, int au) {

    public enum Sorte {
        CONTRAT, SCHEMA
    }

    boolean tient(LigneDocument ligne) {
        return ligne.departement().equals(departement) && ligne.tableauDeBord() && ligne.schema().contains(schema);
    }

    /** The same rows over other years: the contract goes on after its printed table. */
    Plan sur(int autreReference, int autreDu, int autreAu) {
        return new Plan(departement, code, titre, sorte, schema, autreReference, autreDu, autreAu);
    }
}
