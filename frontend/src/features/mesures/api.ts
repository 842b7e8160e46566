import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import type { components as Accueillis } from '../../api/generated/accueil';
import type { components as EnAttente } from '../../api/generated/attente';
import type { components } from '../../api/generated/mesure';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type Schemas = components['schemas'];
/** What the server may answer null to. */
type Peut<T, C extends keyof T> = Omit<T, C> & { [c in C]: T[c] | null };

export type Mot = Rempli<Schemas['MotVu']>;
export type Acte = Peut<Rempli<Schemas['ActeVu']>, 'texte' | 'par' | 'annuleLe' | 'annuleMotif'>;
export type Part = Peut<Rempli<Schemas['TrancheAttente']>, 'au'>;
export type Accord = Peut<Rempli<Schemas['AccordVu']>, 'le' | 'motif'>;
export type Referent = Peut<Rempli<Schemas['ReferentVu']>, 'utilisateurId' | 'au'>;
export type Echeance = Peut<Rempli<Schemas['EcheanceVue']>, 'satisfaiteLe' | 'objet'>;
type Facultatifs = 'ipId' | 'etape' | 'service' | 'juridiction' | 'magistrat' | 'reference' | 'duree' | 'terme' | 'debutPrevu' | 'intensite' | 'lieu' | 'attenteDepuis'
  | 'affecteeLe' | 'demarreeLe' | 'demarreeA' | 'finieLe' | 'motifFin' | 'suiteFin' | 'tiersRecherches' | 'motivation' | 'alerte' | 'acteAnnulable';
type Listes = 'actes' | 'attente' | 'accords' | 'referents' | 'echeances';
export type Mesure = Peut<Omit<Rempli<Schemas['PageMesure']>, Listes>, Facultatifs> & {
  actes: Acte[];
  attente: Part[];
  accords: Accord[];
  referents: Referent[];
  echeances: Echeance[];
};
export type Choix = Rempli<Schemas['ChoixMesure']>;
export type Base = Peut<Rempli<Schemas['BaseProposable']>, 'termeUsuel'>;
export type Produit = Rempli<Schemas['ProduitProposable']>;
export type Preparation = Rempli<Schemas['PreparationOuverture']>;
export type EnfantProposable = Preparation['enfants'][number];
export type Personne = Rempli<Schemas['PersonneNommable']>;
export type LigneMesure = Peut<Rempli<Schemas['LigneMesure']>, 'service' | 'terme' | 'demarreeLe' | 'alerte'>;
export type ServicePossible = EnAttente['schemas']['ServicePossibleAttente'];

type SchemasAccueil = Accueillis['schemas'];
export type Lieu = Peut<Rempli<SchemasAccueil['LieuVu']>, 'service' | 'famille' | 'libelle' | 'au' | 'motif' | 'finMotif' | 'jugeAviseLe' | 'chezLeMemeDepuis'>;
export type Droit = Peut<Rempli<SchemasAccueil['DroitVu']>, 'au' | 'texte'>;
export type Fratrie = Peut<Rempli<SchemasAccueil['FratrieVue']>, 'motif' | 'jugeAviseLe' | 'au'>;
export type Revue = Peut<Rempli<SchemasAccueil['RevueVue']>, 'prevueLe' | 'tenueLe' | 'avis' | 'texte'>;
export type Changement = Peut<Rempli<SchemasAccueil['ChangementVu']>, 'motif' | 'jugeAviseLe' | 'aviserAvant'>;
export type Accueil = Omit<Rempli<SchemasAccueil['AccueilDeMesure']>, 'lieux' | 'droits' | 'fratrie' | 'revues' | 'changement'> & {
  lieux: Lieu[];
  droits: Droit[];
  fratrie: Fratrie[];
  revues: Revue[];
  changement: Changement | null;
};
export type Famille = Rempli<SchemasAccueil['FamilleVue']>;

/** Everything read about one measure lives under this key: an act refreshes it whole. */
export const cleMesure = (id: string) => ['mesure', id] as const;

export const useMesure = (id: string) =>
  useQuery({ queryKey: [...cleMesure(id), 'page'], queryFn: ({ signal }) => api.get<Mesure>(`/api/mesures/${id}`, undefined, signal), refetchOnWindowFocus: false });

export const useAccueil = (id: string) =>
  useQuery({ queryKey: [...cleMesure(id), 'accueil'], queryFn: ({ signal }) => api.get<Accueil>(`/api/mesures/${id}/accueil`, undefined, signal), refetchOnWindowFocus: false });

export const usePersonnes = (id: string, genre: 'MESURE' | 'PARCOURS', actif = true) =>
  useQuery({ queryKey: [...cleMesure(id), 'personnes', genre], enabled: actif, queryFn: ({ signal }) => api.get<Personne[]>(`/api/mesures/${id}/personnes`, { genre }, signal) });

export const useServices = (id: string) =>
  useQuery({ queryKey: [...cleMesure(id), 'services'], queryFn: ({ signal }) => api.get<ServicePossible[]>(`/api/attente/mesures/${id}/services`, undefined, signal) });

export const useChoix = () => useQuery({ queryKey: ['mesures', 'choix'], queryFn: () => api.get<Choix>('/api/mesures/choix'), staleTime: 600_000 });

export const usePreparation = (ip: string | null, enfants: string[]) =>
  useQuery({
    queryKey: ['mesures', 'preparation', ip, enfants],
    enabled: ip !== null || enfants.length > 0,
    queryFn: ({ signal }) => api.get<Preparation>('/api/mesures/preparation', { ip, enfant: enfants.join(',') || null }, signal),
    placeholderData: (avant) => avant,
  });

export const useFamilles = (q: string) =>
  useQuery({ queryKey: ['familles-accueil', q], queryFn: ({ signal }) => api.get<Famille[]>('/api/familles-accueil', { q }, signal), placeholderData: (avant) => avant });

export interface Criteres {
  numero: string;
  etat: string;
  produit: string;
  ouvertes: boolean;
}

export const useListe = (criteres: Criteres) =>
  useInfiniteQuery({
    queryKey: ['mesures', 'liste', criteres],
    queryFn: ({ pageParam, signal }) => api.get<{ lignes: LigneMesure[]; total: number | null; suivante: string | null }>('/api/mesures', { ...criteres, apres: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.suivante ?? undefined,
    placeholderData: (avant) => avant,
  });

export const options = (mots: { code: string; libelle: string }[], vide?: string) => [
  ...(vide === undefined ? [] : [{ value: '', label: vide }]), ...mots.map((m) => ({ value: m.code, label: m.libelle })),
];
