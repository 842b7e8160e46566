import type { Feature } from '../../app/feature';

export default {
  nom: 'journal',
  routes: [
    { path: 'journal', lazy: async () => ({ Component: (await import('./EcranJournal')).default }) },
    { path: 'mes-acces', lazy: async () => ({ Component: (await import('./EcranMesAcces')).default }) },
  ],
  menu: [{ libelle: 'Journal des accès', chemin: '/journal', ordre: 85, missions: ['JOURNAL'] }],
  liensPersonne: [{ libelle: 'Mes accès', chemin: '/mes-acces' }],
} satisfies Feature;
