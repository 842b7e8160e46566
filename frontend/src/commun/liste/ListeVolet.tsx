import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

import classes from './liste.module.css';

/**
 * List left, reading pane right; on a narrow screen one after the other. The list stays mounted under the pane, so that coming back finds
 * the same place. `cle` is what is read: the pane takes the focus when it changes on a narrow screen.
 */
export function ListeVolet({ liste, volet, cle, onFermer, nomVolet }: { liste: ReactNode; volet: ReactNode; cle?: string; onFermer: () => void; nomVolet: string }) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (cle && window.matchMedia?.('(max-width: 62em)').matches) section.current?.focus();
    section.current?.scrollTo?.(0, 0);
  }, [cle]);
  return (
    <div className={classes.grille} data-ouvert={cle ? 'oui' : undefined}>
      <div className={classes.liste}>{liste}</div>
      <section className={classes.volet} aria-label={nomVolet} ref={section} tabIndex={-1}>
        {cle && (
          <div className={classes.retour}>
            <Button variant="subtle" size="sm" onClick={onFermer}>
              ← Revenir à la liste
            </Button>
          </div>
        )}
        {volet}
      </section>
    </div>
  );
}
