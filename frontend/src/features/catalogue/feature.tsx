import type { Feature } from '../../app/feature';

export default {
  nom: 'catalogue',
  routes: [{ path: 'indicateurs/catalogue', lazy: async () => ({ Component: (await import('./EcranCatalogue')).default }) }],
  menu: [{ libelle: 'Catalogue', chemin: '/indicateurs/catalogue', ordre: 73, missions: ['COMPTAGE'] }],
} satisfies Feature;
