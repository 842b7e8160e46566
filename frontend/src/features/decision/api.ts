import { useQuery } from '@tanstack/react-query';

import type { components as Decision } from '../../api/generated/ip-decision';
import type { components as Suites } from '../../api/generated/ip-suites';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type D = Decision['schemas'];
type S = Suites['schemas'];

export type DecisionLue = Rempli<D['DecisionLue']>;
export type MineurADecider = Omit<Rempli<D['MineurADecider']>, 'conclusion' | 'decision'> & {
  conclusion: Rempli<D['ConclusionLue']> | null;
  decision: DecisionLue | null;
};
export type PageDecision = Omit<Rempli<D['PageDecision']>, 'mineurs' | 'signatairePropose'> & { mineurs: MineurADecider[]; signatairePropose: string | null };
export type Delegation = Omit<Rempli<D['LigneDelegation']>, 'interimDe' | 'au' | 'finMotif'> & { interimDe: string | null; au: string | null; finMotif: string | null };
export type PointOrdreDuJour = Rempli<D['PointOrdreDuJour']>;

export type InformationLue = Rempli<S['InformationLue']>;
export type DestinataireLu = Omit<Rempli<S['DestinataireLu']>, 'information' | 'mineurId' | 'interdit'> & {
  information: InformationLue | null;
  mineurId: string | null;
  interdit: string | null;
};
export type PageInformation = Omit<Rempli<S['PageInformation']>, 'destinataires'> & { destinataires: DestinataireLu[] };
export type PageJustice = Rempli<S['PageJustice']>;
export type PageFin = Omit<Rempli<S['PageFin']>, 'fin'> & { fin: Rempli<S['Fin']> | null };
export type Lettre = Rempli<S['Lettre']>;

export const useDecision = (ipId: string) =>
  useQuery({ queryKey: ['ip', ipId, 'decision'], queryFn: ({ signal }) => api.get<PageDecision>(`/api/ip/${ipId}/decision`, undefined, signal) });

export const useInformations = (ipId: string) =>
  useQuery({ queryKey: ['ip', ipId, 'informations-donnees'], queryFn: ({ signal }) => api.get<PageInformation>(`/api/ip/${ipId}/informations`, undefined, signal) });

export const useJustice = (ipId: string) =>
  useQuery({ queryKey: ['ip', ipId, 'justice'], queryFn: ({ signal }) => api.get<PageJustice>(`/api/ip/${ipId}/suites-judiciaires`, undefined, signal) });

export const useFin = (ipId: string) =>
  useQuery({ queryKey: ['ip', ipId, 'fin'], queryFn: ({ signal }) => api.get<PageFin>(`/api/ip/${ipId}/fin`, undefined, signal) });

export const useLettre = (ipId: string, genre: string, reference: string, mineur: string | null) =>
  useQuery({
    queryKey: ['ip', ipId, 'lettre', genre, reference, mineur],
    queryFn: ({ signal }) => api.get<Lettre>(`/api/ip/${ipId}/lettre`, { genre, reference, mineur }, signal),
  });

export const useDelegations = () => useQuery({ queryKey: ['delegations'], queryFn: ({ signal }) => api.get<Delegation[]>('/api/delegations', undefined, signal) });

/** `NativeSelect` data with an empty first choice. */
export const choix = (liste: { code: string; libelle: string }[], vide = 'Choisissez…') => [{ value: '', label: vide }, ...liste.map((c) => ({ value: c.code, label: c.libelle }))];
