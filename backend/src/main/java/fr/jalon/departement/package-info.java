/**
 * The profile of the département: its units, words, tracks, lists and local delays. Owns the {@code unite} and {@code profil} tables;
 * a YAML file seeds an empty database, dated rows are the truth from then on. Nothing in code knows a département. Calls {@code commun}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package fr.jalon.departement;
