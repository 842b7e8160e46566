/**
 * The projet pour l'enfant (L223-1-1, D223-12 to D223-17): one for a child, for the whole path. The acts ({@code projet_acte}) are the truth,
 * as for measures: the row, its periods, due dates, step and tasks are folded from them, in one transaction, whoever writes the act through
 * {@link fr.jalon.projet.ActesProjet}.
 * <p>
 * Acts of two sorts. What the measures make (opened, revised, closed, resumed) is recomputed from the exercised periods of the child each time
 * one of them changes ({@code SuiteProjet}): a start corrected or cancelled is followed, nothing of it is written by hand. All the rest is
 * somebody's: the référent, the meeting, the establishment, signatures, hand-overs, what became of each objective and action.
 * <p>
 * A version ({@code projet_version}) is written ({@code EN_COURS}), established with its content frozen and its fingerprint, then handed over; it
 * is never changed again: a revision opens the next one, which starts as a copy. {@code lignee} follows an objective or an action from version
 * to version. What prints a version reads {@code contenu} alone.
 * <p>
 * Sight: the unit of the measures leads ({@code PILOTE}); a service habilité sees the projet ({@code EXERCICE}) while it exercises one of the
 * child's measures, and of it the parts addressed to it and the actions it owns, nothing else of the child.
 * <p>
 * Three choices the texts leave open, told on screens « à valider »: a later measure makes the revision due three months after its start; on
 * re-entry the version established before is no longer valid; MJAGBF asks for no projet.
 * Calls {@code mesure}, {@code ip} for the délégations, {@code dossier}, {@code echeance}, {@code processus}, {@code tache}, {@code evenement},
 * {@code acces}, {@code departement}; nothing calls it back but screens and counts.
 */
package fr.jalon.projet;
