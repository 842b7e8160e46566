package fr.jalon.tache;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;

/** What the capabilities that own files tell the task list; one implementation a type of subject. Reads SQL, inside the transaction. */
public interface SujetsDesTaches {

    TypeSujet type();

    /** Cards of files by id; an id without file is left out. */
    Map<UUID, Fiche> fiches(Collection<UUID> ids);

    /** Children of each file, in the order they were named. */
    Map<UUID, List<UUID>> enfants(Collection<UUID> ids);

    /** What to call the things within files that tasks are about ({@code Processus.lancer}), for the page shown; nothing of it is stored. */
    default Map<UUID, String> libelles(Collection<UUID> objets) {
        return Map.of();
    }

    /** Files in which one of these children stands. */
    Set<UUID> avecEnfants(Collection<UUID> enfants);
}
