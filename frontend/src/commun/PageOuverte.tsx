import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { Chargement, EnErreur } from './Etats';
import { Page } from './Page';

/** A page whose title comes with what is read: until then, or when it is refused, it still has one, and a way back. */
export function PageOuverte<T>({ requete, titre, quoi, retour, children }: {
  requete: UseQueryResult<T>;
  titre: string;
  quoi: string;
  retour: { vers: string; libelle: string };
  children: (donnees: T) => ReactNode;
}) {
  if (requete.data !== undefined) return children(requete.data);
  return (
    <Page titre={titre}>
      {requete.isError ? (
        <>
          <EnErreur erreur={requete.error} reessayer={() => void requete.refetch()} />
          <p>
            <Link to={retour.vers}>{retour.libelle}</Link>
          </p>
        </>
      ) : (
        <Chargement quoi={quoi} />
      )}
    </Page>
  );
}
