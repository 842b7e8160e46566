import type { Feature } from '../../app/feature';
import { useAVoir } from './api';

export default {
  nom: 'exceptions',
  routes: [{ path: 'acces-exceptionnels', lazy: async () => ({ Component: (await import('./EcranExceptions')).default }) }],
  menu: [{ libelle: 'Accès exceptionnels', chemin: '/acces-exceptionnels', ordre: 75, missions: ['SUPERVISION'], useCompte: useAVoir }],
} satisfies Feature;
