import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { api } from '../../commun/api/client';
import type { Parcours } from '../../commun/bpmn/ParcoursDessine';

export interface Mot {
  code: string;
  libelle: string;
  aide?: string | null;
}
export interface Rubrique {
  code: string;
  libelle: string;
  questions: string[];
  situations: Mot[];
  parole: boolean;
  concerne: string;
}
/** What the forms choose from: lists of the profile by their use. */
export interface Choix
  extends Record<
    | 'lieux' | 'professionnels' | 'motifsNonTenu' | 'motifsSecondEntretien' | 'moyens' | 'demarches' | 'qualitesReference' | 'formes' | 'motifsDemande' | 'objetsSuivi' | 'themesSixMois' | 'motifsRepere'
    | 'motifsRefus' | 'logements' | 'ressources' | 'activites' | 'motifsSortie' | 'motifsFin' | 'avisCommission' | 'services',
    Mot[]
  > {
  rubriques: Rubrique[];
  produits: { code: string; libelle: string; exercice: string }[];
  suiviSortie: string | null;
  renouvellementsSuivi: number;
  recours: string;
}
export interface Repere {
  id: string;
  code: string;
  libelle: string;
  aide: string | null;
  le: string;
  etat: 'A_VENIR' | 'A_FAIRE' | 'FAIT' | 'SANS_OBJET';
  faitLe: string | null;
  aValider: boolean;
}
export interface ActeVu {
  id: string;
  genre: string;
  libelle: string;
  le: string;
  details: Mot[];
  mots: Mot[];
  avertissements: Mot[];
  texte: string | null;
  par: string | null;
  saisiLe: string;
  annuleLe: string | null;
  annuleMotif: string | null;
}
export interface Echeance {
  id: string;
  libelle: string;
  nature: string;
  etat: string;
  objet: string | null;
  dateLegale: string;
  jours: number | null;
  enRetard: boolean;
  enConsigne: boolean;
  satisfaiteLe: string | null;
}
export interface Autonomie {
  id: string;
  version: number;
  jeune: { id: string; affiche: string; age: string; naissance: string; naissanceExacte: boolean; visible: boolean };
  etat: string;
  etatLibelle: string;
  etape: string | null;
  unite: Mot;
  mna: boolean;
  mdph: boolean;
  seizeLe: string;
  dixSeptLe: string;
  dixHuitLe: string;
  vingtEtUnLe: string;
  ouverteLe: string;
  entreeLe: string | null;
  tardive: boolean;
  enCharge: boolean;
  jeuneMajeur: boolean;
  rendezVousLe: string | null;
  entretienDuLe: string | null;
  entretienLe: string | null;
  entretienIssue: Mot | null;
  notifieLe: string | null;
  projetLe: string | null;
  reference: { le: string; choisie: boolean; nom: string | null; qualite: Mot | null; lien: string | null; telephone: string | null } | null;
  demandeLe: string | null;
  decisionLe: string | null;
  decision: string | null;
  mesureId: string | null;
  terme: string | null;
  sortieLe: string | null;
  sortieMajeur: boolean;
  sortie: {
    le: string; motif: Mot | null; logement: Mot | null; logementStable: boolean | null; ressources: boolean | null; ressource: Mot | null; activite: boolean | null;
    activiteCode: Mot | null; souhaitee: boolean | null; droitCommun: boolean | null; diplome: boolean; emancipe: boolean;
  } | null;
  sixMoisLe: string | null;
  sixMoisFaitLe: string | null;
  suiviLe: string | null;
  suivisRestants: number | null;
  closeLe: string | null;
  motifFin: Mot | null;
  coordonnees: { le: string; consentement: boolean; telephone: string | null; courriel: string | null; adresse: string | null } | null;
  alertes: { code: string; libelle: string; gravite: string }[];
  reperes: Repere[];
  actes: ActeVu[];
  echeances: Echeance[];
  possibles: string[];
  acteAnnulable: string | null;
}

/** Everything read about one path lives under this key: an act refreshes it whole. */
export const cleAutonomie = (id: string) => ['autonomie', id] as const;

export interface LigneJeune {
  id: string | null;
  enfantId: string;
  affiche: string;
  age: string;
  naissance: string | null;
  unite: Mot;
  jour: string;
  etat: string | null;
  etatLibelle: string | null;
  mna: boolean;
  tardive: boolean;
  rendezVousLe: string | null;
  entretienLe: string | null;
  entretienIssue: Mot | null;
  sortieLe: string | null;
  logement: Mot | null;
  logementStable: boolean | null;
  ressources: boolean | null;
  activite: boolean | null;
}
export interface PageJeunes {
  vue: string;
  libelle: string;
  lignes: LigneJeune[];
  total: number | null;
  suivante: string | null;
}
export interface Figure {
  vue: string;
  libelle: string;
  total: number;
  parUnite: { unite: Mot; nombre: number }[];
}

export const useAutonomie = (id: string) =>
  useQuery({ queryKey: [...cleAutonomie(id), 'page'], queryFn: ({ signal }) => api.get<Autonomie>(`/api/autonomies/${id}`, undefined, signal), refetchOnWindowFocus: false });

export const useDessin = (id: string) =>
  useQuery({ queryKey: [...cleAutonomie(id), 'dessin'], queryFn: ({ signal }) => api.get<Parcours>(`/api/autonomies/${id}/dessin`, undefined, signal) });

export const useChoix = () => useQuery({ queryKey: ['autonomie', 'choix'], queryFn: () => api.get<Choix>('/api/autonomies/choix'), staleTime: 600_000 });

export const useParcoursDe = (enfantId: string) =>
  useQuery({ queryKey: ['autonomie', 'enfant', enfantId], queryFn: ({ signal }) => api.get<{ id: string | null }>(`/api/autonomies/enfants/${enfantId}`, undefined, signal) });

/** MNA only, the others only, or all. */
export type Mna = '' | 'true' | 'false';

export const useFigures = (unite: string, mna: Mna) =>
  useQuery({ queryKey: ['autonomie', 'figures', unite, mna], queryFn: ({ signal }) => api.get<Figure[]>('/api/autonomies/figures', { unite: unite || null, mna: mna || null }, signal), placeholderData: (avant) => avant });

export const useListe = (vue: string, unite: string, mna: Mna) =>
  useInfiniteQuery({
    queryKey: ['autonomie', 'liste', vue, unite, mna],
    enabled: vue !== '',
    queryFn: ({ pageParam, signal }) => api.get<PageJeunes>('/api/autonomies', { vue, unite: unite || null, mna: mna || null, apres: pageParam || null }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.suivante ?? undefined,
  });
