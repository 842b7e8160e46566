import { useId, useState } from 'react';

import { Donnees } from '../../commun/Etats';
import { useUnites, type Definition } from './api';
import classes from './indicateurs.module.css';

const CODES = ['IP_RECUES', 'IP_EVALUEES', 'PART_TROIS_MOIS', 'DELAI_EVALUATION_MEDIAN', 'DELAI_EVALUATION_P90', 'OUVERTES', 'TENUES', 'ENFANTS_MESURES', 'MESURES_EN_ATTENTE'];

/** One year, unit by unit. Lines may not add up: a file that changed unit counts once. */
export function ParUnite({ annees, definitions }: { annees: number[]; definitions: Definition[] }) {
  const id = useId();
  const [annee, choisir] = useState(annees[annees.length - 1]!);
  const codes = CODES.filter((c) => definitions.some((d) => d.code === c));
  const requete = useUnites(annee, codes);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>Par unité</h2>
      <label className={classes.anneeUnites}>
        Année
        <select value={annee} onChange={(e) => choisir(Number(e.currentTarget.value))}>{annees.map((a) => <option key={a}>{a}</option>)}</select>
      </label>
      <Donnees requete={requete} quoi="Comptage par unité">
        {(t) => (
          // A table wider than the screen is scrolled by keyboard too.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className={classes.deroulant} role="region" aria-label={`Indicateurs par unité, ${t.annee}`} tabIndex={0} aria-busy={requete.isPlaceholderData}>
            <table className={classes.tableau}>
              <thead>
                <tr>
                  <th scope="col">Unité</th>
                  {codes.map((c) => <th scope="col" key={c}>{definitions.find((d) => d.code === c)?.libelle}</th>)}
                </tr>
              </thead>
              <tbody>
                {t.lignes.map((l) => (
                  <tr key={l.uniteId}>
                    <th scope="row">{l.unite}</th>
                    {l.valeurs.map((v) => (
                      <td key={v.code} title={v.raison ?? undefined}>
                        {v.texte}
                        {v.base !== null && v.base < 20 && <span className={classes.effectif}>sur {v.base}</span>}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Donnees>
      <p className={classes.discret}>
        Une IP qui a changé d’unité compte une fois, là où elle était à la date qui la place dans l’année ; un enfant suivi par deux unités compte dans chacune : les lignes peuvent
        ne pas s’additionner. Une part sur moins
        de vingt dossiers dit sur combien elle porte.
      </p>
    </section>
  );
}
