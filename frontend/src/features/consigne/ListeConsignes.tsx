import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';

import { dateLongue, jourDe } from '../../commun/temps';
import type { Consigne, Dossier } from './api';
import classes from './consigne.module.css';
import LeverConsigne from './LeverConsigne';
import RetirerConsigne from './RetirerConsigne';

interface Proprietes {
  dossier: Dossier;
  version: number;
  consignes: Consigne[];
  permis: boolean;
  fini?: () => void;
}

/** Every request of the file, and how each is lifted or withdrawn. */
export function ListeConsignes({ consignes, ...p }: Proprietes) {
  return (
    <ul className={classes.liste}>
      {consignes.map((c) => <Ligne key={c.id} c={c} {...p} />)}
    </ul>
  );
}

function Ligne({ dossier, version, c, permis, fini }: Omit<Proprietes, 'consignes'> & { c: Consigne }) {
  const [acte, ouvrir] = useState<'lever' | 'retirer' | null>(null);
  const fermer = () => {
    ouvrir(null);
    fini?.();
  };
  const suite = { dossier, version, consigneId: c.id, fini: fermer, renoncer: () => ouvrir(null) };
  return (
    <li data-en-vigueur={c.enVigueur}>
      <p>
        {c.enVigueur && <span aria-hidden="true">⏸ </span>}
        <strong>{c.portees.map((p) => p.libelle).join(' · ')}</strong>
      </p>
      <p>
        Depuis le {dateLongue(c.du)}, {c.auteur}
        {c.reference && <> (réf. {c.reference})</>}
        {c.leveeLe && <>, levée le {dateLongue(c.leveeLe)}{c.leveeMotif && <> : {c.leveeMotif}</>}{c.leveeReference && <> (réf. {c.leveeReference})</>}</>}
        {c.annulee && <>, retirée comme saisie par erreur : {c.annuleeMotif}</>}
        {!c.annulee && !c.leveeLe && ', en vigueur'}
      </p>
      {c.precisions && <p>{c.precisions}</p>}
      {c.repriseLe && c.ipId && (
        <p className={classes.discret}>
          {dossier.genre === 'ip' ? `Venue de l’information le ${dateLongue(c.repriseLe)}` : <>Suit l’<Link to={`/ip/${c.ipId}?onglet=consignes`}>information préoccupante</Link> depuis le {dateLongue(c.repriseLe)}</>}
        </p>
      )}
      <p className={classes.discret}>Saisie le {dateLongue(jourDe(c.saisieLe))}{c.saisiePar && ` par ${c.saisiePar}`}</p>
      {permis && !c.annulee && acte === null && (
        <div className={classes.actes}>
          {!c.leveeLe && <Button size="xs" onClick={() => ouvrir('lever')}>Lever la consigne</Button>}
          <Button size="xs" variant="default" onClick={() => ouvrir('retirer')}>Saisie par erreur…</Button>
        </div>
      )}
      {acte === 'lever' && <LeverConsigne {...suite} />}
      {acte === 'retirer' && <RetirerConsigne {...suite} />}
    </li>
  );
}
