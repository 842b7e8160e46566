import { useSearchParams } from 'react-router';

/** Code of an act and the words of its button. */
export type Libelle = readonly [code: string, libelle: string];

/** What is possible on a file now, in the house's order: the two the step proposes first, and the rest. */
export function ranger(libelles: readonly Libelle[], possibles: readonly string[], proposes: readonly string[] = []) {
  const offerts = libelles.filter(([code]) => possibles.includes(code));
  const premiers = proposes.flatMap((code) => offerts.filter(([c]) => c === code)).slice(0, 2);
  return { premiers, autres: offerts.filter((l) => !premiers.includes(l)) };
}

/** The words of an act that is possible now, or null. */
export const libelleDe = (libelles: readonly Libelle[], possibles: readonly string[], code: string) =>
  libelles.find(([c]) => c === code && possibles.includes(c))?.[1] ?? null;

/** The tab and the act a page stands on, kept in its address: a reload and the way back find them again. */
export function useOuvert() {
  const [recherche, setRecherche] = useSearchParams();
  const poser = (cle: 'onglet' | 'acte', valeur: string | null) =>
    setRecherche((avant) => {
      const apres = new URLSearchParams(avant);
      if (valeur) apres.set(cle, valeur);
      else apres.delete(cle);
      return apres;
    });
  return { onglet: recherche.get('onglet'), acte: recherche.get('acte'), poser };
}
