/** A period as the rules write it (« P2M », « P15D », « PT72H ») and as people read it. */
export interface Periode {
  nombre: number;
  unite: 'D' | 'M' | 'Y' | 'H';
}

const MOTS: Record<Periode['unite'], [string, string]> = { D: ['jour', 'jours'], M: ['mois', 'mois'], Y: ['an', 'ans'], H: ['heure', 'heures'] };

export function lirePeriode(iso: string): Periode | null {
  const m = iso.match(/^(-?)P(?:T(\d+)H|(\d+)([DMY]))$/);
  if (!m) return null;
  return { nombre: Number(m[2] ?? m[3]) * (m[1] ? -1 : 1), unite: m[2] ? 'H' : (m[4] as Periode['unite']) };
}

export const ecrirePeriode = ({ nombre, unite }: Periode): string =>
  `${nombre < 0 ? '-' : ''}P${unite === 'H' ? 'T' : ''}${Math.abs(nombre)}${unite}`;

export function motsPeriode(iso: string): string {
  const p = lirePeriode(iso);
  return p ? `${Math.abs(p.nombre)}\u00a0${MOTS[p.unite][Math.abs(p.nombre) > 1 ? 1 : 0]}` : iso;
}

/** « 15 jours avant », « le jour même », « 1 jour après ». */
export function motsRappel(iso: string): string {
  const p = lirePeriode(iso);
  if (!p) return iso;
  return p.nombre === 0 ? 'le jour même' : `${motsPeriode(iso)} ${p.nombre > 0 ? 'avant' : 'après'}`;
}

/** « 30, 15, 7, 0, -1 » in days before the due date; null when a part is not a whole number. */
export function lireRappels(texte: string): string[] | null {
  const parties = texte.split(/[\s,;]+/).filter(Boolean);
  if (parties.some((p) => !/^-?\d{1,3}$/.test(p))) return null;
  return [...new Set(parties.map((p) => ecrirePeriode({ nombre: Number(p), unite: 'D' })))];
}
