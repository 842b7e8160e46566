package fr.jalon.ip.evaluation;

/** Words as they are kept: stripped, and nothing rather than blanks. */
final class Textes {

    private Textes() {
    }

    static String net(String texte) {
        return texte == null || texte.isBlank() ? null : texte.strip();
    }

    /** « un mineur », « 2 mineurs ». */
    static String nombre(long n, String un, String plusieurs) {
        return n == 1 ? un : n + "\u00a0" + plusieurs;
    }
}
