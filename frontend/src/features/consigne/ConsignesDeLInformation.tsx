import { Button } from '@mantine/core';
import { useState } from 'react';

import type { ProprietesRubriqueInformation } from '../../app/feature';
import { Donnees } from '../../commun/Etats';
import { useMoi } from '../../commun/moi';
import { useConsignes, type Consignes } from './api';
import classes from './consigne.module.css';
import { ListeConsignes } from './ListeConsignes';
import PoserConsigne from './PoserConsigne';

/** What the parquet asked with an information that waits for its first analysis. It follows the information to its IP. */
export default function ConsignesDeLInformation({ informationId, ouverte, lecture }: ProprietesRubriqueInformation) {
  const requete = useConsignes({ genre: 'informations', id: informationId });
  return <Donnees requete={requete} quoi="Lecture des consignes">{(c) => <Contenu id={informationId} c={c} offerte={!!ouverte} lecture={!!lecture} />}</Donnees>;
}

function Contenu({ id, c, offerte, lecture }: { id: string; c: Consignes; offerte: boolean; lecture: boolean }) {
  const moi = useMoi();
  const dossier = { genre: 'informations', id } as const;
  const permis = !lecture && c.ouverte && (moi.missions.includes('RECUEIL') || moi.missions.includes('MANDAT'));
  const [nouvelle, ouvrir] = useState(offerte && c.consignes.length === 0);
  const fermer = () => ouvrir(false);
  if (!permis && c.consignes.length === 0) return null;
  return (
    <section aria-label="Consignes du parquet">
      {(c.consignes.length > 0 || nouvelle) && <h3 className={classes.titre}>Consignes du parquet</h3>}
      <ListeConsignes dossier={dossier} version={c.version} consignes={c.consignes} permis={permis} />
      {permis && !nouvelle && <Button variant="default" onClick={() => ouvrir(true)}>Enregistrer une consigne du parquet</Button>}
      {permis && nouvelle && (
        <>
          {offerte && <p>Si le soit-transmis demande de ne pas contacter la famille, de ne pas informer les titulaires ou de ne pas entendre l’enfant, notez-le ici. Sinon, renoncez.</p>}
          <PoserConsigne dossier={dossier} version={c.version} reference={c.reference} portees={c.portees} fini={fermer} renoncer={fermer} />
        </>
      )}
    </section>
  );
}
