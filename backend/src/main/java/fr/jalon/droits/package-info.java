/**
 * Rights of people and the end of files: a request about one child (access, rectification, opposition, limitation), what is decided of each
 * part before anything comes out, what was given; how long files are kept, what is proposed for elimination, the archives' visa, the
 * purge and its certificate. Nothing here is automatic. What each capability holds comes from {@code commun.donnees}, implemented by those
 * who own the tables. Calls {@code acces}, {@code dossier}, {@code evenement}, {@code courrier}, {@code departement} and {@code commun};
 * nobody calls it.
 */
package fr.jalon.droits;
