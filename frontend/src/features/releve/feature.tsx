import { lazy } from 'react';

import type { Feature } from '../../app/feature';

export default {
  nom: 'releve',
  routes: [{ path: 'seances', lazy: async () => ({ Component: (await import('./EcranSeances')).default }) }],
  ongletsEnfant: [{ code: 'reperes', libelle: 'Repères de suivi', ordre: 45, composant: lazy(() => import('./OngletReperes')) }],
} satisfies Feature;
