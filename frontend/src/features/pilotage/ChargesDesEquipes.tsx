import { Button } from '@mantine/core';
import { useState } from 'react';

import { Donnees } from '../../commun/Etats';
import { nombre } from '../../commun/temps';
import { LienChiffre } from './TableDesChiffres';
import { useCharges, usePersonnes, type Charges, type Personne } from './donnees';
import classes from './pilotage.module.css';

const MONTREES = 25;

/** Who carries what: by team and by person over a territory, by person inside a team. */
export function ChargesDesEquipes({ unite }: { unite: string }) {
  const charges = useCharges(unite);
  const personnes = usePersonnes(!unite);
  return (
    <>
      <Donnees requete={charges} quoi="Lecture des charges">
        {(c) => (unite ? <ParPersonne personnes={c.personnes} unite={unite} /> : <ParEquipe equipes={c.unites} />)}
      </Donnees>
      {!unite && <Donnees requete={personnes} quoi="Lecture des charges">{(p) => <ParPersonne personnes={p} />}</Donnees>}
    </>
  );
}

function ParEquipe({ equipes }: { equipes: Charges['unites'] }) {
  return (
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
          {equipes.map((u) => (
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
  );
}

/** Most late first, as the server sorts them; a département has hundreds of people, the first say where to look. */
function ParPersonne({ personnes, unite }: { personnes: Personne[]; unite?: string }) {
  const [toutes, setToutes] = useState(false);
  const montrees = toutes ? personnes : personnes.slice(0, MONTREES);
  return (
    <section className={classes.defile}>
      <table className={classes.table}>
        <caption>{unite ? 'Charge de chaque personne' : 'Charge de chaque personne du territoire, les plus en retard d’abord'}</caption>
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
          {montrees.map((p) => (
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
      {montrees.length < personnes.length && (
        <Button variant="default" mt="sm" onClick={() => setToutes(true)}>
          Voir les {nombre(personnes.length)} personnes
        </Button>
      )}
    </section>
  );
}
