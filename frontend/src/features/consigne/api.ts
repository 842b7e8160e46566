import { useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/ip-consigne';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

export type Consignes = Omit<Rempli<components['schemas']['ConsignesVues']>, 'consignes'> & { consignes: Consigne[] };
export type Consigne = Omit<Rempli<components['schemas']['ConsigneVue']>, 'reference' | 'precisions' | 'leveeLe' | 'leveeReference' | 'saisiePar' | 'annuleeMotif'> & {
  reference: string | null; precisions: string | null; leveeLe: string | null; leveeReference: string | null; saisiePar: string | null; annuleeMotif: string | null;
};

export const useConsignes = (ipId: string) =>
  useQuery({ queryKey: ['ip', ipId, 'consignes'], queryFn: ({ signal }) => api.get<Consignes>(`/api/ip/${ipId}/consignes`, undefined, signal) });
