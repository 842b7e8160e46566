import { queryOptions, useQuery } from '@tanstack/react-query';

import { api } from './api/client';
import { attendreReconnexion } from './api/session';
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

/**
 * Asked again now and then. Whoever was logged in and no longer is keeps the page under the login dialog; somebody else logged in here
 * (another tab) starts the page again as theirs, so that nothing leaves in another's name.
 */
export const requeteMoi = queryOptions({
  queryKey: MOI,
  queryFn: async ({ client }): Promise<Moi> => {
    const avant = client.getQueryData<Moi>(MOI);
    let lu = await api.get<Moi>('/api/moi');
    if (avant?.connecte && !lu.connecte) {
      await attendreReconnexion();
      lu = await api.get<Moi>('/api/moi');
    }
    if (avant?.connecte && lu.id !== avant.id) location.assign('/');
    return lu;
  },
  staleTime: 60_000,
});

/** Who is logged in; inside the frame it is always there. */
export function useMoi(): Moi {
  const { data } = useQuery(requeteMoi);
  if (!data) throw new Error('useMoi outside the frame');
  return data;
}

/** Whether the menu, an act or a tab is for this person; the server decides in the end. */
export const concerne = (moi: Moi, o: { missions?: string[]; roles?: string[]; si?: (moi: Moi) => boolean }): boolean =>
  ((!o.missions && !o.roles) || !!o.missions?.some((m) => moi.missions.includes(m as Mission)) || !!o.roles?.some((r) => moi.roles.includes(r))) && (o.si?.(moi) ?? true);

/** A word of the département: « CDAS », « MDS », « PPEF »… (keys: unite, unites, crip, projet, projet-long, commission). */
export const mot = (moi: Moi, cle: string, defaut: string): string => moi.departement.mots[cle] ?? defaut;
