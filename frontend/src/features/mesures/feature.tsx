import { lazy } from 'react';

import type { Feature } from '../../app/feature';

export default {
  nom: 'mesures',
  routes: [
    { path: 'mesures/liste', lazy: async () => ({ Component: (await import('./EcranListe')).default }) },
    { path: 'mesures/nouvelle', lazy: async () => ({ Component: (await import('./EcranOuverture')).default }) },
    { path: 'mesures/familles', lazy: async () => ({ Component: (await import('./EcranFamilles')).default }) },
    { path: 'mesures/:mesureId', lazy: async () => ({ Component: (await import('./EcranMesure')).default }) },
  ],
  // Whoever conducts measures enters by the waiting list; a service has no other list than its own.
  menu: [{ libelle: 'Mesures', chemin: '/mesures/liste', ordre: 50, roles: ['SERVICE_HABILITE'] }],
  actesMesure: [
    { etape: 'recueillir-accord', libelle: 'Noter un accord', composant: lazy(async () => ({ default: (await import('./etapes')).RecueillirAccord })) },
    { etape: 'affecter', libelle: 'Affecter à un service', composant: lazy(async () => ({ default: (await import('./etapes')).Affecter })) },
    { etape: 'demarrer', libelle: 'Démarrer la mesure', composant: lazy(async () => ({ default: (await import('./etapes')).Demarrer })) },
    { etape: 'exercer', libelle: 'Rendre compte de l’exercice', composant: lazy(async () => ({ default: (await import('./etapes')).Exercer })) },
    { etape: 'decider-suite', libelle: 'Décider de la suite', composant: lazy(async () => ({ default: (await import('./etapes')).DeciderSuite })) },
  ],
  resumeMesure: lazy(() => import('./ResumeMesure')),
  ongletsMesure: [
    { code: 'mesure', libelle: 'Mesure', ordre: 0, composant: lazy(() => import('./OngletMesure')) },
    { code: 'accueil', libelle: 'Lieux et droits', ordre: 20, composant: lazy(() => import('./OngletAccueil')) },
    { code: 'parcours', libelle: 'Parcours dessiné', ordre: 90, composant: lazy(() => import('./OngletDessin')) },
  ],
  actesEnfant: [{ libelle: 'Ouvrir une mesure', adresse: (enfantId) => `/mesures/nouvelle?enfant=${enfantId}`, missions: ['MESURE'] }],
  actesLibresIp: [
    {
      code: 'mesure', libelle: 'Ouvrir la mesure décidée', ordre: 15, missions: ['MESURE'], composant: lazy(() => import('./OuvrirDepuisIp')),
      possible: (ip) => ['A_INFORMER', 'SUITES_JUDICIAIRES', 'TRAITEE'].includes(ip.etat),
    },
  ],
} satisfies Feature;
