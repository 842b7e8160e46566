import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';

import { bandeDe, Echeance } from '../../commun/Echeance';
import { Donnees, EtatVide } from '../../commun/Etats';
import { dateLongue, jourDe } from '../../commun/temps';
import { useEcheances, type EcheanceVue } from './api';
import classes from './echeance.module.css';
import Explication from './Explication';

/** Every due date of an IP, minor by minor, with the days used and left, and why. */
export default function DelaisDeLIp({ ipId }: { ipId: string }) {
  return (
    <Donnees requete={useEcheances('IP', ipId)} quoi="Lecture des délais">
      {(echeances) =>
        echeances.length === 0 ? <EtatVide titre="Aucun délai ne court">Les délais apparaissent dès que l’information est qualifiée.</EtatVide>
          : <ul className={classes.liste}>{echeances.map((e) => <Ligne key={e.id} e={e} />)}</ul>
      }
    </Donnees>
  );
}

function Ligne({ e }: { e: EcheanceVue }) {
  const [ouverte, ouvrir] = useState(false);
  return (
    <li>
      <div className={classes.ligne}>
        <span>
          <strong>{e.libelle}</strong>
          {e.objet && <> · {e.objet}</>} {e.aValider && <span className={classes.aValider}>à valider</span>}
        </span>
        <Etat e={e} />
      </div>
      <div className={classes.ligne}>
        <span className={classes.discret}>
          {e.joursUtilises} jours sur {e.delai}
          {e.joursRetenus > 0 && <>, dont {e.joursRetenus} sous consigne du parquet</>}
          {e.etat === 'OUVERTE' && e.dateOperationnelle !== e.dateLegale && <> · dernier jour ouvré : {dateLongue(e.dateOperationnelle)}</>}
        </span>
        <button type="button" className={classes.lien} aria-expanded={ouverte} onClick={() => ouvrir(!ouverte)}>
          pourquoi ?<VisuallyHidden> {e.libelle} {e.objet}</VisuallyHidden>
        </button>
      </div>
      {e.etat !== 'ANNULEE' && <progress className={classes.jauge} max={Math.max(e.delai, 1)} value={Math.min(e.joursUtilises, e.delai)} aria-label="Part du délai écoulée" />}
      {ouverte && <Explication echeanceId={e.id} />}
    </li>
  );
}

function Etat({ e }: { e: EcheanceVue }) {
  if (e.etat === 'ANNULEE') return <span className={classes.discret}>n’est plus attendue</span>;
  if (e.etat === 'SATISFAITE') {
    return <span>faite le {dateLongue(jourDe(e.satisfaiteLe!))}{e.enRetard ? `, après le ${dateLongue(e.dateLegale)}` : ''}</span>;
  }
  return <Echeance bande={bandeDe(e.jours, e.enConsigne)} jours={e.jours} dateLegale={e.dateLegale} complete />;
}
