import { NativeSelect } from '@mantine/core';
import { NavLink, useSearchParams } from 'react-router';

import { mot, useMoi } from '../../commun/moi';
import { annees } from './api';
import classes from './statistiques.module.css';

/** The three things sent or followed from here. */
export function Vues() {
  const moi = useMoi();
  const schema = mot(moi, 'document', 'Contrat') === 'Schéma';
  return (
    <nav className={classes.vues} aria-label={schema ? 'Enquêtes et schéma' : 'Enquêtes'}>
      <NavLink to="/statistiques" end>Enquête Aide sociale</NavLink>
      <NavLink to="/statistiques/olinpe">OLINPE</NavLink>
      {schema && <NavLink to="/statistiques/schema">Calendrier du schéma</NavLink>}
      <NavLink to="/seances">Séances des commissions</NavLink>
    </nav>
  );
}

export function ChoixAnnee({ annee, choisir }: { annee: number; choisir: (a: number) => void }) {
  const { aujourdhui } = useMoi();
  return <NativeSelect label="Année" w={140} data={annees(aujourdhui)} value={String(annee)} onChange={(e) => choisir(Number(e.currentTarget.value))} />;
}

/** The year shown, kept in the address so that a link shows the same. */
export function useAnnee(): [number, (a: number) => void] {
  const { aujourdhui } = useMoi();
  const [parametres, setParametres] = useSearchParams();
  const annee = Number(parametres.get('annee') ?? aujourdhui.slice(0, 4));
  return [annee, (a) => setParametres((p) => { p.set('annee', String(a)); return p; }, { replace: true })];
}
