import { keepPreviousData, useQuery } from '@tanstack/react-query';

import type { components as Schema } from '../../api/generated/schema';
import type { components as Stats } from '../../api/generated/statistique';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type Peut<T, C extends keyof T> = Omit<T, C> & { [c in C]: T[c] | null };
type S = Stats['schemas'];

export type LigneDrees = Peut<Rempli<S['LigneDrees']>, 'article' | 'source'>;
export type TableauDrees = Omit<Rempli<S['TableauDrees']>, 'lignes'> & { lignes: LigneDrees[] };
export type VariableOlinpe = Peut<Rempli<S['VariableOlinpe']>, 'manque' | 'format'>;
export type Completude = Omit<Rempli<S['CompletudeOlinpe']>, 'variables'> & { variables: VariableOlinpe[] };
export type ResultatVariable = Peut<Rempli<S['ResultatOlinpe']>, 'alerte'>;
export type RapportDuMois = Omit<Rempli<S['RapportOlinpe']>, 'variables'> & { variables: ResultatVariable[] };
export type Historique = Omit<Rempli<S['HistoriqueOlinpe']>, 'rapports'> & { rapports: RapportDuMois[] };
export type FicheVariable = Omit<Peut<Rempli<S['FicheOlinpe']>, 'manque' | 'format' | 'inconnu' | 'moisDesUnites' | 'ou'>, 'mois'> & { mois: Peut<Rempli<S['PointOlinpe']>, 'alerte'>[] };
export type Manques = Omit<Peut<Rempli<S['ManquesVusOlinpe']>, 'variable' | 'horsDeVue'>, 'dossiers'> & { dossiers: Peut<Rempli<S['DossierACompleter']>, 'unite'>[] };
export type Avis = Rempli<S['AvisOlinpe']>;
export type EtapeSchema = Peut<Rempli<Schema['schemas']['EtapeSchema']>, 'par' | 'annuleeLe' | 'annuleeMotif'>;
export type ValeurSchema = Peut<Rempli<Schema['schemas']['ValeurSchema']>, 'valeur' | 'raison'>;
export type LigneSchema = Omit<Rempli<Schema['schemas']['LigneSchema']>, 'valeurs'> & { valeurs: ValeurSchema[] };
export type FicheSchema = Omit<Peut<Rempli<Schema['schemas']['FicheSchema']>, 'pilote' | 'depuis'>, 'etapes' | 'lignes'> & { etapes: EtapeSchema[]; lignes: LigneSchema[] };
export type PageSchema = Omit<Peut<Rempli<Schema['schemas']['PageSchema']>, 'code' | 'titre' | 'mot'>, 'fiches'> & { fiches: FicheSchema[] };

export const useDrees = (annee: number) =>
  useQuery({ queryKey: ['statistiques', 'drees', annee], queryFn: ({ signal }) => api.get<TableauDrees>(`/api/statistiques/drees/${annee}`, undefined, signal), placeholderData: keepPreviousData });

export const useOlinpe = (annee: number) =>
  useQuery({ queryKey: ['statistiques', 'olinpe', annee], queryFn: ({ signal }) => api.get<Completude>(`/api/statistiques/olinpe/${annee}`, undefined, signal), placeholderData: keepPreviousData });

const ICI = ['statistiques', 'olinpe'];

export const useRapports = (annee: number) =>
  useQuery({ queryKey: [...ICI, 'rapports', annee], queryFn: ({ signal }) => api.get<Historique>(`/api/statistiques/olinpe/${annee}/rapports`, undefined, signal), placeholderData: keepPreviousData });

export const useVariable = (annee: number, code: string) =>
  useQuery({ queryKey: [...ICI, 'variable', annee, code], queryFn: ({ signal }) => api.get<FicheVariable>(`/api/statistiques/olinpe/${annee}/variables/${encodeURIComponent(code)}`, undefined, signal) });

export const useManques = (annee: number, variable: string | null) =>
  useQuery({ queryKey: [...ICI, 'manques', annee, variable], queryFn: ({ signal }) => api.get<Manques>(`/api/statistiques/olinpe/${annee}/manques`, { variable }, signal), placeholderData: keepPreviousData });

export const useAvis = () =>
  useQuery({ queryKey: [...ICI, 'avis'], queryFn: async ({ signal }) => (await api.get<{ avis: Avis[] }>('/api/statistiques/olinpe/avis', undefined, signal)).avis, staleTime: 300_000 });

/** In the menu: variables that passed under their threshold or fell, and that I have not read. */
export function useCompteMenu() {
  const { data } = useAvis();
  return data && data.length > 0 ? { attendent: data.length, nonLues: data.length } : undefined;
}

/** How sure a label of the dictionary is. */
export const CERTITUDES: Record<string, string> = {
  ETABLI: 'Texte en vigueur lu', REPRIS: 'Libellé de 2011, code que l’outil national garde', ANCIEN: 'Guide de 2018, à relire', NON_ETABLI: 'À valider', LOCAL: 'Hors liste officielle',
};

export const useSchema = () => useQuery({ queryKey: ['statistiques', 'schema'], queryFn: ({ signal }) => api.get<PageSchema>('/api/schema', undefined, signal) });

interface TableauDuSchema { lignes: { code: string; compte: boolean; niveau: CelluleDuSchema; annees: { annee: number; realise: CelluleDuSchema }[] }[] }
interface CelluleDuSchema { annee: number; texte: string; origine: string }

/** What stands in the schéma's table for a row nothing counts: typed, or printed; « à saisir » where there is nothing yet. */
export const useSaisies = (plan: string | null) => {
  const { data } = useQuery({
    queryKey: ['contrat', 'tableau', 'schema', plan], enabled: plan !== null,
    queryFn: ({ signal }) => api.get<TableauDuSchema>('/api/contrat/tableau', { plan: plan ?? '' }, signal),
  });
  return (code: string, annee: number) => {
    const cellule = data?.lignes.find((l) => l.code === code)?.annees.find((a) => a.annee === annee)?.realise;
    return cellule === undefined ? '' : cellule.origine === 'AUCUNE' ? 'à\u00a0saisir' : cellule.texte;
  };
};

/** The last years, the current one first. */
export const annees = (aujourdhui: string) => Array.from({ length: 10 }, (_, n) => String(Number(aujourdhui.slice(0, 4)) - n));
