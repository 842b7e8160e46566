import { DUREES } from './durees';
import type { Acte, Champ } from './FormeActe';
import { options, type Choix, type Mesure, type Personne, type ServicePossible } from './api';

export interface Listes {
  choix: Choix;
  aujourdhui: string;
  deMesure: Personne[];
  deParcours: Personne[];
  services: ServicePossible[];
}

const champsDuree = (requis?: string): Champ[] => [
  { nom: 'duree', libelle: 'Durée', genre: 'liste', options: [{ value: '', label: 'Selon le terme écrit' }, ...DUREES] },
  { nom: 'terme', libelle: 'Terme', genre: 'date', aide: 'Dernier jour de la mesure, tel que la décision l’écrit', si: (v) => !v.duree, requis },
];

const le = (libelle: string, aujourdhui: string, aide?: string): Champ => ({ nom: 'le', libelle, genre: 'date', passe: true, defaut: aujourdhui, aide, requis: 'Indiquez la date.' });

const personnes = (p: Personne[], vide: string) => [{ value: '', label: vide }, ...p.map((x) => ({ value: x.id, label: x.fonction ? `${x.nom}, ${x.fonction}` : x.nom }))];

const referent = (v: Record<string, unknown>, cle: string, genre: string) =>
  v[cle] || v[`${cle}Nom`] ? { genre, utilisateurId: v[cle] || null, nom: v[cle] ? null : v[`${cle}Nom`] } : null;

/** Who decides and under which law: what renewing, re-qualifying and changing frame share. */
function champsDecision(m: Mesure, l: Listes, cadre: 'MEME' | 'AUTRE', produit: boolean): Champ[] {
  const bases = l.choix.bases.filter((b) => (b.cadre === m.cadre.code) === (cadre === 'MEME'));
  const judiciaire = (cadre === 'MEME') === (m.cadre.code === 'JUDICIAIRE');
  return [
    { nom: 'baseLegale', libelle: 'Base légale', genre: 'liste', requis: 'Choisissez la base légale.', defaut: cadre === 'MEME' ? m.base.code : '',
      options: options(bases.map((b) => ({ code: b.code, libelle: `${b.libelle} (${b.article})` })), 'Choisissez…') },
    ...(produit ? [{ nom: 'produit', libelle: 'Mesure', genre: 'liste', defaut: m.produit.code, options: options(l.choix.produits) } satisfies Champ] : []),
    { nom: 'autorite', libelle: 'Décidée par', genre: 'liste', requis: 'Choisissez qui a décidé.', defaut: cadre === 'MEME' ? m.autorite.code : judiciaire ? 'JUGE_ENFANTS' : 'PRESIDENT', options: options(l.choix.autorites, 'Choisissez…') },
    ...(judiciaire
      ? ([
          { nom: 'juridiction', libelle: 'Tribunal', genre: 'texte', defaut: m.juridiction ?? '' },
          { nom: 'magistrat', libelle: 'Magistrat', genre: 'texte', defaut: m.magistrat ?? '' },
          { nom: 'reference', libelle: 'Référence de l’ordonnance', genre: 'texte' },
          { nom: 'audienceLe', libelle: 'Audience tenue le', genre: 'date', passe: true },
          { nom: 'ordonnanceRecueLe', libelle: 'Ordonnance reçue le', genre: 'date', passe: true },
        ] satisfies Champ[])
      : ([{ nom: 'accordDonne', libelle: 'Les titulaires de l’autorité parentale ont donné leur accord à cette décision', genre: 'case' }] satisfies Champ[])),
  ];
}

