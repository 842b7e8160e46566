import { useCallback, useEffect, useRef, useState } from 'react';

import { enProbleme } from '../api/probleme';
import { direEnregistrement } from '../formulaire/enregistrement';

/** What somebody else wrote while I was writing. */
export interface ConflitTextes {
  par: string | null;
  le: string | null;
  version: number;
  texte: string;
}

export type EtatTexte = { etat: 'lue' | 'en-cours' } | { etat: 'enregistree'; le: string } | { etat: 'souci'; pourquoi: string };

const ATTENTE = 1_500;

/**
 * One text of several writers, saved as one types. Saves follow one another; one that meets somebody else's text stops and hands both over;
 * one that meets a cut line leaves again by itself. What is typed is never replaced by what is read.
 *
 * @param sauver sends the text on the version it was written on; refused as a conflict, the answer holds the other text
 * @param retenir what the screen keeps of a save, so that coming back shows it before the server is asked again
 */
export function useTexte({ lue, sauver, retenir }: {
  lue: { texte: string; version: number };
  sauver: (texte: string, version: number) => Promise<{ version: number; modifieeLe: string }>;
  retenir: (version: number, texte: string, le: string) => void;
}) {
  const [texte, setTexte] = useState(lue.texte);
  const [etat, setEtat] = useState<EtatTexte>({ etat: 'lue' });
  const [conflit, setConflit] = useState<ConflitTextes | null>(null);
  const version = useRef(lue.version);
  const attendu = useRef<string | null>(null);
  const minuterie = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** When the oldest key not yet sent was struck: a hand that never rests is saved as often as one that does. */
  const depuis = useRef<number | null>(null);
  const envoi = useRef<Promise<unknown>>(Promise.resolve());
  const enConflit = useRef(false);

  const appels = useRef({ sauver, retenir });
  useEffect(() => {
    appels.current = { sauver, retenir };
  });

  const envoyer = useCallback(() => {
    clearTimeout(minuterie.current);
    envoi.current = envoi.current.then(async () => {
      if (attendu.current === null || enConflit.current) return;
      const t = attendu.current;
      attendu.current = null;
      depuis.current = null;
      try {
        const r = await appels.current.sauver(t, version.current);
        version.current = r.version;
        appels.current.retenir(r.version, t, r.modifieeLe);
        if (attendu.current === null) setEtat({ etat: 'enregistree', le: r.modifieeLe });
        direEnregistrement(r.modifieeLe);
      } catch (e) {
        attendu.current ??= t;
        const p = enProbleme(e);
        const autre = p.conflit as (ConflitTextes & { quoi: string }) | null;
        if (autre && typeof autre.texte === 'string') {
          enConflit.current = true;
          setConflit(autre);
          setEtat({ etat: 'souci', pourquoi: autre.quoi });
        } else {
          setEtat({ etat: 'souci', pourquoi: p.detail });
          if (p.passager) minuterie.current = setTimeout(() => void envoyerRef.current(), 5_000);
        }
      }
    });
    return envoi.current;
  }, []);
  const envoyerRef = useRef(envoyer);
  useEffect(() => {
    envoyerRef.current = envoyer;
  }, [envoyer]);

  useEffect(() => {
    const partir = () => {
      if (document.visibilityState === 'hidden') void envoyerRef.current();
    };
    const retenirLaPage = (e: BeforeUnloadEvent) => {
      if (attendu.current !== null) e.preventDefault();
    };
    document.addEventListener('visibilitychange', partir);
    window.addEventListener('beforeunload', retenirLaPage);
    return () => {
      document.removeEventListener('visibilitychange', partir);
      window.removeEventListener('beforeunload', retenirLaPage);
      void envoyerRef.current();
    };
  }, []);

  // A colleague wrote and I have nothing waiting: I read their text.
  useEffect(() => {
    if (lue.version > version.current && attendu.current === null && !enConflit.current) {
      version.current = lue.version;
      setTexte(lue.texte);
    }
  }, [lue.version, lue.texte]);

  const ecrire = useCallback((t: string) => {
    setTexte(t);
    attendu.current = t;
    if (enConflit.current) return;
    setEtat({ etat: 'en-cours' });
    depuis.current ??= Date.now();
    clearTimeout(minuterie.current);
    minuterie.current = setTimeout(() => void envoyerRef.current(), Math.max(0, depuis.current + ATTENTE - Date.now()));
  }, []);

  /** The person chose what stands, having seen both texts. */
  const trancher = useCallback((retenu: string, surVersion: number) => {
    version.current = surVersion;
    enConflit.current = false;
    setConflit(null);
    setTexte(retenu);
    attendu.current = retenu;
    setEtat({ etat: 'en-cours' });
    void envoyerRef.current();
  }, []);

  return { texte, etat, conflit, ecrire, enregistrer: envoyer, trancher };
}
