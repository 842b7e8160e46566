import { useCallback, useEffect, useRef, useState } from 'react';

import { adresse, api } from '../api/client';
import { enProbleme } from '../api/probleme';
import { direEnregistrement } from './enregistrement';

export interface BrouillonLu<V> {
  contenu: V;
  versionBase: number | null;
  enregistreLe: string;
}

export type EtatBrouillon =
  | { etat: 'lecture' | 'vierge' | 'en-cours' }
  | { etat: 'enregistre'; le: string }
  | { etat: 'non-enregistre'; pourquoi: string };

const ATTENTE = 1_500;

const chemin = (formulaire: string, sujet?: string | null) => adresse(`/api/brouillons/${encodeURIComponent(formulaire)}`, { sujet });

/**
 * The draft of a form, kept on the server as one types (1.5 s after the first key not yet kept) and found again after a cut, on another computer too.
 * `restaurer` receives what was kept, once, before anything is saved; `enregistrer` follows the values; `effacer` when the act is done.
 * Without `formulaire`, does nothing.
 */
export function useBrouillon<V>({ formulaire, sujet, version, restaurer }: {
  formulaire: string | undefined;
  sujet?: string | null;
  version?: number | null;
  restaurer: (brouillon: BrouillonLu<V>) => void;
}) {
  const [etat, setEtat] = useState<EtatBrouillon>({ etat: formulaire ? 'lecture' : 'vierge' });
  const attendu = useRef<V | null>(null);
  const minuterie = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** When the oldest key not yet sent was struck: a hand that never rests is saved as often as one that does. */
  const depuis = useRef<number | null>(null);
  const envoi = useRef<Promise<unknown>>(Promise.resolve());
  const fini = useRef(false);
  const dernier = useRef({ version, restaurer });
  useEffect(() => {
    dernier.current = { version, restaurer };
  });

  const envoyer = useCallback(() => {
    clearTimeout(minuterie.current);
    if (!formulaire || attendu.current === null || fini.current) return envoi.current;
    const contenu = attendu.current;
    attendu.current = null;
    depuis.current = null;
    // One at a time: an older save must never land after a newer one.
    envoi.current = envoi.current.then(async () => {
      if (fini.current) return;
      try {
        const { enregistreLe } = await api.put<{ enregistreLe: string }>(chemin(formulaire, sujet), { contenu, versionBase: dernier.current.version ?? null });
        if (attendu.current === null) setEtat({ etat: 'enregistre', le: enregistreLe });
        direEnregistrement(enregistreLe);
      } catch (e) {
        attendu.current ??= contenu;
        const p = enProbleme(e);
        setEtat({ etat: 'non-enregistre', pourquoi: p.detail });
        if (p.passager && !fini.current) minuterie.current = setTimeout(() => void envoyerRef.current(), 5_000);
      }
    });
    return envoi.current;
  }, [formulaire, sujet]);
  const envoyerRef = useRef(envoyer);
  useEffect(() => {
    envoyerRef.current = envoyer;
  }, [envoyer]);

  useEffect(() => {
    if (!formulaire) return;
    const arret = new AbortController();
    fini.current = false;
    setEtat({ etat: 'lecture' });
    api
      .get<BrouillonLu<V> | undefined>(chemin(formulaire, sujet), undefined, arret.signal)
      .then((lu) => {
        if (arret.signal.aborted) return;
        if (lu) dernier.current.restaurer(lu);
        setEtat(lu ? { etat: 'enregistre', le: lu.enregistreLe } : { etat: 'vierge' });
      })
      .catch((e) => {
        if (!arret.signal.aborted) setEtat({ etat: 'non-enregistre', pourquoi: enProbleme(e).detail });
      });
    const partir = () => {
      if (document.visibilityState === 'hidden') void envoyerRef.current();
    };
    document.addEventListener('visibilitychange', partir);
    return () => {
      arret.abort();
      document.removeEventListener('visibilitychange', partir);
      void envoyerRef.current();
    };
  }, [formulaire, sujet]);

  const enregistrer = useCallback(
    (valeurs: V) => {
      if (!formulaire || fini.current) return;
      attendu.current = valeurs;
      setEtat((e) => (e.etat === 'non-enregistre' ? e : { etat: 'en-cours' }));
      depuis.current ??= Date.now();
      clearTimeout(minuterie.current);
      minuterie.current = setTimeout(() => void envoyerRef.current(), Math.max(0, depuis.current + ATTENTE - Date.now()));
    },
    [formulaire],
  );

  /** The act is done, or the person starts again from nothing (`recommencer`): the draft goes. */
  const effacer = useCallback(
    async (recommencer = false) => {
      clearTimeout(minuterie.current);
      attendu.current = null;
      fini.current = !recommencer;
      if (!formulaire) return;
      await envoi.current;
      try {
        await api.delete(chemin(formulaire, sujet));
      } catch {
        // A draft left behind is found by the next visit; the act itself is done.
      }
      setEtat({ etat: 'vierge' });
      direEnregistrement(null);
    },
    [formulaire, sujet],
  );

  return { etat, enregistrer, enregistrerMaintenant: envoyer, effacer };
}
