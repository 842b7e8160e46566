import { lazy } from 'react';

import type { Feature } from '../../app/feature';
import { useCompteRappels } from './api';

export default {
  nom: 'echeance',
  routes: [
    { path: 'rappels', lazy: async () => ({ Component: (await import('./EcranRappels')).default }) },
    { path: 'administration/regles', lazy: async () => ({ Component: (await import('./EcranRegles')).default }) },
  ],
  menu: [
    { libelle: 'Rappels', chemin: '/rappels', ordre: 12, useCompte: useCompteRappels, missions: ['RECUEIL', 'MANDAT', 'DESIGNATION', 'EVALUATION', 'DECISION', 'INFORMATION', 'MESURE', 'PARCOURS', 'EXERCICE', 'SUPERVISION'] },
    { libelle: 'Règles de délai', chemin: '/administration/regles', ordre: 90, missions: ['ADMINISTRATION'] },
  ],
  ongletsIp: [{ code: 'delais', libelle: 'Délais', ordre: 30, composant: lazy(() => import('./DelaisDeLIp')) }],
  explicationEcheance: lazy(() => import('./Explication')),
  piedDemonstration: lazy(() => import('./AvancerLeTemps')),
} satisfies Feature;
