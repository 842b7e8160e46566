import type { Acte, Champ } from '../../commun/formulaire/FormeActe';
import { dateLongue } from '../../commun/temps';
import { chemin, type Projet, type Proposee, type Signataire } from './api';

export interface Listes {
  aujourdhui: string;
  referents: { id: string; nom: string; fonction: string }[];
  signataires: Signataire[];
  points: { code: string; message: string }[];
  personnes: Proposee[];
}

const le = (libelle: string, aujourdhui: string, requis = 'Indiquez la date.', aide?: string): Champ => ({ nom: 'le', libelle, genre: 'date', passe: true, defaut: aujourdhui, requis, aide });

/** Acts that are a list of fields; the meeting, signatures, hand-over and the answer to a report have a form of their own. */
export function acteDe(code: string, p: Projet, l: Listes): Acte | null {
  const base = chemin(p.id);
  switch (code) {
    case 'REFERENT':
      return {
        nom: 'projet.referent', verbe: 'Nommer le référent', chemin: `${base}/referent`, annonce: 'Le référent de parcours est nommé.',
        corps: (v) => ({ utilisateurId: v.utilisateurId ?? null, nom: v.utilisateurId ? null : (v.nom ?? null), le: v.le }),
        champs: [
          { nom: 'utilisateurId', libelle: 'Référent de parcours', genre: 'liste', defaut: p.referent?.utilisateurId ?? '', options: [{ value: '', label: 'Hors de la liste' }, ...l.referents.map((r) => ({ value: r.id, label: r.nom }))] },
          { nom: 'nom', libelle: 'Nom', genre: 'texte', si: (v) => !v.utilisateurId },
          le('Depuis le', l.aujourdhui, 'Indiquez depuis quand.'),
        ],
      };
    case 'AVIS':
      return {
        nom: 'projet.avis', verbe: 'Noter cet avis', chemin: `${base}/avis`, annonce: 'L’avis est noté.', consequence: 'Un désaccord est gardé tel quel et imprimé avec le projet ; il n’empêche pas de l’établir.',
        corps: (v) => ({ adulteId: v.qui === 'ENFANT' ? null : v.qui, le: v.le, sens: v.sens, texte: v.texte }),
        champs: [
          { nom: 'qui', libelle: 'Avis de', genre: 'radio', requis: 'Dites de qui est cet avis.', options: l.personnes.filter((x) => x.qualite !== 'SERVICE').map((x) => ({ value: x.adulteId ?? 'ENFANT', label: x.nom, description: x.precision })) },
          { nom: 'sens', libelle: 'Cet avis est', genre: 'radio', requis: 'Dites s’il s’agit d’un accord, d’une réserve ou d’un désaccord.', options: [{ value: 'ACCORD', label: 'un accord' }, { value: 'RESERVE', label: 'une réserve' }, { value: 'DESACCORD', label: 'un désaccord' }] },
          { nom: 'texte', libelle: 'Ce qui a été dit', genre: 'long', aide: 'Avec les mots de la personne', requis: 'Écrivez l’avis tel qu’il est dit.' },
          le('Recueilli le', l.aujourdhui),
        ],
      };
    case 'PROPOSER':
      return {
        nom: 'projet.proposer', verbe: 'Proposer à la signature', chemin: `${base}/proposition`, annonce: 'Le projet attend d’être établi.',
        consequence: l.points.length ? `Au moment de l’établir, un motif sera demandé pour : ${l.points.map((x) => x.message.replace(/\.$/, '').toLowerCase()).join(' ; ')}.` : 'Qui signe pour le président le recevra dans ses tâches.',
        champs: [le('Le', l.aujourdhui)],
      };
    case 'RENVOYER':
      return {
        nom: 'projet.renvoyer', verbe: 'Renvoyer à l’écriture', chemin: `${base}/retour`, annonce: 'Le projet est de nouveau à écrire.',
        champs: [{ nom: 'motif', libelle: 'Ce qui manque', genre: 'long', requis: 'Écrivez ce qui manque.' }],
      };
    case 'ETABLIR':
      return {
        nom: 'projet.etablir', verbe: `Établir le ${p.mot}`, chemin: `${base}/etablissement`, annonce: `Le ${p.mot} est établi.`,
        consequence: 'Ce qui est écrit ne changera plus : une révision ouvrira la version suivante. La signature des parents et de l’enfant se note ensuite et n’empêche rien.',
        champs: [
          { nom: 'signataireId', libelle: 'Signé pour le président par', genre: 'liste', requis: 'Choisissez qui signe.', options: [
            { value: '', label: 'Choisissez…' },
            ...l.signataires.map((s) => ({ value: s.utilisateurId, label: `${s.nom}${s.fonction ? `, ${s.fonction}` : ''} (${s.reference}${s.interimDeNom ? `, par intérim de ${s.interimDeNom}` : ''})` })),
          ] },
          le('Établi le', l.aujourdhui),
        ],
      };
    case 'REVISER':
      return {
        nom: 'projet.reviser', verbe: 'Ouvrir la révision', chemin: `${base}/revisions`, annonce: 'La version suivante est ouverte.',
        consequence: `Elle reprend ce qui est en cours ; la version établie${p.etabliLe ? ` le ${dateLongue(p.etabliLe)}` : ''} reste en vigueur jusqu’à la suivante.`,
        champs: [
          { nom: 'motif', libelle: 'Pourquoi', genre: 'radio', requis: 'Dites pourquoi le projet est révisé.', options: [
            { value: 'ECHEANCE', label: 'Révision périodique' }, { value: 'RAPPORT', label: 'Rapport de situation' }, { value: 'SITUATION', label: 'La situation a changé' }, { value: 'DEMANDE', label: 'À la demande de la famille ou de l’enfant' }] },
          { nom: 'texte', libelle: 'Précisions', genre: 'long' },
          le('Le', l.aujourdhui),
        ],
      };
    default:
      return null;
  }
}

