import { nombre } from '../../commun/temps';
import { LienChiffre } from './TableDesChiffres';
import type { Barre, Tableau } from './donnees';
import classes from './pilotage.module.css';

const HAUTEUR = 120;
const PAS = 60;

/** Files on each side of the legal date: zero-based bars, the legal line drawn and named, the finding as a title, a table and a sentence. */
export function Barres({ tableau }: { tableau: Tableau }) {
  const barres = tableau.barres.filter((b) => b.code !== 'SANS_DATE');
  const sansDate = tableau.barres.find((b) => b.code === 'SANS_DATE');
  const plus = Math.max(1, ...barres.map((b) => b.nombre));
  const ligne = barres.filter((b) => b.enRetard).length * PAS;
  const haut = (n: number) => (n / plus) * HAUTEUR;
  return (
    <figure className={classes.figure}>
      <h2 className={classes.constat}>{tableau.constat}</h2>
      <svg viewBox={`0 -34 ${barres.length * PAS} ${HAUTEUR + 36}`} className={classes.barres} aria-hidden="true">
        {barres.map((b, i) => (
          <g key={b.code}>
            <rect x={i * PAS + 8} width={PAS - 16} y={HAUTEUR - haut(b.nombre)} height={haut(b.nombre)} className={b.enRetard ? classes.barreRetard : classes.barre} />
            {b.retenus > 0 && <rect x={i * PAS + 8} width={PAS - 16} y={HAUTEUR - haut(b.retenus)} height={haut(b.retenus)} className={classes.barreRetenue} />}
            <text x={i * PAS + PAS / 2} y={HAUTEUR - haut(b.nombre) - 4} className={classes.valeur}>
              {nombre(b.nombre)}
            </text>
          </g>
        ))}
        <line x1={0} x2={barres.length * PAS} y1={HAUTEUR} y2={HAUTEUR} className={classes.axe} />
        <line x1={ligne} x2={ligne} y1={-20} y2={HAUTEUR} className={classes.legale} />
        <text x={ligne + 4} y={-22} className={classes.legaleNom}>
          date légale
        </text>
      </svg>
      <p className="jalon-invisible">{tableau.phrase}</p>
      <div className={classes.defile}>
        <table className={classes.table}>
          <caption>Dossiers en cours selon la distance à leur date légale</caption>
          <thead>
            <tr>
              <td />
              {[...barres, ...(sansDate ? [sansDate] : [])].map((b) => (
                <th key={b.code} scope="col">
                  {b.libelle}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Rangee titre="Dossiers" barres={[...barres, ...(sansDate ? [sansDate] : [])]} valeur={(b) => b.nombre} lien />
            <Rangee titre="dont retenus par le parquet" barres={[...barres, ...(sansDate ? [sansDate] : [])]} valeur={(b) => b.retenus} />
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function Rangee({ titre, barres, valeur, lien }: { titre: string; barres: Barre[]; valeur: (b: Barre) => number; lien?: boolean }) {
  return (
    <tr>
      <th scope="row">{titre}</th>
      {barres.map((b) => (
        <td key={b.code}>
          {valeur(b) === 0 ? <span className={classes.zero}>0</span> : <LienChiffre demande={lien ? { tranche: b.code } : { chiffre: 'CONSIGNE', tranche: b.code }}>{nombre(valeur(b))}</LienChiffre>}
        </td>
      ))}
    </tr>
  );
}
