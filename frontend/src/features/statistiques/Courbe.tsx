import classes from './statistiques.module.css';

const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

const COURTS = ['janv.', 'févr.', 'mars', 'avril', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];

export const nomDuMois = (mois: number) => MOIS[mois - 1] ?? '';
/** « de mars », « d’octobre ». */
export const deMois = (mois: number) => (/^[ao]/.test(nomDuMois(mois)) ? `d’${nomDuMois(mois)}` : `de ${nomDuMois(mois)}`);

export interface Point {
  mois: number;
  attendues: number;
  remplies: number;
}

export const taux = (p: { attendues: number; remplies: number }) => (p.attendues === 0 ? null : Math.floor((100 * p.remplies) / p.attendues));
export const part = (p: { attendues: number; remplies: number }) => { const t = taux(p); return t === null ? '—' : `${t} %`; };

/** A share of filled lines, report after report, against its threshold. The figures stand in the table beside, and are read aloud here. */
export function Courbe({ points, seuil, nom, grande }: { points: Point[]; seuil: number; nom: string; grande?: boolean }) {
  const faits = points.map((p) => ({ mois: p.mois, t: taux(p) })).filter((p): p is { mois: number; t: number } => p.t !== null);
  const [l, h, bord] = grande ? [640, 200, 28] : [132, 28, 3];
  const x = (mois: number) => bord + ((mois - 1) * (l - 2 * bord)) / 11;
  const y = (t: number) => h - (grande ? 24 : 3) - (t * (h - (grande ? 34 : 6))) / 100;
  if (faits.length === 0) return <span className={classes.discret}>aucun rapport</span>;
  const dit = `${nom}, part des lignes remplies : ${faits.map((p) => `${nomDuMois(p.mois)} ${p.t} %`).join(', ')}${seuil > 0 ? ` ; seuil ${seuil} %` : ''}`;
  return (
    <svg className={grande ? classes.grandeCourbe : classes.courbe} viewBox={`0 0 ${l} ${h}`} width={grande ? undefined : l} height={grande ? undefined : h} role="img" aria-label={dit}>
      {grande && [0, 50, 100].map((t) => <g key={t}><line className={classes.repere} x1={bord} x2={l - bord} y1={y(t)} y2={y(t)} /><text x={0} y={y(t) + 4}>{t}</text></g>)}
      {grande && Array.from({ length: 12 }, (_, n) => <text key={n} x={x(n + 1)} y={h - 6} textAnchor="middle">{COURTS[n]}</text>)}
      {seuil > 0 && <line className={classes.seuil} x1={bord} x2={l - bord} y1={y(seuil)} y2={y(seuil)} />}
      <polyline points={faits.map((p) => `${x(p.mois)},${y(p.t)}`).join(' ')} />
      {faits.map((p) => <circle key={p.mois} cx={x(p.mois)} cy={y(p.t)} r={grande ? 4 : 2} data-sous={p.t < seuil ? '' : undefined} />)}
      {grande && faits.map((p) => <text key={p.mois} x={x(p.mois)} y={y(p.t) - 8} textAnchor="middle" className={classes.valeur}>{p.t}</text>)}
    </svg>
  );
}
