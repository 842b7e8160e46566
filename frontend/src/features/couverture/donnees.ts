import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/projet';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type Schemas = components['schemas'];

export type Cas = 'VALIDE' | 'REVISION_DEPASSEE' | 'DANS_LES_DELAIS' | 'RETARD' | 'JAMAIS_COMMENCE';

export const CAS: { code: Cas; libelle: string }[] = [
  { code: 'VALIDE', libelle: 'En vigueur' },
  { code: 'REVISION_DEPASSEE', libelle: 'Révision dépassée' },
  { code: 'RETARD', libelle: 'En retard, commencé' },
  { code: 'JAMAIS_COMMENCE', libelle: 'En retard, jamais commencé' },
  { code: 'DANS_LES_DELAIS', libelle: 'Dans les trois mois' },
];

export type LigneCouverture = Omit<Rempli<Schemas['LigneCouverture']>, 'code' | 'part' | 'partMep' | 'parCas'> & {
  code: string | null;
  part: number | null;
  partMep: number | null;
  parCas: Record<Cas, number>;
};

export interface TableauCouverture {
  le: string;
  ensemble: LigneCouverture;
  unites: LigneCouverture[];
  produits: LigneCouverture[];
}

export type EnfantSuivi = Omit<Rempli<Schemas['EnfantSuivi']>, 'mesureDepuis' | 'etabliLe' | 'revisionLe'> & {
  mesureDepuis: string | null;
  etabliLe: string | null;
  revisionLe: string | null;
};

/** What the figure that was chosen counts. */
export interface Choix {
  cas: string;
  unite: string;
  produit: string;
  duDenominateur: string;
  majeurs: string;
}

export const useCouverture = () =>
  useQuery({ queryKey: ['couverture'], queryFn: ({ signal }) => api.get<TableauCouverture>('/api/projets-suivi/couverture', undefined, signal) });

export const useEnfants = (choix: Choix, actif: boolean) =>
  useInfiniteQuery({
    queryKey: ['couverture', 'enfants', choix],
    enabled: actif,
    queryFn: ({ pageParam, signal }) =>
      api.get<{ lignes: EnfantSuivi[]; total: number | null; suivante: string | null }>('/api/projets-suivi/enfants', {
        ...Object.fromEntries(Object.entries(choix).filter(([, v]) => v)), apres: pageParam,
      }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.suivante ?? undefined,
  });
