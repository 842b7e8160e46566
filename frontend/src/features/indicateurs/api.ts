import { keepPreviousData, useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/indicateur';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type Schemas = components['schemas'];
export type Definition = Omit<Rempli<Schemas['Definition']>, 'reference' | 'lecture' | 'source'> & { reference: string | null; lecture: string | null; source: string | null };
export type Valeur = Omit<Rempli<Schemas['Valeur']>, 'valeur' | 'raison' | 'base' | 'arreteLe' | 'le'> & {
  valeur: number | null; raison: string | null; base: number | null; arreteLe: string | null; le: string | null;
};
export interface LigneAnnees { indicateur: Definition; valeurs: Valeur[] }
export type Diffusion = Schemas['TableauAnnees']['diffusion'] & string;
export interface TableauAnnees { annees: number[]; lignes: LigneAnnees[]; titre: string; diffusion: Diffusion }
export interface Catalogue { indicateurs: Definition[]; unites: { id: string; nom: string }[]; anneeCourante: number }
export type ValeurUnite = Omit<Rempli<Schemas['ValeurUnite']>, 'valeur' | 'raison' | 'base'> & { valeur: number | null; raison: string | null; base: number | null };
export interface LigneUnite { uniteId: string; unite: string; valeurs: ValeurUnite[] }
export type Axe = 'PRODUIT' | 'CADRE' | 'SERVICE' | 'BASE';
export interface LigneAxe { cle: string; libelle: string; valeurs: ValeurUnite[] }
export type PageDossiers = Rempli<Schemas['PageDossiers']>;

export const INDICATEURS = ['indicateurs'] as const;

export const useCatalogue = () => useQuery({ queryKey: [...INDICATEURS, 'catalogue'], queryFn: ({ signal }) => api.get<Catalogue>('/api/indicateurs', undefined, signal) });

export const useAnnees = (du: number, au: number, unite: string, diffusion: Diffusion) =>
  useQuery({
    queryKey: [...INDICATEURS, 'annees', du, au, unite, diffusion],
    queryFn: ({ signal }) => api.get<TableauAnnees>('/api/indicateurs/annees', { du, au, unite, diffusion }, signal),
    placeholderData: keepPreviousData,
  });

/** One year, a line a unit. */
export const useUnites = (annee: number, codes: string[]) =>
  useQuery({
    queryKey: [...INDICATEURS, 'unites', annee, codes],
    queryFn: ({ signal }) => api.get<{ annee: number; lignes: LigneUnite[] }>('/api/indicateurs/unites', { annee, codes: codes.join(',') }, signal),
    placeholderData: keepPreviousData,
  });

/** One year, a line a product, frame, service or legal basis; for the indicators of measures. */
export const useAxe = (axe: Axe, annee: number, codes: string[], unite: string) =>
  useQuery({
    queryKey: [...INDICATEURS, 'axes', axe, annee, codes, unite],
    queryFn: ({ signal }) => api.get<{ annee: number; lignes: LigneAxe[] }>(`/api/indicateurs/axes/${axe}`, { annee, codes: codes.join(','), unite }, signal),
    placeholderData: keepPreviousData,
  });

export const useDossiers = (code: string, annee: number, unite: string, manquants: boolean, page: number) =>
  useQuery({
    queryKey: [...INDICATEURS, 'dossiers', code, annee, unite, manquants, page],
    queryFn: ({ signal }) => api.get<PageDossiers>(`/api/indicateurs/${code}/dossiers`, { annee, unite, manquants, page }, signal),
    placeholderData: keepPreviousData,
  });

/** Years whose volumes the demonstration invented; nothing elsewhere. */
export const useAnneesFictives = (demonstration: boolean) =>
  useQuery({
    queryKey: ['demo', 'avancement'],
    queryFn: ({ signal }) => api.get<{ anneesFictives: number[] }>('/api/demo/avancement', undefined, signal),
    enabled: demonstration,
    staleTime: 60_000,
    retry: false,
  });
