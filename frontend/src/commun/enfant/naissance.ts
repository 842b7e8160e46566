import { dateLongue, lireDate } from '../temps';

/** As the server keeps it: what is not known is not invented. */
export interface NaissanceSaisie {
  precision: 'EXACTE' | 'MOIS' | 'ANNEE' | 'VERS' | 'INCONNUE' | 'A_NAITRE';
  le: string | null;
  termePrevu: string | null;
}

export const NAISSANCE_INCONNUE: NaissanceSaisie = { precision: 'INCONNUE', le: null, termePrevu: null };

const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const sansAccent = (t: string) => t.normalize('NFD').replace(/\p{M}/gu, '');

/** Reads « 12/03/2016 », « 03/2016 », « mars 2016 », « 2016 », « vers 2016 »; empty or « inconnue » is unknown. Null when it is none of these. */
export function lireNaissance(texte: string, aujourdhui: string): NaissanceSaisie | null {
  const t = texte.trim().toLowerCase();
  if (t === '' || t === 'inconnue' || t === '?') return NAISSANCE_INCONNUE;
  const annee = t.match(/^(vers\s+|~\s*)?(\d{4})$/);
  if (annee) return { precision: annee[1] ? 'VERS' : 'ANNEE', le: `${annee[2]}-01-01`, termePrevu: null };
  const mois = t.match(/^(\d{1,2})[/.-](\d{4})$/) ?? t.match(/^([a-zéû]{3,})\.?\s+(\d{4})$/);
  if (mois) {
    const m = /^\d/.test(mois[1]!) ? Number(mois[1]) : MOIS.findIndex((x) => sansAccent(x).startsWith(sansAccent(mois[1]!))) + 1;
    if (m >= 1 && m <= 12) return { precision: 'MOIS', le: `${mois[2]}-${String(m).padStart(2, '0')}-01`, termePrevu: null };
  }
  const jour = lireDate(texte, aujourdhui);
  return jour ? { precision: 'EXACTE', le: jour, termePrevu: null } : null;
}

/** As the field edits it. */
export function ecrireNaissance(n: NaissanceSaisie | null | undefined): string {
  if (!n?.le) return '';
  const [a, m, j] = n.le.split('-');
  return n.precision === 'EXACTE' ? `${j}/${m}/${a}` : n.precision === 'MOIS' ? `${m}/${a}` : n.precision === 'VERS' ? `vers ${a}` : a!;
}

/** « le 12 mars 2016 », « en mars 2016 », « en 2016 », « vers 2016 », « date inconnue », « attendu vers le 3 mai 2026 ». */
export function direNaissance(n: NaissanceSaisie | null | undefined): string {
  if (!n || n.precision === 'INCONNUE') return 'date inconnue';
  if (n.precision === 'A_NAITRE') return n.termePrevu ? `attendu vers le ${dateLongue(n.termePrevu)}` : 'à naître';
  const [a, m] = n.le!.split('-').map(Number);
  if (n.precision === 'EXACTE') return `le ${dateLongue(n.le)}`;
  return n.precision === 'MOIS' ? `en ${MOIS[m! - 1]} ${a}` : `${n.precision === 'VERS' ? 'vers' : 'en'} ${a}`;
}
