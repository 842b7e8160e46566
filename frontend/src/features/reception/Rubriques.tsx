import { Suspense } from 'react';

import type { ProprietesRubriqueInformation } from '../../app/feature';
import { rubriquesInformation } from '../../app/features';
import { Chargement } from '../../commun/Etats';

/** What other capabilities show and do on an information. */
export function Rubriques(p: ProprietesRubriqueInformation) {
  return (
    <Suspense fallback={<Chargement quoi="Lecture" />}>
      {rubriquesInformation.map((Rubrique, n) => <Rubrique key={n} {...p} />)}
    </Suspense>
  );
}
