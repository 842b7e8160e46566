import { Button } from '@mantine/core';
import { useState } from 'react';

import { Donnees, EtatVide } from '../../commun/Etats';
import { useMoi } from '../../commun/moi';
import { useConsignes, type Consignes } from './api';
import classes from './consigne.module.css';
import { ListeConsignes } from './ListeConsignes';
import PoserConsigne from './PoserConsigne';

const PERMISES = ['RECUEIL', 'MANDAT', 'DESIGNATION', 'EVALUATION', 'DECISION', 'INFORMATION'] as const;

/** What the parquet asked on this IP, and the forms to record, lift or withdraw a request. */
export default function ConsignesDeLIp({ ipId, onFini }: { ipId: string; tacheId?: string; onFini?: () => void }) {
  const requete = useConsignes({ genre: 'ip', id: ipId });
  return <Donnees requete={requete} quoi="Lecture des consignes">{(c) => <Contenu ipId={ipId} c={c} acte={!!onFini} fini={onFini} />}</Donnees>;
}

function Contenu({ ipId, c, acte, fini }: { ipId: string; c: Consignes; acte: boolean; fini?: () => void }) {
  const moi = useMoi();
  const dossier = { genre: 'ip', id: ipId } as const;
  const permis = c.ouverte && PERMISES.some((m) => moi.missions.includes(m));
  const [nouvelle, ouvrir] = useState(acte && !c.consignes.some((x) => x.enVigueur));
  // Under the title of the act, or right under that of the page.
  const Titre = acte ? 'h3' : 'h2';
  const fermer = () => {
    ouvrir(false);
    fini?.();
  };
  return (
    <div>
      {c.consignes.length === 0 && !nouvelle && <EtatVide titre="Aucune consigne du parquet">Une consigne retient les actes qu’elle nomme ; la date légale ne bouge pas.</EtatVide>}
      <ListeConsignes dossier={dossier} version={c.version} consignes={c.consignes} permis={permis} fini={fini} />
      {permis && !nouvelle && <Button variant="default" onClick={() => ouvrir(true)}>Enregistrer une consigne</Button>}
      {permis && nouvelle && (
        <>
          <Titre className={classes.titre}>Nouvelle consigne</Titre>
          <PoserConsigne dossier={dossier} version={c.version} reference={c.reference} portees={c.portees} fini={fermer} />
        </>
      )}
    </div>
  );
}
