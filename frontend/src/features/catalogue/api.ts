import { useQuery } from '@tanstack/react-query';

import { api } from '../../commun/api/client';

export interface Compte {
  departement: string;
  classe: 'A' | 'B' | 'M';
  lignes: number;
  tableauDeBord: number;
  vivantes: number;
  aLaMain: number;
  sansFormule: number;
  aConstruire: number;
}
export interface SansFormule { code: string; departement: string; classe: string; libelle: string; raison: string | null }
export interface Rapport { comptes: Compte[]; sansFormule: SansFormule[]; lignes: number; valeurs: number; formules: number; cumulees: number }
export interface VersionCatalogue { version: number; empreinte: string; du: string; motif: string | null }
export interface Ajoutes { version: number; yaml: string; empreinte: string; versions: VersionCatalogue[] }
export interface ErreurCatalogue { ligne: number; colonne: number; message: string }
export interface Definition {
  code: string; reference: string | null; libelle: string; unite: string; groupe: string; compte: string; date: string; inclus: string[]; exclus: string[];
  lecture: string | null; source: string | null; aUneDate: boolean; ventilable: boolean;
}
export interface Terme { role: string; code: string; libelle: string }
export interface IndicateurLu { definition: Definition; formule: string | null; termes: Terme[]; jours: { annee: number; le: string }[]; ajoute: boolean }
export interface LigneLue {
  code: string; document: string; fiche: string; intituleFiche: string | null; libelle: string; unite: string | null; nature: string; classe: 'A' | 'B' | 'M'; tableauDeBord: boolean;
  evenements: string | null; denominateur: string | null; source: string | null; remarque: string | null; raison: string | null; indicateurs: string[];
}
export interface CatalogueLu { annee: number; lignes: LigneLue[]; indicateurs: IndicateurLu[] }
export interface Valeur { annee: number; valeur: number | null; texte: string; raison: string | null }
export interface Apercu { code: string; libelle: string; unite: string; valeurs: Valeur[] }
export interface Mot { code: string; libelle: string }
export interface Formule { nom: string; dit: string; reglages: { nom: string; facultatif: boolean; valeurs: string[] }[] }
export interface Mots {
  exemples: { titre: string; yaml: string }[]; formules: Formule[]; periodes: Mot[]; evenements: Mot[]; dimensions: (Mot & { valeurs: Mot[] })[]; reperes: Mot[]; unites: Mot[];
}

export const CATALOGUE = ['catalogue'] as const;
const BASE = '/api/indicateurs/catalogue';

export const useRapport = () => useQuery({ queryKey: [...CATALOGUE, 'rapport'], queryFn: ({ signal }) => api.get<Rapport>(`${BASE}/rapport`, undefined, signal) });
export const useLignes = () => useQuery({ queryKey: [...CATALOGUE, 'lignes'], queryFn: ({ signal }) => api.get<CatalogueLu>(`${BASE}/lignes`, undefined, signal) });
export const useAjoutes = () => useQuery({ queryKey: [...CATALOGUE, 'ajoutes'], queryFn: ({ signal }) => api.get<Ajoutes>(`${BASE}/ajoutes`, undefined, signal) });
export const useMots = () => useQuery({ queryKey: [...CATALOGUE, 'mots'], queryFn: ({ signal }) => api.get<Mots>(`${BASE}/mots`, undefined, signal), staleTime: 600_000 });
export const useChiffres = (code: string) =>
  useQuery({ queryKey: [...CATALOGUE, 'chiffres', code], queryFn: ({ signal }) => api.get<Apercu>(`${BASE}/chiffres/${code}`, undefined, signal) });

export const lireVersion = (version: number) => api.get<Ajoutes>(`${BASE}/ajoutes/${version}`);

/** What the text would count; or what is wrong with it. Nothing is kept. */
export const apercevoir = (yaml: string) => api.post<{ erreurs: ErreurCatalogue[]; indicateurs: Apercu[] }>(`${BASE}/apercu`, { yaml });

export const enregistrer = (yaml: string, version: number, motif: string) => api.put<{ version: number }>(`${BASE}/ajoutes`, { yaml, version, motif });
