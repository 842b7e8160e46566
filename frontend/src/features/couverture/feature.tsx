import type { Feature } from '../../app/feature';

export default {
  nom: 'couverture',
  routes: [{ path: 'projets/couverture', lazy: async () => ({ Component: (await import('./EcranCouverture')).default }) }],
  menu: [{ libelle: 'Couverture', chemin: '/projets/couverture', ordre: 53, missions: ['MESURE', 'PARCOURS', 'SUPERVISION'] }],
} satisfies Feature;
