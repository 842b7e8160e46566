/**
 * Who is acting, what they may see and do, and the journal of what they opened. One rule ({@link fr.jalon.acces.Acces}) serves one
 * object and lists alike. Calls {@code departement} and {@code commun}.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package fr.jalon.acces;
