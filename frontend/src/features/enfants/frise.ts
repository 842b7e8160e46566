import { joursEntre, plusJours } from '../../commun/temps';
import type { DateProche, Fait, PeriodeFrise } from './api';

export interface Fenetre {
  de: string;
  a: string;
}

const MOIS = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
const AU_MOINS = 30;
const AU_PLUS = 365 * 25;

/** From the first thing known to the next dates of the coming year, with air on both sides; a majority years ahead does not flatten the rest. */
export function bornes(p: { faits: Fait[]; periodes: PeriodeFrise[]; prochaines: DateProche[] }, aujourdhui: string): Fenetre {
  const jours = [...p.faits.map((f) => f.le), ...p.periodes.flatMap((x) => [x.du, x.au ?? aujourdhui]), ...p.prochaines.map((d) => d.le).filter((d) => d <= plusJours(aujourdhui, 366)), aujourdhui].sort();
  const de = jours[0]!;
  const a = jours[jours.length - 1]!;
  const air = Math.max(15, Math.round(joursEntre(de, a) * 0.04));
  return { de: plusJours(de, -air), a: plusJours(a, air) };
}

/** Closer (0.5) or farther (2), around today when it is shown, around the middle otherwise. */
export function recadrer(f: Fenetre, facteur: number, aujourdhui: string): Fenetre {
  const jours = joursEntre(f.de, f.a);
  const voulus = Math.min(AU_PLUS, Math.max(AU_MOINS, Math.round(jours * facteur)));
  const pivot = aujourdhui >= f.de && aujourdhui <= f.a ? joursEntre(f.de, aujourdhui) : jours / 2;
  const avant = Math.round(voulus * (pivot / Math.max(1, jours)));
  const de = plusJours(f.de, Math.round(pivot) - avant);
  return { de, a: plusJours(de, voulus) };
}

/** Earlier (−0.4) or later (0.4), by a part of what is shown. */
export const glisser = (f: Fenetre, part: number): Fenetre => {
  const pas = Math.round(joursEntre(f.de, f.a) * part);
  return { de: plusJours(f.de, pas), a: plusJours(f.a, pas) };
};

/** Years when there are many days, months when there are few: never more marks than one can read. */
export function graduations(f: Fenetre, auPlus = 14): { jour: string; libelle: string }[] {
  const mois = joursEntre(f.de, f.a) / 30.4;
  const pas = [1, 2, 3, 6, 12, 24, 60, 120].find((p) => mois / p < auPlus) ?? 240;
  const marques: { jour: string; libelle: string }[] = [];
  const [a0, m0] = f.de.split('-').map(Number);
  for (let m = a0! * 12 + m0! - 1; ; m++) {
    const jour = `${Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}-01`;
    if (jour > f.a) return marques;
    if (jour >= f.de && m % pas === 0) marques.push({ jour, libelle: pas >= 12 ? String(Math.floor(m / 12)) : `${MOIS[m % 12]} ${Math.floor(m / 12)}` });
  }
}

/** A row for each period, so that none hides another: those that follow each other share one, overlaps go under. */
export function ranger(periodes: PeriodeFrise[], aujourdhui: string): { p: PeriodeFrise; rang: number }[] {
  const libreLe: string[] = [];
  return [...periodes].sort((a, b) => a.du.localeCompare(b.du) || (b.au ?? '9999').localeCompare(a.au ?? '9999')).map((p) => {
    const trouve = libreLe.findIndex((l) => l <= p.du);
    const rang = trouve < 0 ? libreLe.length : trouve;
    libreLe[rang] = p.au ?? (aujourdhui > p.du ? aujourdhui : p.du);
    // An open one keeps its row to the end.
    if (!p.au) libreLe[rang] = '9999-12-31';
    return { p, rang };
  });
}

/** Events that would cover each other on the drawing are one mark that says how many. `x` places a day. */
export function grouper(faits: Fait[], x: (jour: string) => number, ecart: number): { x: number; faits: Fait[] }[] {
  const groupes: { x: number; faits: Fait[] }[] = [];
  for (const f of [...faits].sort((a, b) => a.le.localeCompare(b.le))) {
    const ici = x(f.le);
    const dernier = groupes[groupes.length - 1];
    if (dernier && ici - dernier.x < ecart) dernier.faits.push(f);
    else groupes.push({ x: ici, faits: [f] });
  }
  return groupes;
}
