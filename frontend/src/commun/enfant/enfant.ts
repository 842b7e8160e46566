import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { components } from '../../api/generated/dossier';
import { api } from '../api/client';
import type { Rempli } from '../api/rempli';
import { lireNaissance, NAISSANCE_INCONNUE, type NaissanceSaisie } from './naissance';

export type CarteEnfant = Rempli<components['schemas']['CarteEnfant']>;
export type ResultatRecherche = Rempli<components['schemas']['ResultatRecherche']>;

/** An identity as the server receives it (`EnfantSaisi`). */
export interface EnfantSaisie {
  nom: string;
  nomUsage: string | null;
  prenoms: string;
  nonNomme: boolean;
  sexe: 'FILLE' | 'GARCON' | 'INCONNU';
  naissance: NaissanceSaisie;
  communeNaissance: string | null;
  decesLe: string | null;
  personneSeDeclarantMineure: boolean;
}

/** What was chosen: a known child, or a new one described. Serialises in a draft; `saisieDe` gives what `SaisieFamille` expects. */
export type EnfantChoisi = { type: 'connu'; enfantId: string; affiche: string; detail: string } | { type: 'nouveau'; nouveau: EnfantSaisie };

/** The two fields of `EnfantDe` in `SaisieFamille`. */
export const saisieDe = (choisi: EnfantChoisi): { enfantId: string | null; nouveau: EnfantSaisie | null } =>
  choisi.type === 'connu' ? { enfantId: choisi.enfantId, nouveau: null } : { enfantId: null, nouveau: choisi.nouveau };

/** « Maëlys Le Goff », « Enfant à naître »: a chosen child in the rest of the form. */
export const affiche = (choisi: EnfantChoisi): string =>
  choisi.type === 'connu' ? choisi.affiche : [choisi.nouveau.prenoms.split(' ')[0], choisi.nouveau.nom].filter(Boolean).join(' ')
    || (choisi.nouveau.naissance.precision === 'A_NAITRE' ? 'Enfant à naître' : 'Enfant non nommé');

/** A new child from what was typed to search: the date, the first name, the rest. Everything stays to be corrected. */
export function nouveauDepuis(q: string, aujourdhui: string): EnfantSaisie {
  const date = q.match(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}[/.-]\d{4}|(?:vers\s+)?\d{4}/i)?.[0];
  const mots = (date ? q.replace(date, ' ') : q).trim().split(/\s+/).filter(Boolean);
  const majuscules = mots.filter((m) => m.length > 1 && m === m.toUpperCase());
  const prenoms = majuscules.length && majuscules.length < mots.length ? mots.filter((m) => !majuscules.includes(m)) : mots.slice(0, 1);
  return {
    nom: mots.filter((m) => !prenoms.includes(m)).join(' '), nomUsage: null, prenoms: prenoms.join(' '), nonNomme: false, sexe: 'INCONNU',
    naissance: (date && lireNaissance(date, aujourdhui)) || NAISSANCE_INCONNUE, communeNaissance: null, decesLe: null, personneSeDeclarantMineure: false,
  };
}

/**
 * Known children whose name looks like `q`, as it is typed. A POST: a child's name stands in no address. One journal line a search, so it
 * waits for the hand to rest.
 */
export function useRechercheEnfants(q: string, attente = 350) {
  const [demande, setDemande] = useState('');
  useEffect(() => {
    const t = setTimeout(() => setDemande(q.trim()), attente);
    return () => clearTimeout(t);
  }, [q, attente]);
  const requete = useQuery({
    queryKey: ['enfants', 'recherche', demande],
    queryFn: () => api.post<ResultatRecherche>('/api/enfants/recherche', { q: demande, naissance: null, partiel: true, limite: 8 }),
    enabled: demande.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    gcTime: 60_000,
  });
  return { ...requete, ajour: demande === q.trim() && !requete.isPlaceholderData, demande };
}
