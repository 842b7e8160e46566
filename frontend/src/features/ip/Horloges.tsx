import { bandeDe, Echeance } from '../../commun/Echeance';
import { dateLongue, jourDe, pluriel } from '../../commun/temps';
import { Pourquoi } from './Pourquoi';
import type { EcheanceVue, EnTete } from './donnees';
import classes from './ip.module.css';

/** The two clocks of an IP, each with its legal date, what is left, and why. */
export function Horloges({ fiche }: { fiche: EnTete }) {
  if (fiche.ip.horloges.length === 0) return null;
  return (
    <dl className={classes.horloges}>
      {fiche.ip.horloges.map((h) => (
        <div key={h.code}>
          <dt>{h.libelle}</dt>
          <dd>
            <UneEcheance echeance={h.echeance} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function UneEcheance({ echeance: e }: { echeance: EcheanceVue }) {
  return (
    <>
      {e.etat === 'SATISFAITE' ? (
        <span>
          {e.enRetard ? '▲ faite en retard' : '✓ faite'} le {dateLongue(jourDe(e.satisfaiteLe!))}
        </span>
      ) : (
        <Echeance bande={bandeDe(e.jours, e.enConsigne)} jours={e.jours} dateLegale={e.dateLegale} />
      )}
      <span>
        {' '}
        · échéance légale {dateLongue(e.dateLegale)}
        {e.dateOperationnelle !== e.dateLegale && <span className={classes.discret}> (dernier jour ouvré : {dateLongue(e.dateOperationnelle)})</span>}
        <span className={classes.discret}>
          {' '}
          · {pluriel(e.joursUtilises, 'jour utilisé', 'jours utilisés')} sur {e.delai}
          {e.joursRetenus > 0 && <>, dont {pluriel(e.joursRetenus, 'jour retenu', 'jours retenus')} par le parquet</>}
        </span>{' '}
      </span>
      <Pourquoi echeanceId={e.id} quoi={e.libelle} />
    </>
  );
}
