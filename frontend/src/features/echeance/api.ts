import { useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/echeance';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type Schemas = components['schemas'];
export type EcheanceVue = Omit<Rempli<Schemas['EcheanceVue']>, 'jours' | 'objet' | 'article' | 'satisfaiteLe'> & {
  jours: number | null; objet: string | null; article: string | null; satisfaiteLe: string | null;
};
export type Explication = Omit<Rempli<Schemas['ExplicationVue']>, 'echeance' | 'changement' | 'effetRetenues' | 'versionMotif'> & {
  echeance: EcheanceVue; changement: string | null; effetRetenues: string | null; versionMotif: string | null;
};
export type Rappel = Rempli<Schemas['RappelVu']>;
export type Regle = Rempli<Schemas['Regle']>;
export type RegleVue = Omit<Rempli<Schemas['RegleVue']>, 'changement'> & { changement: string | null };
export type Apercu = Rempli<Schemas['Apercu']>;
export type Portee = 'MOI' | 'EQUIPE' | 'SUPERVISION';

export const ECHEANCES = ['echeances'] as const;
export const RAPPELS = ['rappels'] as const;
export const REGLES = ['regles'] as const;

export const useEcheances = (sujetType: string, sujetId: string) =>
  useQuery({ queryKey: [...ECHEANCES, sujetType, sujetId], queryFn: ({ signal }) => api.get<EcheanceVue[]>('/api/echeances', { sujetType, sujetId }, signal) });

export const useExplication = (id: string) =>
  useQuery({ queryKey: [...ECHEANCES, id], queryFn: ({ signal }) => api.get<Explication>(`/api/echeances/${id}/explication`, undefined, signal) });

export const useRappels = (portee: Portee) =>
  useQuery({
    queryKey: [...RAPPELS, portee],
    queryFn: ({ signal }) => api.get<{ rappels: Rappel[]; nonVus: number }>('/api/rappels', { portee }, signal),
    refetchInterval: 60_000,
  });

/** Beside the entry of the menu: reminders about what I hold. */
export function useCompteRappels() {
  const { data } = useRappels('MOI');
  return data && { attendent: data.rappels.length, nonLues: data.nonVus };
}

export const useRegles = () => useQuery({ queryKey: REGLES, queryFn: ({ signal }) => api.get<RegleVue[]>('/api/regles', undefined, signal) });
