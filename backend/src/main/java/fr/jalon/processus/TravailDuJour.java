package fr.jalon.processus;

/**
 * What a scheduler does each day beside the timers of the engine. When business time travels, it is done on each day of the journey too, so
 * that what happens is what would have happened.
 */
public interface TravailDuJour {

    /** Called again on the same day it does nothing more. */
    void faire();
}
