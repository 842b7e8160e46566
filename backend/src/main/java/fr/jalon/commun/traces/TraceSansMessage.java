package fr.jalon.commun.traces;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.springframework.boot.logging.StackTracePrinter;

/** Prints the types and the frames of an error and its causes, never their messages: a message may quote a name or a line of a report. */
public class TraceSansMessage implements StackTracePrinter {

    private static final int LONGUEUR = 8000;
    private static final int LIGNES_PAR_CAUSE = 25;

    @Override
    public void printStackTrace(Throwable erreur, Appendable sortie) throws IOException {
        StringBuilder texte = new StringBuilder();
        Set<Throwable> vues = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = erreur; t != null && vues.add(t) && texte.length() < LONGUEUR; t = t.getCause()) {
            texte.append(texte.isEmpty() ? "" : "Caused by: ").append(t.getClass().getName()).append('\n');
            StackTraceElement[] pile = t.getStackTrace();
            for (int i = 0; i < Math.min(pile.length, LIGNES_PAR_CAUSE); i++) {
                texte.append("\tat ").append(pile[i]).append('\n');
            }
        }
        sortie.append(texte, 0, Math.min(texte.length(), LONGUEUR));
    }
}
