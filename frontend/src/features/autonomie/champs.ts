import type { Acte, Champ } from '../../commun/formulaire/FormeActe';
import type { Autonomie, Choix, Mot, Rubrique } from './api';

export interface Contexte {
  a: Autonomie;
  choix: Choix;
  aujourdhui: string;
  /** The one landmark the act is about. */
  repere?: string | null;
}

export type Forme = (c: Contexte) => Omit<Acte, 'nom' | 'chemin'>;

export const options = (mots: Mot[], vide?: string) => [
  ...(vide === undefined ? [] : [{ value: '', label: vide }]), ...mots.map((m) => ({ value: m.code, label: m.libelle, description: m.aide ?? undefined })),
];

export const le = (libelle: string, defaut: string, aide?: string): Champ => ({ nom: 'le', libelle, genre: 'date', passe: true, defaut, aide, requis: 'Indiquez la date.' });

export const ouiNon = (nom: string, libelle: string, aide?: string, si?: Champ['si']): Champ => ({ nom, libelle, genre: 'ouinon', aide, si, requis: 'Répondez par oui ou par non.' });

export const mots = (nom: string, libelle: string, aide?: string, requis?: string): Champ => ({ nom, libelle, genre: 'long', aide, requis });

/** The guide of the interview: what to talk about stands beside what is ticked and noted, rubric after rubric. */
export function guide(rubriques: Rubrique[]): Champ[] {
  return rubriques.flatMap((r): Champ[] => {
    const partie = { titre: r.libelle, aide: r.questions.join(' ') };
    return [
      ...(r.situations.length ? [{ nom: `situations-${r.code}`, libelle: 'Où en est le jeune', genre: 'cases' as const, options: options(r.situations), partie }] : []),
      { nom: `sections.${r.code}`, libelle: r.parole ? 'Ses mots' : 'Ce qui s’est dit', genre: 'long', partie },
    ];
  });
}

/** Ticked answers leave as « RUBRIQUE.SITUATION », whatever their rubric. */
export function situations(v: Record<string, unknown>): { situations: string[]; reste: Record<string, unknown> } {
  const entrees = Object.entries(v);
  return {
    situations: entrees.filter(([nom]) => nom.startsWith('situations-')).flatMap(([nom, codes]) => (Array.isArray(codes) ? codes.map((c) => `${nom.slice(11)}.${c}`) : [])),
    reste: Object.fromEntries(entrees.filter(([nom]) => !nom.startsWith('situations-'))),
  };
}

const DUREES = [
  { value: 'P3M', label: '3 mois' }, { value: 'P6M', label: '6 mois' }, { value: 'P1Y', label: '1 an' }, { value: '', label: 'Jusqu’à une date' },
];

export const terme = (defaut: string): Champ[] => [
  { nom: 'duree', libelle: 'Durée', genre: 'liste', options: DUREES, defaut },
  { nom: 'terme', libelle: 'Jusqu’au', genre: 'date', requis: 'Indiquez jusqu’à quand.', si: (v) => !v.duree },
];

export const lignes = (texte: unknown): string[] => (typeof texte === 'string' ? texte.split('\n').map((l) => l.trim()).filter(Boolean) : []);

/** Whether a rubric, a right or a landmark is for this young person. */
export const concerne = (a: { mna: boolean; mdph: boolean }, pour: string) => pour === 'TOUS' || (pour === 'MNA' && a.mna) || (pour === 'MDPH' && a.mdph);
