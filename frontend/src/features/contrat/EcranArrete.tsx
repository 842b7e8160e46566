import { Link, useParams } from 'react-router';

import { Donnees } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { concerne, useMoi } from '../../commun/moi';
import { dateHeure, dateLongue, pluriel } from '../../commun/temps';
import { MotCellule } from './MotCellule';
import { useArrete, type Arrete, type Revisee } from './api';
import classes from './contrat.module.css';

/** A closed year: who signed, what proves it was not touched, and each cell that is no longer what was frozen, with why. */
export default function EcranArrete() {
  const annee = Number(useParams().annee);
  return (
    <Page titre={`Arrêté de l’année ${annee}`} large>
      <p><Link to="/contrat">Retour au tableau</Link></p>
      <Donnees requete={useArrete(annee)} quoi="Lecture de l’arrêté">{(a) => <Lu a={a} />}</Donnees>
    </Page>
  );
}

function Lu({ a }: { a: Arrete }) {
  const moi = useMoi();
  return (
    <>
      <dl className={classes.definition}>
        <dt>Arrêté</dt><dd>le {dateHeure(a.le)} par {a.nom}{a.qualite && `, ${a.qualite}`}</dd>
        {a.remarque && <><dt>Remarque</dt><dd>{a.remarque}</dd></>}
        <dt>Empreinte (SHA-256)</dt><dd className={classes.empreinte}>{a.empreinte}</dd>
        <dt>Sceau</dt><dd>{a.intact ? 'Intact : le contenu gardé est celui qui a été signé.' : <strong role="alert">Rompu : le contenu gardé n’est plus celui qui a été signé. Prévenez l’administrateur.</strong>}</dd>
      </dl>
      <h2>Ce qui a changé depuis</h2>
      {a.revisions.length === 0 ? <p>Rien : les valeurs d’aujourd’hui sont celles de l’arrêté.</p> : (
        <>
          <p>{pluriel(a.revisions.length, 'cellule')} {a.revisions.length > 1 ? 'ne sont' : 'n’est'} plus ce qui a été arrêté. Le tableau et le rapport gardent les valeurs arrêtées et le disent.</p>
          {a.revisions.map((r) => (
            <section key={r.code} className={classes.ouvert} aria-label={`Révision de ${r.libelle}`}>
              <h3>Fiche {r.fiche}, {r.libelle}</h3>
              <p><strong>{r.avant}</strong> à l’arrêté, <strong>{r.apres}</strong> aujourd’hui.</p>
              <Pourquoi r={r} />
              <MotCellule code={r.code} annee={a.annee} sorte="REVISION" libelle="Pourquoi cette révision" texte={r.pourquoi} version={r.version} modifiable={concerne(moi, { missions: ['COMPTAGE'] })} />
            </section>
          ))}
        </>
      )}
    </>
  );
}

function Pourquoi({ r }: { r: Revisee }) {
  if (r.mouvement) {
    const { entres, sortis, actes } = r.mouvement;
    const dits = Object.entries(actes);
    return (
      <>
        <p>{pluriel(entres, 'dossier')} {entres > 1 ? 'entrés' : 'entré'} dans le compte, {pluriel(sortis, 'dossier')} {sortis > 1 ? 'sortis' : 'sorti'}.</p>
        {dits.length > 0 && <><p>Enregistré depuis sur ces dossiers :</p><ul>{dits.map(([quoi, n]) => <li key={quoi}>{quoi} ({n})</li>)}</ul></>}
      </>
    );
  }
  return r.saisieLe ? <p>Saisi{r.saisiePar && ` par ${r.saisiePar}`} le {dateLongue(r.saisieLe.slice(0, 10))}.</p> : null;
}