/** The acts that are a form, by the code the server offers them under. */
export function acteDe(code: string, m: Mesure, l: Listes): Acte | null {
  const base = `/api/mesures/${m.id}`;
  const intensites = l.choix.produits.find((p) => p.code === m.produit.code)?.intensites ?? [];
  const heures = l.choix.bases.find((b) => b.code === m.base.code)?.heures;
  switch (code) {
    case 'ACCORD':
      return {
        nom: 'mesure.accord', verbe: 'Noter l’accord', chemin: `${base}/accords`, annonce: 'L’accord est noté.',
        consequence: m.etat === 'ATTENTE_ACCORD' && 'Quand chaque titulaire a répondu, la mesure passe en attente d’exercice. Un accord se retire à tout moment.',
        champs: [
          { nom: 'adulteId', libelle: 'Titulaire', genre: 'liste', requis: 'Choisissez le titulaire.', defaut: m.accords.find((a) => a.statut === 'ATTENDU')?.adulteId ?? '',
            options: [{ value: '', label: 'Choisissez…' }, ...m.accords.map((a) => ({ value: a.adulteId, label: `${a.nom} : ${a.statutLibelle.toLowerCase()}` }))] },
          { nom: 'statut', libelle: 'Sa réponse', genre: 'radio', requis: 'Dites ce qu’il en est de cet accord.', options: [
            { value: 'DONNE', label: 'Accord donné' }, { value: 'REFUSE', label: 'Accord refusé' }, { value: 'REVOQUE', label: 'Accord retiré' }, { value: 'IMPOSSIBLE', label: 'Accord impossible à demander' }] },
          le('Le', l.aujourdhui),
          { nom: 'motif', libelle: 'Ce qui a été dit', genre: 'long', si: (v) => v.statut !== 'IMPOSSIBLE' },
          { nom: 'motif', libelle: 'Pourquoi cet accord ne peut être demandé', genre: 'long', requis: 'Écrivez pourquoi.', si: (v) => v.statut === 'IMPOSSIBLE' },
        ],
      };
    case 'DATE_JUSTICE':
      return {
        nom: 'mesure.date-justice', verbe: 'Noter cette date', chemin: `${base}/dates`, annonce: 'La date est notée.',
        champs: [
          { nom: 'genre', libelle: 'Date', genre: 'radio', requis: 'Choisissez la date à noter.', options: [
            { value: 'AUDIENCE', label: 'Audience' }, { value: 'ORDONNANCE_RECUE', label: 'Ordonnance reçue par le département' },
            { value: 'DATE_FIXEE', label: 'Date de prise en charge fixée par l’ordonnance' },
            ...(m.base.code === 'OPP' ? [{ value: 'SAISINE_JUGE', label: 'Saisine du juge des enfants' }] : [])] },
          { nom: 'le', libelle: 'Le', genre: 'date', requis: 'Indiquez la date.' },
        ],
      };
    case 'AFFECTER':
      return {
        nom: 'mesure.affecter', verbe: 'Affecter la mesure', chemin: `/api/attente/mesures/${m.id}/affectation`, annonce: 'La mesure est affectée.',
        consequence: 'Le service voit cette mesure dès maintenant ; l’attente court jusqu’à la première intervention.',
        corps: (v) => ({ ...v, placesVues: l.services.find((s) => s.service === v.service)?.libres ?? null }),
        champs: [
          { nom: 'service', libelle: 'Service', genre: 'radio', requis: 'Choisissez un service.', defaut: l.services[0]?.service ?? '',
            options: l.services.map((s) => ({ value: s.service, label: s.nom, description: !s.connue ? 'aucune place enregistrée pour cette mesure' : s.libres === 0 ? 'complet' : `${s.libres} place${s.libres > 1 ? 's' : ''} libre${s.libres > 1 ? 's' : ''}` })) },
          le('Le', l.aujourdhui),
        ],
      };
    case 'RETIRER_AFFECTATION':
      return {
        nom: 'mesure.retirer-affectation', verbe: 'Retirer l’affectation', chemin: `/api/attente/mesures/${m.id}/affectation/retrait`, annonce: 'La mesure attend de nouveau un service.',
        consequence: 'La place est rendue et le service ne voit plus cette mesure. La date depuis laquelle elle attend ne change pas.',
        champs: [{ nom: 'motif', libelle: 'Motif', genre: 'long', requis: 'Écrivez pourquoi l’affectation est retirée.' }],
      };
    case 'DEMARRER':
      return {
        nom: 'mesure.demarrer', verbe: 'Enregistrer la première intervention', chemin: `${base}/demarrage`, annonce: 'La mesure est exercée.',
        consequence: 'L’attente s’arrête ce jour-là.',
        corps: (v) => ({ le: v.le, a: v.a ?? null, referentMesure: referent(v, 'referentMesure', 'MESURE'), referentParcours: referent(v, 'referentParcours', 'PARCOURS') }),
        champs: [
          le('Première intervention le', l.aujourdhui, 'Le premier rendez-vous avec l’enfant ou sa famille'),
          ...(heures ? [{ nom: 'a', libelle: 'À', genre: 'heure', requis: 'Indiquez l’heure : cet accueil se compte en heures.' } satisfies Champ] : []),
          { nom: 'referentMesure', libelle: 'Référent de mesure', genre: 'liste', options: personnes(l.deMesure, 'À nommer plus tard ou hors de la liste') },
          { nom: 'referentMesureNom', libelle: 'Nom du référent de mesure', genre: 'texte', aide: 'S’il n’a pas de compte ici', si: (v) => !v.referentMesure },
          ...(l.deParcours.length ? [{ nom: 'referentParcours', libelle: 'Référent de parcours', genre: 'liste', options: personnes(l.deParcours, 'À nommer plus tard') } satisfies Champ] : []),
        ],
      };
    case 'REFERENT':
      return {
        nom: 'mesure.referent', verbe: 'Nommer le référent', chemin: `${base}/referents`, annonce: 'Le référent est nommé.',
        corps: (v) => ({ genre: v.genre, utilisateurId: v.utilisateurId ?? null, nom: v.utilisateurId ? null : (v.nom ?? null), du: v.du }),
        champs: [
          { nom: 'genre', libelle: 'Référent', genre: 'radio', requis: 'Choisissez.', defaut: 'MESURE', options: [{ value: 'MESURE', label: 'de mesure (service)' }, { value: 'PARCOURS', label: 'de parcours (territoire)' }] },
          { nom: 'utilisateurId', libelle: 'Qui', genre: 'liste', options: personnes(l.deMesure, 'Hors de la liste'), si: (v) => v.genre === 'MESURE' },
          { nom: 'utilisateurId', libelle: 'Qui', genre: 'liste', options: personnes(l.deParcours, 'Hors de la liste'), si: (v) => v.genre === 'PARCOURS' },
          { nom: 'nom', libelle: 'Nom', genre: 'texte', si: (v) => !v.utilisateurId },
          { nom: 'du', libelle: 'Depuis le', genre: 'date', passe: true, defaut: l.aujourdhui, requis: 'Indiquez depuis quand.' },
        ],
      };
    case 'MODULER':
      return {
        nom: 'mesure.moduler', verbe: 'Moduler la mesure', chemin: `${base}/modulations`, annonce: 'La modulation est enregistrée.',
        consequence: 'Sans nouvelle décision : le compte rendu reste au dossier.',
        champs: [
          le('À partir du', l.aujourdhui),
          ...(intensites.length ? [{ nom: 'intensite', libelle: 'Intensité', genre: 'liste', options: options(intensites, 'Sans changement') } satisfies Champ] : []),
          { nom: 'lieu', libelle: 'Lieu de l’intervention', genre: 'liste', options: options(l.choix.lieux, 'Sans changement') },
          { nom: 'compteRendu', libelle: 'Compte rendu', genre: 'long', requis: 'Écrivez le compte rendu de cette modulation.' },
        ],
      };
    case 'SUSPENDRE':
      return {
        nom: 'mesure.suspendre', verbe: 'Suspendre la mesure', chemin: `${base}/suspension`, annonce: 'La mesure est suspendue.',
        champs: [le('Depuis le', l.aujourdhui), { nom: 'motif', libelle: 'Motif', genre: 'liste', requis: 'Choisissez le motif.', options: options(l.choix.motifsSuspension, 'Choisissez…') }, { nom: 'texte', libelle: 'Précisions', genre: 'long' }],
      };
    case 'REPRENDRE':
      return { nom: 'mesure.reprendre', verbe: 'Reprendre la mesure', chemin: `${base}/reprise`, annonce: 'La mesure est reprise.', champs: [le('Le', l.aujourdhui), { nom: 'texte', libelle: 'Précisions', genre: 'long' }] };
    case 'RAPPORT':
      return {
        nom: 'mesure.rapport', verbe: 'Rendre le rapport', chemin: `${base}/rapports`, annonce: 'Le rapport est rendu.',
        champs: [
          { nom: 'nature', libelle: 'Rapport', genre: 'radio', requis: 'Dites lequel.', options: [{ value: 'SITUATION', label: 'Rapport de situation' }, { value: 'TERME', label: 'Évaluation avant le terme', description: 'La suite sera alors à décider' }] },
          le('Rendu le', l.aujourdhui),
          { nom: 'proposition', libelle: 'Proposition', genre: 'liste', requis: 'Choisissez ce que l’évaluation propose.', si: (v) => v.nature === 'TERME', options: [
            { value: '', label: 'Choisissez…' }, { value: 'RENOUVELER', label: 'Renouveler la mesure' }, { value: 'REQUALIFIER', label: 'Changer de mesure' }, { value: 'CADRE', label: 'Changer de cadre' }, { value: 'FIN', label: 'Mettre fin à la mesure' }] },
          { nom: 'texte', libelle: 'Contenu', genre: 'long', aide: 'L’évolution de l’enfant, ce qui a été fait, ce qui reste à faire' },
        ],
      };
    case 'RENOUVELER':
      return {
        nom: 'mesure.renouveler', verbe: 'Renouveler la mesure', chemin: `${base}/renouvellement`, annonce: 'La mesure est renouvelée.', consequence: 'Le nouveau terme remplace l’ancien ; le début et l’attente restent ceux de la mesure.',
        champs: [le('Décidé le', l.aujourdhui), ...champsDecision(m, l, 'MEME', false), ...champsDuree('Indiquez la durée ou le terme.'), { nom: 'motivation', libelle: 'Motivation', genre: 'long' }],
      };
    case 'REQUALIFIER':
      return {
        nom: 'mesure.requalifier', verbe: 'Requalifier la mesure', chemin: `${base}/requalification`, annonce: 'La mesure est requalifiée.', consequence: 'L’histoire de la mesure est gardée ; elle compte sous sa nouvelle base à partir de ce jour.',
        champs: [le('Décidé le', l.aujourdhui), ...champsDecision(m, l, 'MEME', true), ...champsDuree(),
          { nom: 'aAffecter', libelle: 'Un autre service est à trouver', genre: 'case' }, { nom: 'motivation', libelle: 'Motivation', genre: 'long' }],
      };
    case 'CADRE':
      return {
        nom: 'mesure.cadre', verbe: 'Changer de cadre', chemin: `${base}/cadre`, annonce: 'Le cadre de la mesure est changé.',
        champs: [le('Décidé le', l.aujourdhui), ...champsDecision(m, l, 'AUTRE', true), ...champsDuree(),
          { nom: 'aAffecter', libelle: 'Un autre service est à trouver', genre: 'case' }, { nom: 'motivation', libelle: 'Motivation', genre: 'long' }],
      };
    case 'TRANSFERER':
      return {
        nom: 'mesure.transferer', verbe: 'Transférer la mesure', chemin: `${base}/transfert`, annonce: 'Le transfert est enregistré.',
        champs: [
          { nom: 'genre', libelle: 'Vers', genre: 'radio', requis: 'Dites à qui la mesure est transférée.', options: [{ value: 'SERVICE', label: 'un autre service' }, { value: 'UNITE', label: 'un autre territoire' }, { value: 'DEPARTEMENT', label: 'un autre département', description: 'La mesure se termine ici' }] },
          le('Le', l.aujourdhui),
          { nom: 'serviceId', libelle: 'Service', genre: 'liste', si: (v) => v.genre === 'SERVICE', options: options(l.choix.services, 'À trouver : la mesure attend de nouveau') },
          { nom: 'uniteId', libelle: 'Territoire', genre: 'liste', si: (v) => v.genre === 'UNITE', requis: 'Choisissez le territoire.', options: options(l.choix.territoires, 'Choisissez…') },
          { nom: 'departement', libelle: 'Département', genre: 'texte', si: (v) => v.genre === 'DEPARTEMENT', requis: 'Indiquez le département qui reçoit la mesure.' },
          { nom: 'parentsInformesLe', libelle: 'Parents informés le', genre: 'date', passe: true, si: (v) => v.genre === 'DEPARTEMENT' },
          { nom: 'pieces', libelle: 'Pièces transmises', genre: 'long', si: (v) => v.genre === 'DEPARTEMENT' },
          { nom: 'motivation', libelle: 'Motif', genre: 'long' },
        ],
      };
    case 'TERMINER':
      return {
        nom: 'mesure.terminer', verbe: 'Mettre fin à la mesure', chemin: `${base}/fin`, annonce: 'La mesure est terminée.',
        champs: [
          le('Le', l.aujourdhui),
          ...(heures ? [{ nom: 'a', libelle: 'À', genre: 'heure' } satisfies Champ] : []),
          { nom: 'motif', libelle: 'Motif', genre: 'liste', requis: 'Choisissez le motif.', options: options(l.choix.motifsFin.filter((x) => x.code !== 'TRANSFERT'), 'Choisissez…') },
          { nom: 'suite', libelle: 'Ce qui suit', genre: 'liste', requis: 'Choisissez ce qui suit.', options: options(l.choix.suites, 'Choisissez…') },
          { nom: 'texte', libelle: 'Précisions', genre: 'long' },
        ],
      };
    case 'CADUCITE':
      return {
        nom: 'mesure.caducite', verbe: 'Constater l’échéance sans exercice', chemin: `${base}/caducite`, annonce: 'La mesure est échue sans avoir été exercée.',
        champs: [{ nom: 'le', libelle: 'Échue le', genre: 'date', passe: true, defaut: m.terme ?? '', requis: 'Indiquez la date.' }, { nom: 'texte', libelle: 'Précisions', genre: 'long' }],
      };
    case 'ANNULER':
      return {
        nom: 'mesure.annuler', verbe: 'Annuler la mesure', chemin: `${base}/annulation`, annonce: 'La mesure est annulée.', consequence: 'Elle ne comptera plus nulle part et restera lisible avec ce motif.',
        champs: [{ nom: 'motif', libelle: 'Pourquoi elle n’aurait pas dû être saisie', genre: 'long', requis: 'Écrivez pourquoi cette mesure n’aurait pas dû être saisie.' }],
      };
    default:
      return null;
  }
}

