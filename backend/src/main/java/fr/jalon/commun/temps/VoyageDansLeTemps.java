package fr.jalon.commun.temps;

/** Moves business time forward; {@code processus} moves the engine's clock with it and drains each day's work. */
public interface VoyageDansLeTemps {

    /**
     * @param deJours days to add, never negative: time does not go back
     * @return the offset after the move
     */
    int avancer(int deJours);
}