/** The form of an action that is over: the same in the task and on the page. */
export function finAction(p: Projet, lignee: string, aujourdhui: string): Acte {
  return {
    nom: 'projet.action', verbe: 'Noter la suite de cette action', chemin: chemin(p.id, `/actions/${lignee}/fin`), annonce: 'L’action est notée.',
    champs: [
      { nom: 'issue', libelle: 'Cette action', genre: 'radio', requis: 'Dites si l’action est faite, ou si elle ne le sera pas.', options: [{ value: 'FAITE', label: 'est faite' }, { value: 'ABANDONNEE', label: 'ne sera pas faite' }] },
      le('Le', aujourdhui),
      { nom: 'texte', libelle: 'Ce qui en résulte', genre: 'long', si: (v) => v.issue !== 'ABANDONNEE' },
      { nom: 'texte', libelle: 'Pourquoi elle ne sera pas faite', genre: 'long', requis: 'Écrivez pourquoi cette action ne sera pas faite.', si: (v) => v.issue === 'ABANDONNEE' },
    ],
  };
}

/** Words of the button or of the menu, in the order they are offered. ECRIRE and ACTION are tabs, not forms. */
export const LIBELLES: [string, string][] = [
  ['INVITER', 'Inviter à la rencontre partagée'], ['RENCONTRE', 'Noter la rencontre'], ['AVIS', 'Noter un avis'], ['PROPOSER', 'Proposer à la signature'],
  ['ETABLIR', 'Établir'], ['RENVOYER', 'Renvoyer à l’écriture'], ['SIGNER', 'Noter les signatures'], ['REMETTRE', 'Remettre'], ['BILAN', 'Faire le bilan des objectifs'],
  ['REVISER', 'Réviser'], ['REFERENT', 'Nommer le référent'],
];

/** What each step of the model waits for first. */
export const PREMIERS: Record<string, string[]> = {
  preparer: ['INVITER', 'RENCONTRE'],
  rencontrer: ['RENCONTRE'],
  rediger: ['PROPOSER'],
  etablir: ['ETABLIR', 'RENVOYER'],
  remettre: ['REMETTRE', 'SIGNER'],
  suivre: ['BILAN', 'REVISER'],
};
