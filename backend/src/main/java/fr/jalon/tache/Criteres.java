package fr.jalon.tache;

import java.util.UUID;

/**
 * What is asked of the list; the counters take the same.
 *
 * @param q part of a reference, or the name of a child
 * @param titulaire tasks held by somebody, for the supervisor
 */
public record Criteres(Vue vue, String q, String etape, String unite, Bande bande, UUID titulaire, boolean nonLues) {

    /** Whose tasks: held by me, for my missions in my units, in my units, all in sight. */
    public enum Vue {
        MOI, EQUIPE, UNITE, TOUTES
    }

    public Criteres {
        vue = vue == null ? Vue.EQUIPE : vue;
        q = q == null || q.isBlank() ? null : q.strip();
        etape = etape == null || etape.isBlank() ? null : etape;
        unite = unite == null || unite.isBlank() ? null : unite;
    }

    Criteres vue(Vue autre) {
        return new Criteres(autre, q, etape, unite, bande, titulaire, nonLues);
    }
}
