import { useQuery } from '@tanstack/react-query';

import { api } from './api/client';
import type { Mission } from '../app/feature';

export interface Moi {
  connecte: boolean;
  id: string | null;
  identifiant: string | null;
  nom: string | null;
  fonction: string | null;
  roles: string[];
  missions: Mission[];
  unites: { id: string; nom: string; type: string }[];
  departement: { code: string; nom: string; mots: Record<string, string> };
  demonstration: boolean;
  perimetreDepartement: boolean;
  /** The business day of the house, « 2026-03-14 »; never the browser's. */
  aujourdhui: string;
}

export const MOI = ['moi'] as const;

export const requeteMoi = { queryKey: MOI, queryFn: () => api.get<Moi>('/api/moi'), staleTime: 60_000 };

/** Who is logged in; inside the frame it is always there. */
export function useMoi(): Moi {
  const { data } = useQuery(requeteMoi);
  if (!data) throw new Error('useMoi outside the frame');
  return data;
}

/** Whether the menu, an act or a tab is for this person; the server decides in the end. */
export const concerne = (moi: Moi, o: { missions?: string[]; roles?: string[] }): boolean =>
  (!o.missions && !o.roles) || !!o.missions?.some((m) => moi.missions.includes(m as Mission)) || !!o.roles?.some((r) => moi.roles.includes(r));

/** A word of the département: « CDAS », « MDS », « PPEF »… (keys: unite, unites, crip, projet, projet-long, commission). */
export const mot = (moi: Moi, cle: string, defaut: string): string => moi.departement.mots[cle] ?? defaut;
