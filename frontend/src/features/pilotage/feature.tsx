import type { Feature } from '../../app/feature';

export default {
  nom: 'pilotage',
  routes: [{ path: 'pilotage', lazy: async () => ({ Component: (await import('./EcranPilotage')).default }) }],
  menu: [{ libelle: 'Pilotage', chemin: '/pilotage', ordre: 60, missions: ['SUPERVISION'] }],
} satisfies Feature;
