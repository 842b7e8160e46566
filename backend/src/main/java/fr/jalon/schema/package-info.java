/**
 * The follow-up of a schéma: the calendar each fiche prints ({@code schemas/*.yaml}), the dated steps that tell where it stands, and its rows of
 * indicators with what is counted of them. Its values and narratives are entered and sent with the contract's table, which shows the same rows. Owns
 * {@code schema_etape}. Calls {@code indicateur}, {@code departement}, {@code acces} and {@code commun}; nothing calls it.
 */
package fr.jalon.schema;
