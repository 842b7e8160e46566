import { NavLink } from 'react-router';

import { concerne, useMoi } from '../commun/moi';
import { pluriel } from '../commun/temps';
import { entreesMenu } from './features';
import type { EntreeMenu } from './feature';
import classes from './cadre.module.css';

const sansCompte = () => undefined;

/** Only what the person uses, with what waits for them. */
export function Menu({ ouvert }: { ouvert: boolean }) {
  const moi = useMoi();
  return (
    <nav id="menu" className={classes.menu} aria-label="Menu principal" data-ouvert={ouvert ? '' : undefined}>
      <ul>
        {entreesMenu.filter((e) => concerne(moi, e)).map((e) => (
          <Entree key={e.chemin} entree={e} />
        ))}
      </ul>
    </nav>
  );
}

/** Another entry stands under the address of this one: only one of the two is where one is. */
const aUneSuite = (entree: EntreeMenu) => entreesMenu.some((e) => e.chemin.startsWith(`${entree.chemin}/`));

function Entree({ entree }: { entree: EntreeMenu }) {
  const useCompte = entree.useCompte ?? sansCompte;
  const compte = useCompte();
  const moi = useMoi();
  return (
    <li>
      <NavLink to={entree.chemin} end={aUneSuite(entree)} className={classes.entree}>
        <span>{typeof entree.libelle === 'string' ? entree.libelle : entree.libelle(moi)}</span>
        {compte && compte.attendent + (compte.nonLues ?? 0) > 0 && (
          <span className={classes.compte}>
            <span aria-hidden="true">
              {compte.attendent || ''}
              {!!compte.nonLues && <b>•{compte.nonLues}</b>}
            </span>
            <span className="jalon-invisible">
              {' '}({compte.attendent} en attente{compte.nonLues ? `, ${pluriel(compte.nonLues, 'non lue')}` : ''})
            </span>
          </span>
        )}
      </NavLink>
    </li>
  );
}
