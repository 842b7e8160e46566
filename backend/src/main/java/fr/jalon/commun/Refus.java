package fr.jalon.commun;

import java.util.List;

/**
 * The impossible, refused (422): dates out of order, a decision missing for one minor. What the law leaves to judgement is an
 * {@link Avertissements}, never a refusal. Messages are French, say what to do, and hold no personal data.
 */
public class Refus extends RuntimeException {

    /** One message at the field of the form it is about; {@code champ} is the JSON path of the field, or empty for the whole form. */
    public record Erreur(String champ, String message) {
    }

    private final transient List<Erreur> erreurs;

    public Refus(List<Erreur> erreurs) {
        super("Saisie refusée");
        this.erreurs = List.copyOf(erreurs);
    }

    public static Refus champ(String champ, String message) {
        return new Refus(List.of(new Erreur(champ, message)));
    }

    public static Refus global(String message) {
        return champ("", message);
    }

    public List<Erreur> erreurs() {
        return erreurs;
    }

    /** Runs {@code travail}; what it refuses is told at fields under {@code prefixe}, as the form nests them. */
    public static <T> T sous(String prefixe, java.util.function.Supplier<T> travail) {
        try {
            return travail.get();
        } catch (Refus r) {
            throw new Refus(r.erreurs().stream().map(e -> new Erreur(e.champ().isEmpty() ? prefixe : prefixe + "." + e.champ(), e.message())).toList());
        }
    }
}
