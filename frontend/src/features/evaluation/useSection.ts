import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';

import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { direEnregistrement } from '../../commun/formulaire/enregistrement';
import { chemin, EVALUATION, type Evaluation, type Section } from './api';

/** What somebody else wrote while I was writing. */
export interface ConflitTextes {
  par: string | null;
  le: string | null;
  version: number;
  texte: string;
}

export type EtatSection = { etat: 'lue' | 'en-cours' } | { etat: 'enregistree'; le: string } | { etat: 'souci'; pourquoi: string };

const ATTENTE = 1_500;

/**
 * One section of the report, saved as one types. Saves follow one another; one that meets somebody else's text stops and hands both over;
 * one that meets a cut line leaves again by itself. What is typed is never replaced by what is read.
 */
export function useSection(ipId: string, lue: Section) {
  const cache = useQueryClient();
  const [texte, setTexte] = useState(lue.texte);
  const [etat, setEtat] = useState<EtatSection>({ etat: 'lue' });
  const [conflit, setConflit] = useState<ConflitTextes | null>(null);
  const version = useRef(lue.version);
  const attendu = useRef<string | null>(null);
  const minuterie = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const envoi = useRef<Promise<unknown>>(Promise.resolve());
  const enConflit = useRef(false);

  const { code } = lue;
  const retenir = useCallback(
    (v: number, t: string, le: string) =>
      // Coming back to this tab shows what was saved, before the server is asked again.
      cache.setQueryData<Evaluation>(EVALUATION(ipId), (e) =>
        e && { ...e, sections: e.sections.map((s) => (s.code === code ? { ...s, version: v, texte: t, modifieeLe: le } : s)) }),
    [cache, ipId, code],
  );

  const envoyer = useCallback(() => {
    clearTimeout(minuterie.current);
    envoi.current = envoi.current.then(async () => {
      if (attendu.current === null || enConflit.current) return;
      const t = attendu.current;
      attendu.current = null;
      try {
        const r = await api.put<{ version: number; modifieeLe: string }>(chemin(ipId, `/sections/${code}`), { version: version.current, texte: t });
        version.current = r.version;
        retenir(r.version, t, r.modifieeLe);
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
  }, [ipId, code, retenir]);
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
    clearTimeout(minuterie.current);
    minuterie.current = setTimeout(() => void envoyerRef.current(), ATTENTE);
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
