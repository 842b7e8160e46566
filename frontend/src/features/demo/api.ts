import { useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/demo';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

export type Avancement = Rempli<components['schemas']['AvancementDemo']>;

/** Asked every few seconds while the département fills, then no more. */
export const useAvancement = () =>
  useQuery({
    queryKey: ['demo', 'avancement'],
    queryFn: ({ signal }) => api.get<Avancement>('/api/demo/avancement', undefined, signal),
    refetchInterval: (q) => (q.state.data?.actif ? 3_000 : false),
    staleTime: 60_000,
    retry: false,
  });
