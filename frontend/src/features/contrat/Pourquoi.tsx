import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';

import { Chargement, Donnees } from '../../commun/Etats';
import { useMoi } from '../../commun/moi';
import { fichier, usePourquoi, useVentilation, type Decoupe, type Diffusion, type Ligne, type Ventilation } from './api';
import classes from './contrat.module.css';

const Graphique = lazy(() => import('./Graphique'));

const DECOUPES: { valeur: Decoupe; libelle: string; mots: string }[] = [
  { valeur: 'UNITE', libelle: 'Unité', mots: 'par unité' }, { valeur: 'MOIS', libelle: 'Mois', mots: 'par mois' }, { valeur: 'PRODUIT', libelle: 'Produit', mots: 'par produit' },
  { valeur: 'SEXE', libelle: 'Sexe', mots: 'par sexe' }, { valeur: 'AGE', libelle: 'Âge', mots: 'par âge' },
];

/** Why this number: what is counted in words, what is near and out, where the files are, then the figure split, drawn and tabled. */
export function Pourquoi({ ligne, annee, diffusion, connuLe }: { ligne: Ligne; annee: number; diffusion: Diffusion; connuLe: string }) {
  const moi = useMoi();
  const requete = usePourquoi(ligne.code, annee, diffusion, connuLe);
  return (
    <section aria-labelledby="pourquoi">
      <h3 id="pourquoi">Pourquoi ce chiffre ?</h3>
      <Donnees requete={requete} quoi="Lecture de la définition">
        {(x) => (
          <>
            <dl className={classes.definition}>
              {x.definition ? (
                <>
                  <dt>Ce qui est compté</dt><dd>{x.definition.compte}</dd>
                  <dt>Date qui place dans l’année</dt><dd>{x.definition.date}</dd>
                  {x.definition.inclus.length > 0 && <><dt>Compris</dt><dd><ul>{x.definition.inclus.map((i) => <li key={i}>{i}</li>)}</ul></dd></>}
                  {x.exclus.length > 0 && <><dt>Non compris</dt><dd><ul>{x.exclus.map((e) => <li key={e.raison}>{e.raison}{e.nombre !== null && ` : ${e.nombre.toLocaleString('fr-FR')}`}</li>)}</ul></dd></>}
                  {x.definition.lecture && <><dt>À la lecture</dt><dd>{x.definition.lecture}</dd></>}
                  {x.definition.source && <><dt>Document</dt><dd>{x.definition.source}</dd></>}
                </>
              ) : (
                <><dt>Ce qui est compté</dt><dd>Valeur saisie par les services : Jalon n’enregistre pas ce qu’elle compte.{x.evenements && ` Il faudrait : ${x.evenements}.`}</dd></>
              )}
              {x.denominateur && <><dt>Rapporté à</dt><dd>{x.denominateur}</dd></>}
              {x.aussi.length > 0 && <><dt>Compté aussi</dt><dd>{x.aussi.join(' ; ')}</dd></>}
              {diffusion === 'INTERNE' && x.remarque && <><dt>Remarque sur le document</dt><dd>{x.remarque}</dd></>}
            </dl>
            {x.definition && (moi.missions.includes('SUPERVISION')
              ? <p><Link to={`/indicateurs?indicateur=${x.definition.code}&annee=${annee}&au=${annee}&du=${annee - 7}`}>Les dossiers derrière ce chiffre</Link></p>
              : <p className={classes.discret}>La liste des dossiers est ouverte à qui suit les délais ; le comptage n’en donne que les chiffres.</p>)}
            {x.definition && <Detail ligne={ligne} annee={annee} diffusion={diffusion} connuLe={connuLe} />}
          </>
        )}
      </Donnees>
    </section>
  );
}

function Detail({ ligne, annee, diffusion, connuLe }: { ligne: Ligne; annee: number; diffusion: Diffusion; connuLe: string }) {
  const [decoupe, couper] = useState<Decoupe>('UNITE');
  const requete = useVentilation(ligne.code, annee, decoupe, diffusion, connuLe);
  const mots = DECOUPES.find((d) => d.valeur === decoupe)!.mots;
  return (
    <>
      <div className={classes.choix}>
        <label>
          Détailler par
          <select value={decoupe} onChange={(e) => couper(e.currentTarget.value as Decoupe)}>{DECOUPES.map((d) => <option key={d.valeur} value={d.valeur}>{d.libelle}</option>)}</select>
        </label>
        <a href={fichier(`/api/contrat/pourquoi/${ligne.code}/${decoupe}/csv`, { annee, diffusion, connuLe })} download>Ce détail (CSV)</a>
      </div>
      <Donnees requete={requete} quoi="Comptage">
        {(v) => v.parts.length === 0
          ? <p>{v.raison ?? 'Rien à détailler cette année-là.'}</p>
          : <Detaille v={v} mots={mots} />}
      </Donnees>
    </>
  );
}

function Detaille({ v, mots }: { v: Ventilation; mots: string }) {
  const connues = v.parts.filter((p) => p.valeur !== null);
  const plus = connues.reduce<(typeof connues)[number] | null>((m, p) => (m === null || p.valeur! > m.valeur! ? p : m), null);
  const constat = plus ? `${plus.libelle} : ${plus.texte}, la valeur la plus haute ${mots} en ${v.annee}` : `Aucune valeur ${mots} en ${v.annee}`;
  return (
    <div className={classes.deux}>
      <figure className={classes.figure}>
        <figcaption>{constat}</figcaption>
        <Suspense fallback={<Chargement quoi="Dessin" />}><Graphique v={v} phrase={`${v.libelle}, ${mots}, ${v.annee}. ${constat}. Les mêmes chiffres sont dans le tableau.`} /></Suspense>
      </figure>
      <table className={classes.petit}>
        <caption className="jalon-invisible">{v.libelle}, {mots}, {v.annee}</caption>
        <thead><tr><th scope="col">{mots.replace('par ', '')}</th><th scope="col">{v.annee}</th></tr></thead>
        <tbody>
          {v.parts.map((p) => <tr key={p.cle}><th scope="row">{p.libelle}</th><td title={p.raison ?? undefined}>{p.texte}</td></tr>)}
          <tr><th scope="row">Ensemble</th><td title={v.total.raison ?? undefined}><strong>{v.total.texte}</strong></td></tr>
        </tbody>
      </table>
    </div>
  );
}
