import { useQuery } from '@tanstack/react-query';

import { api } from '../../commun/api/client';

export interface Compte {
  departement: string;
  classe: 'A' | 'B' | 'M';
  lignes: number;
  tableauDeBord: number;
  vivantes: number;
  aLaMain: number;
  sansFormule: number;
  aConstruire: number;
}
export interface SansFormule { code: string; departement: string; classe: string; libelle: string; raison: string | null }
export interface Rapport { comptes: Compte[]; sansFormule: SansFormule[]; lignes: number; valeurs: number; formules: number; cumulees: number }
export interface VersionCatalogue { version: number; empreinte: string; du: string; motif: string | null }
export interface Ajoutes { version: number; yaml: string; empreinte: string; versions: VersionCatalogue[] }
export interface ErreurCatalogue { ligne: number; colonne: number; message: string }

export const CATALOGUE = ['catalogue'] as const;

export const useRapport = () =>
  useQuery({ queryKey: [...CATALOGUE, 'rapport'], queryFn: ({ signal }) => api.get<Rapport>('/api/indicateurs/catalogue/rapport', undefined, signal) });

export const useAjoutes = () =>
  useQuery({ queryKey: [...CATALOGUE, 'ajoutes'], queryFn: ({ signal }) => api.get<Ajoutes>('/api/indicateurs/catalogue/ajoutes', undefined, signal) });

export const essayer = (yaml: string) => api.post<{ erreurs: ErreurCatalogue[] }>('/api/indicateurs/catalogue/essai', { yaml });

export const enregistrer = (yaml: string, version: number, motif: string) =>
  api.put<{ version: number }>('/api/indicateurs/catalogue/ajoutes', { yaml, version, motif });
