import { nouvelleCle } from '../../commun/api/client';
import { affiche, saisieDe, type EnfantChoisi } from '../../commun/enfant/enfant';
import { dateLongue } from '../../commun/temps';
import type { EntourageConnu } from './api';

/*
 * Children, holders and homes as the form edits them, with the same paths as the server's `SaisieFamille`, so that a refusal about
 * `famille.titulaires[0].nouveau.nom` finds its field.
 */
export interface EnfantSaisi {
  cle: string;
  choisi: EnfantChoisi | null;
}

/** What a file already says, as the form shows it: nothing of it is typed again. */
export interface AdulteConnu {
  adulteId: string;
  affiche: string;
  detail: string;
  source: string;
}

export interface FoyerConnu {
  foyerId: string;
  affiche: string;
  source: string;
  adultes: { adulteId: string; affiche: string }[];
  /** Keys of the children whose file says it. */
  de: string[];
}

export interface TitulaireSaisi {
  cle: string;
  connu?: AdulteConnu;
  /** False for a known one the agent leaves out. */
  garde?: boolean;
  nouveau: { nom: string; prenoms: string; civilite: string; telephone: string };
  qualite: string;
  exercice: string;
  /** Keys of the children; empty means all of them. */
  enfants: string[];
}

export interface FoyerSaisi {
  cle: string;
  connu?: FoyerConnu;
  /** False when the children no longer live in this known home. */
  garde?: boolean;
  /** Last day there, '' when it is not known. */
  departLe?: string;
  /** Ids of the adults who no longer live there. */
  partis?: string[];
  nouveau: { adresse: string; codePostal: string; commune: string; uniteId: string; adresseProtegee: boolean; protectionMotif: string };
  enfants: string[];
  adultes: string[];
  principal: boolean;
}

export interface FamilleSaisie {
  enfants: EnfantSaisi[];
  titulaires: TitulaireSaisi[];
  foyers: FoyerSaisi[];
  /** Whose surroundings were brought in already (« key/id »): what the agent then leaves out does not come back. */
  repris?: string[];
}

const cle = () => nouvelleCle().slice(0, 8);

export const nouvelEnfant = (): EnfantSaisi => ({ cle: cle(), choisi: null });
export const nouveauTitulaire = (): TitulaireSaisi => ({ cle: cle(), nouveau: { nom: '', prenoms: '', civilite: '', telephone: '' }, qualite: 'MERE', exercice: 'CONJOINT', enfants: [] });
export const nouveauFoyer = (principal: boolean): FoyerSaisi => ({
  cle: cle(), nouveau: { adresse: '', codePostal: '', commune: '', uniteId: '', adresseProtegee: false, protectionMotif: '' }, enfants: [], adultes: [], principal,
});
export const nouvelleFamille = (): FamilleSaisie => ({ enfants: [nouvelEnfant()], titulaires: [], foyers: [] });

const union = (a: string[], b: string) => (a.includes(b) ? a : [...a, b]);
const marque = (cleEnfant: string, enfantId: string) => `${cleEnfant}/${enfantId}`;

export const estRepris = (f: FamilleSaisie, cleEnfant: string, enfantId: string) => (f.repris ?? []).includes(marque(cleEnfant, enfantId));

