import { Alert, Button, Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { enProbleme } from './api/probleme';
import classes from './commun.module.css';

/** Nothing here yet: says what will come and how. */
export function EtatVide({ titre, children, action }: { titre: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.vide}>
      <p className={classes.videTitre}>{titre}</p>
      {children && <div>{children}</div>}
      {action && <div className={classes.videAction}>{action}</div>}
    </div>
  );
}

export function Chargement({ quoi = 'Chargement' }: { quoi?: string }) {
  return (
    <div className={classes.chargement} role="status">
      <Loader size="sm" aria-hidden /> {quoi}…
    </div>
  );
}

/** A refusal in place of what was asked, with a way on. */
export function EnErreur({ erreur, reessayer }: { erreur: unknown; reessayer?: () => void }) {
  const p = enProbleme(erreur);
  return (
    <Alert color="red" variant="light" role="alert" title={p.titre}>
      {p.detail}
      {reessayer && p.statut !== 404 && p.statut !== 403 && (
        <div className={classes.videAction}>
          <Button variant="default" size="xs" onClick={reessayer}>
            Réessayer
          </Button>
        </div>
      )}
    </Alert>
  );
}

/** A query's three states; `children` receives what was read. */
export function Donnees<T>({ requete, children, quoi }: { requete: UseQueryResult<T>; children: (donnees: T) => ReactNode; quoi?: string }) {
  if (requete.data !== undefined) return children(requete.data);
  if (requete.isError) return <EnErreur erreur={requete.error} reessayer={() => void requete.refetch()} />;
  return <Chargement quoi={quoi} />;
}
