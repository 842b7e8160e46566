import { useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/ip-consigne';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

export type Consignes = Omit<Rempli<components['schemas']['ConsignesVues']>, 'consignes' | 'reference'> & { reference: string | null; consignes: Consigne[] };
type Facultatifs = 'reference' | 'precisions' | 'leveeLe' | 'leveeReference' | 'leveeMotif' | 'repriseLe' | 'ipId' | 'saisiePar' | 'annuleeMotif';
export type Consigne = Omit<Rempli<components['schemas']['ConsigneVue']>, Facultatifs> & Record<Facultatifs, string | null>;

/** What carries the requests: an IP, or an information not yet qualified. */
export interface Dossier {
  genre: 'ip' | 'informations';
  id: string;
}

export const adresse = (d: Dossier) => `/api/${d.genre}/${d.id}/consignes`;

export const useConsignes = (d: Dossier) =>
  useQuery({ queryKey: [d.genre, d.id, 'consignes'], queryFn: ({ signal }) => api.get<Consignes>(adresse(d), undefined, signal) });
