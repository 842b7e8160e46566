import { lazy } from 'react';

import type { Feature } from '../../app/feature';

export default {
  nom: 'ip',
  routes: [
    { path: 'ip', lazy: async () => ({ Component: (await import('./EcranListeIp')).default }) },
    { path: 'ip/:ipId', lazy: async () => ({ Component: (await import('./EcranIp')).default }) },
    { path: 'dessins/:type/:id', lazy: async () => ({ Component: (await import('./EcranDessin')).default }) },
  ],
  menu: [
    {
      libelle: 'Informations préoccupantes',
      chemin: '/ip',
      ordre: 30,
      missions: ['RECUEIL', 'MANDAT', 'DESIGNATION', 'EVALUATION', 'DECISION', 'INFORMATION', 'SUPERVISION'],
    },
  ],
  ongletsIp: [
    { code: 'dossier', libelle: 'Dossier', ordre: 0, composant: lazy(() => import('./OngletDossier')) },
    { code: 'frise', libelle: 'Frise', ordre: 90, composant: lazy(() => import('./OngletFrise')) },
    { code: 'parcours', libelle: 'Parcours dessiné', ordre: 95, composant: lazy(() => import('./OngletDessin')) },
  ],
  resumeIp: lazy(() => import('./ResumeIp')),
} satisfies Feature;
