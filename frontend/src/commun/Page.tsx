import { useEffect, useRef, type ReactNode } from 'react';

import classes from './commun.module.css';

let premiere = true;

/** The title of the tab: « Tâches · Jalon ». */
export function useTitre(titre: string): void {
  useEffect(() => {
    document.title = `${titre} · Jalon`;
  }, [titre]);
}

/**
 * A screen: its title in the tab and as `<h1>`, which takes the focus when one arrives from another screen, so that a screen reader hears
 * where one is. `actes` stand at the right of the title.
 */
export function Page({ titre, onglet, actes, large, children }: { titre: ReactNode; onglet?: string; actes?: ReactNode; large?: boolean; children: ReactNode }) {
  const h1 = useRef<HTMLHeadingElement>(null);
  useTitre(onglet ?? (typeof titre === 'string' ? titre : 'Jalon'));
  useEffect(() => {
    if (!premiere) h1.current?.focus({ preventScroll: true });
    premiere = false;
  }, []);
  return (
    <div className={large ? classes.pageLarge : classes.page}>
      <div className={classes.tete}>
        <h1 ref={h1} tabIndex={-1} className={classes.h1}>
          {titre}
        </h1>
        {actes && <div className={classes.actes}>{actes}</div>}
      </div>
      {children}
    </div>
  );
}
