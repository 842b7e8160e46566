import { useRef, type ReactNode } from 'react';
import { Link } from 'react-router';

import { useRaccourcis } from '../raccourcis';
import classes from './liste.module.css';

export interface Colonne<T> {
  titre: string;
  rendu: (ligne: T) => ReactNode;
  /** Hidden under this width of the table, least important first. */
  large?: boolean;
  nombre?: boolean;
}

/**
 * A dense table: one line each, the first column is the link that opens it. `j` and `k` go down and up, Enter opens. The caption is read
 * aloud and says what the table counts.
 */
export function Tableau<T>({ legende, colonnes, lignes, cle, adresse, active, cacherLegende, defilant }: {
  legende: string;
  colonnes: Colonne<T>[];
  lignes: T[];
  cle: (ligne: T) => string;
  adresse?: (ligne: T) => string;
  active?: string;
  cacherLegende?: boolean;
  /** Wider than most screens and without a link in it: the keyboard scrolls it. */
  defilant?: boolean;
}) {
  const corps = useRef<HTMLTableSectionElement>(null);
  useDeplacement(corps, legende, !!adresse);
  return (
    <div className={classes.defile} {...(defilant ? { tabIndex: 0, role: 'region', 'aria-label': legende } : {})}>
      <table className={classes.tableau}>
        <caption className={cacherLegende ? 'jalon-invisible' : undefined}>{legende}</caption>
        <thead>
          <tr>
            {colonnes.map((c) => (
              <th key={c.titre} scope="col" data-large={c.large ? '' : undefined} data-nombre={c.nombre ? '' : undefined}>
                {c.titre}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={corps}>
          {lignes.map((l) => (
            <tr key={cle(l)} data-active={active === cle(l) ? '' : undefined}>
              {colonnes.map((c, i) => (
                <td key={c.titre} data-large={c.large ? '' : undefined} data-nombre={c.nombre ? '' : undefined}>
                  {i === 0 && adresse ? (
                    <Link to={adresse(l)} data-ligne aria-current={active === cle(l) ? 'true' : undefined}>
                      {c.rendu(l)}
                    </Link>
                  ) : (
                    c.rendu(l)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** j and k move the focus between the `[data-ligne]` links of a list; Enter, as on any link, opens. */
export function useDeplacement(zone: React.RefObject<HTMLElement | null>, titre: string, actif = true): void {
  const aller = (pas: number) => {
    const liens = [...(zone.current?.querySelectorAll<HTMLElement>('[data-ligne]') ?? [])];
    const ici = liens.indexOf(document.activeElement as HTMLElement);
    const depart = ici >= 0 ? ici : liens.findIndex((l) => l.getAttribute('aria-current') === 'true');
    const vers = depart < 0 ? (pas > 0 ? 0 : liens.length - 1) : Math.min(liens.length - 1, Math.max(0, depart + pas));
    liens[vers]?.focus();
    liens[vers]?.scrollIntoView({ block: 'nearest' });
  };
  useRaccourcis(
    titre,
    actif
      ? [
          { touche: 'j', libelle: 'Ligne suivante', action: () => aller(1) },
          { touche: 'k', libelle: 'Ligne précédente', action: () => aller(-1) },
        ]
      : [],
  );
}
