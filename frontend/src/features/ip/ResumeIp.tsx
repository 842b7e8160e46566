import { Link } from 'react-router';

import { Donnees } from '../../commun/Etats';
import { useFiche } from './donnees';
import { TeteIp } from './TeteIp';

/** The IP in short, above the act of a task. */
export default function ResumeIp({ ipId }: { ipId: string }) {
  const fiche = useFiche(ipId);
  return (
    <Donnees requete={fiche} quoi="Ouverture du dossier">
      {(f) => (
        <>
          <TeteIp fiche={f} courte />
          <p>
            <Link to={`/ip/${ipId}`}>Ouvrir tout le dossier {f.ip.numero}</Link> · <Link to={`/ip/${ipId}?onglet=parcours`}>parcours dessiné</Link>
          </p>
        </>
      )}
    </Donnees>
  );
}
