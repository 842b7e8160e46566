import { Button } from '@mantine/core';
import { useState } from 'react';

import { annoncer } from '../annonces';
import { enProbleme } from '../api/probleme';
import { dateHeure } from '../temps';
import { useAnnulation, useDernierActe } from './annulation';
import classes from './retour.module.css';

/** The last act on an IP and its undo, for as long as nobody acted after; nothing otherwise. */
export function DernierActe({ ipId }: { ipId: string }) {
  const { data } = useDernierActe(ipId);
  const annuler = useAnnulation(ipId);
  const [enCours, setEnCours] = useState(false);
  const a = data?.acte;
  if (!a) return null;
  return (
    <p className={classes.bandeau}>
      <span>
        {a.libelle}, le {dateHeure(a.le)}, par {a.parMoi ? 'vous' : (a.par ?? 'un collègue')}.{' '}
        {a.retour && <>Annuler ramène le dossier à « {a.retour} ».</>}
      </span>
      <Button size="sm" variant="default" loading={enCours}
        onClick={async () => {
          setEnCours(true);
          try {
            await annuler();
          } catch (e) {
            annoncer(enProbleme(e).detail, { ton: 'erreur' });
          } finally {
            setEnCours(false);
          }
        }}>
        Annuler cet acte
      </Button>
    </p>
  );
}
