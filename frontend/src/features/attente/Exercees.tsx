import { Donnees } from '../../commun/Etats';
import { nombre } from '../../commun/temps';
import { useExercees } from './donnees';
import classes from './attente.module.css';

/** What is exercised in the territory, by product and service, and the terms ahead. */
export function Exercees({ unite }: { unite: string }) {
  const exercees = useExercees(unite);
  return (
    <section aria-labelledby="attente-exercees">
      <h2 id="attente-exercees">Exercées</h2>
      <Donnees requete={exercees} quoi="Lecture des mesures exercées">
        {(lignes) =>
          lignes.length === 0 ? (
            <p className={classes.discret}>Aucune mesure n’est exercée dans ce territoire.</p>
          ) : (
            <div className={classes.defile}>
              <table className={classes.table}>
                <caption>
                  {nombre(lignes.reduce((n, l) => n + l.exercees + l.suspendues, 0))} mesures, dont {nombre(lignes.reduce((n, l) => n + l.termes90, 0))} à terme d’ici 90 jours
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Mesure</th>
                    <th scope="col">Service</th>
                    <th scope="col" data-nombre="">Exercées</th>
                    <th scope="col" data-nombre="">Suspendues</th>
                    <th scope="col" data-nombre="">Terme passé</th>
                    <th scope="col" data-nombre="">d’ici 30 jours</th>
                    <th scope="col" data-nombre="">d’ici 90 jours</th>
                  </tr>
                </thead>
                <tbody>
                  {lignes.map((l) => (
                    <tr key={`${l.produit} ${l.service ?? ''}`}>
                      <th scope="row">{l.produitLibelle}</th>
                      <td>{l.serviceNom}</td>
                      {[l.exercees, l.suspendues, l.termePasse, l.termes30, l.termes90].map((n, i) => (
                        <td key={i} data-nombre="" data-alerte={i === 2 && n > 0 ? '' : undefined}>
                          {n === 0 ? <span className={classes.discret}>0</span> : nombre(n)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Donnees>
    </section>
  );
}
