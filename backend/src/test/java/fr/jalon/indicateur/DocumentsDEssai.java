package fr.jalon.indicateur;

/** The shipped documents, without the application around them. */
public final class DocumentsDEssai {

    private DocumentsDEssai() {
    }

    public static DocumentsDuCatalogue lire() {
        return new DocumentsDuCatalogue();
    }
}
