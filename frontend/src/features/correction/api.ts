import { useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/ip-correction';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type C = components['schemas'];

export type Genre = Rempli<C['ChoixCorrection']>['genre'];
export type Effet = Rempli<C['Effet']>;
export type PageCorrections = Omit<Rempli<C['PageCorrections']>, 'unitePilote'> & { unitePilote: string | null };
export type MineurCorrigeable = Rempli<C['MineurCorrigeable']>;

export const useCorrections = (ipId: string) =>
  useQuery({ queryKey: ['ip', ipId, 'corrections'], queryFn: ({ signal }) => api.get<PageCorrections>(`/api/ip/${ipId}/corrections`, undefined, signal) });
