import type { Feature } from '../../app/feature';

export default {
  nom: 'indicateurs',
  routes: [{ path: 'indicateurs', lazy: async () => ({ Component: (await import('./EcranIndicateurs')).default }) }],
  menu: [{ libelle: 'Indicateurs', chemin: '/indicateurs', ordre: 70, missions: ['SUPERVISION', 'COMPTAGE'] }],
} satisfies Feature;
