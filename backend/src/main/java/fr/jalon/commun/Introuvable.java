package fr.jalon.commun;

/** 404: nothing there, or nothing this person may know of; the two are answered alike on purpose. */
public class Introuvable extends RuntimeException {

    public Introuvable() {
        super("Ce dossier n’existe pas ou ne vous est pas ouvert.");
    }
}
