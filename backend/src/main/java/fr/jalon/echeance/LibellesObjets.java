package fr.jalon.echeance;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import fr.jalon.commun.TypeSujet;

/** How to call, on the page shown, what a due date is about within its file. Implemented by whoever owns it; nothing of it is stored. */
public interface LibellesObjets {

    TypeSujet type();

    Map<UUID, String> libelles(Collection<UUID> ids);
}
