import { lazy, Suspense } from 'react';

import type { components } from '../../api/generated/chemin';
import { Chargement } from '../Etats';
import { dateLongue, jourDe } from '../temps';
import classes from './dessin.module.css';

const DessinBpmn = lazy(() => import('./DessinBpmn'));

type Chemin = components['schemas']['Chemin'];

/** The model a file runs on, where it stands and where it passed, drawn and then in words. */
export function ParcoursDessine({ d }: { d: Chemin }) {
  return (
    <>
    <p>
      Modèle version {d.version}
      {!d.derniereVersion && <span className={classes.discret}> : ce dossier suit la version avec laquelle il a commencé</span>}.
      {!d.actif && d.enCours.length === 0 && ' Le parcours est terminé.'}
    </p>
    <ul className={classes.legende} aria-label="Légende du dessin">
      <li data-trait="ici">● étape en cours</li>
      <li data-trait="passe">✓ étape faite</li>
      <li data-trait="reste">étape à venir ou non empruntée</li>
    </ul>
    <Suspense fallback={<Chargement quoi="Préparation du dessin" />}>
      <DessinBpmn xml={d.xml} passes={d.passes.map((p) => p.element)} enCours={d.enCours.map((e) => e.element)} />
    </Suspense>
    <h2>Le même parcours en mots</h2>
    <ol className={classes.liste}>
      {d.passes.map((p) => (
        <li key={p.element}>
          ✓ {p.libelle}
          <span className={classes.discret}>
            {p.dernierLe && <> · {dateLongue(jourDe(p.dernierLe))}</>}
            {p.par && <> · {p.par}</>}
            {p.fois > 1 && p.premierLe && <> · {p.fois} actes depuis le {dateLongue(jourDe(p.premierLe))}</>}
          </span>
        </li>
      ))}
      {d.enCours.map((e) => (
        <li key={e.element}>
          <strong>● {e.libelle}</strong>
          <span className={classes.discret}>
            {' '}
            · en cours depuis le {dateLongue(jourDe(e.depuis))} · {e.titulaire ?? e.unite}
          </span>
        </li>
      ))}
    </ol>
    </>
  );
}
