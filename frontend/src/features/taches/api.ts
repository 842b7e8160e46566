import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import type { components } from '../../api/generated/tache';
import { api } from '../../commun/api/client';

type Schemas = components['schemas'];
export type Ligne = Omit<Schemas['LigneTache'], 'titulaire' | 'echeance'> & {
  titulaire: (Omit<NonNullable<Schemas['LigneTache']['titulaire']>, 'absentJusquau' | 'remplacantId' | 'remplacant'> & { absentJusquau?: string | null; remplacantId?: string | null; remplacant?: string | null }) | null;
  echeance: Omit<Schemas['LigneTache']['echeance'], 'id' | 'dateLegale' | 'jours'> & { id: string | null; dateLegale: string | null; jours: number | null };
};
export type PageTaches = Omit<Schemas['PageTaches'], 'lignes' | 'suivante' | 'precedente'> & { lignes: Ligne[]; suivante: string | null; precedente: string | null };
export type Compteurs = Schemas['CompteursTaches'];
export type Affectable = Omit<Schemas['Affectable'], 'absentJusquau'> & { absentJusquau?: string | null };
export type Filtre = Schemas['FiltreEnregistre'];
export type CriteresFiltre = Schemas['CriteresEnregistres'];
export type Reperes = Schemas['Reperes'];
export type Bande = NonNullable<CriteresFiltre['bande']>;
export type Vue = NonNullable<CriteresFiltre['vue']>;
export type Tri = NonNullable<CriteresFiltre['tri']>;

/** What the address holds, and what is typed in the filter, which it never holds. */
export interface Demande {
  vue: Vue;
  etape?: string;
  unite?: string;
  bande?: Bande;
  titulaire?: string;
  nonLues?: boolean;
  tri: Tri;
  apres?: string;
  avant?: string;
  derniere?: boolean;
  q?: string;
}

export const TACHES = ['taches'] as const;
/** What colleagues do is seen without asking, as long as the window is looked at: a hidden one asks nothing and catches up when shown. */
export const RELIRE = 10_000;
const RECOMPTER = 60_000;

export function useListe(d: Demande) {
  const cache = useQueryClient();
  const requete = useQuery({
    queryKey: [...TACHES, 'liste', d],
    queryFn: ({ signal }) =>
      d.q ? api.post<PageTaches>('/api/taches/recherche', d, { signal }) : api.get<PageTaches>('/api/taches', { ...d, q: undefined }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: RELIRE,
    refetchOnWindowFocus: 'always',
  });
  // The same page read again is the same object: another one under the same question means that somebody acted, and the counts follow.
  const question = JSON.stringify(d);
  const vue = useRef<{ question: string; page: PageTaches } | null>(null);
  const page = requete.isPlaceholderData ? undefined : requete.data;
  useEffect(() => {
    if (!page) return;
    if (vue.current?.question === question && vue.current.page !== page) void cache.invalidateQueries({ queryKey: [...TACHES, 'compteurs'] });
    vue.current = { question, page };
  }, [cache, page, question]);
  return requete;
}

export function useCompteurs(d: Demande) {
  const { vue, etape, unite, titulaire, nonLues, q } = d;
  const demande = { vue, etape, unite, titulaire, nonLues, q };
  return useQuery({
    queryKey: [...TACHES, 'compteurs', demande],
    queryFn: ({ signal }) =>
      q ? api.post<Compteurs>('/api/taches/recherche/compteurs', demande, { signal }) : api.get<Compteurs>('/api/taches/compteurs', demande, signal),
    placeholderData: keepPreviousData,
    refetchInterval: RECOMPTER,
  });
}

export const useLigne = (id: string) => useQuery({ queryKey: [...TACHES, 'ligne', id], queryFn: () => api.get<Ligne>(`/api/taches/${id}`), refetchInterval: RELIRE });

export const useReperes = () => useQuery({ queryKey: [...TACHES, 'reperes'], queryFn: () => api.get<Reperes>('/api/taches/reperes'), staleTime: Infinity });

export const useFiltres = () => useQuery({ queryKey: ['filtres'], queryFn: () => api.get<Filtre[]>('/api/filtres'), staleTime: 60_000 });

/** Beside « Tâches » in the menu: what I hold, and what of my team I have not read. */
export function useCompteMenu() {
  const { data } = useCompteurs({ vue: 'EQUIPE', tri: 'ECHEANCE' });
  return data && { attendent: data.moi, nonLues: data.nonLues };
}

export const prendre = (id: string) => api.post(`/api/taches/${id}/prendre`);
export const remettre = (id: string) => api.post(`/api/taches/${id}/remettre`);
export const marquerLue = (id: string) => api.post(`/api/taches/${id}/lue`);
export const affecter = (ids: string[], utilisateurId: string) => api.post('/api/taches/affectation', { ids, utilisateurId });
export const affectables = (ids: string[]) => api.post<Affectable[]>('/api/taches/affectables', { ids });
export const suivante = (apres: string) => api.get<Ligne | undefined>('/api/taches/suivante', { apres });
