import { Link } from 'react-router';

import { useMoi } from '../../commun/moi';
import { dateLongue } from '../../commun/temps';
import type { Autonomie } from './api';
import { constat, fait } from './chemin';
import classes from './autonomie.module.css';

/** What one must see in seconds: who, where the path stands, what is late, what comes next. */
export function TeteAutonomie({ a, courte }: { a: Autonomie; courte?: boolean }) {
  const { aujourdhui } = useMoi();
  return (
    <>
      <div className={classes.tete}>
        <p className={classes.etat}>
          <strong>{a.etatLibelle}</strong>
          {a.mna && <span className={classes.marque}>MNA</span>}
          {a.mdph && <span className={classes.marque}>MDPH</span>}
          {a.tardive && <span className={classes.marque}>entré à 17 ans ou plus</span>}
        </p>
        <p>
          {a.jeune.visible ? <Link to={`/enfants/${a.jeune.id}`}>{a.jeune.affiche}</Link> : <strong>{a.jeune.affiche}</strong>} <span className={classes.discret}>({a.jeune.age})</span>
          <span className={classes.discret}> · {a.jeune.naissanceExacte ? 'né(e) le' : 'naissance estimée au'} </span>{dateLongue(a.jeune.naissance)}
          <span className={classes.discret}> · </span>{a.unite.libelle}
        </p>
        {courte && <p>{constat(a, aujourdhui)}</p>}
        {!courte && (
          <p>
            <span className={classes.discret}>Confié depuis le </span>{a.entreeLe ? dateLongue(a.entreeLe) : '—'}
            {fait(a) && <><span className={classes.discret}> · entretien </span>{a.entretienIssue!.libelle.toLowerCase()} le {dateLongue(a.entretienLe)}</>}
            {a.notifieLe && <><span className={classes.discret}> · conditions notifiées le </span>{dateLongue(a.notifieLe)}</>}
            {a.projetLe && <><span className={classes.discret}> · projet du </span>{dateLongue(a.projetLe)}</>}
            {a.mesureId && <><span className={classes.discret}> · </span><Link to={`/mesures/${a.mesureId}`}>mesure de jeune majeur</Link></>}
          </p>
        )}
        {!courte && a.reference && (
          <p>
            <span className={classes.discret}>Personne de référence : </span>
            {a.reference.choisie ? <>{a.reference.nom}{a.reference.qualite && `, ${a.reference.qualite.libelle.toLowerCase()}`}{a.reference.lien && `, ${a.reference.lien}`}{a.reference.telephone && ` · ${a.reference.telephone}`}</> : 'le jeune n’a pas pu choisir'}
          </p>
        )}
        {!courte && a.coordonnees?.consentement && (
          <p>
            <span className={classes.discret}>Pour le joindre, avec son accord du {dateLongue(a.coordonnees.le)} : </span>
            {[a.coordonnees.telephone, a.coordonnees.courriel, a.coordonnees.adresse].filter(Boolean).join(' · ')}
          </p>
        )}
      </div>
      {a.alertes.length > 0 && (
        <ul className={classes.alertes} aria-label="À voir d’abord">
          {a.alertes.map((x) => <li key={x.code} data-gravite={x.gravite}>{x.gravite === 'RETARD' ? '▲ ' : x.gravite === 'ALERTE' ? '◆ ' : ''}{x.libelle}</li>)}
        </ul>
      )}
    </>
  );
}
