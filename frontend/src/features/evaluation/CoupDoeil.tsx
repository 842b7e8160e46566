import { Link } from 'react-router';

import { bandeDe, Echeance } from '../../commun/Echeance';
import { dateHeure, pluriel } from '../../commun/temps';
import type { Evaluation } from './api';
import classes from './evaluation.module.css';

/** Days used and left, and what the parquet forbids: the first thing to read. */
export function EtatTravail({ evaluation: e }: { evaluation: Evaluation }) {
  return (
    <>
      <p className={classes.jours}>
        {pluriel(e.joursPasses, 'jour écoulé', 'jours écoulés')} depuis la réception
        {e.rapportRenduLe ? ` · rapport rendu le ${dateHeure(e.rapportRenduLe)}` : e.bilan.dateLegale && (
          <>
            {' · '}
            <Echeance complete bande={bandeDe(e.joursRestants, e.consignes.length > 0 && (e.joursRestants ?? 0) >= 0)} jours={e.joursRestants} dateLegale={e.bilan.dateLegale} />
          </>
        )}
      </p>
      {e.consignes.map((c) => (
        <p key={c.explication} className={classes.consigne}>
          <span aria-hidden="true">⏸</span> {c.explication}
        </p>
      ))}
    </>
  );
}

/** My evaluation at a glance: who, what was done, what is missing before the report can be handed in. */
export function CoupDoeil({ evaluation: e, ipId }: { evaluation: Evaluation; ipId: string }) {
  const presents = e.equipe.filter((x) => !x.au);
  return (
    <>
      <EtatTravail evaluation={e} />
      <div className={classes.coup}>
        <div className={classes.bloc}>
          <h2>Équipe</h2>
          <ul>
            {presents.map((x) => (
              <li key={x.id}>
                {x.nom}, {x.professionLibelle.toLowerCase()}
              </li>
            ))}
          </ul>
          <p className={classes.discret}>
            {e.unitePiloteNom}
            {e.uniteAssocieeNom && `, avec ${e.uniteAssocieeNom}`}
            {e.equipe.length > presents.length && ` · ${pluriel(e.equipe.length - presents.length, 'personne remplacée', 'personnes remplacées')}`}
          </p>
          <Link to={`/ip/${ipId}/dossier-evaluation`}>Dossier préparé pour l’évaluation</Link>
        </div>
        <div className={classes.bloc}>
          <h2>Fait</h2>
          <ul>
            {e.bilan.mineurs.map((m) => (
              <li key={m.mineurId}>
                {m.affiche}&nbsp;: {m.aNaitre ? 'à naître' : m.rencontre ? `rencontre faite${m.vuChezLui ? ', à domicile' : ''}${m.rencontreSeul ? ', sans les titulaires' : ''}` : 'pas encore de rencontre'}
                {m.signale && ' · signalement fait'}
              </li>
            ))}
            {e.bilan.titulaires.map((t) => (
              <li key={t.adulteId}>
                {t.affiche}&nbsp;: {[t.informe ? 'information donnée' : t.nonInformeMotive ? 'information non donnée, motif noté' : 'pas d’information notée', t.rencontre ? 'rencontre faite' : 'pas de rencontre', t.avisRecueilli && 'avis recueilli', t.observations > 0 && 'observations reçues'].filter(Boolean).join(', ')}
              </li>
            ))}
            {e.bilan.foyers.map((f) => (
              <li key={f.foyerId}>
                {f.nom}&nbsp;: {f.visites ? pluriel(f.visites, 'visite') : 'pas de visite'}
              </li>
            ))}
          </ul>
        </div>
        {!e.rapportRenduLe && (
          <div className={classes.bloc}>
            <h2>Avant de rendre le rapport</h2>
            {e.empechements.length + e.manques.length === 0 ? <p>Tout y est.</p> : (
              <ul>
                {e.empechements.map((m) => (
                  <li key={m}>
                    <strong>{m}</strong>
                  </li>
                ))}
                {e.manques.map((m) => (
                  <li key={m.code}>{m.message}</li>
                ))}
              </ul>
            )}
          </div>
        )}
      </div>
    </>
  );
}
