import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { Donnees } from '../../commun/Etats';
import { dateLongue } from '../../commun/temps';
import { useChiffres, type Apercu, type CatalogueLu, type IndicateurLu, type LigneLue } from './api';
import classes from './catalogue.module.css';

const NATURES: Record<string, string> = {
  FLUX: 'un nombre dans l’année', STOCK: 'un nombre à une date', RATIO: 'un rapport', DUREE: 'une durée', CAPACITE: 'une capacité', OUI_NON: 'oui ou non', TEXTE: 'un texte', DOCUMENT: 'un document',
};
const CLASSES: Record<string, string> = { A: 'compté à partir des dossiers', B: 'compté à partir des repères de suivi', M: 'saisi à la main, ou importé' };

/** One indicator in words: what the document prints, what counts it, how it is written, and its last figures. */
export function FicheIndicateur({ catalogue, code, fermer }: { catalogue: CatalogueLu; code: string; fermer: () => void }) {
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => titre.current?.focus(), []);
  const ligne = catalogue.lignes.find((l) => l.code === code);
  const comptants = ligne ? ligne.indicateurs.map((i) => catalogue.indicateurs.find((x) => x.definition.code === i)).filter((x): x is IndicateurLu => !!x)
    : catalogue.indicateurs.filter((i) => i.definition.code === code);
  return (
    <section className={classes.fiche} aria-labelledby="fiche-indicateur">
      <h2 id="fiche-indicateur" ref={titre} tabIndex={-1}>{ligne?.libelle ?? comptants[0]?.definition.libelle ?? 'Cet indicateur n’est plus au catalogue.'}</h2>
      {ligne && <DuDocument l={ligne} />}
      {comptants.map((i) => <Comptant key={i.definition.code} i={i} seul={!ligne || comptants.length > 1} lignes={catalogue.lignes.filter((l) => l.code !== code && l.indicateurs.includes(i.definition.code))} />)}
      <Button variant="default" size="xs" mt="md" onClick={fermer}>Fermer la fiche</Button>
    </section>
  );
}

function DuDocument({ l }: { l: LigneLue }) {
  return (
    <dl>
      <dt>Document</dt><dd>{l.document}, {/^\d/.test(l.fiche) ? 'fiche ' : ''}{l.fiche}{!l.tableauDeBord && ' (dans le texte, hors du tableau)'} · {l.code}</dd>
      <dt>Nature</dt><dd>{NATURES[l.nature] ?? l.nature}{l.unite && `, en ${l.unite}`} ; {l.indicateurs.length === 0 && l.classe !== 'M' ? 'saisi à la main' : CLASSES[l.classe]}</dd>
      {l.raison && <><dt>Pourquoi il ne se compte pas</dt><dd>{l.raison}</dd></>}
      {l.denominateur && <><dt>Dénominateur imprimé</dt><dd>{l.denominateur}</dd></>}
      {l.evenements && <><dt>Ce qu’il faut enregistrer</dt><dd>{l.evenements}</dd></>}
      {l.remarque && <><dt>À la lecture du document</dt><dd>{l.remarque}</dd></>}
    </dl>
  );
}

function Comptant({ i, seul, lignes }: { i: IndicateurLu; seul: boolean; lignes: LigneLue[] }) {
  const d = i.definition;
  return (
    <dl>
      {seul && <><dt>{i.ajoute ? 'Ajouté par le département' : 'Indicateur'}</dt><dd>{d.libelle} · {d.code}, en {d.unite}</dd></>}
      <dt>Ses chiffres</dt>
      <dd><Donnees requete={useChiffres(d.code)} quoi="Comptage">{(c) => <Valeurs a={c} />}</Donnees></dd>
      <dt>Ce qui est compté</dt><dd>{d.compte}</dd>
      <dt>Date qui place dans l’année</dt>
      <dd>{d.date}{i.jours.length > 0 && ` Jours du document : ${i.jours.map((j) => `${j.annee}, le ${dateLongue(j.le)}`).join(' ; ')}.`}</dd>
      {d.inclus.length > 0 && <><dt>Compris</dt><dd><ul>{d.inclus.map((x) => <li key={x}>{x}</li>)}</ul></dd></>}
      {d.exclus.length > 0 && <><dt>Non compris</dt><dd><ul>{d.exclus.map((x) => <li key={x}>{x}</li>)}</ul></dd></>}
      {i.termes.length > 0 && <><dt>Fait de</dt><dd><ul>{i.termes.map((t) => <li key={t.role + t.code}>{t.role} : {t.libelle} <span className={classes.code}>{t.code}</span></li>)}</ul></dd></>}
      {d.lecture && <><dt>À la lecture</dt><dd>{d.lecture}</dd></>}
      {d.source && <><dt>Source</dt><dd>{d.source}</dd></>}
      {lignes.length > 0 && <><dt>Répond aussi à</dt><dd>{lignes.map((l) => l.code).join(', ')}</dd></>}
      {i.formule && <><dt>Formule, telle qu’elle est écrite</dt><dd><code className={classes.formule}>{i.formule}</code></dd></>}
    </dl>
  );
}

export function Valeurs({ a }: { a: Apercu }) {
  const raisons = [...new Set(a.valeurs.map((v) => v.raison).filter((r): r is string => !!r))];
  return (
    <>
      <ul className={classes.valeurs}>
        {a.valeurs.map((v) => <li key={v.annee}>{v.annee}<strong>{v.texte}</strong></li>)}
      </ul>
      {raisons.map((r) => <p key={r} className={classes.discret}>{a.valeurs.filter((v) => v.raison === r).map((v) => v.annee).join(', ')}&nbsp;: {r}</p>)}
    </>
  );
}
