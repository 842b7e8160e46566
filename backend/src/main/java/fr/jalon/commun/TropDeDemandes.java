package fr.jalon.commun;

/** 429: the person asked the same kind of question too often in a short while. The refusal is journaled. */
public class TropDeDemandes extends RuntimeException {

    private final int secondes;

    /** @param secondes after which to try again */
    public TropDeDemandes(String message, int secondes) {
        super(message);
        this.secondes = secondes;
    }

    public int secondes() {
        return secondes;
    }
}
