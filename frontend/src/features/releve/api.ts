import { useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/releve';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type Schemas = components['schemas'];
type Peut<T, C extends keyof T> = Omit<T, C> & { [c in C]: T[c] | null };

export type Champ = Peut<Rempli<Schemas['ChampPropose']>, 'max'>;
export type Genre = Omit<Peut<Rempli<Schemas['GenrePropose']>, 'aide'>, 'champs'> & { champs: Champ[] };
export type Releve = Omit<Peut<Rempli<Schemas['ReleveVu']>, 'au' | 'texte' | 'par' | 'annuleLe' | 'annuleMotif'>, 'champs'> & { champs: Record<string, string> };
export interface Page { peutNoter: boolean; seances: boolean; genres: Genre[]; lignes: Releve[] }
export interface Seances { unites: { id: string; nom: string }[]; genres: Genre[]; lignes: Releve[] }

export const useReleves = (enfantId: string) =>
  useQuery({ queryKey: ['releves', enfantId], queryFn: ({ signal }) => api.get<Page>(`/api/enfants/${enfantId}/releves`, undefined, signal) });

export const useSeances = () => useQuery({ queryKey: ['releves', 'reunions'], queryFn: ({ signal }) => api.get<Seances>('/api/releves/reunions', undefined, signal) });
