import { lazy } from 'react';

import type { Feature } from '../../app/feature';
import { useCompteMenu } from './api';

const SUIVENT = ['RECUEIL', 'MANDAT', 'DESIGNATION', 'EVALUATION', 'DECISION', 'INFORMATION', 'MESURE', 'PARCOURS', 'SUPERVISION'] as const;

export default {
  nom: 'enfants',
  routes: [
    { path: 'enfants', lazy: async () => ({ Component: (await import('./EcranEnfants')).default }) },
    { path: 'enfants/doublons', lazy: async () => ({ Component: (await import('./EcranDoublons')).default }) },
    { path: 'enfants/:enfantId', lazy: async () => ({ Component: (await import('./EcranEnfant')).default }) },
  ],
  menu: [{ libelle: 'Enfants', chemin: '/enfants', ordre: 40, missions: [...SUIVENT], roles: ['REFERENT_PPEF'], useCompte: useCompteMenu }],
  ongletsEnfant: [
    { code: 'parcours', libelle: 'Parcours', ordre: 10, composant: lazy(() => import('./Parcours')) },
    { code: 'personnes', libelle: 'Personnes', ordre: 20, composant: lazy(() => import('./Personnes')) },
    { code: 'documents', libelle: 'Documents', ordre: 50, composant: lazy(() => import('./DocumentsEnfant')) },
    { code: 'journal', libelle: 'Journal', ordre: 90, missions: ['SUPERVISION'], composant: lazy(() => import('./Journal')) },
  ],
  rechercheGlobale: { missions: [...SUIVENT, 'EXERCICE'], roles: ['REFERENT_PPEF'], composant: lazy(() => import('./RechercheGlobale')) },
} satisfies Feature;
