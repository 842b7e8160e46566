import type { Feature } from '../../app/feature';
import { mot } from '../../commun/moi';
import { useCompteMenu } from './api';

export default {
  nom: 'statistiques',
  routes: [
    { path: 'statistiques', lazy: async () => ({ Component: (await import('./EcranDrees')).default }) },
    { path: 'statistiques/olinpe', lazy: async () => ({ Component: (await import('./EcranOlinpe')).default }) },
    { path: 'statistiques/olinpe/variables/:code', lazy: async () => ({ Component: (await import('./EcranVariable')).default }) },
    { path: 'donnees-a-completer', lazy: async () => ({ Component: (await import('./EcranManques')).default }) },
    { path: 'statistiques/schema', lazy: async () => ({ Component: (await import('./EcranSchema')).default }) },
  ],
  menu: [
    { libelle: (moi) => (mot(moi, 'document', 'Contrat') === 'Schéma' ? 'Enquêtes et schéma' : 'Enquêtes'), chemin: '/statistiques', ordre: 74, missions: ['COMPTAGE', 'SUPERVISION'], si: (moi) => moi.missions.includes('COMPTAGE') || moi.perimetreDepartement, useCompte: useCompteMenu },
    { libelle: 'Données à compléter', chemin: '/donnees-a-completer', ordre: 76, missions: ['MESURE', 'SUPERVISION'] },
  ],
} satisfies Feature;
