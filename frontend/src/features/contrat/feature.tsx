import type { Feature } from '../../app/feature';
import { mot } from '../../commun/moi';

export default {
  nom: 'contrat',
  routes: [
    { path: 'contrat', lazy: async () => ({ Component: (await import('./EcranContrat')).default }) },
    { path: 'contrat/arrete/:annee', lazy: async () => ({ Component: (await import('./EcranArrete')).default }) },
    { path: 'contrat/rapport', lazy: async () => ({ Component: (await import('./EcranRapport')).default }) },
  ],
  menu: [{ libelle: (moi) => mot(moi, 'document', 'Contrat'), chemin: '/contrat', ordre: 72, missions: ['COMPTAGE', 'SUPERVISION'] }],
} satisfies Feature;
