import { Link } from 'react-router';

import { useMoi } from '../../commun/moi';
import { dateHeure, dateLongue, joursEntre } from '../../commun/temps';
import type { Mesure } from './api';
import { Delais } from './Delais';
import classes from './mesures.module.css';

/** What one must see in seconds: for whom, what, under which law, where it stands, who has it, what comes next. */
export function TeteMesure({ m, courte }: { m: Mesure; courte?: boolean }) {
  const { aujourdhui } = useMoi();
  const proche = m.terme !== null && joursEntre(aujourdhui, m.terme) <= 90;
  const actuels = m.referents.filter((r) => !r.au);
  return (
    <div className={classes.tete}>
      <p className={classes.etat}>
        <strong>{m.etatLibelle}</strong>
        {m.motifFin && <> : {m.motifFin.libelle.toLowerCase()}</>}
        {m.urgence && <span className={classes.marque}>en urgence</span>}
        {m.provisoire && <span className={classes.marque}>provisoire</span>}
        {m.alerte && <span className={proche ? classes.alerte : classes.discret}>{proche && '▲ '}{m.alerte}</span>}
      </p>
      <p>
        {m.enfant.visible ? <Link to={`/enfants/${m.enfant.id}`}>{m.enfant.affiche}</Link> : <strong>{m.enfant.affiche}</strong>} <span className={classes.discret}>({m.enfant.age})</span>
        {m.memeDecision.length > 0 && (
          <span className={classes.discret}>
            {' '}· même décision pour {m.memeDecision.map((s, i) => <span key={s.id}>{i > 0 && ', '}<Link to={`/mesures/${s.id}`}>{s.enfant}</Link></span>)}
          </span>
        )}
      </p>
      <p>
        <strong>{m.produit.libelle}</strong>{m.intensite && <> · {m.intensite.libelle.toLowerCase()}</>} · {m.cadre.libelle.toLowerCase()}
        <span className={classes.discret}> · {m.base.libelle}{m.base.article && ` (${m.base.article})`}{m.base.aValider && ', base à valider'}</span>
      </p>
      <p>
        <span className={classes.discret}>Décidée le </span>{dateLongue(m.decideeLe)}
        <span className={classes.discret}> par </span>{m.autorite.libelle}
        {m.demarreeLe && <><span className={classes.discret}> · exercée depuis le </span>{m.demarreeA ? dateHeure(m.demarreeA) : dateLongue(m.demarreeLe)}</>}
        {m.finieLe && <><span className={classes.discret}> · finie le </span>{dateLongue(m.finieLe)}</>}
        {m.terme && !m.finieLe && <><span className={classes.discret}> · terme le </span>{dateLongue(m.terme)}</>}
      </p>
      <p>
        <span className={classes.discret}>Territoire : </span>{m.unite.libelle}
        <span className={classes.discret}> · exercée par </span>{m.service?.libelle ?? (m.exercice === 'UNITE' ? m.unite.libelle : 'un service à trouver')}
        {actuels.map((r) => <span key={r.id}><span className={classes.discret}> · référent de {r.genre === 'MESURE' ? 'mesure' : 'parcours'} </span>{r.nom}</span>)}
      </p>
      {!courte && m.ipId && <p><Link to={`/ip/${m.ipId}`}>Information préoccupante d’où elle vient</Link></p>}
      <Delais echeances={courte ? m.echeances.filter((e) => e.etat === 'OUVERTE').slice(0, 2) : m.echeances} />
    </div>
  );
}
