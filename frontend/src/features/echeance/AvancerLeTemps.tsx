import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { useMoi } from '../../commun/moi';
import classes from './echeance.module.css';

/** In the strip of the demonstration, for its administrator: days pass, and what was due on each of them happens. */
export default function AvancerLeTemps() {
  const moi = useMoi();
  const cache = useQueryClient();
  const id = useId();
  const [jours, choisir] = useState('1');
  const [enCours, commencer] = useState(false);
  if (!moi.demonstration || !moi.missions.includes('ADMINISTRATION')) return null;
  const avancer = async () => {
    commencer(true);
    try {
      await api.post('/api/demo/avancer', { jours: Number(jours) });
      await cache.invalidateQueries();
      annoncer(jours === '1' ? 'Un jour a passé.' : `${jours} jours ont passé.`);
    } catch (e) {
      annoncer(enProbleme(e).detail);
    } finally {
      commencer(false);
    }
  };
  return (
    <span className={classes.avancer}>
      <label htmlFor={id}>Avancer le temps de</label>
      <select id={id} value={jours} onChange={(e) => choisir(e.currentTarget.value)} disabled={enCours}>
        <option value="1">1 jour</option>
        <option value="7">7 jours</option>
        <option value="30">30 jours</option>
      </select>
      <button type="button" onClick={() => void avancer()} disabled={enCours} aria-busy={enCours}>
        {enCours ? 'Le temps avance…' : 'Avancer'}
      </button>
    </span>
  );
}
