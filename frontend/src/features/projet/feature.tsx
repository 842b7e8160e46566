import { lazy } from 'react';

import type { Feature } from '../../app/feature';

export default {
  nom: 'projet',
  routes: [
    { path: 'projets', lazy: async () => ({ Component: (await import('./EcranListe')).default }) },
    { path: 'projets/:projetId', lazy: async () => ({ Component: (await import('./EcranProjet')).default }) },
  ],
  menu: [{ libelle: 'Projets', chemin: '/projets', ordre: 52, missions: ['PARCOURS', 'MESURE', 'EXERCICE', 'SUPERVISION'] }],
  actesSujet: [
    { sujetType: 'PROJET', etape: 'preparer', libelle: 'Préparer le projet', composant: lazy(async () => ({ default: (await import('./etapes')).Preparer })) },
    { sujetType: 'PROJET', etape: 'rencontrer', libelle: 'Noter la rencontre', composant: lazy(async () => ({ default: (await import('./etapes')).Rencontrer })) },
    { sujetType: 'PROJET', etape: 'rediger', libelle: 'Écrire le projet', composant: lazy(async () => ({ default: (await import('./etapes')).Rediger })) },
    { sujetType: 'PROJET', etape: 'etablir', libelle: 'Établir le projet', composant: lazy(async () => ({ default: (await import('./etapes')).Etablir })) },
    { sujetType: 'PROJET', etape: 'remettre', libelle: 'Remettre le projet', composant: lazy(async () => ({ default: (await import('./etapes')).Remettre })) },
    { sujetType: 'PROJET', etape: 'suivre', libelle: 'Suivre le projet', composant: lazy(async () => ({ default: (await import('./etapes')).Suivre })) },
    { sujetType: 'PROJET', etape: 'faire-action', libelle: 'Noter la suite de l’action', composant: lazy(async () => ({ default: (await import('./etapes')).FaireAction })) },
  ],
  sujets: { PROJET: { page: '/projets/', resume: lazy(() => import('./ResumeProjet')) } },
  ongletsEnfant: [{ code: 'projet', libelle: 'Projet', ordre: 25, composant: lazy(() => import('./OngletEnfant')) }],
} satisfies Feature;
