import { Button, Drawer } from '@mantine/core';
import { Suspense, useState } from 'react';

import { explicationEcheance as Explication } from '../../app/features';
import { Chargement } from '../../commun/Etats';
import classes from './ip.module.css';

/** « pourquoi ? »: opens the explanation of a date beside the file. */
export function Pourquoi({ echeanceId, quoi }: { echeanceId: string; quoi: string }) {
  const [ouvert, setOuvert] = useState(false);
  if (!Explication) return null;
  return (
    <>
      <Button variant="subtle" size="compact-sm" className={classes.sansImpression} onClick={() => setOuvert(true)}>
        pourquoi ?<span className="jalon-invisible"> ({quoi})</span>
      </Button>
      <Drawer opened={ouvert} onClose={() => setOuvert(false)} position="right" size="lg" title={`Pourquoi cette date ? ${quoi}`} closeButtonProps={{ 'aria-label': 'Fermer' }}>
        <Suspense fallback={<Chargement />}>
          <Explication echeanceId={echeanceId} />
        </Suspense>
      </Drawer>
    </>
  );
}
