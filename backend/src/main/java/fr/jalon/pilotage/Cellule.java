package fr.jalon.pilotage;

/** How many open steps share a unit, a step, a hold and a slice of time: everything the page counts is a sum of these. */
record Cellule(String unite, String etape, boolean enConsigne, Tranche tranche, long nombre) {
}
