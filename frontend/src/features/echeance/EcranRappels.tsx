import { Button, SegmentedControl } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';

import { adresseDe } from '../../commun/adresses';
import { api } from '../../commun/api/client';
import { bandeDe, Echeance } from '../../commun/Echeance';
import { Donnees, EtatVide } from '../../commun/Etats';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, jourDe } from '../../commun/temps';
import { RAPPELS, useRappels, type Portee, type Rappel } from './api';
import classes from './echeance.module.css';

const LIBELLES: Record<Portee, string> = { MOI: 'Pour moi', EQUIPE: 'Mon équipe', SUPERVISION: 'Dates passées' };

/** Reminders of due dates: mine, my team's, and what is passed in the units I supervise. */
export default function EcranRappels() {
  const moi = useMoi();
  const [adresse, changer] = useSearchParams();
  const portees: Portee[] = moi.missions.includes('SUPERVISION') ? ['MOI', 'EQUIPE', 'SUPERVISION'] : ['MOI', 'EQUIPE'];
  const portee = portees.find((p) => p === adresse.get('portee')) ?? (moi.missions.length === 1 && moi.missions[0] === 'SUPERVISION' ? 'SUPERVISION' : 'MOI');
  return (
    <Page titre="Rappels">
      <SegmentedControl aria-label="Rappels affichés" value={portee} onChange={(p) => changer({ portee: p })} data={portees.map((p) => ({ value: p, label: LIBELLES[p] }))} />
      <Donnees requete={useRappels(portee)} quoi="Lecture des rappels">
        {({ rappels }) =>
          rappels.length === 0 ? (
            <EtatVide titre="Aucun rappel">Un rappel paraît ici quand une échéance approche ou passe. Il disparaît quand ce qui est attendu est fait.</EtatVide>
          ) : (
            <ul className={classes.liste}>{rappels.map((r) => <Ligne key={r.id} r={r} />)}</ul>
          )
        }
      </Donnees>
    </Page>
  );
}

function Ligne({ r }: { r: Rappel }) {
  const cache = useQueryClient();
  const vu = async () => {
    await api.post(`/api/rappels/${r.id}/vu`);
    await cache.invalidateQueries({ queryKey: RAPPELS });
  };
  return (
    <li>
      <div className={classes.ligne}>
        <span className={r.vu ? undefined : classes.nonVu}>
          <Link to={adresseDe(r.sujetType, r.sujetId)} onClick={() => { if (!r.vu) void vu(); }}>
            {r.reference ?? 'Ouvrir le dossier'}
          </Link>
          {r.etapeLibelle && <> · {r.etapeLibelle}</>} · {r.regle}
        </span>
        <Echeance bande={bandeDe(r.jours)} jours={r.jours} dateLegale={r.dateLegale} complete />
      </div>
      <div className={classes.ligne}>
        <span className={classes.discret}>rappel du {dateLongue(jourDe(r.emisLe))}</span>
        {r.vu ? <span className={classes.discret}>vu</span> : <Button variant="default" size="xs" onClick={() => void vu()}>J’ai vu</Button>}
      </div>
    </li>
  );
}
