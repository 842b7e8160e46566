import { lazy } from 'react';

import type { ActeSujet, Feature } from '../../app/feature';

const ETAPES: [string, string][] = [
  ['preparer-entretien', 'Préparer l’entretien'],
  ['tenir-entretien', 'Noter l’entretien'],
  ['notifier', 'Notifier les conditions'],
  ['preparer-majorite', 'Préparer la majorité'],
  ['decider-accompagnement', 'Décider de l’accompagnement'],
  ['accompagner', 'Accompagner le jeune majeur'],
  ['remplir-sortie', 'Remplir la fiche de sortie'],
  ['entretien-six-mois', 'Noter l’entretien des six mois'],
];

const etape = ([code, libelle]: [string, string]): ActeSujet => ({
  sujetType: 'AUTONOMIE', etape: code, libelle,
  composant: lazy(async () => {
    const { Etape } = await import('./etapes');
    return { default: (p: { sujetId: string; objetId: string | null; onFini: () => void }) => <Etape etape={code} {...p} /> };
  }),
});

export default {
  nom: 'autonomie',
  routes: [
    { path: 'autonomie', lazy: async () => ({ Component: (await import('./EcranJeunes')).default }) },
    { path: 'autonomie/:autonomieId', lazy: async () => ({ Component: (await import('./EcranAutonomie')).default }) },
  ],
  menu: [{ libelle: 'Jeunes', chemin: '/autonomie', ordre: 52, missions: ['MESURE', 'PARCOURS', 'SUPERVISION'] }],
  actesSujet: [
    ...ETAPES.map(etape),
    { sujetType: 'AUTONOMIE', etape: 'faire-repere', libelle: 'Noter le repère', composant: lazy(async () => ({ default: (await import('./etapes')).FaireRepere })) },
  ],
  sujets: { AUTONOMIE: { page: '/autonomie/', resume: lazy(() => import('./ResumeAutonomie')) } },
  ongletsEnfant: [{ code: 'autonomie', libelle: 'Autonomie', ordre: 45, composant: lazy(() => import('./OngletEnfant')) }],
} satisfies Feature;
