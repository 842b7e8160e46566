import type { Feature } from '../../app/feature';
import { useCompteMenu } from './api';

export default {
  nom: 'taches',
  routes: [{ path: 'taches/:tacheId?', lazy: async () => ({ Component: (await import('./EcranTaches')).default }) }],
  menu: [{ libelle: 'Tâches', chemin: '/taches', ordre: 10, useCompte: useCompteMenu }],
} satisfies Feature;
