/**
 * The append-only log of business events and the periods drawn from it: the timeline of a file and the source of every count. Holds no
 * name and no free text. Written inside a business transaction only. Calls {@code acces} and {@code commun}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package fr.jalon.evenement;
