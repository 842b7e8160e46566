import { Link } from 'react-router';

import { Donnees, EtatVide } from '../../commun/Etats';
import { useProjet, useProjetDeLEnfant } from './api';
import { TeteProjet } from './TeteProjet';
import { Suivi } from './Vie';

/** The projet on the child's page: where it stands, and the way to it. */
export default function OngletEnfant({ enfantId }: { enfantId: string }) {
  return (
    <Donnees requete={useProjetDeLEnfant(enfantId)} quoi="Lecture du projet">
      {({ id }) => id ? <Connu id={id} /> : (
        <EtatVide titre="Aucun projet n’est ouvert pour cet enfant">Il s’ouvre de lui-même le jour où une première mesure commence, et s’établit dans les trois mois.</EtatVide>
      )}
    </Donnees>
  );
}

function Connu({ id }: { id: string }) {
  return (
    <Donnees requete={useProjet(id)} quoi="Lecture du projet">
      {(p) => (
        <>
          <h2>{p.motLong.charAt(0).toUpperCase() + p.motLong.slice(1)}</h2>
          <TeteProjet p={p} />
          <p><Link to={`/projets/${p.id}`}>Ouvrir le {p.mot} {p.numero}</Link></p>
          <Suivi projetId={p.id} />
        </>
      )}
    </Donnees>
  );
}
