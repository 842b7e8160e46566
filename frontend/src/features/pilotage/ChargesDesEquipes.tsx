import { Donnees } from '../../commun/Etats';
import { nombre } from '../../commun/temps';
import { LienChiffre } from './TableDesChiffres';
import { useCharges } from './donnees';
import classes from './pilotage.module.css';

/** Who carries what: by team over a territory, by person inside a team. */
export function ChargesDesEquipes({ unite }: { unite: string }) {
  const charges = useCharges(unite);
  return (
    <Donnees requete={charges} quoi="Lecture des charges">
      {(c) =>
        unite ? (
          <section className={classes.defile}>
            <table className={classes.table}>
              <caption>Charge de chaque personne</caption>
              <thead>
                <tr>
                  <th scope="col">Personne</th>
                  <th scope="col">Dossiers tenus</th>
                  <th scope="col">dont en retard</th>
                  <th scope="col">dans les 15 jours</th>
                  <th scope="col">consigne du parquet</th>
                </tr>
              </thead>
              <tbody>
                {c.personnes.map((p) => (
                  <tr key={p.id ?? 'personne'}>
                    <th scope="row">
                      {p.id ? p.nom : 'Que personne ne tient'}
                      {p.fonction && <span className={classes.discret}>, {p.fonction}</span>}
                    </th>
                    <td>
                      <LienChiffre demande={p.id ? { titulaire: p.id, unite } : { libres: true, unite }}>{nombre(p.dossiers)}</LienChiffre>
                    </td>
                    <td>{nombre(p.retard)}</td>
                    <td>{nombre(p.j15)}</td>
                    <td>{nombre(p.consigne)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ) : (
          <section className={classes.defile}>
            <table className={classes.table}>
              <caption>Charge de chaque équipe ; choisissez une équipe en haut de page pour voir ses personnes</caption>
              <thead>
                <tr>
                  <th scope="col">Équipe</th>
                  <th scope="col">Dossiers en cours</th>
                  <th scope="col">tenus par quelqu’un</th>
                  <th scope="col">que personne ne tient</th>
                </tr>
              </thead>
              <tbody>
                {c.unites.map((u) => (
                  <tr key={u.id}>
                    <th scope="row">{u.nom}</th>
                    <td>{nombre(u.ouvertes)}</td>
                    <td>{nombre(u.prises)}</td>
                    <td>{u.libres === 0 ? <span className={classes.zero}>0</span> : <LienChiffre demande={{ libres: true, unite: u.id }}>{nombre(u.libres)}</LienChiffre>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )
      }
    </Donnees>
  );
}
