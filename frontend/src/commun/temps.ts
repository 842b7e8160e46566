/*
 * Dates as people read them. Days are « 2026-03-14 » strings and stay so: no time zone can move them. Instants are shown in the
 * département's zone, whatever the browser's.
 */
export const ZONE = 'Europe/Paris';
const INSECABLE = '\u00a0';

const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

/** « 14 mars 2026 », « 1er avril 2026 ». */
export function dateLongue(jour: string | null | undefined): string {
  if (!jour) return '';
  const [a, m, j] = jour.slice(0, 10).split('-').map(Number);
  return `${j === 1 ? '1er' : j}${INSECABLE}${MOIS[m! - 1]}${INSECABLE}${a}`;
}

/** « 14/03/2026 », as typed. */
export const dateCourte = (jour: string | null | undefined): string => (jour ? jour.slice(0, 10).split('-').reverse().join('/') : '');

const partiesDe = new Intl.DateTimeFormat('fr-FR', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

function parties(instant: string): { jour: string; heure: string } {
  const p = Object.fromEntries(partiesDe.formatToParts(new Date(instant)).map((x) => [x.type, x.value]));
  return { jour: `${p.year}-${p.month}-${p.day}`, heure: `${p.hour}:${p.minute}` };
}

/** « 14 mars 2026 à 14 h 30 » of an instant (« 2026-03-14T13:30:00Z ») or of a local date and time (« 2026-03-14T14:30 »). */
export function dateHeure(valeur: string | null | undefined): string {
  if (!valeur) return '';
  const { jour, heure } = local(valeur);
  return `${dateLongue(jour)} à ${heureLisible(heure)}`;
}

export const heureLisible = (heure: string): string => {
  const [h, m] = heure.split(':');
  return `${Number(h)}${INSECABLE}h${m === '00' ? '' : `${INSECABLE}${m}`}`;
};

/** « 14:02 » of an instant. */
export const heureDe = (instant: string): string => parties(instant).heure;

/** The day of an instant in the département's zone. */
export const jourDe = (instant: string): string => parties(instant).jour;

function local(valeur: string): { jour: string; heure: string } {
  return /(Z|[+-]\d\d:?\d\d)$/.test(valeur) ? parties(valeur) : { jour: valeur.slice(0, 10), heure: valeur.slice(11, 16) };
}

/** « 2026-03-14T14:30 » of an instant: what the date-and-time field edits. */
export function enLocal(instant: string): string {
  const { jour, heure } = parties(instant);
  return `${jour}T${heure}`;
}

/** The instant of « 2026-03-14T14:30 » read in the département's zone (in the hour that autumn repeats, the first). */
export function enInstant(valeur: string): string {
  const voulu = Date.parse(`${valeur}:00Z`);
  const decalage = (t: number) => Date.parse(`${enLocal(new Date(t).toISOString())}:00Z`) - t;
  const essais = [voulu - decalage(voulu - 7_200_000), voulu - decalage(voulu + 7_200_000)];
  const juste = essais.filter((t) => t + decalage(t) === voulu);
  return new Date(juste.length ? Math.min(...juste) : essais[0]!).toISOString();
}

const deuxChiffres = (n: number) => String(n).padStart(2, '0');

function jourValide(j: number, m: number, a: number): string | null {
  const date = new Date(Date.UTC(a, m - 1, j));
  return date.getUTCFullYear() === a && date.getUTCMonth() === m - 1 && date.getUTCDate() === j ? `${a}-${deuxChiffres(m)}-${deuxChiffres(j)}` : null;
}

/** Reads what a hurried hand types: « 14/03/2026 », « 14/3/26 », « 140326 », « 14 mars 2026 », « hier », « aujourd’hui ». Null when not a date. */
export function lireDate(texte: string, aujourdhui: string): string | null {
  const t = texte.trim().toLowerCase().replace('’', "'");
  if (t === "aujourd'hui" || t === 'auj') return aujourdhui;
  if (t === 'hier') return plusJours(aujourdhui, -1);
  const iso = t.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/);
  if (iso) return jourValide(Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const lettres = t.match(/^(\d{1,2})(?:er)?\s+([a-zéûà.]+)\s+(\d{4})$/);
  if (lettres) {
    const nom = sansAccent(lettres[2]!.replace('.', ''));
    const mois = MOIS.findIndex((m) => sansAccent(m) === nom || (nom.length >= 3 && sansAccent(m).startsWith(nom)));
    return mois < 0 ? null : jourValide(Number(lettres[1]), mois + 1, Number(lettres[3]));
  }
  const chiffres = t.match(/^(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{2}|\d{4}))?$/) ?? t.match(/^(\d{2})(\d{2})(\d{2}|\d{4})$/);
  if (!chiffres) return null;
  const annee = chiffres[3] ? anneeDe(chiffres[3], aujourdhui) : Number(aujourdhui.slice(0, 4));
  return jourValide(Number(chiffres[1]), Number(chiffres[2]), annee);
}

