import { lazy } from 'react';

import type { Feature } from '../../app/feature';

export default {
  nom: 'evaluation',
  routes: [{ path: 'ip/:ipId/dossier-evaluation', lazy: async () => ({ Component: (await import('./DossierImprimable')).default }) }],
  actesIp: [
    { etape: 'designer', libelle: 'Désigner les évaluateurs', composant: lazy(() => import('./Designer')) },
    { etape: 'evaluer', libelle: 'Rendre le rapport', composant: lazy(() => import('./Evaluer')) },
    { etape: 'preciser', libelle: 'Apporter les précisions', composant: lazy(() => import('./Preciser')) },
  ],
  actesLibresIp: [
    {
      code: 'signaler', libelle: 'Signaler un mineur à l’autorité judiciaire', ordre: 10, missions: ['EVALUATION', 'DECISION', 'RECUEIL'],
      possible: () => true, composant: lazy(() => import('./Signaler')),
    },
    {
      code: 'remplacer-evaluateur', libelle: 'Changer l’équipe d’évaluation', ordre: 25, missions: ['DESIGNATION'],
      possible: (ip) => ip.etat === 'EN_EVALUATION' || ip.etat === 'PRECISION_DEMANDEE', composant: lazy(() => import('./Remplacer')),
    },
  ],
  ongletsIp: [{ code: 'evaluation', libelle: 'Évaluation', ordre: 30, composant: lazy(() => import('./Espace')) }],
} satisfies Feature;
