import type { TableauAnnees, Valeur } from './api';
import classes from './indicateurs.module.css';

const HAUT = 120;
const LARGEUR = 64;

/** Received and evaluated, bars from zero; the title says the finding, the table below holds the same figures, and a sentence is for the ear. */
export function Volumes({ tableau }: { tableau: TableauAnnees }) {
  const recues = valeurs(tableau, 'IP_RECUES');
  const evaluees = valeurs(tableau, 'IP_EVALUEES');
  const plus = Math.max(1, ...recues.map((v) => v.valeur ?? 0), ...evaluees.map((v) => v.valeur ?? 0));
  if (recues.every((v) => v.valeur === null)) return null;
  const phrase = recues.map((r, n) => `${r.annee} : ${r.texte} reçues, ${evaluees[n]?.texte ?? 'n.c.'} évaluées`).join(' ; ');
  return (
    <figure className={classes.figure}>
      <figcaption>{tableau.titre}</figcaption>
      <svg role="img" aria-label={`IP reçues et évaluées par année. ${phrase}.`} viewBox={`0 0 ${recues.length * LARGEUR + 8} ${HAUT + 40}`} className={classes.barres}>
        <line x1="0" x2={recues.length * LARGEUR + 8} y1={HAUT + 14} y2={HAUT + 14} className={classes.axe} />
        {recues.map((r, n) => (
          <g key={r.annee} transform={`translate(${n * LARGEUR + 8} 14)`}>
            <Barre valeur={r} plus={plus} x={0} classe={classes.recues} />
            <Barre valeur={evaluees[n]} plus={plus} x={26} classe={classes.evaluees} />
            <text x="24" y={HAUT + 16} textAnchor="middle" className={classes.annee}>{r.annee}</text>
          </g>
        ))}
      </svg>
      <p className={classes.legende}><span className={classes.cleRecues} /> reçues <span className={classes.cleEvaluees} /> évaluées, l’échelle part de zéro</p>
    </figure>
  );
}

function Barre({ valeur, plus, x, classe }: { valeur: Valeur | undefined; plus: number; x: number; classe?: string }) {
  if (!valeur || valeur.valeur === null) return null;
  const h = Math.round((HAUT * valeur.valeur) / plus);
  return (
    <>
      <rect x={x} y={HAUT - h} width="22" height={h} className={classe} />
      <text x={x + 11} y={HAUT - h - 3} textAnchor="middle" className={classes.valeur}>{valeur.texte}</text>
    </>
  );
}

const valeurs = (t: TableauAnnees, code: string): Valeur[] => t.lignes.find((l) => l.indicateur.code === code)?.valeurs ?? [];
