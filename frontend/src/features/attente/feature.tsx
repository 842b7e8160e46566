import type { Feature } from '../../app/feature';

export default {
  nom: 'attente',
  routes: [
    { path: 'mesures', lazy: async () => ({ Component: (await import('./EcranAttente')).default }) },
    { path: 'mesures/places', lazy: async () => ({ Component: (await import('./EcranCapacites')).default }) },
  ],
  menu: [
    { libelle: 'Mesures', chemin: '/mesures', ordre: 50, missions: ['MESURE', 'PARCOURS', 'SUPERVISION'] },
    { libelle: 'Places', chemin: '/mesures/places', ordre: 78, missions: ['ADMINISTRATION'] },
  ],
} satisfies Feature;
