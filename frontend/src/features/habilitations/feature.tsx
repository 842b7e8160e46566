import type { Feature } from '../../app/feature';
import { useComptesARevoir } from './api';

export default {
  nom: 'habilitations',
  routes: [
    { path: 'habilitations', lazy: async () => ({ Component: (await import('./EcranHabilitations')).default }) },
    { path: 'absences', lazy: async () => ({ Component: (await import('./EcranAbsences')).default }) },
    { path: 'comptes', lazy: async () => ({ Component: (await import('./EcranComptes')).default }) },
  ],
  menu: [
    { libelle: 'Absences', chemin: '/absences', ordre: 78, missions: ['ADMINISTRATION', 'SUPERVISION'] },
    { libelle: 'Habilitations', chemin: '/habilitations', ordre: 81, missions: ['ADMINISTRATION'] },
    { libelle: 'Revue des comptes', chemin: '/comptes', ordre: 82, missions: ['ADMINISTRATION'], useCompte: useComptesARevoir },
  ],
} satisfies Feature;
