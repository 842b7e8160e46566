import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { api } from '../../commun/api/client';
import type { components } from '../../api/generated/attente';

type Schemas = components['schemas'];
/** What the server may answer null to. */
type Peut<T, C extends keyof T> = Omit<T, C> & { [c in C]: T[c] | null };

export type Ligne = Peut<Schemas['LigneAttente'], 'enfantId' | 'position' | 'age' | 'serviceId' | 'service' | 'attenteDepuis' | 'terme' | 'jours' | 'debutPrevu' | 'proposition'>;
export type Tableau = Omit<Peut<Schemas['TableauDAttente'], 'ageMedian' | 'agePlusAncien' | 'suivante'>, 'lignes'> & { lignes: Ligne[] };
export type Part = Schemas['PartAttente'];
export type Bande = Ligne['bande'];
export type Places = Peut<Schemas['PlacesAttente'], 'service' | 'libresIci' | 'occupation'>;
export type Exercees = Peut<Schemas['ExerceesAttente'], 'service'>;
export type Exercee = Peut<Schemas['ExerceeAttente'], 'age' | 'demarreeLe' | 'terme' | 'jours'>;
export type PageExercees = Omit<Peut<Schemas['PageExerceesAttente'], 'suivante'>, 'lignes'> & { lignes: Exercee[] };
export type ServicePossible = Schemas['ServicePossibleAttente'];
export type Capacite = Peut<Schemas['LigneCapacite'], 'unite' | 'uniteNom' | 'au' | 'source'>;
export type Registre = Omit<Schemas['RegistreCapacites'], 'lignes'> & { lignes: Capacite[] };

export const CLE = ['attente'] as const;
export const SANS_SERVICE = '-';

export type Tri = 'TERME' | 'ORDRE' | 'DECISION';

/** What the list shows; it stands in the address, so that a figure can be sent to a colleague. */
export interface Filtre {
  unite?: string;
  produit?: string;
  cadre?: string;
  service?: string;
  bande?: string;
  moinsDeDeuxAns?: boolean;
  fratrie?: boolean;
  accord?: boolean;
  tri: Tri;
}

const TRIS: Tri[] = ['TERME', 'ORDRE', 'DECISION'];

export function lireFiltre(r: URLSearchParams): Filtre {
  const un = (cle: string) => r.get(cle) || undefined;
  const tri = r.get('tri') as Tri;
  return {
    unite: un('unite'), produit: un('produit'), cadre: un('cadre'), service: un('service'), bande: un('bande'),
    moinsDeDeuxAns: r.get('moinsDeDeuxAns') === 'true' || undefined, fratrie: r.get('fratrie') === 'true' || undefined,
    accord: r.get('accord') === 'true' || undefined, tri: TRIS.includes(tri) ? tri : 'TERME',
  };
}

export function ecrireFiltre(f: Filtre): URLSearchParams {
  const r = new URLSearchParams();
  for (const [cle, valeur] of Object.entries(f)) if (valeur && !(cle === 'tri' && valeur === 'TERME')) r.set(cle, String(valeur));
  return r;
}

export const useAttente = (filtre: Filtre) =>
  useInfiniteQuery({
    queryKey: [...CLE, 'tableau', filtre],
    queryFn: ({ pageParam, signal }) => api.get<Tableau>('/api/attente', { ...filtre, apres: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.suivante ?? undefined,
    placeholderData: (avant) => avant,
  });

export const usePlaces = (unite: string, le: string) =>
  useQuery({ queryKey: [...CLE, 'places', unite, le], queryFn: ({ signal }) => api.get<Places[]>('/api/attente/places', { unite, le }, signal), placeholderData: (avant) => avant });

export const useExercees = (unite: string) =>
  useQuery({ queryKey: [...CLE, 'exercees', unite], queryFn: ({ signal }) => api.get<Exercees[]>('/api/attente/exercees', { unite }, signal), placeholderData: (avant) => avant });

/** Which exercised measures: a figure of the table, narrowed to its line. */
export interface DemandeExercees {
  tranche: string;
  unite?: string;
  produit?: string;
  service?: string;
}

export const useMesuresExercees = (demande: DemandeExercees | null) =>
  useInfiniteQuery({
    queryKey: [...CLE, 'mesures-exercees', demande],
    enabled: demande !== null,
    queryFn: ({ pageParam, signal }) => api.get<PageExercees>('/api/attente/exercees/mesures', { ...demande, apres: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.suivante ?? undefined,
  });

export const useServicesPossibles = (mesure: string) =>
  useQuery({ queryKey: [...CLE, 'services', mesure], queryFn: ({ signal }) => api.get<ServicePossible[]>(`/api/attente/mesures/${mesure}/services`, undefined, signal), gcTime: 0 });

export const useCapacites = () =>
  useQuery({ queryKey: [...CLE, 'capacites'], queryFn: ({ signal }) => api.get<Registre>('/api/attente/capacites', undefined, signal) });
