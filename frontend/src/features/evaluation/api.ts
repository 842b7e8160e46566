import { useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/ip-evaluation';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type Schemas = components['schemas'];
type Ou<T, K extends keyof T> = Omit<T, K> & { [C in K]: T[C] | null };

export type Mineur = Rempli<Schemas['MineurEvalueVue']>;
export type Adulte = Rempli<Schemas['AdulteEvalueVue']>;
export type Foyer = Rempli<Schemas['FoyerEvalueVue']>;
export type Acte = Ou<Rempli<Schemas['ActeVue']>, 'heure' | 'foyerId' | 'foyerNom' | 'lieu' | 'moyen' | 'moyenLibelle' | 'motif' | 'motifLibelle' | 'texte' | 'documentId' | 'auteur'>;
export type Avis = Ou<Rempli<Schemas['AvisVue']>, 'question' | 'mineurId' | 'attenduLe' | 'recuLe' | 'reponse' | 'sansReponseLe'>;
export type Ressource = Ou<Rempli<Schemas['RessourceVue']>, 'lien' | 'apport' | 'contact' | 'auteur'>;
export type Section = Ou<Rempli<Schemas['SectionVue']>, 'aide' | 'auteur' | 'modifieeLe'>;
export type Conclusion = Ou<Rempli<Schemas['ConclusionVue']>, 'conclusion' | 'proposition' | 'natureAide' | 'motivation' | 'auteur' | 'modifieeLe'>;
export type Signalement = Rempli<Schemas['SignalementVue']>;
export type Evaluateur = Ou<Rempli<Schemas['EvaluateurVue']>, 'au' | 'motifFin'>;
export type Bilan = Rempli<Schemas['Bilan']>;
export type Listes = Rempli<Schemas['ListesEvaluation']>;
export type Choix = Rempli<Schemas['ChoixEvaluation']>;
export type Dossier = Rempli<Schemas['DossierEvaluation']>;
export type Candidats = Rempli<Schemas['CandidatsEvaluation']>;
export type Projet = Ou<Rempli<Schemas['ProjetDeSignalement']>, 'critereSuggere'>;

export type Evaluation = Omit<Rempli<Schemas['EvaluationVue']>,
  'actes' | 'avis' | 'ressources' | 'sections' | 'conclusions' | 'equipe' | 'joursRestants' | 'question' | 'remise' | 'uniteAssociee' | 'uniteAssocieeNom' | 'rapportRenduLe'> & {
  actes: Acte[];
  avis: Avis[];
  ressources: Ressource[];
  sections: Section[];
  conclusions: Conclusion[];
  equipe: Evaluateur[];
  joursRestants: number | null;
  question: Rempli<Schemas['QuestionVue']> | null;
  remise: Rempli<Schemas['RemiseVue']> | null;
  uniteAssociee: string | null;
  uniteAssocieeNom: string | null;
  rapportRenduLe: string | null;
};

export const EVALUATION = (ipId: string) => ['ip', ipId, 'evaluation'] as const;
export const chemin = (ipId: string, suite = '') => `/api/ip/${ipId}/evaluation${suite}`;

export const useEvaluation = (ipId: string) =>
  useQuery({ queryKey: EVALUATION(ipId), queryFn: ({ signal }) => api.get<Evaluation>(chemin(ipId), undefined, signal) });

export const useListes = () =>
  useQuery({ queryKey: ['evaluation', 'listes'], staleTime: Infinity, queryFn: ({ signal }) => api.get<Listes>('/api/evaluation/listes', undefined, signal) });

export const useCandidats = (ipId: string, unite: string | null) =>
  useQuery({
    queryKey: [...EVALUATION(ipId), 'candidats', unite],
    queryFn: ({ signal }) => api.get<Candidats>(chemin(ipId, '/candidats'), { unite }, signal),
  });

/** The choices of a native select: an empty first line when nothing is chosen yet. */
export const options = (choix: Choix[], vide?: string) => [
  ...(vide === undefined ? [] : [{ value: '', label: vide }]),
  ...choix.map((c) => ({ value: c.code, label: c.libelle })),
];
