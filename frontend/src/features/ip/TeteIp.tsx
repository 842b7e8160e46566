import { Link } from 'react-router';

import { dateHeure, dateLongue, jourDe, pluriel } from '../../commun/temps';
import { FriseDessinee } from './FriseDessinee';
import { Horloges } from './Horloges';
import type { EnTete, Fiche } from './donnees';
import classes from './ip.module.css';

/** What one must see in seconds: state, children, clocks, who holds the step, what the parquet asked. */
export function TeteIp({ fiche, courte }: { fiche: EnTete; courte?: boolean }) {
  const { ip } = fiche;
  const presents = ip.mineurs.filter((m) => !m.retireLe);
  return (
    <div className={classes.tete}>
      <p className={classes.etat}>
        <strong>{fiche.etatLibelle}</strong>
        {ip.motifCloture && <> : {ip.motifCloture}</>}
        {ip.urgence && <span className={classes.urgence}>urgence à la réception</span>}
        {ip.enConsigne && <span className={classes.consigne}>⏸ consigne du parquet en cours</span>}
      </p>
      <p>
        <span className={classes.discret}>{pluriel(presents.length, 'mineur')} : </span>
        {presents.map((m, i) => (
          <span key={m.id}>
            {i > 0 && ', '}
            {m.ouvrable ? <Link to={`/enfants/${m.enfantId}`}>{m.affiche}</Link> : m.affiche} <span className={classes.discret}>({m.age})</span>
          </span>
        ))}
        {presents.length === 0 && 'aucun mineur dans ce dossier'}
      </p>
      <p>
        <span className={classes.discret}>Reçue le </span>
        {dateHeure(ip.recueLe)}
        {ip.recueil && <span className={classes.discret}> par {ip.recueil.nom}</span>}
        {ip.pilote && (
          <>
            <span className={classes.discret}> · évaluation confiée à </span>
            {ip.pilote.nom}
            {ip.associees.length > 0 && <> avec {ip.associees.map((u) => u.nom).join(', ')}</>}
          </>
        )}
      </p>
      {ip.etapes.map((e) => (
        <p key={e.tacheId}>
          <span className={classes.discret}>Étape : </span>
          <strong>{e.libelle}</strong>
          <span className={classes.discret}> · depuis le {dateLongue(jourDe(e.depuis))} · </span>
          {e.titulaire ? <>tenue par {e.titulaire}</> : <>personne ne l’a encore prise ({e.unite})</>}
          {e.possible && (
            <>
              {' · '}
              <Link to={`/taches/${e.tacheId}`}>voir la tâche</Link>
            </>
          )}
        </p>
      ))}
      <Horloges fiche={fiche} />
      {!courte && <FriseDessinee fiche={fiche} />}
    </div>
  );
}

export const nomsPresents = (ip: Fiche): string => ip.mineurs.filter((m) => !m.retireLe).map((m) => m.affiche).join(', ');
