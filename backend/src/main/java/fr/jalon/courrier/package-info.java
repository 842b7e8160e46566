/**
 * Mails that leave the house: an outbox written in the transaction of the act, a sender that tries again. A mail holds a reference, a
 * link and a step, never a name or a fact. Calls {@code acces} for the address, {@code commun}.
 */
package fr.jalon.courrier;
