import { nombre } from '../../commun/temps';
import { LienChiffre } from './TableDesChiffres';
import { useMotifs, type Tableau } from './donnees';
import classes from './pilotage.module.css';

/** Why: reasons given for late reports over twelve months, and what the parquet holds now. */
export function Motifs({ unite, tableau }: { unite: string; tableau: Tableau }) {
  const motifs = useMotifs(unite).data ?? [];
  const retenus = tableau.chiffres.find((c) => c.code === 'RETARD_CONSIGNE')?.nombre ?? 0;
  return (
    <section className={classes.defile}>
      <table className={classes.table}>
        <caption>Motifs donnés aux rapports rendus en retard depuis douze mois</caption>
        <thead>
          <tr>
            <th scope="col">Motif</th>
            <th scope="col">Rapports</th>
          </tr>
        </thead>
        <tbody>
          {motifs.map((m) => (
            <tr key={m.code}>
              <th scope="row">{m.libelle}</th>
              <td>
                <LienChiffre demande={{ motif: m.code }}>{nombre(m.nombre)}</LienChiffre>
              </td>
            </tr>
          ))}
          {motifs.length === 0 && (
            <tr>
              <td colSpan={2}>Aucun rapport n’a été rendu en retard avec un motif.</td>
            </tr>
          )}
        </tbody>
      </table>
      {retenus > 0 && (
        <p>
          À part : <LienChiffre demande={{ chiffre: 'RETARD_CONSIGNE' }}>{nombre(retenus)}</LienChiffre> en retard maintenant, retenus par une consigne du parquet.
        </p>
      )}
    </section>
  );
}
