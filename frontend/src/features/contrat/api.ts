import { keepPreviousData, useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/contrat';
import { adresse, api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type Schemas = components['schemas'];
type Ou<T, K extends keyof T> = Omit<T, K> & { [P in K]: T[P] | null };

export type Diffusion = 'INTERNE' | 'PARTENAIRES' | 'PUBLIC';
export type Decoupe = 'UNITE' | 'MOIS' | 'PRODUIT' | 'SEXE' | 'AGE';
export type Sorte = 'CHIFFRE' | 'NR' | 'ND' | 'SANS_OBJET' | 'TEXTE' | 'OUI_NON' | 'DOCUMENT' | 'RETIREE';

export type Saisie = Ou<Rempli<Schemas['SaisieContrat']>, 'valeur' | 'texte' | 'base' | 'source' | 'arreteAu' | 'commentaire' | 'par'>;
export type Imprime = Ou<Rempli<Schemas['ImprimeContrat']>, 'valeur' | 'perimetre' | 'arreteAu' | 'remarque'>;
export type Evolution = Ou<Rempli<Schemas['EvolutionContrat']>, 'valeur' | 'raison' | 'reserve' | 'imprimee'>;
export type Cellule = Omit<Rempli<Schemas['CelluleContrat']>, 'valeur' | 'raison' | 'compte' | 'saisie' | 'imprime' | 'difference' | 'commentaire' | 'alerte' | 'revision'> & {
  valeur: number | null; raison: string | null; commentaire: string | null; alerte: string | null;
  compte: Ou<Rempli<Schemas['ChiffreContrat']>, 'valeur' | 'raison' | 'base'> | null;
  saisie: Saisie | null;
  imprime: Imprime | null;
  difference: Ou<Rempli<Schemas['DifferenceContrat']>, 'explication'> | null;
  revision: Ou<Rempli<Schemas['RevisionContrat']>, 'pourquoi'> | null;
};
export type Cible = Omit<Rempli<Schemas['CibleContrat']>, 'valeur' | 'raison' | 'saisie' | 'imprime'> & { valeur: number | null; raison: string | null; saisie: Saisie | null; imprime: Imprime | null };
export interface Annee { annee: number; cible: Cible; realise: Cellule; ecart: Evolution }
export type Ligne = Omit<Rempli<Schemas['LigneContrat']>, 'unite' | 'indicateur' | 'niveau' | 'annees' | 'evolutions' | 'periode' | 'depuisReference' | 'remarque' | 'commentaireImprime' | 'alerte'> & {
  unite: string | null; indicateur: string | null; niveau: Cellule; annees: Annee[]; evolutions: Evolution[]; periode: Evolution | null; depuisReference: Evolution;
  remarque: string | null; commentaireImprime: string | null; alerte: string | null;
};
export type Exercice = Ou<Rempli<Schemas['ExerciceContrat']>, 'arreteLe' | 'nom' | 'qualite' | 'empreinte'>;
export type TableauContrat = Omit<Rempli<Schemas['TableauContrat']>, 'connuLe' | 'annees' | 'lignes'> & { connuLe: string | null; annees: Exercice[]; lignes: Ligne[] };
export type Accueil = Rempli<Schemas['AccueilContrat']>;
export type Explication = Omit<Rempli<Schemas['Explication']>, 'definition' | 'exclus' | 'evenements' | 'denominateur' | 'remarque' | 'unite'> & {
  unite: string | null; evenements: string | null; denominateur: string | null; remarque: string | null;
  definition: Ou<Rempli<Schemas['Definition']>, 'reference' | 'lecture' | 'source'> | null;
  exclus: Ou<Rempli<Schemas['Exclu']>, 'nombre'>[];
};
export type PartContrat = Ou<Rempli<Schemas['PartContrat']>, 'valeur' | 'raison'>;
export type Ventilation = Omit<Rempli<Schemas['VentilationContrat']>, 'total' | 'parts' | 'unite' | 'raison'> & { unite: string | null; raison: string | null; total: PartContrat; parts: PartContrat[] };
export type Revisee = Omit<Rempli<Schemas['CelluleRevisee']>, 'mouvement' | 'saisiePar' | 'saisieLe' | 'pourquoi'> & {
  mouvement: { entres: number; sortis: number; actes: Record<string, number> } | null; saisiePar: string | null; saisieLe: string | null; pourquoi: string | null;
};
export type Arrete = Omit<Rempli<Schemas['ArreteContrat']>, 'qualite' | 'remarque' | 'revisions'> & { qualite: string | null; remarque: string | null; revisions: Revisee[] };
export type Etape = Rempli<Schemas['EtapePossible']>['etape'];
export type Rapport = Omit<Rempli<Schemas['RapportExecution']>, 'etapes' | 'etat'> & {
  etat: Etape | null; etapes: Ou<Rempli<Schemas['EtapeFaite']>, 'remarques' | 'par'>[];
};
export type Fiche = Omit<Rempli<Schemas['FicheContrat']>, 'recit' | 'intitule'> & { intitule: string | null; recit: Ou<Rempli<Schemas['RecitFiche']>, 'par'> | null };
export type Responsable = Rempli<Schemas['Responsable']>;
export type VersionSaisie = Ou<Rempli<Schemas['VersionSaisie']>, 'valeur' | 'texte' | 'base' | 'source' | 'arreteAu' | 'commentaire' | 'motif' | 'par'>;

export const CONTRAT = ['contrat'] as const;

/** What the table is asked for; nothing means the document's own. */
export interface Demande { plan: string; reference: string; du: string; au: string; connuLe: string; diffusion: Diffusion }

export const useAccueil = () => useQuery({ queryKey: [...CONTRAT, 'accueil'], queryFn: ({ signal }) => api.get<Accueil>('/api/contrat', undefined, signal) });

export const useTableau = (d: Demande) =>
  useQuery({ queryKey: [...CONTRAT, 'tableau', d], queryFn: ({ signal }) => api.get<TableauContrat>('/api/contrat/tableau', { ...d }, signal), placeholderData: keepPreviousData });

export const usePourquoi = (code: string, annee: number, diffusion: Diffusion, connuLe: string) =>
  useQuery({
    queryKey: [...CONTRAT, 'pourquoi', code, annee, diffusion, connuLe],
    queryFn: ({ signal }) => api.get<Explication>(`/api/contrat/pourquoi/${code}`, { annee, diffusion, connuLe }, signal),
  });

export const useVentilation = (code: string, annee: number, decoupe: Decoupe, diffusion: Diffusion, connuLe: string) =>
  useQuery({
    queryKey: [...CONTRAT, 'ventilation', code, annee, decoupe, diffusion, connuLe],
    queryFn: ({ signal }) => api.get<Ventilation>(`/api/contrat/pourquoi/${code}/${decoupe}`, { annee, diffusion, connuLe }, signal),
    placeholderData: keepPreviousData,
  });

export const useHistoire = (code: string, annee: number, type: 'REALISE' | 'CIBLE') =>
  useQuery({ queryKey: [...CONTRAT, 'histoire', code, annee, type], queryFn: ({ signal }) => api.get<VersionSaisie[]>(`/api/contrat/saisies/${code}/${annee}/${type}`, undefined, signal) });

export const useArrete = (annee: number) => useQuery({ queryKey: [...CONTRAT, 'arrete', annee], queryFn: ({ signal }) => api.get<Arrete>(`/api/contrat/arretes/${annee}`, undefined, signal) });
export const useRapport = (annee: number) => useQuery({ queryKey: [...CONTRAT, 'rapport', annee], queryFn: ({ signal }) => api.get<Rapport>(`/api/contrat/rapports/${annee}`, undefined, signal) });
export const useFiches = (annee: number) => useQuery({ queryKey: [...CONTRAT, 'fiches', annee], queryFn: ({ signal }) => api.get<Fiche[]>('/api/contrat/fiches', { annee }, signal) });
export const useResponsables = (actif: boolean) =>
  useQuery({ queryKey: [...CONTRAT, 'responsables'], queryFn: ({ signal }) => api.get<Responsable[]>('/api/contrat/fiches/responsables', undefined, signal), enabled: actif });

export const fichier = (chemin: string, parametres: Record<string, string | number>) => adresse(chemin, parametres);

export interface CelluleASaisir {
  sorte: Sorte; valeur: number | null; texte: string | null; base: number | null; source: string | null; arreteAu: string | null; commentaire: string | null; motif: string | null; version: number;
}
export const saisir = (code: string, annee: number, type: 'REALISE' | 'CIBLE', corps: CelluleASaisir) => api.put(`/api/contrat/saisies/${code}/${annee}/${type}`, corps);

/** « 1 254 », « 12,5 », « NR », « sans objet », « oui » or words, as typed in a cell. */
export function lireCellule(texte: string, document: boolean): { sorte: Sorte; valeur: number | null; texte: string | null } {
  const nu = texte.trim();
  const simple = nu.toLowerCase();
  const nombre = nu.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.').replace(/%$/, '');
  if (nu === '') return { sorte: 'RETIREE', valeur: null, texte: null };
  if (/^-?\d+(\.\d+)?$/.test(nombre)) return { sorte: 'CHIFFRE', valeur: Number(nombre), texte: null };
  if (simple === 'nr') return { sorte: 'NR', valeur: null, texte: null };
  if (simple === 'nd') return { sorte: 'ND', valeur: null, texte: null };
  if (simple === 'sans objet' || simple === 'so') return { sorte: 'SANS_OBJET', valeur: null, texte: null };
  if (simple === 'oui' || simple === 'non') return { sorte: 'OUI_NON', valeur: null, texte: simple };
  return { sorte: document ? 'DOCUMENT' : 'TEXTE', valeur: null, texte: nu };
}

/** What stands in a typed cell, as it is typed. */
export const ecrireCellule = (s: Saisie | null): string =>
  !s || s.sorte === 'RETIREE' ? '' : s.sorte === 'CHIFFRE' ? String(s.valeur).replace('.', ',') : s.sorte === 'SANS_OBJET' ? 'sans objet' : s.sorte === 'NR' || s.sorte === 'ND' ? s.sorte : (s.texte ?? '');
