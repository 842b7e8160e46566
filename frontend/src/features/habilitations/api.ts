import { useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/habilitation';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type S = components['schemas'];
export type LigneHabilitation = Omit<Rempli<S['LigneHabilitation']>, 'uniteId' | 'du' | 'jusquau' | 'manuelleId' | 'donneePar' | 'motif' | 'derniereConnexion' | 'absentJusquau'> & {
  uniteId: string | null;
  du: string | null;
  jusquau: string | null;
  manuelleId: string | null;
  donneePar: string | null;
  motif: string | null;
  derniereConnexion: string | null;
  absentJusquau: string | null;
};
export type PageHabilitations = Omit<Rempli<S['PageHabilitations']>, 'lignes'> & { lignes: LigneHabilitation[] };
export type Personne = Omit<Rempli<S['PersonneAbsentable']>, 'fonction'> & { fonction: string | null };
export type LigneAbsence = Omit<Rempli<S['LigneAbsence']>, 'remplacantId' | 'remplacant' | 'fonction'> & { remplacantId: string | null; remplacant: string | null; fonction: string | null };
export type CompteARevoir = Omit<Rempli<S['CompteARevoir']>, 'derniereConnexion' | 'revuLe' | 'fonction'> & { derniereConnexion: string | null; revuLe: string | null; fonction: string | null };
export type DecisionRevue = Omit<Rempli<S['DecisionRevue']>, 'motif' | 'derniereConnexion' | 'decideePar'> & { motif: string | null; derniereConnexion: string | null; decideePar: string | null };
export type Revue = Omit<Rempli<S['Revue']>, 'aRevoir' | 'decisions'> & { aRevoir: CompteARevoir[]; decisions: DecisionRevue[] };

export const HABILITATIONS = ['habilitations'] as const;
export const ABSENCES = ['absences'] as const;
export const COMPTES = ['comptes'] as const;

export const useHabilitations = () => useQuery({ queryKey: HABILITATIONS, queryFn: ({ signal }) => api.get<PageHabilitations>('/api/habilitations', undefined, signal) });
export const useHabilitables = () => useQuery({ queryKey: [...HABILITATIONS, 'personnes'], queryFn: ({ signal }) => api.get<Personne[]>('/api/habilitations/personnes', undefined, signal) });
export const useAbsences = () => useQuery({ queryKey: ABSENCES, queryFn: ({ signal }) => api.get<LigneAbsence[]>('/api/absences', undefined, signal) });
export const useAbsentables = () => useQuery({ queryKey: [...ABSENCES, 'personnes'], queryFn: ({ signal }) => api.get<Personne[]>('/api/absences/personnes', undefined, signal) });
export const useRemplacants = (utilisateurId: string) =>
  useQuery({ queryKey: [...ABSENCES, 'remplacants', utilisateurId], enabled: utilisateurId !== '', queryFn: ({ signal }) => api.get<Personne[]>('/api/absences/remplacants', { utilisateurId }, signal) });
export const useRevue = () => useQuery({ queryKey: COMPTES, queryFn: ({ signal }) => api.get<Revue>('/api/comptes/revue', undefined, signal) });

/** Beside the entry of the menu: accounts that wait for somebody to look at them. */
export function useComptesARevoir() {
  const { data } = useQuery({ queryKey: COMPTES, queryFn: ({ signal }) => api.get<Revue>('/api/comptes/revue', undefined, signal), staleTime: 300_000 });
  return data && data.aRevoir.length > 0 ? { attendent: data.aRevoir.length } : undefined;
}

export const enListe = (personnes: Personne[], vide: string) => [{ value: '', label: vide }, ...personnes.map((p) => ({ value: p.id, label: p.fonction ? `${p.nom}, ${p.fonction}` : p.nom }))];
