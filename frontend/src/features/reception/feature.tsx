import { lazy } from 'react';

import type { Feature } from '../../app/feature';
import { useCompteMenu } from './api';

export default {
  nom: 'reception',
  routes: [
    { path: 'informations/nouvelle', lazy: async () => ({ Component: (await import('./EcranSaisie')).default }) },
    { path: 'informations/:informationId?', lazy: async () => ({ Component: (await import('./EcranReception')).default }) },
  ],
  menu: [{ libelle: 'Informations reçues', chemin: '/informations', ordre: 20, useCompte: useCompteMenu, missions: ['RECUEIL', 'MANDAT', 'EVALUATION', 'DECISION', 'SUPERVISION'] }],
  actesInformation: [{ etape: 'premiere-analyse', libelle: 'Faire la première analyse', composant: lazy(() => import('./PremiereAnalyse')) }],
  actesIp: [{ etape: 'confier', libelle: 'Confier l’évaluation', composant: lazy(() => import('./Mandat')) }],
  actesLibresIp: [
    {
      code: 'changer-voie', libelle: 'Changer de voie d’évaluation', ordre: 30, missions: ['MANDAT'],
      possible: (ip) => ip.etat === 'A_DESIGNER' || ip.etat === 'EN_EVALUATION', composant: lazy(() => import('./ChangerVoie')),
    },
    {
      code: 'changer-unite', libelle: 'Changer d’équipe', ordre: 31, missions: ['MANDAT'],
      possible: (ip) => ip.etape !== null && ip.etat !== 'A_CONFIER', composant: lazy(() => import('./ChangerUnite')),
    },
    {
      code: 'ajouter-mineurs', libelle: 'Ajouter un mineur', ordre: 32, missions: ['RECUEIL', 'MANDAT', 'EVALUATION'],
      possible: (ip) => ['A_CONFIER', 'A_DESIGNER', 'EN_EVALUATION'].includes(ip.etat), composant: lazy(() => import('./AjouterMineurs')),
    },
  ],
  ongletsIp: [{ code: 'informations', libelle: 'Informations reçues', ordre: 20, composant: lazy(() => import('./InformationsDeLIp')) }],
  resumeInformation: lazy(() => import('./ResumeInformation')),
} satisfies Feature;
