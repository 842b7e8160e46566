import { useQueries, useQuery } from '@tanstack/react-query';

import type { components as Analyse } from '../../api/generated/ip-analyse';
import type { components as Dossier } from '../../api/generated/dossier';
import type { components as Mandat } from '../../api/generated/ip-mandat';
import type { components as Reception } from '../../api/generated/ip-reception';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';
import { useMoi } from '../../commun/moi';

export type Information = Omit<Rempli<Reception['schemas']['InformationVue']>, 'orientation'> & {
  orientation: Rempli<Reception['schemas']['OrientationFaite']> | null;
};
export type Ligne = Rempli<Reception['schemas']['LigneInformation']>;
export type Proche = Rempli<Reception['schemas']['ProcheInformation']>;
export type Navette = Rempli<Reception['schemas']['NavetteInformation']>;
export type Enfant = Rempli<Reception['schemas']['EnfantRecu']>;
export type FormulaireReception = Rempli<Reception['schemas']['FormulaireInformation']>;
export type FormulaireAnalyse = Rempli<Analyse['schemas']['FormulaireAnalyse']>;
export type IpAnterieure = Rempli<Analyse['schemas']['Anterieure']>;
export type EntourageConnu = Rempli<Dossier['schemas']['EntourageConnu']>;
export type MineurProche = EntourageConnu['proches'][number];
export type MandatVue = Rempli<Mandat['schemas']['MandatVue']>;

export type Vue = 'A_ANALYSER' | 'URGENTES' | 'PARQUET' | 'DOUBLONS' | 'NAVETTES' | 'COMPLEMENTS' | 'ANALYSEES';
export type Compteurs = Partial<Record<Vue, number>>;

export interface Piece {
  id: string;
  nom: string;
  genreLibelle: string;
  taille: number;
  deposeLe: string;
  retireLe: string | null;
  retireMotif: string | null;
}

export const INFORMATIONS = ['informations'] as const;
const RELIRE = 60_000;

export const lireFile = (vue: Vue, apres?: string, signal?: AbortSignal) =>
  api.get<{ lignes: Ligne[]; suite: string | null }>('/api/informations', { vue, apres }, signal);

export const useCompteurs = () =>
  useQuery({ queryKey: [...INFORMATIONS, 'compteurs'], queryFn: ({ signal }) => api.get<Compteurs>('/api/informations/compteurs', undefined, signal), refetchInterval: RELIRE });

/** Beside the entry of the menu: what waits for my first analysis, and the complements I have not opened. */
export function useCompteMenu() {
  const moi = useMoi();
  const { data } = useCompteurs();
  const complements = data?.COMPLEMENTS ?? 0;
  return data && { attendent: (moi.missions.includes('RECUEIL') ? (data.A_ANALYSER ?? 0) : 0) + complements, nonLues: complements };
}

export const useInformation = (id: string) =>
  useQuery({ queryKey: [...INFORMATIONS, 'lue', id], queryFn: ({ signal }) => api.get<Information>(`/api/informations/${id}`, undefined, signal) });

export const useFormulaireReception = () =>
  useQuery({ queryKey: [...INFORMATIONS, 'formulaire'], queryFn: () => api.get<FormulaireReception>('/api/informations/formulaire'), staleTime: Infinity });

export const useFormulaireAnalyse = (id: string) =>
  useQuery({ queryKey: [...INFORMATIONS, 'analyse', id], queryFn: () => api.get<FormulaireAnalyse>(`/api/informations/${id}/analyse`), staleTime: Infinity });

export const useMandat = (ipId: string) =>
  useQuery({ queryKey: ['ip', ipId, 'mandat'], queryFn: ({ signal }) => api.get<MandatVue>(`/api/ip/${ipId}/mandat`, undefined, signal) });

/** What the files of these children already say of their surroundings, those read so far. One journal line a file: read once an hour at most. */
export function useEntourages(enfantIds: string[]): EntourageConnu[] {
  const lus = useQueries({
    queries: enfantIds.map((id) => ({
      queryKey: ['enfants', id, 'entourage'], queryFn: async () => (await api.get<EntourageConnu | undefined>(`/api/enfants/${id}/entourage`)) ?? null,
      staleTime: 3_600_000, retry: false,
    })),
  });
  return lus.flatMap((l) => (l.data ? [l.data] : []));
}

export const chercherIpAnterieures = (informationId: string, quoi: { numero: string | null; enfantId: string | null }) =>
  api.post<IpAnterieure[]>(`/api/informations/${informationId}/ip-anterieures`, quoi);

export const usePieces = (informationId: string) =>
  useQuery({
    queryKey: ['documents', 'INFORMATION', informationId],
    queryFn: ({ signal }) => api.get<Piece[]>('/api/documents', { sujetType: 'INFORMATION', sujetId: informationId }, signal),
  });

/** A file goes to the server once the information exists: its right is the information's. */
export async function joindre(informationId: string, fichier: File): Promise<void> {
  const corps = new FormData();
  corps.append('fichier', fichier);
  corps.append('sujetType', 'INFORMATION');
  corps.append('sujetId', informationId);
  corps.append('genre', 'COURRIER');
  await api.post('/api/documents', corps);
}

/** `NativeSelect` data with an empty first choice. */
export const choix = (liste: { code: string; libelle: string }[], vide = 'Choisissez…') => [{ value: '', label: vide }, ...liste.map((c) => ({ value: c.code, label: c.libelle }))];
export const unites = (liste: { id: string; nom: string }[], vide = 'Choisissez…') => [{ value: '', label: vide }, ...liste.map((u) => ({ value: u.id, label: u.nom }))];
