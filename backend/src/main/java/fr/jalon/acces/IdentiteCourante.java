package fr.jalon.acces;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The identity of the running thread: set by the web filter from the session, or around background work. No identity means deny. */
public final class IdentiteCourante {

    private static final ThreadLocal<Identite> COURANTE = new ThreadLocal<>();

    private IdentiteCourante() {
    }

    public static Optional<Identite> siPresente() {
        return Optional.ofNullable(COURANTE.get());
    }

    public static Identite exiger() {
        return siPresente().orElseThrow(() -> new IllegalStateException("Personne n’agit : identité absente"));
    }

    /** Runs {@code travail} as {@code identite} and puts back whoever was there before; a transaction under way is told. */
    public static <T> T en(Identite identite, Callable<T> travail) {
        Identite avant = COURANTE.get();
        boolean autre = !Objects.equals(identite, avant);
        TransactionsIdentifiees.Ouverts ouverts = autre ? TransactionsIdentifiees.changer(identite) : null;
        remettre(identite);
        try {
            return travail.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            remettre(avant);
            TransactionsIdentifiees.rendre(avant, ouverts);
        }
    }

    /** For the web filter only; {@code null} clears. */
    public static void poser(Identite identite) {
        remettre(identite);
        TransactionsIdentifiees.rendreOuTaire(identite);
    }

    private static void remettre(Identite identite) {
        if (identite == null) {
            COURANTE.remove();
        } else {
            COURANTE.set(identite);
        }
    }
}
