import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/autonomie';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type Schemas = components['schemas'];
/** What the server may answer null to. */
type Peut<T, C extends keyof T> = Omit<T, C> & { [c in C]: T[c] | null };

export type Mot = Pick<Schemas['MotAutonomie'], 'code' | 'libelle'> & { aide?: string | null };
export type Rubrique = Rempli<Schemas['RubriqueAutonomie']>;
export type Choix = Peut<Rempli<Schemas['ChoixDesFormulaires']>, 'suiviSortie'>;
export type Repere = Peut<Omit<Rempli<Schemas['RepereVu']>, 'etat'>, 'aide' | 'faitLe'> & { etat: 'A_VENIR' | 'A_FAIRE' | 'FAIT' | 'SANS_OBJET' };
export type ActeVu = Peut<Rempli<Schemas['ActeAutonomieVu']>, 'texte' | 'par' | 'annuleLe' | 'annuleMotif'>;
export type Reference = Peut<Rempli<Schemas['PersonneReferenceVue']>, 'nom' | 'qualite' | 'lien' | 'telephone'>;
export type Coordonnees = Peut<Rempli<Schemas['CoordonneesVues']>, 'telephone' | 'courriel' | 'adresse'>;
export type Sortie = Peut<Rempli<Schemas['SortieVue']>, 'motif' | 'logement' | 'logementStable' | 'ressources' | 'ressource' | 'activite' | 'activiteCode' | 'souhaitee' | 'droitCommun'>;
type Facultatifs = 'etape' | 'entreeLe' | 'rendezVousLe' | 'entretienDuLe' | 'entretienLe' | 'entretienIssue' | 'notifieLe' | 'projetLe' | 'demandeLe' | 'decisionLe' | 'decision' | 'mesureId' | 'terme'
  | 'sortieLe' | 'sixMoisLe' | 'sixMoisFaitLe' | 'suiviLe' | 'suivisRestants' | 'closeLe' | 'motifFin' | 'acteAnnulable';
export type Autonomie = Peut<Omit<Rempli<Schemas['PageAutonomie']>, 'reference' | 'coordonnees' | 'sortie' | 'reperes' | 'actes'>, Facultatifs> & {
  reference: Reference | null;
  coordonnees: Coordonnees | null;
  sortie: Sortie | null;
  reperes: Repere[];
  actes: ActeVu[];
};
export type LigneJeune = Peut<Rempli<Schemas['LigneJeune']>, 'id' | 'naissance' | 'etat' | 'etatLibelle' | 'rendezVousLe' | 'entretienLe' | 'entretienIssue' | 'sortieLe' | 'logement' | 'logementStable' | 'ressources' | 'activite'>;
export type PageJeunes = Omit<Peut<Rempli<Schemas['PageJeunes']>, 'total' | 'suivante'>, 'lignes'> & { lignes: LigneJeune[] };
export type Figure = Rempli<Schemas['FigureJeunes']>;

/** Everything read about one path lives under this key: an act refreshes it whole. */
export const cleAutonomie = (id: string) => ['autonomie', id] as const;

export const useAutonomie = (id: string) =>
  useQuery({ queryKey: [...cleAutonomie(id), 'page'], queryFn: ({ signal }) => api.get<Autonomie>(`/api/autonomies/${id}`, undefined, signal), refetchOnWindowFocus: false });


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
