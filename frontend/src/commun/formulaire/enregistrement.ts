import { useSyncExternalStore } from 'react';

/* When the last draft was kept: the strip at the foot of every page says it. */
let dernier: string | null = null;
const ecouteurs = new Set<() => void>();

export function direEnregistrement(le: string | null): void {
  dernier = le;
  ecouteurs.forEach((e) => e());
}

export const useDernierEnregistrement = (): string | null =>
  useSyncExternalStore(
    (e) => {
      ecouteurs.add(e);
      return () => ecouteurs.delete(e);
    },
    () => dernier,
  );
