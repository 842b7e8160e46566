import { joursEntre, plusJours } from '../../commun/temps';
import type { DateProche, Fait, PeriodeFrise } from './api';

/** Lanes from top to bottom. */
export const VOIES: [string, string][] = [['INFORMATION', 'Informations et IP'], ['EVALUATION', 'Évaluation'], ['DECISION', 'Décision'], ['JUSTICE', 'Justice'], ['DOSSIER', 'Dossier']];

export interface Fenetre {
  de: string;
  a: string;
}

const MOIS = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
const AU_MOINS = 30;

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
  const voulus = Math.max(AU_MOINS, Math.round(jours * facteur));
  const pivot = aujourdhui >= f.de && aujourdhui <= f.a ? joursEntre(f.de, aujourdhui) : jours / 2;
  const avant = Math.round(voulus * (pivot / Math.max(1, jours)));
  const de = plusJours(f.de, Math.round(pivot) - avant);
  return { de, a: plusJours(de, voulus) };
}

/** Years when there are many days, months when there are few: never more marks than one can read. */
export function graduations(f: Fenetre): { jour: string; libelle: string }[] {
  const jours = joursEntre(f.de, f.a);
  const pas = jours > 365 * 12 ? 24 : jours > 365 * 4 ? 12 : jours > 500 ? 6 : jours > 200 ? 2 : 1;
  const marques: { jour: string; libelle: string }[] = [];
  const [a0, m0] = f.de.split('-').map(Number);
  for (let m = a0! * 12 + m0! - 1; ; m++) {
    const jour = `${Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}-01`;
    if (jour > f.a) return marques;
    if (jour >= f.de && m % pas === 0) marques.push({ jour, libelle: pas >= 12 ? String(Math.floor(m / 12)) : `${MOIS[m % 12]} ${Math.floor(m / 12)}` });
  }
}
