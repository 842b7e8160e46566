import { useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/droits';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type Schemas = components['schemas'];
export type LigneDemande = Rempli<Schemas['LigneDemande']>;
export type DemandeComplete = Rempli<Schemas['DemandeComplete']>;
export type DroitsDeLEnfant = Rempli<Schemas['DroitsDeLEnfant']>;
export type Revue = Rempli<Schemas['RevueVue']>;
export type Piece = Revue['pieces'][number];
export type Element = Piece['elements'][number];
export type RegleVue = Rempli<Schemas['RegleVue']>;
export type PageEchus = Rempli<Schemas['PageEchus']>;
export type Elimination = Rempli<Schemas['EliminationVue']>;

export const GENRES = [
  { value: 'ACCES', label: 'Accès au dossier' }, { value: 'RECTIFICATION', label: 'Rectification' }, { value: 'OPPOSITION', label: 'Opposition' },
  { value: 'LIMITATION', label: 'Limitation' }, { value: 'EFFACEMENT', label: 'Effacement' },
];
export const QUALITES = [
  { value: 'ENFANT', label: 'Le jeune lui-même' }, { value: 'TITULAIRE', label: 'Titulaire de l’autorité parentale' }, { value: 'TUTEUR', label: 'Tuteur' },
  { value: 'ANCIEN_CONFIE', label: 'Adulte, ancien enfant confié' }, { value: 'MANDATAIRE', label: 'Mandataire, avocat' }, { value: 'AYANT_DROIT', label: 'Ayant droit' },
];
export const DEPARTS = [{ value: 'FIN', label: 'La fin du dossier' }, { value: 'MAJORITE', label: 'La majorité, ou la fin si elle est plus tardive' }, { value: 'NAISSANCE', label: 'La naissance' }];
export const SORTS = [{ value: 'ELIMINATION', label: 'Élimination' }, { value: 'TRI', label: 'Tri par les Archives' }, { value: 'VERSEMENT', label: 'Versement aux Archives' }];

export const useDemandes = (closes: boolean) => useQuery({ queryKey: ['droits', 'demandes', closes], queryFn: ({ signal }) => api.get<LigneDemande[]>('/api/droits/demandes', { closes }, signal) });
export const useDemande = (id: string) => useQuery({ queryKey: ['droits', 'demande', id], queryFn: ({ signal }) => api.get<DemandeComplete>(`/api/droits/demandes/${id}`, undefined, signal) });
export const useDroitsDe = (enfant: string) => useQuery({ queryKey: ['droits', 'enfant', enfant], queryFn: ({ signal }) => api.get<DroitsDeLEnfant>(`/api/droits/enfants/${enfant}`, undefined, signal) });
export const useRevue = (id: string) => useQuery({ queryKey: ['droits', 'revue', id], queryFn: ({ signal }) => api.get<Revue>(`/api/droits/demandes/${id}/revue`, undefined, signal) });
export const useDurees = () => useQuery({ queryKey: ['conservation', 'regles'], queryFn: ({ signal }) => api.get<RegleVue[]>('/api/conservation/regles', undefined, signal) });
export const useEchus = (apres?: string) => useQuery({ queryKey: ['conservation', 'echus', apres ?? ''], queryFn: ({ signal }) => api.get<PageEchus>('/api/conservation/echus', { apres }, signal) });
export const useEliminations = () => useQuery({ queryKey: ['conservation', 'eliminations'], queryFn: ({ signal }) => api.get<Elimination[]>('/api/conservation/eliminations', undefined, signal) });
export const useElimination = (id: string) => useQuery({ queryKey: ['conservation', 'eliminations', id], queryFn: ({ signal }) => api.get<Elimination>(`/api/conservation/eliminations/${id}`, undefined, signal) });

/** « P1Y6M » in years and months, as one types them. */
export function lireDuree(duree: string): { ans: number; mois: number } {
  const m = /^P(?:(\d+)Y)?(?:(\d+)M)?$/.exec(duree);
  return { ans: Number(m?.[1] ?? 0), mois: Number(m?.[2] ?? 0) };
}

export const ecrireDuree = (ans: number, mois: number): string => `P${ans > 0 ? `${ans}Y` : ''}${mois > 0 || ans === 0 ? `${mois}M` : ''}`;
