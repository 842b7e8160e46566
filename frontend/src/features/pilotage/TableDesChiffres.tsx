import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';

import { nombre } from '../../commun/temps';
import type { Demande, Ligne, Tableau } from './donnees';
import classes from './pilotage.module.css';

/** A figure is a link to the files it counts; the unit chosen on the page stays chosen. */
export function LienChiffre({ demande, children }: { demande: Demande; children: ReactNode }) {
  const [recherche] = useSearchParams();
  const vers = new URLSearchParams();
  const choisie = recherche.get('unite');
  if (choisie) vers.set('unite', choisie);
  // A unit counted in a table narrows the list without narrowing the page.
  for (const [cle, valeur] of Object.entries(demande)) if (valeur) vers.set(cle === 'unite' && !choisie ? 'u' : cle, String(valeur));
  const actif = vers.toString() === recherche.toString();
  return (
    <Link to={{ search: `?${vers}`, hash: '#dossiers' }} className={classes.lien} aria-current={actif ? 'true' : undefined} preventScrollReset>
      {children}
    </Link>
  );
}

const COLONNES = ['TOUS', 'RETARD', 'J15', 'J30', 'SANS_EVALUATEURS', 'A_DECIDER', 'CONSIGNE'] as const;

export function TableDesChiffres({ titre, premiere, lignes, vers, chiffres }: {
  titre: string;
  premiere: string;
  lignes: Ligne[];
  vers: (id: string) => Demande;
  chiffres: Tableau['chiffres'];
}) {
  return (
    <section className={classes.defile}>
      <table className={classes.table}>
        <caption>{titre} : chaque nombre ouvre la liste des dossiers qu’il compte</caption>
        <thead>
          <tr>
            <th scope="col">{premiere}</th>
            {COLONNES.map((c) => (
              <th key={c} scope="col">
                {chiffres.find((x) => x.code === c)?.libelle}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lignes.map((l) => (
            <tr key={l.id}>
              <th scope="row">{l.nom}</th>
              {COLONNES.map((c) => (
                <td key={c}>
                  {l.chiffres[c] ? <LienChiffre demande={{ chiffre: c, ...vers(l.id) }}>{nombre(l.chiffres[c])}</LienChiffre> : <span className={classes.zero}>0</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
