import { lazy } from 'react';

import type { Feature } from '../../app/feature';

export default {
  nom: 'droits',
  routes: [
    { path: 'droits', lazy: async () => ({ Component: (await import('./EcranDemandes')).default }) },
    { path: 'droits/nouvelle/:enfantId', lazy: async () => ({ Component: (await import('./EcranNouvelle')).default }) },
    { path: 'droits/:demandeId', lazy: async () => ({ Component: (await import('./EcranDemande')).default }) },
    { path: 'droits/:demandeId/revue', lazy: async () => ({ Component: (await import('./EcranRevue')).default }) },
    { path: 'conservation', lazy: async () => ({ Component: (await import('./EcranDurees')).default }) },
    { path: 'conservation/echus', lazy: async () => ({ Component: (await import('./EcranEchus')).default }) },
    { path: 'conservation/eliminations', lazy: async () => ({ Component: (await import('./EcranEliminations')).default }) },
    { path: 'conservation/eliminations/:eliminationId', lazy: async () => ({ Component: (await import('./EcranElimination')).default }) },
  ],
  menu: [
    { libelle: 'Droits des personnes', chemin: '/droits', ordre: 84, missions: ['DROITS', 'JOURNAL'] },
    { libelle: 'Conservation', chemin: '/conservation', ordre: 86, missions: ['CONSERVATION', 'ADMINISTRATION'] },
  ],
  ongletsEnfant: [{ code: 'droits', libelle: 'Droits', ordre: 85, composant: lazy(() => import('./OngletDroits')) }],
} satisfies Feature;
