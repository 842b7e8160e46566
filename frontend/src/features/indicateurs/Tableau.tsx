import { dateCourte, dateLongue } from '../../commun/temps';
import type { TableauAnnees, Valeur } from './api';
import classes from './indicateurs.module.css';

interface Proprietes {
  tableau: TableauAnnees;
  fictives: number[];
  choisi: { code: string; annee: number } | null;
  occupe: boolean;
  ouvrir: (code: string, annee: number, bouton: HTMLElement) => void;
}

/** Indicators down, years across; a figure is a button that opens what it counts. */
export function Tableau({ tableau, fictives, choisi, occupe, ouvrir }: Proprietes) {
  const groupes = [...new Set(tableau.lignes.map((l) => l.indicateur.groupe))];
  const definitifs = new Set(tableau.lignes[0]?.valeurs.filter((v) => v.definitif).map((v) => v.annee));
  return (
    // A table wider than the screen is scrolled by keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.deroulant} role="region" aria-label="Indicateurs par année" tabIndex={0} aria-busy={occupe}>
      <table className={classes.tableau}>
        <caption className="jalon-invisible">Indicateurs par année. Chaque chiffre ouvre sa définition et ses dossiers.</caption>
        <thead>
          <tr>
            <th scope="col">Indicateur</th>
            {tableau.annees.map((a) => (
              <th scope="col" key={a}>
                {a}
                <span className={classes.etat}>{definitifs.has(a) ? 'définitif' : 'provisoire'}</span>
                {fictives.includes(a) && <span className={classes.etat}>volumes fictifs</span>}
              </th>
            ))}
          </tr>
        </thead>
        {groupes.map((g) => (
          <tbody key={g}>
            <tr><th scope="colgroup" colSpan={tableau.annees.length + 1} className={classes.groupe}>{g}</th></tr>
            {tableau.lignes.filter((l) => l.indicateur.groupe === g).map((l) => (
              <tr key={l.indicateur.code}>
                <th scope="row">{l.indicateur.libelle} <span className={classes.unite}>({l.indicateur.unite})</span></th>
                {l.valeurs.map((v) => (
                  <td key={v.annee}>
                    <button type="button" className={classes.chiffre} onClick={(e) => ouvrir(l.indicateur.code, v.annee, e.currentTarget)}
                      aria-expanded={choisi?.code === l.indicateur.code && choisi.annee === v.annee}
                      aria-label={`${l.indicateur.libelle}, ${v.annee} : ${enMots(v)}`}>
                      {v.texte}
                      {v.base !== null && v.base < 20 && <span className={classes.effectif}>sur {v.base}</span>}
                      {v.le && <span className={classes.effectif}>au {dateCourte(v.le)}</span>}
                    </button>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** « non connu » and why, for the ear too; a small base is told. */
function enMots(v: Valeur): string {
  if (v.valeur === null) return `non connu. ${v.raison ?? ''}`;
  return `${v.texte}${v.base === null ? '' : `, ${v.effectif} sur ${v.base}`}${v.le ? `, au ${dateLongue(v.le)}` : ''}`;
}
