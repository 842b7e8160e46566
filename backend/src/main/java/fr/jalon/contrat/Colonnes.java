package fr.jalon.contrat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import fr.jalon.contrat.TableauContrat.EvolutionContrat;
import fr.jalon.contrat.TableauContrat.LigneContrat;

/**
 * The columns of the printed table, in its order: level of reference, targets, results, changes from year to year, over the whole span and
 * since the reference, gaps to the target. Every file has these and no others.
 */
final class Colonnes {

    enum Genre {
        NIVEAU, CIBLE, REALISE, EVOLUTION, ECART
    }

    /**
     * @param de year of the column, or where a change starts
     * @param a where a change ends; the same year for the rest
     */
    record Colonne(Genre genre, int de, int a, String titre) {
    }

    private Colonnes() {
    }

    static List<Colonne> de(TableauContrat t) {
        List<Colonne> c = new ArrayList<>();
        c.add(new Colonne(Genre.NIVEAU, t.reference(), t.reference(), "Niveau " + t.reference()));
        pour(t, a -> c.add(new Colonne(Genre.CIBLE, a, a, "Cible " + a)));
        pour(t, a -> c.add(new Colonne(Genre.REALISE, a, a, "Réalisé " + a)));
        for (int a = t.du() + 1; a <= t.au(); a++) {
            c.add(new Colonne(Genre.EVOLUTION, a - 1, a, "Évolution " + (a - 1) + "-" + a));
        }
        if (t.au() - t.du() > 1) {
            c.add(new Colonne(Genre.EVOLUTION, t.du(), t.au(), "Évolution " + t.du() + "-" + t.au()));
        }
        c.add(new Colonne(Genre.EVOLUTION, t.reference(), t.au(), "Évolution " + t.reference() + "-" + t.au()));
        pour(t, a -> c.add(new Colonne(Genre.ECART, a, a, "Écart à la cible " + a)));
        return c;
    }

    private static void pour(TableauContrat t, Function<Integer, Boolean> quoi) {
        for (int a = t.du(); a <= t.au(); a++) {
            quoi.apply(a);
        }
    }

    static EvolutionContrat evolution(LigneContrat l, TableauContrat t, Colonne c) {
        if (c.genre() == Genre.ECART) {
            return l.annees().get(c.de() - t.du()).ecart();
        }
        if (c.de() == t.reference() && c.a() == t.au()) {
            return l.depuisReference();
        }
        return c.a() == c.de() + 1 ? l.evolutions().get(c.de() - t.du()) : l.periode();
    }
}
