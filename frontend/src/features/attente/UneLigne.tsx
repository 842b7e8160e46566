import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';

import { dateHeure, dateLongue, pluriel } from '../../commun/temps';
import type { Ligne } from './donnees';
import { direFreres, direTerme, rangDit, SIGNE } from './mots';
import { Desaffecter } from './Affecter';
import { RevenirALArrivee } from './ProposerOrdre';
import classes from './attente.module.css';

export interface OrdreDeLigne {
  place: number;
  derniere: number;
  deplacee: boolean;
  placer: (vers: number) => void;
  prise: () => void;
  lachee: () => void;
}

/** One waiting measure: whose, how near its term, for how long, for which service, and what may be done. */
export function UneLigne({ l, territoire, affecter, ordre: propose }: { l: Ligne; territoire: boolean; affecter?: (l: Ligne) => void; ordre?: OrdreDeLigne }) {
  // A file for named people holds its place in the list and moves for none but them.
  const ordre = l.enfantId ? propose : undefined;
  const rang = ordre ? ordre.place - 1 : 0;
  const auClavier = (e: KeyboardEvent) => {
    if (!ordre || !e.altKey) return;
    const vers = { ArrowUp: rang - 1, ArrowDown: rang + 1, Home: 0, End: ordre.derniere }[e.key];
    if (vers === undefined) return;
    e.preventDefault();
    ordre.placer(vers);
  };
  const tirage = ordre && {
    draggable: true, onDragStart: ordre.prise, onDrop: ordre.lachee,
    onDragOver: (e: { preventDefault: () => void }) => e.preventDefault(),
  };
  return (
    // The keys act on the line that holds the focus, wherever in it.
    <tr data-mesure={l.id} data-deplacee={ordre?.deplacee ? '' : undefined} onKeyDown={auClavier} {...tirage}>
      {propose && !ordre && <td className={classes.place}><b>{rangDit(propose.place)}</b></td>}
      {ordre && (
        <td className={classes.place}>
          <b>{rangDit(ordre.place)}</b>
          <span className={classes.sansImpression}>
            <button type="button" disabled={rang === 0} onClick={() => ordre.placer(rang - 1)} aria-label={`Monter ${l.numero}, ${rangDit(ordre.place)} place`}>
              ↑
            </button>
            <button type="button" disabled={rang === ordre.derniere} onClick={() => ordre.placer(rang + 1)} aria-label={`Descendre ${l.numero}, ${rangDit(ordre.place)} place`}>
              ↓
            </button>
            <button type="button" disabled={rang === 0} onClick={() => ordre.placer(0)} aria-label={`Placer ${l.numero} en tête`}>
              ⇈
            </button>
          </span>
        </td>
      )}
      <td className={classes.enfant}>
        {l.enfantId ? (
          <Link to={`/mesures/${l.id}`} data-ligne>
            {l.enfant}
          </Link>
        ) : (
          l.enfant
        )}
        {l.age && <span className={classes.discret}>, {l.age}</span>}
        <div className={`${classes.discret} ${classes.numero}`}>{l.numero}</div>
        <div className={classes.marques}>
          {l.moinsDeDeuxAns && <span>moins de deux ans</span>}
          {l.freres > 0 && <span>{direFreres(l.freres)}</span>}
          {l.urgence && <span>urgence</span>}
        </div>
        {l.proposition && (
          <div className={classes.proposition}>
            Place proposée{l.proposition.par && ` par ${l.proposition.par}`} le {dateHeure(l.proposition.le)}{l.proposition.motif && `\u00a0: ${l.proposition.motif}`} {ordre && <RevenirALArrivee ligne={l} />}
          </div>
        )}
      </td>
      <td className={classes.terme} data-bande={SIGNE[l.bande].bande}>
        <span aria-hidden="true">{SIGNE[l.bande].signe}</span> {direTerme(l)}
        {l.terme && <div className={classes.discret}>{dateLongue(l.terme)}</div>}
      </td>
      <td>
        {l.produitLibelle}, {l.cadre === 'JUDICIAIRE' ? 'judiciaire' : 'administratif'}
        <div className={classes.discret}>{l.baseLegale}</div>
        {territoire && <div className={classes.discret}>{l.unite}</div>}
      </td>
      <td>
        {pluriel(l.attenteJours, 'jour')}
        <div className={classes.discret}>décidée le {dateLongue(l.decideeLe)}{l.ageJours !== l.attenteJours && ` (${pluriel(l.ageJours, 'jour')})`}</div>
        {l.debutPrevu && <div className={classes.discret}>début prévu le {dateLongue(l.debutPrevu)}</div>}
      </td>
      <td>
        <div>{l.service ?? (l.affectable ? 'Aucun encore' : l.enfantId && `Exercée par ${l.unite}`)}</div>
        {affecter && l.affectable && (
          <div className={classes.sansImpression}>
            {l.serviceId ? (
              <Desaffecter ligne={l} />
            ) : (
              <Button size="sm" variant="default" onClick={() => affecter(l)} aria-label={`Affecter ${l.numero} (${l.enfant})`}>
                Affecter
              </Button>
            )}
          </div>
        )}
      </td>
    </tr>
  );
}
