import { dateLongue, nombre, pluriel } from '../../commun/temps';
import type { Bande, Filtre, Ligne, Tableau } from './donnees';

/** « Sera caduque dans 40 jours » : what happens if nothing starts. */
export function direTerme(l: Pick<Ligne, 'jours' | 'terme'>): string {
  if (l.terme === null || l.jours === null) return 'Sans terme écrit';
  if (l.jours < 0) return `Terme dépassé de ${pluriel(-l.jours, 'jour')} sans exercice`;
  if (l.jours === 0) return 'Sera caduque ce soir';
  return `Sera caduque dans ${pluriel(l.jours, 'jour')}`;
}

/** « À terme dans 12 jours », of a measure that is exercised. */
export function direTermeExercee(e: { jours: number | null; terme: string | null }): string {
  if (e.terme === null || e.jours === null) return 'Sans terme écrit';
  if (e.jours < 0) return `Terme passé de ${pluriel(-e.jours, 'jour')}`;
  return e.jours === 0 ? 'À terme ce soir' : `À terme dans ${pluriel(e.jours, 'jour')}`;
}

/** Shape and words carry the meaning, colour repeats it. */
export const SIGNE: Record<Bande, { signe: string; bande: string }> = {
  DEPASSE: { signe: '▲', bande: 'RETARD' },
  J40: { signe: '◆', bande: 'J15' },
  J90: { signe: '■', bande: 'J30' },
  J180: { signe: '●', bande: 'OK' },
  AU_DELA: { signe: '●', bande: 'OK' },
  SANS_TERME: { signe: '○', bande: '' },
};

/** The finding, as the title of the board. */
export function constat(t: Tableau, f: Filtre): string {
  if (f.accord) {
    return t.attendent === 0 ? 'Aucun accord n’est attendu.' : `${pluriel(t.attendent, 'mesure attend', 'mesures attendent')} l’accord des titulaires de l’autorité parentale.`;
  }
  if (t.attendent === 0) return 'Aucune mesure décidée n’attend d’être exercée.';
  const de = (code: Bande) => t.bandes.find((b) => b.code === code)?.nombre ?? 0;
  const depassees = f.bande && f.bande !== 'DEPASSE' ? 0 : de('DEPASSE');
  const bientot = f.bande && f.bande !== 'J40' ? 0 : de('J40');
  const attend = pluriel(t.attendent, 'mesure décidée attend', 'mesures décidées attendent');
  const suite = [
    depassees > 0 && `${nombre(depassees)} ${depassees > 1 ? 'ont' : 'a'} dépassé ${depassees > 1 ? 'leur' : 'son'} terme sans exercice`,
    bientot > 0 && `${nombre(bientot)} ${bientot > 1 ? 'seront caduques' : 'sera caduque'} d’ici 40 jours`,
  ].filter(Boolean);
  return suite.length ? `${attend} d’être ${t.attendent > 1 ? 'exercées' : 'exercée'} : ${suite.join(', ')}.` : `${attend} d’être ${t.attendent > 1 ? 'exercées' : 'exercée'} ; aucune ne sera caduque d’ici 40 jours.`;
}

/** The risk the contract names: judicial measures served before administrative ones, which prevent. */
export function direPassees(t: Pick<Tableau, 'derriere' | 'depassees'>): string | null {
  if (t.derriere === 0) return null;
  const derriere = `${pluriel(t.derriere, 'mesure administrative attend', 'mesures administratives attendent')} derrière une judiciaire du même territoire`;
  return t.depassees === 0 ? `${derriere}, décidée avant.`
    : `${derriere} ; ${nombre(t.depassees)} ${t.depassees > 1 ? 'attendaient' : 'attendait'} avant elle.`;
}

export const direFreres = (n: number) => (n === 1 ? '1 frère ou sœur attend aussi' : `${nombre(n)} frères et sœurs attendent aussi`);

export const dateOuRien = (jour: string | null) => (jour ? dateLongue(jour) : '—');

/** `lignes` with one of them moved; the same list when it does not move. */
export function deplacer<T>(lignes: T[], de: number, vers: number): T[] {
  const sans = lignes.filter((_, i) => i !== de);
  return [...sans.slice(0, vers), lignes[de]!, ...sans.slice(vers)];
}

/** The neighbour that says where a moved line stands: the one it now precedes, or the one it follows at the end. */
export function repere<T extends { id: string }>(deplacees: T[], vers: number): { repere: string; avant: boolean } | null {
  const apres = deplacees[vers + 1];
  const avant = deplacees[vers - 1];
  // The end of what is shown may not be the end of the list: after the one before.
  return avant && !apres ? { repere: avant.id, avant: false } : apres ? { repere: apres.id, avant: true } : null;
}

export const rangDit = (n: number) => (n === 1 ? '1re' : `${nombre(n)}e`);
