package fr.jalon.commun.temps;

import java.time.Instant;
import java.util.concurrent.Callable;

/** Moves business time forward; {@code processus} moves the engine's clock with it and drains each day's work. */
public interface VoyageDansLeTemps {

    /**
     * @param deJours days to add, never negative: time does not go back
     * @return the offset after the move
     */
    int avancer(int deJours);

    /**
     * Runs a piece of work as if it were that past instant, on this thread only: the demonstration tells what happened when. Time
     * flows from there, so that what comes second is later.
     */
    <T> T enCeTemps(Instant instant, Callable<T> travail);
}
