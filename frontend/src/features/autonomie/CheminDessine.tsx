import { useElementSize } from '@mantine/hooks';

import { useMoi } from '../../commun/moi';
import { dateLongue, joursEntre } from '../../commun/temps';
import type { Autonomie } from './api';
import { bornes, constat, ETATS_REPERE, fait, jalons } from './chemin';
import classes from './autonomie.module.css';

const HAUT = 34;
const BANDE = 20;

/** From 16 to 21 on one line: in care, supported, out; birthdays as lines, landmarks and meetings as marks. The lists beside say the same in words. */
export function CheminDessine({ a }: { a: Autonomie }) {
  const { aujourdhui } = useMoi();
  const { ref, width } = useElementSize();
  const largeur = Math.max(260, width || 720);
  const b = bornes(a);
  const jours = joursEntre(b.de, b.a);
  const x = (jour: string) => 6 + ((largeur - 12) * Math.min(jours, Math.max(0, joursEntre(b.de, jour)))) / jours;
  const fin = a.sortieLe ?? (a.enCharge ? aujourdhui : b.de);
  const entree = a.entreeLe && a.entreeLe > b.de ? a.entreeLe : b.de;
  const mineur = { de: entree, a: fin < a.dixHuitLe ? fin : a.dixHuitLe };
  const majeur = { de: a.dixHuitLe, a: fin };
  const bas = HAUT + BANDE + 46;
  return (
    <figure className={classes.chemin} ref={ref}>
      <figcaption>{constat(a, aujourdhui)}</figcaption>
      <svg viewBox={`0 0 ${largeur} ${bas}`} className={classes.dessin} role="img"
        aria-label={`De 16 à 21 ans : ${jalons(a).map((j) => `${j.libelle} le ${dateLongue(j.le)}`).join(', ')}. Les dates et le calendrier qui suivent disent la même chose.`}>
        <line x1={x(b.de)} x2={x(b.a)} y1={HAUT + BANDE} y2={HAUT + BANDE} className={classes.axe} />
        {mineur.a > mineur.de && <rect x={x(mineur.de)} width={Math.max(2, x(mineur.a) - x(mineur.de))} y={HAUT} height={BANDE} className={classes.confie}><title>Confié</title></rect>}
        {majeur.a > majeur.de && <rect x={x(majeur.de)} width={Math.max(2, x(majeur.a) - x(majeur.de))} y={HAUT} height={BANDE} className={classes.accompagne}><title>Jeune majeur accompagné</title></rect>}
        {x(mineur.a) - x(mineur.de) > 60 && <text x={x(mineur.de) + 5} y={HAUT + 14} className={classes.motBande}>confié</text>}
        {majeur.a > majeur.de && x(majeur.a) - x(majeur.de) > 90 && <text x={x(majeur.de) + 5} y={HAUT + 14} className={classes.motBande}>accompagné</text>}
        {jalons(a).map((j) => (
          <g key={j.libelle}>
            <line x1={x(j.le)} x2={x(j.le)} y1={22} y2={bas - 6} className={classes.jalon} />
            <text x={x(j.le)} y={15} className={classes.motJalon} textAnchor={x(j.le) > largeur - 30 ? 'end' : x(j.le) < 24 ? 'start' : 'middle'}>{j.libelle}</text>
          </g>
        ))}
        {a.reperes.map((r) => (
          <circle key={r.id} cx={x(r.faitLe ?? r.le)} cy={HAUT + BANDE + 14} r={4.5} className={classes.repere} data-etat={r.etat}>
            <title>{`${r.libelle} : ${ETATS_REPERE[r.etat].toLowerCase()}, ${dateLongue(r.faitLe ?? r.le)}`}</title>
          </circle>
        ))}
        {(a.entretienLe ?? a.rendezVousLe) && <Losange x={x((fait(a) ? a.entretienLe : a.rendezVousLe ?? a.entretienLe)!)} y={HAUT + BANDE + 32} plein={fait(a)} dit={fait(a) ? `Entretien ${a.entretienIssue!.libelle.toLowerCase()}` : 'Rendez-vous'} />}
        {a.sixMoisLe && <Losange x={x(a.sixMoisFaitLe ?? a.sixMoisLe)} y={HAUT + BANDE + 32} plein={a.sixMoisFaitLe !== null} dit="Entretien des six mois" />}
        <line x1={x(aujourdhui)} x2={x(aujourdhui)} y1={22} y2={bas - 6} className={classes.aujourdhui} />
      </svg>
      <ul className={classes.legende} aria-label="Légende du dessin">
        <li>● fait</li>
        <li>○ à venir</li>
        <li data-afaire>● à faire</li>
        <li>◆ entretien</li>
        <li>┊ aujourd’hui</li>
      </ul>
    </figure>
  );
}

function Losange({ x, y, plein, dit }: { x: number; y: number; plein: boolean; dit: string }) {
  return (
    <path d={`M${x} ${y - 7} L${x + 7} ${y} L${x} ${y + 7} L${x - 7} ${y} Z`} className={classes.entretien} data-plein={plein ? '' : undefined}>
      <title>{dit}</title>
    </path>
  );
}
