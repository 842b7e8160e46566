/**
 * The path of a young person in care toward autonomy, from sixteen to twenty-one and six months after the exit. It opens by itself: a hook on
 * the measures, a hook on identities and a daily catch-up find every minor in care, whatever happened to the timers. The acts
 * ({@code autonomie_acte}), the birth date they keep and the stays in care are the truth; the row, the periods, the due dates, the step of the
 * process, the calendar and the tasks follow from them through {@link fr.jalon.autonomie.ActesAutonomie}. Calls {@code mesure},
 * {@code dossier}, {@code echeance}, {@code processus}, {@code tache}, {@code evenement}, {@code courrier}, {@code projet} (what it tells of itself there), {@code acces}, {@code departement}; nothing calls it
 * back but screens and counts.
 */
package fr.jalon.autonomie;