/** Two digits are a year of this century when not beyond next year, else of the last. */
function anneeDe(texte: string, aujourdhui: string): number {
  if (texte.length === 4) return Number(texte);
  const proche = 2000 + Number(texte);
  return proche <= Number(aujourdhui.slice(0, 4)) + 1 ? proche : proche - 100;
}

/** « 14/03/2026 14:30 », « hier 22h », « 14h30 » (today), « maintenant ». Null when not a date and hour. */
export function lireDateHeure(texte: string, maintenant: string): string | null {
  const t = texte.trim().toLowerCase().replace(/\s+à\s+/, ' ');
  if (t === 'maintenant') return maintenant;
  const m = t.match(/^(.*?)[\s,]*(\d{1,2})\s*(?:h|:)\s*(\d{2})?$/);
  if (!m) return null;
  const heure = Number(m[2]);
  const minute = Number(m[3] ?? 0);
  const jour = m[1]!.trim() === '' ? maintenant.slice(0, 10) : lireDate(m[1]!, maintenant.slice(0, 10));
  return jour && heure < 24 && minute < 60 ? `${jour}T${deuxChiffres(heure)}:${deuxChiffres(minute)}` : null;
}

const sansAccent = (t: string) => t.normalize('NFD').replace(/\p{M}/gu, '');

export function plusJours(jour: string, n: number): string {
  const [a, m, j] = jour.split('-').map(Number);
  return new Date(Date.UTC(a!, m! - 1, j! + n)).toISOString().slice(0, 10);
}

export const joursEntre = (de: string, a: string): number => Math.round((Date.parse(`${a}T00:00Z`) - Date.parse(`${de}T00:00Z`)) / 86_400_000);

/** « 7 ans », « 14 mois » under two, « 12 jours » under one month, « à naître » for a coming birth. */
export function age(naissance: string | null | undefined, aujourdhui: string): string {
  if (!naissance) return 'âge inconnu';
  if (naissance > aujourdhui) return 'à naître';
  const [an, mn, jn] = naissance.split('-').map(Number);
  const [aa, ma, ja] = aujourdhui.split('-').map(Number);
  const mois = (aa! - an!) * 12 + (ma! - mn!) - (ja! < jn! ? 1 : 0);
  if (mois < 1) {
    const j = joursEntre(naissance, aujourdhui);
    return `${j}${INSECABLE}jour${j > 1 ? 's' : ''}`;
  }
  if (mois < 24) return `${mois}${INSECABLE}mois`;
  return `${Math.floor(mois / 12)}${INSECABLE}ans`;
}

/** « 2 689 », « 12,5 % » come out as French expects them. */
export const nombre = (n: number, decimales = 0): string => n.toLocaleString('fr-FR', { maximumFractionDigits: decimales, minimumFractionDigits: decimales });

/** « 1 tâche », « 3 tâches », « 0 tâche ». */
export const pluriel = (n: number, singulier: string, plurielMot = `${singulier}s`): string => `${nombre(n)}${INSECABLE}${Math.abs(n) >= 2 ? plurielMot : singulier}`;
