import { Donnees } from '../../commun/Etats';
import { nombre } from '../../commun/temps';
import { LienChiffre } from './TableDesChiffres';
import { useJours, type Jours } from './donnees';
import classes from './pilotage.module.css';

/** Days used, left and overrun by the files of each team, and of all: where the time goes. */
export function JoursDesEquipes({ unite, mot }: { unite: string; mot: string }) {
  const jours = useJours(unite);
  return (
    <Donnees requete={jours} quoi="Calcul des jours">
      {(lignes) => (
        <section className={classes.defile}>
          <table className={classes.table}>
            <caption>Jours consommés depuis la réception par les dossiers en cours ; une consigne du parquet ne les suspend pas</caption>
            <thead>
              <tr>
                <th scope="col">{mot}</th>
                <th scope="col">Dossiers</th>
                <th scope="col">Jours consommés</th>
                <th scope="col">par dossier</th>
                <th scope="col">Jours restants</th>
                <th scope="col">Jours de retard</th>
              </tr>
            </thead>
            <tbody>
              {lignes.map((l) => (
                <Ligne key={l.id} nom={l.nom} l={l} lien={l.id} />
              ))}
            </tbody>
            {lignes.length > 1 && (
              <tfoot>
                <Ligne nom="Ensemble" l={total(lignes)} />
              </tfoot>
            )}
          </table>
        </section>
      )}
    </Donnees>
  );
}

type Somme = Pick<Jours, 'dossiers' | 'consommes' | 'restants' | 'retard'>;

const total = (lignes: Jours[]): Somme =>
  lignes.reduce<Somme>((t, l) => ({ dossiers: t.dossiers + l.dossiers, consommes: t.consommes + l.consommes, restants: t.restants + l.restants, retard: t.retard + l.retard }),
    { dossiers: 0, consommes: 0, restants: 0, retard: 0 });

function Ligne({ nom, l, lien }: { nom: string; l: Somme; lien?: string }) {
  return (
    <tr>
      <th scope="row">{nom}</th>
      <td>{lien ? <LienChiffre demande={{ chiffre: 'TOUS', unite: lien }}>{nombre(l.dossiers)}</LienChiffre> : nombre(l.dossiers)}</td>
      <td>{nombre(l.consommes)}</td>
      <td>{l.dossiers === 0 ? '—' : nombre(Math.round(l.consommes / l.dossiers))}</td>
      <td>{nombre(l.restants)}</td>
      <td>{nombre(l.retard)}</td>
    </tr>
  );
}
