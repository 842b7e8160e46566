import type { Feature } from '../../app/feature';
import { mot } from '../../commun/moi';

export default {
  nom: 'statistiques',
  routes: [
    { path: 'statistiques', lazy: async () => ({ Component: (await import('./EcranDrees')).default }) },
    { path: 'statistiques/olinpe', lazy: async () => ({ Component: (await import('./EcranOlinpe')).default }) },
    { path: 'statistiques/schema', lazy: async () => ({ Component: (await import('./EcranSchema')).default }) },
  ],
  menu: [{ libelle: (moi) => (mot(moi, 'document', 'Contrat') === 'Schéma' ? 'Enquêtes et schéma' : 'Enquêtes'), chemin: '/statistiques', ordre: 74, missions: ['COMPTAGE', 'SUPERVISION'] }],
} satisfies Feature;
