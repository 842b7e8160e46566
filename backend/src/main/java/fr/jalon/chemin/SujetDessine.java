package fr.jalon.chemin;

import java.util.List;
import java.util.Optional;

import fr.jalon.commun.Sujet;
import fr.jalon.commun.TypeSujet;

/** What the capability that owns files of one type tells of their path; one implementation a type. Reads SQL, inside the transaction. */
public interface SujetDessine {

    TypeSujet type();

    /** Key of the model a file that runs no more ran on. */
    String cle();

    /** Files whose events are passages of this one: itself, and what it came from. */
    default List<Sujet> sujets(Sujet sujet) {
        return List.of(sujet);
    }

    /** An event of that type is an act of this path. */
    boolean passage(String evenement);

    /**
     * The end event reached: the state says it, no act of somebody's stands there.
     *
     * @throws fr.jalon.commun.Introuvable when there is no such file
     */
    Optional<String> fin(Sujet sujet);
}
