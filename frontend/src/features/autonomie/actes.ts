import type { Acte } from '../../commun/formulaire/FormeActe';
import type { Contexte } from './champs';
import { FORMES_ENTRETIEN } from './formesEntretien';
import { FORMES_MAJORITE } from './formesMajorite';

/** Acts in the order of the path, each with its verb; the server says which are possible. */
export const LIBELLES: [string, string][] = [
  ['INVITATION', 'Préparer l’invitation'],
  ['ENTRETIEN', 'Noter l’entretien'],
  ['ENTRETIEN_EXCEPTIONNEL', 'Noter un second entretien'],
  ['NOTIFICATION', 'Notifier les conditions'],
  ['PROJET_ACCES', 'Écrire le projet d’accès à l’autonomie'],
  ['PERSONNE_REFERENCE', 'Noter la personne de référence'],
  ['DEMANDE', 'Noter la demande du jeune'],
  ['DECISION', 'Décider de l’accompagnement'],
  ['RENOUVELLEMENT', 'Renouveler l’accompagnement'],
  ['DECISION_REFUS', 'Refuser la suite de l’accompagnement'],
  ['COMMISSION', 'Noter l’avis de la commission'],
  ['SORTIE', 'Remplir la fiche de sortie'],
  ['SUIVI', 'Ouvrir le suivi après la sortie'],
  ['ENTRETIEN_SIX_MOIS', 'Noter l’entretien des six mois'],
  ['ENTRETIEN_SUPPLEMENTAIRE', 'Noter un entretien supplémentaire'],
  ['RETOUR', 'Noter le retour du jeune'],
  ['COORDONNEES', 'Tenir à jour les coordonnées'],
  ['SITUATION', 'Préciser la situation'],
  ['CLOTURE', 'Clore le parcours'],
];

/** The likely ones at each step, the first filled. */
export const PREMIERS: Record<string, string[]> = {
  'preparer-entretien': ['INVITATION', 'ENTRETIEN'],
  'tenir-entretien': ['ENTRETIEN', 'INVITATION'],
  notifier: ['NOTIFICATION', 'PROJET_ACCES'],
  'preparer-majorite': ['DEMANDE', 'PROJET_ACCES', 'PERSONNE_REFERENCE'],
  'decider-accompagnement': ['DECISION', 'RENOUVELLEMENT', 'DECISION_REFUS'],
  accompagner: ['RENOUVELLEMENT', 'DEMANDE'],
  'remplir-sortie': ['SORTIE', 'RETOUR'],
  'entretien-six-mois': ['ENTRETIEN_SIX_MOIS', 'RETOUR'],
};

/** The form of an act, or null when the path has none of this name. */
export function acteDe(code: string, c: Contexte): Acte | null {
  const forme = (FORMES_ENTRETIEN[code] ?? FORMES_MAJORITE[code])?.(c);
  if (!forme) return null;
  const chemin = `/api/autonomies/${c.a.id}/${code === 'REPERE' ? `reperes/${c.repere}` : CHEMINS[code]}`;
  return { nom: `autonomie.${code.toLowerCase().replaceAll('_', '-')}`, chemin, ...forme };
}

const CHEMINS: Record<string, string> = {
  INVITATION: 'invitation', ENTRETIEN: 'entretiens', ENTRETIEN_EXCEPTIONNEL: 'entretiens', DECISION_REFUS: 'decision', NOTIFICATION: 'notification', PROJET_ACCES: 'projet-acces', PERSONNE_REFERENCE: 'personne-reference', DEMANDE: 'demande',
  DECISION: 'decision', RENOUVELLEMENT: 'renouvellement', COMMISSION: 'commission', SORTIE: 'sortie', SUIVI: 'suivi', ENTRETIEN_SIX_MOIS: 'entretien-six-mois',
  ENTRETIEN_SUPPLEMENTAIRE: 'entretien-supplementaire', RETOUR: 'retour', COORDONNEES: 'coordonnees', SITUATION: 'situation', CLOTURE: 'cloture',
};
