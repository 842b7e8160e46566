import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import type { components as Ecrits } from '../../api/generated/projet-redaction';
import type { components } from '../../api/generated/projet';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type Schemas = components['schemas'];
type SchemasEcrits = Ecrits['schemas'];
/** What the server may answer null to. */
type Peut<T, C extends keyof T> = Omit<T, C> & { [c in C]: T[c] | null };

export type Version = Peut<Rempli<Schemas['VersionDuProjet']>, 'motif' | 'etablieLe' | 'remiseLe' | 'signataire' | 'delegation' | 'empreinte'>;
export type Personne = Peut<Rempli<Schemas['PersonneVue']>, 'adulteId' | 'serviceId' | 'nom' | 'presence' | 'avis'>;
export type Rencontre = Peut<Omit<Rempli<Schemas['RencontreVue']>, 'personnes'>, 'prevueLe' | 'lieu' | 'tenueLe' | 'paroleEnfant' | 'synthese' | 'desaccords' | 'motif'> & { personnes: Personne[] };
export type Signature = Peut<Rempli<Schemas['SignatureVue']>, 'adulteId' | 'serviceId' | 'nom' | 'le' | 'motif'>;
export type Remise = Peut<Rempli<Schemas['RemiseVue']>, 'adulteId' | 'serviceId' | 'nom' | 'documentId'>;
export type Action = Peut<Rempli<Schemas['ActionVue']>, 'qui' | 'utilisateurId' | 'serviceId' | 'debut' | 'echeance' | 'faiteLe' | 'abandonneeLe'>;
export type Rapport = Peut<Rempli<Schemas['RapportVu']>, 'finLe'>;
export type Objectif = Peut<Rempli<Schemas['ObjectifVu']>, 'bilan' | 'bilanLe'>;
export type Acte = Peut<Rempli<Schemas['ActeProjetVu']>, 'texte' | 'par' | 'annuleLe' | 'annuleMotif'>;
export type Echeance = Peut<Rempli<Schemas['EcheanceVue']>, 'satisfaiteLe' | 'objet'>;
type Facultatifs = 'etape' | 'aEtablirLe' | 'rencontreLe' | 'etabliLe' | 'remisLe' | 'revisionLe' | 'reviseDepuis' | 'motifRevision' | 'closLe' | 'referent' | 'versionId' | 'acteAnnulable';
type Listes = 'versions' | 'rencontres' | 'signatures' | 'remises' | 'actions' | 'rapports' | 'objectifs' | 'actes' | 'echeances';
export type Projet = Peut<Omit<Rempli<Schemas['PageProjet']>, Listes>, Facultatifs> & {
  versions: Version[];
  rencontres: Rencontre[];
  signatures: Signature[];
  remises: Remise[];
  actions: Action[];
  rapports: Rapport[];
  objectifs: Objectif[];
  actes: Acte[];
  echeances: Echeance[];
};
export type Signataire = Peut<Rempli<Schemas['Signataire']>, 'interimDe' | 'interimDeNom'>;

export type Partie = Peut<Rempli<SchemasEcrits['PartieRedigee']>, 'aide' | 'auteur' | 'modifieeLe'>;
export type ActionEcrite = Peut<Rempli<SchemasEcrits['ActionRedigee']>, 'utilisateurId' | 'serviceId' | 'qui' | 'quiDit' | 'debut' | 'fin' | 'duree' | 'echeance' | 'faiteLe'>;
export type ObjectifEcrit = Peut<Omit<Rempli<SchemasEcrits['ObjectifRedige']>, 'actions'>, 'besoin'> & { actions: ActionEcrite[] };
export type Connu = Peut<Rempli<SchemasEcrits['FaitConnu']>, 'lien'>;
export type Redaction = Omit<Rempli<SchemasEcrits['PageRedaction']>, 'parties' | 'objectifs' | 'connus'> & { parties: Partie[]; objectifs: ObjectifEcrit[]; connus: Connu[] };
export type Proposee = Peut<Rempli<SchemasEcrits['PersonneProposee']>, 'adulteId' | 'serviceId'>;
export type Ecart = Peut<Rempli<SchemasEcrits['Ecart']>, 'avant' | 'apres'>;
export type Masquable = Rempli<SchemasEcrits['Masquable']>;

/** Everything read about one projet lives under this key: an act refreshes it whole. */
export const cleProjet = (id: string) => ['projet', id] as const;

export const chemin = (id: string, suite = '') => `/api/projets/${id}${suite}`;

export const useProjet = (id: string) =>
  useQuery({ queryKey: [...cleProjet(id), 'page'], queryFn: ({ signal }) => api.get<Projet>(chemin(id), undefined, signal), refetchOnWindowFocus: false });

export const REDACTION = (id: string) => [...cleProjet(id), 'redaction'] as const;

export const useRedaction = (id: string) =>
  useQuery({ queryKey: REDACTION(id), queryFn: ({ signal }) => api.get<Redaction>(chemin(id, '/redaction'), undefined, signal) });

export const usePersonnes = (id: string, actif = true) =>
  useQuery({ queryKey: [...cleProjet(id), 'personnes'], enabled: actif, queryFn: ({ signal }) => api.get<Proposee[]>(chemin(id, '/redaction/personnes'), undefined, signal) });

export const useReferents = (id: string, actif = true) =>
  useQuery({
    queryKey: [...cleProjet(id), 'referents'], enabled: actif,
    queryFn: ({ signal }) => api.get<Rempli<Schemas['ReferentNommable']>[]>(chemin(id, '/referents'), undefined, signal),
  });

export const useSignataires = (id: string, actif = true) =>
  useQuery({ queryKey: [...cleProjet(id), 'signataires'], enabled: actif, queryFn: ({ signal }) => api.get<Signataire[]>(chemin(id, '/signataires'), undefined, signal) });

export const usePoints = (id: string, actif = true) =>
  useQuery({ queryKey: [...cleProjet(id), 'points'], enabled: actif, queryFn: ({ signal }) => api.get<Rempli<Schemas['PointAVoir']>[]>(chemin(id, '/points'), undefined, signal) });

export const useComparaison = (id: string, avant: number, apres: number) =>
  useQuery({
    queryKey: [...cleProjet(id), 'comparaison', avant, apres],
    queryFn: ({ signal }) => api.get<{ avant: number; apres: number; ecarts: Ecart[] }>(chemin(id, '/versions/comparaison'), { avant, apres }, signal),
  });

export const useProjetDeLEnfant = (enfantId: string) =>
  useQuery({ queryKey: ['projet', 'de-l-enfant', enfantId], queryFn: ({ signal }) => api.get<{ id: string | null }>(`/api/projets/de-l-enfant/${enfantId}`, undefined, signal) });

export type Ligne = Peut<Rempli<Schemas['LigneProjet']>, 'etabliLe' | 'limite'>;

export interface Criteres {
  numero: string;
  etat: string;
  ouverts: boolean;
}

export const useListe = (criteres: Criteres) =>
  useInfiniteQuery({
    queryKey: ['projets', 'liste', criteres],
    queryFn: ({ pageParam, signal }) => api.get<{ lignes: Ligne[]; total: number | null; suivante: string | null }>('/api/projets', { ...criteres, apres: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.suivante ?? undefined,
    placeholderData: (avant) => avant,
  });

export const options = (mots: { code: string; libelle: string }[], vide?: string) => [
  ...(vide === undefined ? [] : [{ value: '', label: vide }]), ...mots.map((m) => ({ value: m.code, label: m.libelle })),
];
