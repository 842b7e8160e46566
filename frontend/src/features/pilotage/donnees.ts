import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { api } from '../../commun/api/client';
import type { components } from '../../api/generated/pilotage';

type Schemas = components['schemas'];
export type Tableau = Schemas['TableauPilotage'];
export type Ligne = Schemas['LignePilotage'];
export type Barre = Schemas['BarrePilotage'];
export type PageDossiers = Schemas['PageDossiersPilotage'];
export type Dossier = Schemas['DossierPilotage'];
export type Charges = Schemas['ChargesPilotage'];
export type Personne = Omit<Schemas['ChargePersonnePilotage'], 'id'> & { id: string | null };
export type Jours = Schemas['JoursPilotage'];
export type Motif = Schemas['MotifPilotage'];
export type Affectable = Schemas['AffectablePilotage'];

export const CLE = ['pilotage'] as const;

/** What the list under the figures shows; it stands in the address, so that a figure can be sent to a colleague. */
export interface Demande {
  chiffre?: string;
  tranche?: string;
  unite?: string;
  etape?: string;
  titulaire?: string;
  libres?: boolean;
  motif?: string;
}

export const useTableau = (unite: string) =>
  useQuery({ queryKey: [...CLE, 'tableau', unite], queryFn: ({ signal }) => api.get<Tableau>('/api/pilotage', { unite }, signal), placeholderData: (avant) => avant });

export const useCharges = (unite: string) =>
  useQuery({ queryKey: [...CLE, 'charges', unite], queryFn: ({ signal }) => api.get<Charges>('/api/pilotage/charges', { unite }, signal) });

/** Nobody chosen: what each person of the whole territory carries. */
export const usePersonnes = (demandees: boolean) =>
  useQuery({ queryKey: [...CLE, 'personnes'], enabled: demandees, queryFn: ({ signal }) => api.get<Personne[]>('/api/pilotage/charges/personnes', undefined, signal) });

export const useJours = (unite: string) =>
  useQuery({ queryKey: [...CLE, 'jours', unite], queryFn: ({ signal }) => api.get<Jours[]>('/api/pilotage/jours', { unite }, signal) });

export const useMotifs = (unite: string) =>
  useQuery({ queryKey: [...CLE, 'motifs', unite], queryFn: ({ signal }) => api.get<Motif[]>('/api/pilotage/motifs', { unite }, signal) });

export const useDossiers = (demande: Demande | null) =>
  useInfiniteQuery({
    queryKey: [...CLE, 'dossiers', demande],
    enabled: demande !== null,
    queryFn: ({ pageParam, signal }) => {
      const { motif, ...criteres } = demande!;
      return motif
        ? api.get<PageDossiers>('/api/pilotage/motifs/dossiers', { code: motif, unite: criteres.unite, apres: pageParam }, signal)
        : api.get<PageDossiers>('/api/pilotage/dossiers', { ...criteres, apres: pageParam }, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.suivante ?? undefined,
  });

export const useAffectables = (taches: string[]) =>
  useQuery({
    queryKey: [...CLE, 'affectables', taches],
    enabled: taches.length > 0,
    queryFn: ({ signal }) => api.get<Affectable[]>('/api/pilotage/affectables', { taches }, signal),
  });
