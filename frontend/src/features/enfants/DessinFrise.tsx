import { dateLongue, joursEntre } from '../../commun/temps';
import type { DateProche, Fait, Frise, PeriodeFrise } from './api';
import { graduations, grouper, ranger, type Fenetre } from './frise';
import classes from './enfants.module.css';

const HAUT = 26;
const BARRE = 18;
const PAS = BARRE + 3;
const POINTS = 22;
const AIR = 8;

/** « Mesure exercée (MEP) MES-2026-0012, du 3 mars 2026 à ce jour » */
export const direPeriode = (p: PeriodeFrise): string =>
  `${p.libelle}${p.reference ? ` ${p.reference}` : ''}, du ${dateLongue(p.du)} ${p.au ? `au ${dateLongue(p.au)}` : 'à ce jour'}`;

export const direFait = (f: Fait): string => `${f.libelle}${f.annule ? ' (annulé)' : ''}`;

/** The drawing alone, at the width of the page: lanes from top to bottom, periods as bars, events as points, coming dates as lozenges. */
export function DessinFrise({ frise, prochaines, fenetre: f, largeur, aujourdhui }: {
  frise: Frise;
  prochaines: DateProche[];
  fenetre: Fenetre;
  largeur: number;
  aujourdhui: string;
}) {
  const etroit = largeur < 560;
  const gauche = etroit ? 4 : 150;
  const titre = etroit ? 18 : 0;
  const jours = Math.max(1, joursEntre(f.de, f.a));
  const x = (jour: string) => gauche + ((largeur - gauche - 12) * joursEntre(f.de, jour)) / jours;
  const dedans = (jour: string) => jour >= f.de && jour <= f.a;
  let bas = HAUT;
  const voies = frise.voies.map((v) => {
    const barres = ranger(frise.periodes.filter((p) => p.voie === v.code), aujourdhui);
    const points = frise.faits.filter((e) => e.voie === v.code);
    const rangs = barres.reduce((n, b) => Math.max(n, b.rang + 1), 0);
    const y = bas;
    bas += titre + AIR + rangs * PAS + (points.length ? POINTS : 0);
    return { ...v, y, barres: barres.filter((b) => b.p.du <= f.a && (b.p.au ?? aujourdhui) >= f.de), points: grouper(points.filter((e) => dedans(e.le)), x, 13), yPoints: y + titre + AIR / 2 + rangs * PAS + POINTS / 2 };
  });
  const hauteur = bas + AIR;
  return (
    <svg viewBox={`0 0 ${largeur} ${hauteur}`} className={classes.dessin} role="img"
      aria-label={`Du ${dateLongue(f.de)} au ${dateLongue(f.a)} : ${voies.map((v) => v.libelle).join(', ') || 'rien encore'}. Le tableau qui suit dit la même chose.`}>
      {graduations(f, etroit ? 5 : 13).map((g) => (
        <g key={g.jour}>
          <line x1={x(g.jour)} x2={x(g.jour)} y1={HAUT - 4} y2={hauteur - AIR} className={classes.grille} />
          <text x={x(g.jour) + 3} y={HAUT - 9} className={classes.annee}>{g.libelle}</text>
        </g>
      ))}
      {dedans(aujourdhui) && <line x1={x(aujourdhui)} x2={x(aujourdhui)} y1={HAUT - 4} y2={hauteur - AIR} className={classes.aujourdhui} />}
      {voies.map((v) => (
        <g key={v.code}>
          <line x1={0} x2={largeur} y1={v.y} y2={v.y} className={classes.grille} />
          <text x={etroit ? 4 : 0} y={v.y + (etroit ? 14 : 18)} className={classes.voie}>{v.libelle}</text>
          {v.barres.map(({ p, rang }, i) => {
            const de = x(p.du < f.de ? f.de : p.du);
            const a = Math.max(de + 3, x((p.au ?? aujourdhui) > f.a ? f.a : (p.au ?? aujourdhui)));
            const y = v.y + titre + AIR / 2 + rang * PAS;
            return (
              <g key={`${p.id}-${i}`}>
                <rect x={de} y={y} width={a - de} height={BARRE} rx={2} className={classes.periode} data-voie={v.code} data-ouverte={p.au ? undefined : ''}>
                  <title>{direPeriode(p)}</title>
                </rect>
                {a - de > p.libelle.length * 6.4 + 10 && <text x={de + 5} y={y + 13} className={classes.motPeriode}>{p.libelle}</text>}
              </g>
            );
          })}
          {v.points.map((g) => (
            <g key={g.faits[0]!.id}>
              <circle cx={g.x} cy={v.yPoints} r={g.faits.length > 1 ? 8 : 5} className={classes.fait} data-annule={g.faits.every((e) => e.annule) ? '' : undefined}>
                <title>{g.faits.map((e) => `${dateLongue(e.le)} : ${direFait(e)}`).join('\n')}</title>
              </circle>
              {g.faits.length > 1 && <text x={g.x} y={v.yPoints + 4} className={classes.nombreFaits} data-annule={g.faits.every((e) => e.annule) ? '' : undefined}>{g.faits.length}</text>}
            </g>
          ))}
        </g>
      ))}
      {prochaines.filter((d) => dedans(d.le)).map((d) => (
        <path key={d.le + d.libelle} d={`M ${x(d.le)} ${HAUT - 2} l 6 7 l -6 7 l -6 -7 Z`} className={classes.avenir}>
          <title>{`${dateLongue(d.le)} : ${d.libelle}`}</title>
        </path>
      ))}
    </svg>
  );
}
