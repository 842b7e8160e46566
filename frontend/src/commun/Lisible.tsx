import type { ReactNode } from 'react';

import { age, dateLongue } from './temps';
import { useMoi } from './moi';
import classes from './commun.module.css';

/** Facts as a definition list; a fact that is null or empty is left out, unless `absent` says what to write. */
export function Lisible({ faits, absent }: { faits: [string, ReactNode][]; absent?: string }) {
  const dits = faits.filter(([, v]) => absent !== undefined || (v !== null && v !== undefined && v !== '' && v !== false));
  return (
    <dl className={classes.lisible}>
      {dits.map(([nom, valeur]) => (
        <div key={nom}>
          <dt>{nom}</dt>
          <dd>{valeur === null || valeur === undefined || valeur === '' ? absent : valeur}</dd>
        </div>
      ))}
    </dl>
  );
}

/** « Malo LE GOFF, 7 ans (né le 3 mars 2019) »: the parts that are known. */
export function NomAge({ nom, prenom, naissance, approximative }: { nom?: string | null; prenom?: string | null; naissance?: string | null; approximative?: boolean }) {
  const moi = useMoi();
  const affiche = [prenom, nom?.toUpperCase()].filter(Boolean).join(' ') || 'Enfant non nommé';
  return (
    <span>
      <strong>{affiche}</strong>
      {naissance && (
        <>
          , {approximative && 'environ '}
          {age(naissance, moi.aujourdhui)} <span className={classes.discret}>({dateLongue(naissance)})</span>
        </>
      )}
    </span>
  );
}
