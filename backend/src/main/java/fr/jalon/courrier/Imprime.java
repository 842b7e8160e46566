package fr.jalon.courrier;

import java.time.Instant;
import java.util.Map;

/**
 * A paper to print: a page of {@code imprimes/} and what it says. Two papers that are equal give the same bytes.
 *
 * @param modele name of the page, without its extension: {@code imprimes/projet.html} is {@code projet}
 * @param titre title of the PDF, which a screen reader says first; no name of a child
 * @param sujet one sentence that says what the paper is
 * @param pied left of the foot of each page: a reference, a version
 * @param le when its content was fixed (establishment, hand-over), never when it is printed
 * @param corps size of the letters
 * @param valeurs what the page reads, by name; times and dates as {@code java.time}, written in French by {@code ${mots}}
 */
public record Imprime(String modele, String titre, String sujet, String pied, Instant le, Corps corps, Map<String, ?> valeurs) {

    /** Size of the letters. */
    public enum Corps {
        NORMAL,
        /** Large print: 18 points, nothing smaller than 16. */
        GRAND
    }

    public Imprime enGrand() {
        return new Imprime(modele, titre, sujet, pied, le, Corps.GRAND, valeurs);
    }
}
