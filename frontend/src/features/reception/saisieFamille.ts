import { nouvelleCle } from '../../commun/api/client';
import { affiche, saisieDe, type EnfantChoisi } from '../../commun/enfant/enfant';

/*
 * Children, holders and homes as the form edits them, with the same paths as the server's `SaisieFamille`, so that a refusal about
 * `famille.titulaires[0].nouveau.nom` finds its field.
 */
export interface EnfantSaisi {
  cle: string;
  choisi: EnfantChoisi | null;
}

export interface TitulaireSaisi {
  cle: string;
  nouveau: { nom: string; prenoms: string; civilite: string; telephone: string };
  qualite: string;
  exercice: string;
  /** Keys of the children; empty means all of them. */
  enfants: string[];
}

export interface FoyerSaisi {
  cle: string;
  nouveau: { adresse: string; codePostal: string; commune: string; uniteId: string; adresseProtegee: boolean; protectionMotif: string };
  enfants: string[];
  adultes: string[];
  principal: boolean;
}

export interface FamilleSaisie {
  enfants: EnfantSaisi[];
  titulaires: TitulaireSaisi[];
  foyers: FoyerSaisi[];
}

const cle = () => nouvelleCle().slice(0, 8);

export const nouvelEnfant = (): EnfantSaisi => ({ cle: cle(), choisi: null });
export const nouveauTitulaire = (): TitulaireSaisi => ({ cle: cle(), nouveau: { nom: '', prenoms: '', civilite: '', telephone: '' }, qualite: 'MERE', exercice: 'CONJOINT', enfants: [] });
export const nouveauFoyer = (principal: boolean): FoyerSaisi => ({
  cle: cle(), nouveau: { adresse: '', codePostal: '', commune: '', uniteId: '', adresseProtegee: false, protectionMotif: '' }, enfants: [], adultes: [], principal,
});
export const nouvelleFamille = (): FamilleSaisie => ({ enfants: [nouvelEnfant()], titulaires: [], foyers: [] });

export const QUALITES = [
  { code: 'MERE', libelle: 'Mère' }, { code: 'PERE', libelle: 'Père' }, { code: 'PARENT', libelle: 'Parent' }, { code: 'BEAU_PARENT', libelle: 'Beau-parent' },
  { code: 'GRAND_PARENT', libelle: 'Grand-parent' }, { code: 'TIERS', libelle: 'Tiers' }, { code: 'TUTEUR', libelle: 'Tuteur' }, { code: 'AUTRE', libelle: 'Autre' },
];

export const EXERCICES = [
  { code: 'CONJOINT', libelle: 'Exercice conjoint' }, { code: 'EXCLUSIF', libelle: 'Exercice exclusif' }, { code: 'RETRAIT', libelle: 'Autorité retirée' },
  { code: 'DELEGATION', libelle: 'Délégation' }, { code: 'TUTELLE', libelle: 'Tutelle' }, { code: 'AUCUN', libelle: 'N’exerce pas l’autorité parentale' },
  { code: 'INCONNU', libelle: 'Exercice inconnu' },
];

export const nomDe = (e: EnfantSaisi, rang: number): string => (e.choisi ? affiche(e.choisi) : `Mineur ${rang + 1}`);

/** By path: a child not chosen is the one thing the server could only tell less well. */
export const manqueALaFamille = (f: FamilleSaisie, chemin: string): Record<string, string> =>
  Object.fromEntries(
    f.enfants.flatMap((e, i) => (e.choisi ? [] : [[`${chemin}.enfants.${i}`, 'Cherchez le mineur par son nom, puis choisissez-le ou ouvrez un nouveau dossier.']])),
  );

/** What the server expects. */
export const corpsFamille = (f: FamilleSaisie) => ({
  enfants: f.enfants.map((e) => ({ cle: e.cle, ...(e.choisi ? saisieDe(e.choisi) : { enfantId: null, nouveau: null }) })),
  titulaires: f.titulaires.map((t) => ({
    cle: t.cle, nouveau: { ...t.nouveau, civilite: t.nouveau.civilite || null, telephone: t.nouveau.telephone || null }, qualite: t.qualite, exercice: t.exercice,
    enfants: t.enfants,
  })),
  foyers: f.foyers.map((y) => ({
    cle: y.cle, nouveau: { ...y.nouveau, uniteId: y.nouveau.uniteId || null }, enfants: y.enfants, adultes: y.adultes, principal: y.principal,
  })),
});
