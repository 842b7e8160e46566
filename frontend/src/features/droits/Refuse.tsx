import { Alert } from '@mantine/core';

import { enProbleme } from '../../commun/api/probleme';
import { EnErreur } from '../../commun/Etats';

/** What an act without a form was refused for, in the server's own words. */
export function Refuse({ erreur }: { erreur: unknown }) {
  const { erreurs, titre } = enProbleme(erreur);
  return erreurs.length === 0 ? <EnErreur erreur={erreur} /> : (
    <Alert color="red" variant="light" role="alert" title={titre}>
      {erreurs.map((e) => <p key={e.champ + e.message}>{e.message}</p>)}
    </Alert>
  );
}
