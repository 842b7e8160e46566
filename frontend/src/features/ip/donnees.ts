import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { api } from '../../commun/api/client';
import type { components } from '../../api/generated/ip-fiche';

type Schemas = components['schemas'];
export type EnTete = Schemas['EnTeteFiche'];
export type Fiche = Schemas['FicheIp'];
export type Fait = Schemas['Fait'];
export type EcheanceVue = Schemas['EcheanceVue'];
export type PageIp = Schemas['PageIp'];
export type FiltresIp = Schemas['FiltresIp'];

/** Everything read about one IP lives under this key: an act refreshes it whole. */
export const cleIp = (ipId: string) => ['ip', ipId] as const;

export const useFiche = (ipId: string) =>
  useQuery({ queryKey: [...cleIp(ipId), 'fiche'], queryFn: ({ signal }) => api.get<EnTete>(`/api/ip/${ipId}`, undefined, signal) });

export const useFrise = (ipId: string) =>
  useQuery({ queryKey: [...cleIp(ipId), 'frise'], queryFn: ({ signal }) => api.get<Fait[]>(`/api/ip/${ipId}/frise`, undefined, signal) });

export interface CriteresIp {
  numero: string;
  etat: string;
  unite: string;
  ouvertes: boolean;
  retard: boolean;
}

export const useListeIp = (criteres: CriteresIp) =>
  useInfiniteQuery({
    queryKey: ['liste-ip', criteres],
    queryFn: ({ pageParam, signal }) => api.get<PageIp>('/api/ip', { ...criteres, apres: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.suivante ?? undefined,
    placeholderData: (avant) => avant,
  });

export const useFiltresIp = () => useQuery({ queryKey: ['liste-ip', 'filtres'], queryFn: () => api.get<FiltresIp>('/api/ip/filtres'), staleTime: 600_000 });
