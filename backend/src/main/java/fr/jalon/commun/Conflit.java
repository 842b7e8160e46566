package fr.jalon.commun;

import java.time.Instant;

/** 409: somebody acted in between. The second person is told who, when and what; nothing is overwritten. */
public class Conflit extends RuntimeException {

    private final String par;
    private final Instant le;
    private final String quoi;

    /**
     * @param par display name of the colleague who acted first, or null when it is not known
     * @param le when, or null
     * @param quoi French sentence saying what changed, without personal data of the family; what to do next (what was typed is kept, read
     *     again) is the dialog's to say, once
     */
    public Conflit(String par, Instant le, String quoi) {
        super(quoi);
        this.par = par;
        this.le = le;
        this.quoi = quoi;
    }

    public String par() {
        return par;
    }

    public Instant le() {
        return le;
    }

    public String quoi() {
        return quoi;
    }
}
