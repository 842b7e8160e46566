import { NativeSelect } from '@mantine/core';
import { NavLink } from 'react-router';

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
