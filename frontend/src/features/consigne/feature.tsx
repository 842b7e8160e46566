import { lazy } from 'react';

import type { Feature } from '../../app/feature';

export default {
  nom: 'consigne',
  actesLibresIp: [
    {
      code: 'consigne', libelle: 'Consigne du parquet : enregistrer ou lever', ordre: 20,
      missions: ['RECUEIL', 'MANDAT', 'DESIGNATION', 'EVALUATION', 'DECISION', 'INFORMATION'],
      possible: (ip) => ip.etape !== null, composant: lazy(() => import('./ConsignesDeLIp')),
    },
  ],
  ongletsIp: [{ code: 'consignes', libelle: 'Consignes du parquet', ordre: 60, composant: lazy(() => import('./ConsignesDeLIp')) }],
  rubriqueInformation: lazy(() => import('./ConsignesDeLInformation')),
} satisfies Feature;
