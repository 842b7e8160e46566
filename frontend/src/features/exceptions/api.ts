import { useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/dossier';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

export type LigneAcces = Rempli<components['schemas']['LigneAcces']>;

export const useAccesDuMois = (mois: string) =>
  useQuery({ queryKey: ['acces-exceptionnels', mois], queryFn: ({ signal }) => api.get<LigneAcces[]>('/api/acces-exceptionnels', { mois }, signal) });

/** Beside the entry of the menu: files opened by exception that nobody who supervises has read. */
export function useAVoir() {
  const { data } = useQuery({ queryKey: ['acces-exceptionnels', 'a-voir'], queryFn: ({ signal }) => api.get<{ nombre: number }>('/api/acces-exceptionnels/a-voir', undefined, signal), refetchInterval: 60_000 });
  return data && data.nombre > 0 ? { attendent: data.nombre, nonLues: data.nombre } : undefined;
}