/** Words of the button or of the menu, in the order they are offered; the first that is possible at the step is the primary act. */
export const LIBELLES: [string, string][] = [
  ['ACCORD', 'Noter un accord'], ['AFFECTER', 'Affecter à un service'], ['DEMARRER', 'Démarrer la mesure'], ['RAPPORT', 'Rendre un rapport'], ['MODULER', 'Moduler'],
  ['RENOUVELER', 'Renouveler'], ['REQUALIFIER', 'Requalifier'], ['CADRE', 'Changer de cadre'], ['TERMINER', 'Mettre fin à la mesure'], ['REPRENDRE', 'Reprendre'],
  ['REFERENT', 'Nommer un référent'], ['DATE_JUSTICE', 'Noter une date de justice'], ['SUSPENDRE', 'Suspendre'], ['TRANSFERER', 'Transférer'],
  ['RETIRER_AFFECTATION', 'Retirer l’affectation'], ['CADUCITE', 'Constater l’échéance sans exercice'], ['ANNULER', 'Annuler : saisie par erreur'],
];

/** What each step of the model waits for first. */
export const PREMIERS: Record<string, string[]> = {
  'recueillir-accord': ['ACCORD'],
  affecter: ['AFFECTER'],
  demarrer: ['DEMARRER'],
  exercer: ['RAPPORT', 'MODULER', 'REPRENDRE'],
  'decider-suite': ['RENOUVELER', 'REQUALIFIER', 'CADRE', 'TERMINER'],
};
