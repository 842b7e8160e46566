import { lazy } from 'react';

import type { Feature } from '../../app/feature';

const AVANT_DECISION = ['A_CONFIER', 'A_DESIGNER', 'EN_EVALUATION', 'A_DECIDER', 'PRECISION_DEMANDEE'];

export default {
  nom: 'decision',
  routes: [
    { path: 'ip/:ipId/lettre', lazy: async () => ({ Component: (await import('./EcranLettre')).default }) },
    { path: 'commission', lazy: async () => ({ Component: (await import('./EcranCommission')).default }) },
    { path: 'delegations', lazy: async () => ({ Component: (await import('./EcranDelegations')).default }) },
  ],
  menu: [
    { libelle: 'Commission', chemin: '/commission', ordre: 35, missions: ['DECISION'] },
    { libelle: 'Délégations', chemin: '/delegations', ordre: 80, missions: ['ADMINISTRATION'] },
  ],
  actesIp: [
    { etape: 'decider', libelle: 'Décider pour chaque mineur', composant: lazy(() => import('./Decision')) },
    { etape: 'informer', libelle: 'Informer les personnes', composant: lazy(() => import('./Information')) },
    { etape: 'suivre-justice', libelle: 'Noter une suite judiciaire', composant: lazy(() => import('./Justice')) },
  ],
  actesLibresIp: [
    {
      code: 'commission', libelle: 'Passer en commission', ordre: 40, missions: ['DECISION'],
      possible: (ip) => AVANT_DECISION.includes(ip.etat), composant: lazy(() => import('./Commission')),
    },
    {
      code: 'informer-encore', libelle: 'Informer une personne', ordre: 41, missions: ['INFORMATION'],
      possible: (ip) => ip.etat === 'SUITES_JUDICIAIRES' || ip.etat === 'TRAITEE' || ip.etat === 'CLOSE_SANS_DECISION', composant: lazy(() => import('./Information')),
    },
    {
      code: 'suite-judiciaire', libelle: 'Noter une suite judiciaire', ordre: 42, missions: ['DECISION'],
      possible: (ip) => ip.etat === 'A_INFORMER', composant: lazy(() => import('./Justice')),
    },
    {
      code: 'fin', libelle: 'Mettre fin sans décision', ordre: 60, missions: ['RECUEIL', 'MANDAT', 'EVALUATION', 'DECISION'],
      possible: (ip) => AVANT_DECISION.includes(ip.etat), composant: lazy(() => import('./Fin')),
    },
    {
      code: 'sortie-mineur', libelle: 'Sortir un mineur devenu majeur ou décédé', ordre: 61, missions: ['RECUEIL', 'MANDAT', 'EVALUATION', 'DECISION'],
      possible: (ip) => ip.etape !== null, composant: lazy(() => import('./Fin').then((m) => ({ default: m.SortieMineur }))),
    },
    {
      code: 'accuse-reception', libelle: 'Noter l’accusé de réception du transfert', ordre: 62, missions: ['RECUEIL', 'MANDAT', 'EVALUATION', 'DECISION'],
      possible: (ip) => ip.etat === 'CLOSE_SANS_DECISION', composant: lazy(() => import('./Fin').then((m) => ({ default: m.AccuseReception }))),
    },
  ],
  ongletsIp: [{ code: 'suites', libelle: 'Décision et suites', ordre: 40, composant: lazy(() => import('./OngletSuites')) }],
} satisfies Feature;
