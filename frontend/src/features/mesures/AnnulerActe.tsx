import { Button } from '@mantine/core';
import { useState } from 'react';

import { dateLongue } from '../../commun/temps';
import type { Mesure } from './api';
import { FormeActe } from './FormeActe';
import classes from './mesures.module.css';

/** The last act and its way back: what it changed is undone, with a reason, and it stays readable. */
export function AnnulerActe({ m, acte }: { m: Mesure; acte: string }) {
  const [ouvert, setOuvert] = useState(false);
  const a = m.actes.find((x) => x.id === acte);
  if (!a) return null;
  return (
    <div className={`${classes.retour} ${classes.sansImpression}`}>
      <span>{a.libelle}, {dateLongue(a.le)}{a.par && `, par ${a.par}`}.</span>
      {!ouvert && <Button size="sm" variant="default" onClick={() => setOuvert(true)}>Annuler cet acte</Button>}
      {ouvert && (
        <FormeActe mesureId={m.id} version={m.version} fini={() => setOuvert(false)} secondaire={<Button variant="subtle" onClick={() => setOuvert(false)}>Renoncer</Button>}
          acte={{
            nom: 'mesure.annuler-acte', verbe: 'Annuler cet acte', chemin: `/api/mesures/${m.id}/actes/${acte}/annulation`, annonce: 'L’acte est annulé.',
            consequence: 'La mesure redevient ce qu’elle était avant lui ; l’acte annulé reste lisible.',
            champs: [{ nom: 'motif', libelle: 'Pourquoi', genre: 'long', requis: 'Écrivez pourquoi cet acte est annulé.' }],
          }} />
      )}
    </div>
  );
}
