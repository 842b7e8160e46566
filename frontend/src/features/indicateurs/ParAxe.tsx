import { useId, useState } from 'react';

import { Donnees } from '../../commun/Etats';
import { useAxe, type Axe, type Definition } from './api';
import classes from './indicateurs.module.css';

const AXES: { valeur: Axe; libelle: string }[] = [
  { valeur: 'PRODUIT', libelle: 'Produit' }, { valeur: 'CADRE', libelle: 'Cadre' }, { valeur: 'SERVICE', libelle: 'Service' }, { valeur: 'BASE', libelle: 'Base légale' },
];
const CODES = [
  'ENFANTS_MESURES', 'MESURES_EXERCEES', 'MESURES_EN_ATTENTE', 'MESURES_CADUQUES', 'DELAI_EXERCICE_MOYEN', 'DELAI_EXERCICE_MEDIAN', 'DELAI_EXERCICE_P90', 'ENFANTS_ACCUEILLIS',
  'PLACES_OUVERTES', 'OCCUPATION',
];

/** Measures of one year, split by product, frame, service or legal basis. */
export function ParAxe({ annees, unite, definitions }: { annees: number[]; unite: string; definitions: Definition[] }) {
  const id = useId();
  const [annee, choisir] = useState(annees[annees.length - 1]!);
  const [axe, changer] = useState<Axe>('PRODUIT');
  const codes = CODES.filter((c) => definitions.some((d) => d.code === c && d.ventilable));
  const requete = useAxe(axe, annee, codes, unite);
  if (codes.length === 0) return null;
  const nom = AXES.find((a) => a.valeur === axe)!.libelle;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>Mesures, par {nom.toLowerCase()}</h2>
      <div className={classes.choix}>
        <label>
          Détailler par
          <select value={axe} onChange={(e) => changer(e.currentTarget.value as Axe)}>{AXES.map((a) => <option key={a.valeur} value={a.valeur}>{a.libelle}</option>)}</select>
        </label>
        <label>
          Année des mesures
          <select value={annee} onChange={(e) => choisir(Number(e.currentTarget.value))}>{annees.map((a) => <option key={a}>{a}</option>)}</select>
        </label>
      </div>
      <Donnees requete={requete} quoi="Comptage des mesures">
        {(t) => t.lignes.length === 0 ? <p>Aucune mesure cette année-là.</p> : (
          // A table wider than the screen is scrolled by keyboard too.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className={classes.deroulant} role="region" aria-label={`Mesures par ${nom.toLowerCase()}, ${t.annee}`} tabIndex={0} aria-busy={requete.isPlaceholderData}>
            <table className={classes.tableau}>
              <thead>
                <tr>
                  <th scope="col">{nom}</th>
                  {codes.map((c) => <th scope="col" key={c}>{definitions.find((d) => d.code === c)?.libelle}</th>)}
                </tr>
              </thead>
              <tbody>
                {t.lignes.map((l) => (
                  <tr key={l.cle}>
                    <th scope="row">{l.libelle}</th>
                    {l.valeurs.map((v) => <td key={v.code} title={v.raison ?? undefined}>{v.texte}</td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Donnees>
      <p className={classes.discret}>
        Une mesure requalifiée, ou passée d’un service à l’autre, compte dans chaque ligne où elle a été et une fois au total : les lignes peuvent ne pas s’additionner.
      </p>
    </section>
  );
}
