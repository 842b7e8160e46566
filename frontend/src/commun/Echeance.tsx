import type { ReactNode } from 'react';

import { dateLongue } from './temps';
import classes from './commun.module.css';

export type Bande = 'RETARD' | 'J15' | 'J30' | 'OK' | 'CONSIGNE' | 'AUCUNE';

export interface EcheanceVue {
  bande: Bande;
  /** Days left, negative when late. */
  jours?: number | null;
  dateLegale?: string | null;
}

// Drawn, not typed: « ⏸ » is missing from many office fonts, or comes out as a coloured picture.
const Pause = (
  <svg viewBox="0 0 10 10" width="0.72em" height="0.72em" fill="currentColor">
    <path d="M1 0h3v10H1zM6 0h3v10H6z" />
  </svg>
);
const FORMES: Record<Bande, ReactNode> = { RETARD: '▲', J15: '◆', J30: '■', OK: '●', CONSIGNE: Pause, AUCUNE: '○' };

/** The band of a number of days: the same rule as the server's. */
export const bandeDe = (jours: number | null | undefined, enConsigne = false): Bande =>
  enConsigne ? 'CONSIGNE' : jours === null || jours === undefined ? 'AUCUNE' : jours < 0 ? 'RETARD' : jours <= 15 ? 'J15' : jours <= 30 ? 'J30' : 'OK';

export function motsEcheance({ bande, jours }: EcheanceVue): string {
  if (bande === 'CONSIGNE') return 'consigne du parquet';
  if (bande === 'AUCUNE' || jours === null || jours === undefined) return 'sans échéance';
  if (jours < 0) return `en retard de ${-jours}\u00a0j`;
  return jours === 0 ? 'aujourd’hui' : `J-${jours}`;
}

/** How late, by shape and words; the colour only repeats it. With `complete`, the legal date stands beside. */
export function Echeance({ complete, ...e }: EcheanceVue & { complete?: boolean }) {
  return (
    <span className={classes.echeance} data-bande={e.bande} title={e.dateLegale ? `Échéance légale : ${dateLongue(e.dateLegale)}` : undefined}>
      <span aria-hidden="true">{FORMES[e.bande]}</span> {motsEcheance(e)}
      {complete && e.dateLegale && <span className={classes.echeanceDate}> · {dateLongue(e.dateLegale)}</span>}
    </span>
  );
}

/** A request of the parquet in force on a file, beside a due date that still runs: it forbids an act without holding the step. */
export function MarqueConsigne() {
  return (
    <span className={classes.echeance} data-bande="CONSIGNE">
      <span aria-hidden="true">{Pause}</span> consigne du parquet
    </span>
  );
}

export const formeBande = (bande: Bande): ReactNode => FORMES[bande];
export const libelleBande: Record<Bande, string> = {
  RETARD: 'En retard',
  J15: 'Dans les 15 jours',
  J30: 'Dans les 30 jours',
  OK: 'Au-delà de 30 jours',
  CONSIGNE: 'Consigne du parquet',
  AUCUNE: 'Sans échéance',
};
