import { Button } from '@mantine/core';
import { useState } from 'react';

import { Donnees, EtatVide } from '../../commun/Etats';
import { useMoi } from '../../commun/moi';
import { dateLongue, jourDe } from '../../commun/temps';
import { useConsignes, type Consigne, type Consignes } from './api';
import classes from './consigne.module.css';
import LeverConsigne from './LeverConsigne';
import PoserConsigne from './PoserConsigne';
import RetirerConsigne from './RetirerConsigne';

const PERMISES = ['RECUEIL', 'MANDAT', 'DESIGNATION', 'EVALUATION', 'DECISION', 'INFORMATION'] as const;

/** What the parquet asked on this IP, and the forms to record, lift or withdraw a request. */
export default function ConsignesDeLIp({ ipId, onFini }: { ipId: string; tacheId?: string; onFini?: () => void }) {
  return <Donnees requete={useConsignes(ipId)} quoi="Lecture des consignes">{(c) => <Contenu ipId={ipId} c={c} acte={!!onFini} fini={onFini} />}</Donnees>;
}

function Contenu({ ipId, c, acte, fini }: { ipId: string; c: Consignes; acte: boolean; fini?: () => void }) {
  const moi = useMoi();
  const permis = c.ouverte && PERMISES.some((m) => moi.missions.includes(m));
  const [nouvelle, ouvrir] = useState(acte && !c.consignes.some((x) => x.enVigueur));
  const fermer = () => {
    ouvrir(false);
    fini?.();
  };
  return (
    <div>
      {c.consignes.length === 0 && !nouvelle && <EtatVide titre="Aucune consigne du parquet">Une consigne retient les actes qu’elle nomme ; la date légale ne bouge pas.</EtatVide>}
      <ul className={classes.liste}>
        {c.consignes.map((x) => <Ligne key={x.id} ipId={ipId} version={c.version} c={x} permis={permis} fini={fini} />)}
      </ul>
      {permis && !nouvelle && <Button variant="default" onClick={() => ouvrir(true)}>Enregistrer une consigne</Button>}
      {permis && nouvelle && (
        <>
          <h4 className={classes.titre}>Nouvelle consigne</h4>
          <PoserConsigne ipId={ipId} version={c.version} portees={c.portees} fini={fermer} />
        </>
      )}
    </div>
  );
}

function Ligne({ ipId, version, c, permis, fini }: { ipId: string; version: number; c: Consigne; permis: boolean; fini?: () => void }) {
  const [acte, ouvrir] = useState<'lever' | 'retirer' | null>(null);
  const fermer = () => {
    ouvrir(null);
    fini?.();
  };
  return (
    <li data-en-vigueur={c.enVigueur}>
      <p>
        {c.enVigueur && <span aria-hidden="true">⏸ </span>}
        <strong>{c.portees.map((p) => p.libelle).join(' · ')}</strong>
      </p>
      <p>
        Depuis le {dateLongue(c.du)}, {c.auteur}
        {c.reference && <> (réf. {c.reference})</>}
        {c.leveeLe && <>, levée le {dateLongue(c.leveeLe)}{c.leveeReference && <> (réf. {c.leveeReference})</>}</>}
        {c.annulee && <>, retirée comme saisie par erreur : {c.annuleeMotif}</>}
        {!c.annulee && !c.leveeLe && ', en vigueur'}
      </p>
      {c.precisions && <p>{c.precisions}</p>}
      <p className={classes.discret}>Saisie le {dateLongue(jourDe(c.saisieLe))}{c.saisiePar && ` par ${c.saisiePar}`}</p>
      {permis && !c.annulee && acte === null && (
        <div className={classes.actes}>
          {!c.leveeLe && <Button size="xs" onClick={() => ouvrir('lever')}>Lever la consigne</Button>}
          <Button size="xs" variant="default" onClick={() => ouvrir('retirer')}>Saisie par erreur…</Button>
        </div>
      )}
      {acte === 'lever' && <LeverConsigne ipId={ipId} version={version} consigneId={c.id} fini={fermer} renoncer={() => ouvrir(null)} />}
      {acte === 'retirer' && <RetirerConsigne ipId={ipId} version={version} consigneId={c.id} fini={fermer} renoncer={() => ouvrir(null)} />}
    </li>
  );
}
