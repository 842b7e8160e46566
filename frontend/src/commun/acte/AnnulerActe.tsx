import { Button } from '@mantine/core';
import { useState } from 'react';

import { FormeActe } from '../formulaire/FormeActe';
import { dateLongue } from '../temps';
import classes from './acte.module.css';

interface Fait {
  id: string;
  libelle: string;
  le: string;
  par?: string | null;
}

/**
 * The last act and its way back: what it changed is undone, with a reason, and it stays readable.
 *
 * @param annulable id of the act that may be undone, or null
 * @param chemin address of the file
 * @param consequence what the file becomes again (« La mesure redevient ce qu’elle était avant lui »)
 */
export function AnnulerActe({ actes, annulable, sujet, version, cle, nom, chemin, consequence }: {
  actes: readonly Fait[];
  annulable: string | null | undefined;
  sujet: string;
  version: number;
  cle: readonly unknown[];
  nom: string;
  chemin: string;
  consequence: string;
}) {
  const [ouvert, setOuvert] = useState(false);
  const fait = actes.find((a) => a.id === annulable);
  if (!fait) return null;
  const fermer = () => setOuvert(false);
  return (
    <div className={classes.retour}>
      <span>{fait.libelle}, {dateLongue(fait.le)}{fait.par && `, par ${fait.par}`}.</span>
      {!ouvert && <Button size="sm" variant="default" onClick={() => setOuvert(true)}>Annuler cet acte</Button>}
      {ouvert && (
        <FormeActe sujet={sujet} version={version} cle={cle} fini={fermer} secondaire={<Button variant="subtle" onClick={fermer}>Renoncer</Button>}
          acte={{
            nom, verbe: 'Annuler cet acte', chemin: `${chemin}/actes/${fait.id}/annulation`, annonce: 'L’acte est annulé.',
            consequence: `${consequence} ; l’acte annulé reste lisible.`,
            champs: [{ nom: 'motif', libelle: 'Pourquoi', genre: 'long', requis: 'Écrivez pourquoi cet acte est annulé.' }],
          }} />
      )}
    </div>
  );
}
