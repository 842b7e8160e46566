package fr.jalon.statistique;

import java.util.List;

/** How many lines should say a variable, and how many do; a value that has no official code yet is said, and counted apart. */
record Completude(long attendues, long remplies, long sansCode) {

    /** Why the officer is told. */
    enum Alerte {
        SEUIL, CHUTE
    }

    static Completude de(DictionnaireOlinpe.Variable v, List<LignesOlinpe.Ligne> lignes) {
        if (!v.tenue()) {
            return new Completude(0, 0, 0);
        }
        List<String> dues = lignes.stream().filter(l -> l.due(v.quand())).map(l -> l.champs().getOrDefault(v.champ(), null)).map(c -> c == null ? "" : c).toList();
        return new Completude(dues.size(), dues.stream().filter(c -> !c.isEmpty()).count(), dues.stream().filter(c -> !c.isEmpty() && v.sansCode(c)).count());
    }

    boolean sous(int seuil) {
        return attendues > 0 && 100 * remplies < seuil * attendues;
    }

    /**
     * Passing under the threshold, or falling by more than so many points since the report before; null when neither. Staying under it is not told
     * again: the page shows it.
     *
     * @param avant of the report before in the same year, or null
     */
    Alerte alerte(Completude avant, int seuil, int chute) {
        boolean connu = avant != null && avant.attendues > 0;
        if (sous(seuil) && !(connu && avant.sous(seuil))) {
            return Alerte.SEUIL;
        }
        return connu && attendues > 0 && 100 * (avant.remplies * attendues - remplies * avant.attendues) > chute * avant.attendues * attendues ? Alerte.CHUTE : null;
    }
}