/** Brings in what the file of a chosen child says; a holder or a home two children share comes once. */
export function reprendre(f: FamilleSaisie, cleEnfant: string, e: EntourageConnu): FamilleSaisie {
  if (estRepris(f, cleEnfant, e.enfantId)) return f;
  const source = (du: string | null) => `D’après le dossier de ${e.source}${du ? `, depuis le ${dateLongue(du)}` : ''}`;
  const titulaires = [...f.titulaires];
  for (const t of e.titulaires) {
    const deja = titulaires.findIndex((x) => x.connu?.adulteId === t.adulteId);
    if (deja >= 0) titulaires[deja] = { ...titulaires[deja]!, enfants: union(titulaires[deja]!.enfants, cleEnfant) };
    else
      titulaires.push({
        ...nouveauTitulaire(), qualite: t.qualite, exercice: t.exercice, enfants: [cleEnfant], garde: true,
        connu: { adulteId: t.adulteId, affiche: t.affiche, detail: [t.qualiteLibelle, t.exerciceLibelle, t.telephone].filter(Boolean).join(', '), source: source(t.du) },
      });
  }
  const foyers = [...f.foyers];
  for (const y of e.foyers) {
    const deja = foyers.findIndex((x) => x.connu?.foyerId === y.foyerId);
    const avant = foyers[deja];
    if (avant?.connu) foyers[deja] = { ...avant, enfants: union(avant.enfants, cleEnfant), connu: { ...avant.connu, de: union(avant.connu.de, cleEnfant) } };
    else
      foyers.push({
        ...nouveauFoyer(y.principal), enfants: [cleEnfant], garde: true, departLe: '', partis: [],
        connu: {
          foyerId: y.foyerId, source: source(y.du), adultes: y.adultes, de: [cleEnfant],
          affiche: y.adresseProtegee ? [y.libelle, 'adresse protégée'].filter(Boolean).join(', ') : [y.libelle, y.adresse].filter(Boolean).join(', ') || 'lieu de vie sans adresse',
        },
      });
  }
  return { ...f, titulaires, foyers, repris: [...(f.repris ?? []), marque(cleEnfant, e.enfantId)] };
}

/** Another child is chosen at this place, or none: what came from the file of the former goes with it. */
export function oublierReprise(f: FamilleSaisie, cleEnfant: string): FamilleSaisie {
  const sans = (cles: string[]) => cles.filter((c) => c !== cleEnfant);
  return {
    ...f,
    titulaires: f.titulaires.map((t) => ({ ...t, enfants: sans(t.enfants) })).filter((t) => !t.connu || t.enfants.length > 0),
    foyers: f.foyers.map((y) => ({ ...y, enfants: sans(y.enfants), ...(y.connu ? { connu: { ...y.connu, de: sans(y.connu.de) } } : {}) }))
      .filter((y) => !y.connu || (y.enfants.length > 0 && y.connu.de.length > 0)),
    repris: (f.repris ?? []).filter((m) => !m.startsWith(`${cleEnfant}/`)),
  };
}

export const sansEnfant = (f: FamilleSaisie, cleEnfant: string): FamilleSaisie => {
  const reste = oublierReprise(f, cleEnfant);
  return { ...reste, enfants: reste.enfants.filter((e) => e.cle !== cleEnfant) };
};

export const nomTitulaire = (t: TitulaireSaisi, rang: number): string =>
  t.connu?.affiche ?? ([t.nouveau.prenoms, t.nouveau.nom].filter(Boolean).join(' ') || `Titulaire ${rang + 1}`);

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

interface DepartDit {
  foyerId: string;
  /** Null when the children left. */
  adulteId: string | null;
  enfants: string[];
  le: string | null;
}

/** What the server expects. */
export const corpsFamille = (f: FamilleSaisie) => {
  const titulaires = f.titulaires.filter((t) => t.garde !== false);
  const foyers = f.foyers.filter((y) => y.garde !== false);
  const cles = titulaires.map((t) => t.cle);
  return {
    enfants: f.enfants.map((e) => ({ cle: e.cle, ...(e.choisi ? saisieDe(e.choisi) : { enfantId: null, nouveau: null }) })),
    titulaires: titulaires.map((t) => ({
      cle: t.cle, qualite: t.qualite, exercice: t.exercice, enfants: t.enfants,
      ...(t.connu ? { adulteId: t.connu.adulteId } : { nouveau: { ...t.nouveau, civilite: t.nouveau.civilite || null, telephone: t.nouveau.telephone || null } }),
    })),
    foyers: foyers.map((y) => ({
      cle: y.cle, enfants: y.enfants, adultes: y.adultes.filter((a) => cles.includes(a)), principal: y.principal,
      ...(y.connu ? { foyerId: y.connu.foyerId } : { nouveau: { ...y.nouveau, uniteId: y.nouveau.uniteId || null } }),
    })),
    departs: f.foyers.flatMap((y): DepartDit[] => {
      if (!y.connu) return [];
      const depart = { foyerId: y.connu.foyerId, enfants: y.connu.de, le: y.departLe || null };
      return y.garde === false ? [{ ...depart, adulteId: null }] : (y.partis ?? []).map((adulteId) => ({ ...depart, adulteId }));
    }),
  };
};
