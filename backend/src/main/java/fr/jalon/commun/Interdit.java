package fr.jalon.commun;

/** 403: the person is known and the act is not theirs. The refusal is journaled in a transaction of its own. */
public class Interdit extends RuntimeException {

    public Interdit(String message) {
        super(message);
    }
}
