import { useEffect, useRef, useSyncExternalStore } from 'react';

/** One key, what it does in French, and the act. Shown by « ? ». */
export interface Raccourci {
  touche: string;
  libelle: string;
  action: () => void;
}

interface Groupe {
  titre: string;
  raccourcis: Raccourci[];
}

let groupes: Groupe[] = [];
const ecouteurs = new Set<() => void>();
const CLE = 'jalon.raccourcis';
let actifs = typeof localStorage === 'undefined' || localStorage.getItem(CLE) !== 'non';

const dire = () => ecouteurs.forEach((e) => e());
const abonner = (e: () => void) => {
  ecouteurs.add(e);
  return () => ecouteurs.delete(e);
};

/** Single keys can be put off (RGAA 12.10: dictation software and tremor type letters nobody meant). */
export function basculerRaccourcis(oui: boolean): void {
  actifs = oui;
  localStorage.setItem(CLE, oui ? 'oui' : 'non');
  dire();
}

export const useRaccourcisActifs = (): boolean => useSyncExternalStore(abonner, () => actifs);
export const useGroupesDeRaccourcis = (): Groupe[] => useSyncExternalStore(abonner, () => groupes);

const saisit = (cible: EventTarget | null) =>
  cible instanceof HTMLElement && (cible.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(cible.tagName)) && !/^(checkbox|radio|button)$/.test((cible as HTMLInputElement).type ?? '');

if (typeof document !== 'undefined') {
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || saisit(e.target)) return;
    if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
    if (!actifs) return;
    for (const groupe of [...groupes].reverse()) {
      const r = groupe.raccourcis.find((x) => x.touche === e.key);
      if (r) {
        e.preventDefault();
        r.action();
        return;
      }
    }
  });
}

/** Keys of a screen, for as long as it is shown; the last screen shown answers first. */
export function useRaccourcis(titre: string, raccourcis: Raccourci[]): void {
  const courants = useRef(raccourcis);
  useEffect(() => {
    courants.current = raccourcis;
  });
  const signature = raccourcis.map((r) => `${r.touche}=${r.libelle}`).join('|');
  useEffect(() => {
    const groupe: Groupe = {
      titre,
      raccourcis: courants.current.map((r) => ({ ...r, action: () => courants.current.find((x) => x.touche === r.touche)?.action() })),
    };
    groupes = [...groupes, groupe];
    dire();
    return () => {
      groupes = groupes.filter((g) => g !== groupe);
      dire();
    };
  }, [titre, signature]);
}
