package fr.jalon.tache;

/** How many lines each view and band would show: bands and unread are those of the view asked for. */
public record CompteursTaches(long moi, long equipe, long unite, long toutes, long retard, long j15, long j30, long consigne,
        long nonLues) {
}
