import { NavLink } from 'react-router';

import { useMoi } from '../../commun/moi';
import classes from './droits.module.css';

/** From the table to the files whose time is over, to what was done of them. */
export function LiensConservation() {
  const moi = useMoi();
  return (
    <nav aria-label="Conservation">
      <ul className={classes.liens}>
        <li><NavLink to="/conservation" end>Durées</NavLink></li>
        {moi.missions.includes('CONSERVATION') && <li><NavLink to="/conservation/echus">Dossiers échus</NavLink></li>}
        {moi.missions.includes('CONSERVATION') && <li><NavLink to="/conservation/eliminations">Éliminations</NavLink></li>}
      </ul>
    </nav>
  );
}
