import type { components } from '../../api/generated/journal';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';

type Schemas = components['schemas'];
export type LigneJournal = Rempli<Schemas['Ligne']>;
export type PageLignes = Omit<Rempli<Schemas['PageLignes']>, 'lignes'> & { lignes: LigneJournal[] };
export type Verification = Rempli<Schemas['VerificationFaite']>;
export interface Choix {
  id: string;
  libelle: string;
  detail: string;
}

export interface DemandeLignes {
  enfantId?: string;
  agentId?: string;
  genre?: string;
  du?: string;
  au?: string;
}

export const GENRES: Record<string, string> = {
  OUVERTURE: 'Ouverture',
  MODIFICATION: 'Modification',
  RECHERCHE: 'Recherche',
  REFUS: 'Refus d’accès',
  CONNEXION: 'Connexion',
};

const SUJETS: Record<string, string> = {
  ENFANT: 'un dossier d’enfant', DOCUMENT: 'un document', IP: 'une information préoccupante', INFORMATION: 'une information reçue', MESURE: 'une mesure', UTILISATEUR: 'un compte',
};

/** The file of a line: by its number or name when the reader may have it, by what it is otherwise. */
export function concerne(l: LigneJournal): string {
  if (l.genre === 'RECHERCHE') return l.nombre === 0 ? 'aucun résultat' : `${l.nombre} résultat${(l.nombre ?? 0) > 1 ? 's' : ''}`;
  return l.concerne ?? (l.sujetType ? SUJETS[l.sujetType] ?? 'un dossier' : '—');
}

export const mesLignes = (apres: string | undefined, signal: AbortSignal) => api.get<PageLignes>('/api/journal/miennes', { apres }, signal);
export const chercherLignes = (demande: DemandeLignes, apres?: string) => api.post<PageLignes>('/api/journal/recherche', { ...demande, apres });
export const verifier = () => api.post<Verification>('/api/journal/verification');

export async function chercherEnfants(q: string): Promise<Choix[]> {
  const trouves = await api.post<{ id: string; nom: string; age: string }[]>('/api/journal/enfants', { q });
  return trouves.map((e) => ({ id: e.id, libelle: e.nom, detail: e.age }));
}

export async function chercherAgents(q: string): Promise<Choix[]> {
  const trouves = await api.post<{ id: string; nom: string; fonction: string | null; actif: boolean }[]>('/api/journal/agents', { q });
  return trouves.map((a) => ({ id: a.id, libelle: a.nom, detail: [a.fonction, a.actif ? '' : 'compte fermé'].filter(Boolean).join(' · ') }));
}
