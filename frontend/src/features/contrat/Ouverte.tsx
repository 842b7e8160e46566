import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { dateLongue } from '../../commun/temps';
import type { PlaceCellule } from './CelluleTableau';
import { FormulaireCellule } from './FormulaireCellule';
import { MotCellule } from './MotCellule';
import { Pourquoi } from './Pourquoi';
import type { Imprime, Ligne, TableauContrat } from './api';
import classes from './contrat.module.css';

/** One cell opened: what is kept and where it comes from, what differs and why, what may be typed, then why this number. */
export function Ouverte({ tableau, ligne, place, fermer }: { tableau: TableauContrat; ligne: Ligne; place: PlaceCellule; fermer: () => void }) {
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => titre.current?.focus(), []);
  const x = ligne.annees.find((a) => a.annee === place.annee);
  const cible = place.type === 'CIBLE' ? (x?.cible ?? null) : null;
  const c = x?.realise ?? ligne.niveau;
  const v = cible ?? c;
  const exercice = tableau.annees.find((e) => e.annee === place.annee);
  const interne = tableau.diffusion === 'INTERNE';
  const modifiable = interne && ligne.saisissable && tableau.connuLe === null;
  return (
    <section className={classes.ouvert} aria-labelledby="cellule-titre">
      <div className={classes.tete}>
        <h2 id="cellule-titre" ref={titre} tabIndex={-1}>{ligne.libelle}, {place.type === 'CIBLE' ? 'cible' : 'réalisé'} {place.annee} : {v.texte || 'aucune'}</h2>
        <Button variant="default" size="xs" onClick={fermer}>Fermer</Button>
      </div>
      {v.raison && <p><strong>{v.valeur === null ? 'Pas de nombre.' : 'À savoir.'}</strong> {v.raison}</p>}
      <div className={classes.deux}>
        <div>
          <dl className={classes.definition}>
            {!cible && c.compte && <><dt>Compté par Jalon</dt><dd>{c.compte.texte}{c.compte.base !== null && ` (${c.compte.effectif} sur ${c.compte.base})`}{c.compte.valeur === null && c.compte.raison && ` : ${c.compte.raison}`}</dd></>}
            {v.saisie && v.saisie.sorte !== 'RETIREE' && (
              <><dt>Saisi</dt><dd>{v.saisie.texte ?? v.saisie.valeur?.toLocaleString('fr-FR') ?? v.saisie.sorte}{v.saisie.par && `, par ${v.saisie.par}`}, le {dateLongue(v.saisie.le.slice(0, 10))}{v.saisie.arreteAu && `, valeur au ${dateLongue(v.saisie.arreteAu)}`}{v.saisie.source && `. Source : ${v.saisie.source}`}</dd></>
            )}
            {v.imprime && <><dt>Imprimé</dt><dd><Impression i={v.imprime} /></dd></>}
            <dt>État</dt>
            <dd>{exercice?.definitif && exercice.arreteLe ? `Définitif, arrêté le ${dateLongue(exercice.arreteLe.slice(0, 10))} par ${exercice.nom}${exercice.qualite ? `, ${exercice.qualite}` : ''}` : 'Provisoire : suit les corrections et les saisies'}</dd>
            {!cible && c.revision && <><dt>Révision</dt><dd>{c.revision.avant} à l’arrêté, {c.revision.apres} aujourd’hui{c.revision.pourquoi && ` : ${c.revision.pourquoi}`}</dd></>}
            {ligne.sansAnnee.length > 0 && <><dt>Imprimé sans année</dt><dd><ul>{ligne.sansAnnee.map((s) => <li key={s}>{s}</li>)}</ul></dd></>}
          </dl>
          {!cible && c.difference && (
            <>
              <h3>Différence avec le document : {c.difference.texte}</h3>
              {c.difference.connues.length > 0 && <ul>{c.difference.connues.map((k) => <li key={k}>{k}</li>)}</ul>}
            </>
          )}
          {!cible && c.difference && <MotCellule code={ligne.code} annee={place.annee} sorte="DIFFERENCE" libelle="Pourquoi cette différence" texte={c.difference.explication} version={c.difference.version} modifiable={modifiable} />}
          {!cible && interne && <MotCellule code={ligne.code} annee={place.annee} sorte="COMMENTAIRE" libelle="Commentaire" texte={c.commentaire} version={c.versionCommentaire} modifiable={modifiable} />}
          {!cible && c.alerte && <p className={classes.alerte} role="alert">{c.alerte}</p>}
        </div>
        {modifiable && v.origine !== 'COMPTE' && <FormulaireCellule ligne={ligne} place={place} saisie={v.saisie} fermee={!!exercice?.definitif && place.type === 'REALISE'} />}
      </div>
      {place.type === 'REALISE' && <Pourquoi ligne={ligne} annee={place.annee} diffusion={tableau.diffusion} connuLe={tableau.connuLe ?? ''} />}
    </section>
  );
}

function Impression({ i }: { i: Imprime }) {
  return (
    <>
      {i.texte}{i.arreteAu && `, lu au ${i.arreteAu}`}{i.perimetre && ` (${i.perimetre})`}{i.remarque && `. ${i.remarque}`}
      {i.autres.length > 0 && <ul>{i.autres.map((a) => <li key={a}>{a}</li>)}</ul>}
    </>
  );
}
