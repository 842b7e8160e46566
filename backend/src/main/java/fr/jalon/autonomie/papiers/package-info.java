/**
 * The papers of the way to majority: the invitation, the notification of the support conditions, the young person's own page. Pure words given
 * to {@code courrier.Impression}; what they say is read by {@code autonomie}, which alone knows rights.
 */
package fr.jalon.autonomie.papiers;
