import { useQuery, useQueryClient } from '@tanstack/react-query';

import { annoncer } from '../annonces';
import { api } from '../api/client';

export interface ActeAnnulable {
  acte: string;
  libelle: string;
  le: string;
  par: string | null;
  parMoi: boolean;
  /** Words of the state the file comes back to; null when it does not move. */
  retour: string | null;
  jusquA: string;
  version: number;
}

export const cleDernierActe = (ipId: string) => ['ip', ipId, 'dernier-acte'] as const;

const lire = (ipId: string, signal?: AbortSignal) => api.get<{ acte: ActeAnnulable | null }>(`/api/ip/${ipId}/dernier-acte`, undefined, signal);

export const useDernierActe = (ipId: string) => useQuery({ queryKey: cleDernierActe(ipId), queryFn: ({ signal }) => lire(ipId, signal) });

/** Undoes the last act on an IP, and says where it stands now. */
export function useAnnuler(): (ipId: string) => Promise<void> {
  const cache = useQueryClient();
  return async (ipId) => {
    const { acte } = await lire(ipId);
    if (!acte) {
      annoncer('Cet acte ne peut plus être annulé d’un clic : quelqu’un a agi depuis.', { ton: 'erreur' });
      return;
    }
    await api.post(`/api/ip/${ipId}/annuler-dernier-acte`, { version: acte.version });
    annoncer(acte.retour ? `C’est annulé. Le dossier est revenu à « ${acte.retour} ».` : 'C’est annulé.');
    await cache.invalidateQueries();
  };
}

/** « Annuler » of a short word after an act on an IP: `annoncer('…', { annuler: useAnnulation(ipId) })`. */
export function useAnnulation(ipId: string): () => Promise<void> {
  const annuler = useAnnuler();
  return () => annuler(ipId);
}
