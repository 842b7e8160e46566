import { Alert, Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

import classes from './acte.module.css';

/**
 * The form of an act, above the rest so that the file stays readable while it is filled.
 *
 * @param libelle null when the act is no longer possible: somebody did it meanwhile, or the step has changed
 * @param etat where the file stands now (« La mesure est maintenant « exercée » »)
 */
export function ActeOuvert({ code, libelle, etat, fermer, children }: { code: string; libelle: string | null; etat: string; fermer: () => void; children: ReactNode }) {
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    titre.current?.focus({ preventScroll: true });
    titre.current?.scrollIntoView({ block: 'start' });
  }, [code]);
  if (libelle === null)
    return (
      <Alert color="gray" title="Cet acte n’est plus attendu" withCloseButton closeButtonLabel="Fermer" onClose={fermer} mt="md">
        {etat}. L’acte que vous vouliez faire vient d’être fait, ou ne l’est plus à cette étape.
      </Alert>
    );
  return (
    <section className={classes.acte} aria-label={libelle}>
      <div className={classes.tete}>
        <h2 ref={titre} tabIndex={-1}>{libelle}</h2>
        <Button variant="subtle" size="sm" onClick={fermer}>Fermer sans envoyer</Button>
      </div>
      {children}
    </section>
  );
}
