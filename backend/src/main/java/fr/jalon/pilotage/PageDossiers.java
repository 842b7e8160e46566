package fr.jalon.pilotage;

import java.util.List;

/** A page found by key; {@code suivante} is what to give as {@code apres} for the next one, null at the end. */
public record PageDossiers(List<Dossier> dossiers, long total, String suivante) {
}
