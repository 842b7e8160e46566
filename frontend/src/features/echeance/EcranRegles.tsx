import { Button } from '@mantine/core';
import { useState } from 'react';

import { Donnees } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { dateLongue } from '../../commun/temps';
import { useRegles, type RegleVue } from './api';
import classes from './echeance.module.css';
import EditionRegle from './EditionRegle';
import { motsPeriode, motsRappel } from './periode';

/** The rules of the legal clock, for the functional administrator. */
export default function EcranRegles() {
  const [editee, editer] = useState<string | null>(null);
  return (
    <Page titre="Règles de délai">
      <p>
        Chaque échéance garde la version de la règle qui l’a calculée. Une modification s’ajoute à sa date : rien de ce qui a été fait n’est recalculé. Les durées
        marquées « à valider » ne sont données par aucun texte.
      </p>
      <Donnees requete={useRegles()} quoi="Lecture des règles">
        {(regles) => (
          <ul className={classes.cartes}>
            {regles.map((r) => (
              <li key={r.enVigueur.code}>
                {editee === r.enVigueur.code ? <EditionRegle regle={r} fini={() => editer(null)} /> : <Carte r={r} modifier={() => editer(r.enVigueur.code)} />}
              </li>
            ))}
          </ul>
        )}
      </Donnees>
    </Page>
  );
}

function Carte({ r, modifier }: { r: RegleVue; modifier: () => void }) {
  const e = r.enVigueur;
  return (
    <article>
      <div className={classes.ligne}>
        <h2 className={classes.titre}>{e.libelle}</h2>
        <Button variant="default" size="xs" onClick={modifier} aria-label={`Modifier la règle « ${e.libelle} »`}>Modifier</Button>
      </div>
      <p>
        <strong>{r.periodeEnMots}</strong> {e.aValider && <span className={classes.aValider}>à valider</span>}{' '}
        <span className={classes.discret}>{e.article ?? 'aucun texte ne fixe ce délai'}</span>
      </p>
      <p className={classes.discret}>
        Rappels : {e.rappels.length ? e.rappels.map(motsRappel).join(', ') : 'aucun'} · {r.ouvertes} échéance{r.ouvertes > 1 ? 's' : ''} en cours
      </p>
      {r.changement && <p>{r.changement}</p>}
      {r.versions.length > 1 && (
        <ul>
          {r.versions.map((v) => (
            <li key={v.id}>
              {motsPeriode(v.periode)} pour un point de départ à partir du {dateLongue(v.du)}
              {v.au && ` et avant le ${dateLongue(v.au)}`}{v.motif && ` : ${v.motif}`}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
