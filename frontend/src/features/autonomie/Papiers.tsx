import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';

import type { Autonomie } from './api';
import classes from './autonomie.module.css';

/** What is handed to the young person on paper: each opens as an accessible PDF, in large print when asked. */
export function Papiers({ a }: { a: Autonomie }) {
  const [grand, setGrand] = useState(false);
  const vers = (papier: string) => `/api/autonomies/${a.id}/${papier}.pdf${grand ? '?grand=true' : ''}`;
  const papiers = [
    ...(a.actes.some((x) => x.genre === 'INVITATION' && !x.annuleLe) ? [['invitation', 'La lettre d’invitation']] : []),
    ...(a.notifieLe ? [['notification', 'La notification des conditions']] : []),
    ['page', 'La page du jeune'],
  ];
  return (
    <section aria-labelledby="papiers" className={classes.sansImpression}>
      <h2 id="papiers">À imprimer</h2>
      <ul className={classes.papiers}>
        {papiers.map(([code, libelle]) => (
          <li key={code}>
            <Button component="a" href={vers(code!)} target="_blank" rel="noreferrer" variant="default">
              {libelle} (PDF)<span className="jalon-invisible">, s’ouvre dans un nouvel onglet</span>
            </Button>
          </li>
        ))}
      </ul>
      <Checkbox label="En grands caractères" checked={grand} onChange={(e) => setGrand(e.currentTarget.checked)} />
    </section>
  );
}
