package fr.jalon.mesure;

/** What a part of the life of a measure keeps equal to its acts besides the periods of the measure itself: told after each act and each cancellation. */
public interface SuiteMesure {

    /** Called twice it changes nothing the second time. */
    void suivre(Mesure mesure);
}
