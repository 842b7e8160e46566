import { useSyncExternalStore } from 'react';

/** A short word after an act, with its undo while that is possible. Read aloud, and gone by itself unless it can be undone or is an error. */
export interface Annonce {
  id: number;
  texte: string;
  ton: 'fait' | 'erreur';
  annuler?: () => Promise<unknown> | void;
}

let suite = 0;
let annonces: Annonce[] = [];
const ecouteurs = new Set<() => void>();
const poser = (a: Annonce[]) => {
  annonces = a;
  ecouteurs.forEach((e) => e());
};

export const retirer = (id: number) => poser(annonces.filter((a) => a.id !== id));

/** Says `texte`, once if it is being said already; with `annuler`, offers « Annuler » for 20 seconds (longer while the pointer or the focus is on it). */
export function annoncer(texte: string, options: { ton?: 'fait' | 'erreur'; annuler?: Annonce['annuler'] } = {}): void {
  const autres = annonces.filter((a) => a.texte !== texte || a.annuler);
  poser([...autres.slice(-2), { id: ++suite, texte, ton: options.ton ?? 'fait', annuler: options.annuler }]);
}

export const useAnnonces = (): Annonce[] =>
  useSyncExternalStore(
    (e) => {
      ecouteurs.add(e);
      return () => ecouteurs.delete(e);
    },
    () => annonces,
  );
