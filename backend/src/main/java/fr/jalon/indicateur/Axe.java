package fr.jalon.indicateur;

import java.util.Set;
import java.util.TreeSet;

/** What the figures of measures are split by, besides units. */
public enum Axe {

    PRODUIT("produit"), CADRE("cadre"), SERVICE("service"), BASE("base");

    private final String dimension;

    Axe(String dimension) {
        this.dimension = dimension;
    }

    String dimension() {
        return dimension;
    }

    /** Values measures ever had on this axis, and services that only have places yet. */
    Set<String> valeurs(FaitsMesures faits) {
        Set<String> valeurs = new TreeSet<>();
        faits.periodes().values().forEach(periodes -> periodes.forEach(p -> p.segments().forEach(s -> {
            if (s.dimensions().containsKey(dimension)) {
                valeurs.add(s.dimensions().get(dimension));
            }
        })));
        faits.places().forEach(p -> {
            if (p.dimensions().containsKey(dimension)) {
                valeurs.add(p.dimensions().get(dimension));
            }
        });
        return valeurs;
    }
}
