import { Link } from 'react-router';

import { Donnees, EtatVide } from '../../commun/Etats';
import { useAutonomie, useParcoursDe } from './api';
import { CheminDessine } from './CheminDessine';
import { ProchainesDates } from './Calendrier';
import { TeteAutonomie } from './TeteAutonomie';

/** On the page of a child: the path to majority, once it is open. */
export default function OngletEnfant({ enfantId }: { enfantId: string }) {
  return (
    <Donnees requete={useParcoursDe(enfantId)} quoi="Recherche du parcours">
      {({ id }) => (id ? <Parcours id={id} /> : <EtatVide titre="Pas encore de parcours vers la majorité">Il s’ouvre de lui-même à 16 ans pour chaque enfant confié à l’aide sociale à l’enfance, ou à son entrée s’il est plus âgé.</EtatVide>)}
    </Donnees>
  );
}

function Parcours({ id }: { id: string }) {
  return (
    <Donnees requete={useAutonomie(id)} quoi="Lecture du parcours">
      {(a) => (
        <>
          <TeteAutonomie a={a} courte />
          <CheminDessine a={a} />
          <ProchainesDates a={a} />
          <p><Link to={`/autonomie/${a.id}`}>Ouvrir le parcours entier</Link></p>
        </>
      )}
    </Donnees>
  );
}
