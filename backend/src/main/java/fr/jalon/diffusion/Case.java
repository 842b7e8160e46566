package fr.jalon.diffusion;

/**
 * A number of a table.
 *
 * @param cle its own, whatever the caller likes
 * @param valeur as it would be printed (measures, files, children)
 * @param enfants different children behind it, who are what is protected: twelve measures of four children are four; -1 when it counts no
 *     person (places, meetings), and is then never hidden for itself
 * @param publiee whether it would be printed at all; a number that only serves a share or a sum is not
 */
public record Case(String cle, long valeur, long enfants, boolean publiee) {

    public static Case de(String cle, long valeur, long enfants) {
        return new Case(cle, valeur, enfants, true);
    }

    boolean petite(int seuil) {
        return enfants > 0 && enfants < seuil;
    }
}
