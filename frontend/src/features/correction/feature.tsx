import { lazy } from 'react';

import type { Feature } from '../../app/feature';

export default {
  nom: 'correction',
  routes: [{ path: 'informations/:informationId/corriger', lazy: async () => ({ Component: (await import('./EcranOrientation')).default }) }],
  actesLibresIp: [
    {
      code: 'corriger', libelle: 'Corriger…', ordre: 90, missions: ['RECUEIL', 'MANDAT', 'DESIGNATION', 'DECISION'],
      possible: (ip) => ip.etat !== 'ANNULEE', composant: lazy(() => import('./Corriger')),
    },
  ],
  ongletsIp: [{ code: 'corrections', libelle: 'Corrections', ordre: 80, composant: lazy(() => import('./OngletCorrections')) }],
} satisfies Feature;
