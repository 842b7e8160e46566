package fr.jalon.evenement;

/** The words of events, without the application around them. */
public final class LibellesDEssai {

    private LibellesDEssai() {
    }

    public static LibellesEvenements lire() {
        return new LibellesEvenements();
    }
}
