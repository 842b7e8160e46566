import { useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/dossier';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type Schemas = components['schemas'];
export type PageEnfant = Rempli<Schemas['PageEnfant']>;
export type Titulaire = Rempli<Schemas['TitulaireVu']>;
export type Foyer = Rempli<Schemas['FoyerVu']>;
export type Fait = Rempli<Schemas['FaitFrise']>;
export type PeriodeFrise = Omit<Rempli<Schemas['PeriodeFrise']>, 'au' | 'lien'> & { au: string | null; lien: string | null };
export type Frise = Omit<Rempli<Schemas['Frise']>, 'periodes'> & { periodes: PeriodeFrise[] };
export type DateProche = Rempli<Schemas['DateProche']>;
export type Effet = Rempli<Schemas['Effet']>;
export type PaireDoublon = Rempli<Schemas['PaireDoublon']>;
export type AlerteRestreint = Rempli<Schemas['AlerteRestreint']>;
export type Designable = Rempli<Schemas['Designable']>;

export const cleEnfant = (id: string) => ['enfants', 'page', id] as const;

/** One page read at once. It is an opening, which the journal keeps: not read again because a window came back. */
export const useEnfant = (id: string) =>
  useQuery({ queryKey: cleEnfant(id), queryFn: ({ signal }) => api.get<PageEnfant>(`/api/enfants/${id}`, undefined, signal), staleTime: 5 * 60_000, refetchOnWindowFocus: false });

/** Everything that happened, apart from the page: the page shows before it is drawn. */
export const useFrise = (id: string) =>
  useQuery({ queryKey: ['enfants', 'frise', id], queryFn: ({ signal }) => api.get<Frise>(`/api/enfants/${id}/frise`, undefined, signal), staleTime: 5 * 60_000, refetchOnWindowFocus: false });

export const useAlertes = () =>
  useQuery({ queryKey: ['enfants', 'alertes'], queryFn: ({ signal }) => api.get<AlerteRestreint[]>('/api/enfants/alertes', undefined, signal), refetchInterval: 60_000 });

/** Beside « Enfants » in the menu: searches that met a file restricted to me. */
export function useCompteMenu() {
  const { data } = useAlertes();
  const nouvelles = data?.filter((a) => !a.vue).length ?? 0;
  return data && nouvelles > 0 ? { attendent: nouvelles, nonLues: nouvelles } : undefined;
}

/** Files of other territories open to me today. */
export const useMesExceptions = () =>
  useQuery({ queryKey: ['acces-exceptionnels', 'miens'], queryFn: ({ signal }) => api.get<{ enfantId: string; jusqua: string }[]>('/api/acces-exceptionnels/miens', undefined, signal), staleTime: 60_000 });

export const useDoublons = () =>
  useQuery({ queryKey: ['doublons'], queryFn: ({ signal }) => api.get<{ paires: PaireDoublon[]; total: number }>('/api/doublons', undefined, signal) });

export const QUALITES: [Titulaire['qualite'], string][] = [
  ['MERE', 'Mère'], ['PERE', 'Père'], ['PARENT', 'Parent'], ['BEAU_PARENT', 'Beau-parent'], ['GRAND_PARENT', 'Grand-parent'], ['TIERS', 'Tiers'], ['TUTEUR', 'Tuteur'], ['AUTRE', 'Autre'],
];
export const EXERCICES: [Titulaire['exercice'], string][] = [
  ['INCONNU', 'Exercice inconnu'], ['CONJOINT', 'Exercice conjoint'], ['EXCLUSIF', 'Exercice exclusif'], ['DELEGATION', 'Délégation'], ['TUTELLE', 'Tutelle'],
  ['RETRAIT', 'Autorité retirée'], ['AUCUN', 'N’exerce pas l’autorité parentale'],
];
export const LIENS: [string, string][] = [['FRATRIE', 'Frère ou sœur'], ['DEMI_FRATRIE', 'Demi-frère ou demi-sœur'], ['MEME_DOMICILE', 'Vit au même domicile'], ['AUTRE', 'Autre lien']];
export const options = (liste: [string, string][]) => liste.map(([value, label]) => ({ value, label }));
