import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';

import { Donnees } from '../../commun/Etats';
import { useMoi } from '../../commun/moi';
import { dateLongue, jourDe } from '../../commun/temps';
import { useDossiers, type LigneAnnees } from './api';
import classes from './indicateurs.module.css';

const CHEMINS: Record<string, string> = { IP: '/ip/', INFORMATION: '/informations/', MESURE: '/mesures/' };

/** One figure opened: what it counts, what places a file in the year, what is in and out, then the files. */
export function Chiffre({ ligne, annee, unite, fermer }: { ligne: LigneAnnees; annee: number; unite: string; fermer: () => void }) {
  const moi = useMoi();
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => titre.current?.focus(), []);
  const d = ligne.indicateur;
  const v = ligne.valeurs.find((x) => x.annee === annee);
  return (
    <section className={classes.ouvert} aria-labelledby="chiffre-titre">
      <div className={classes.tete}>
        <h2 id="chiffre-titre" ref={titre} tabIndex={-1}>
          {d.libelle}, {annee} : {v?.texte ?? 'n.c.'}
        </h2>
        <Button variant="default" size="xs" onClick={fermer}>Fermer</Button>
      </div>
      {v && v.valeur === null && <p><strong>Non connu.</strong> {v.raison}</p>}
      {v && v.base !== null && <p>{v.effectif} sur {v.base}.</p>}
      <dl className={classes.definition}>
        <dt>Ce qui est compté</dt><dd>{d.compte}</dd>
        <dt>Date qui place dans l’année</dt><dd>{v?.le ? `Le ${dateLongue(v.le)}, date du document. ` : ''}{d.date}</dd>
        {d.inclus.length > 0 && <><dt>Compris</dt><dd><ul>{d.inclus.map((x) => <li key={x}>{x}</li>)}</ul></dd></>}
        {d.exclus.length > 0 && <><dt>Non compris</dt><dd><ul>{d.exclus.map((x) => <li key={x}>{x}</li>)}</ul></dd></>}
        {d.lecture && <><dt>À la lecture</dt><dd>{d.lecture}</dd></>}
        <dt>État</dt>
        <dd>{v?.definitif && v.arreteLe ? `Définitif, arrêté le ${dateLongue(jourDe(v.arreteLe))}` : 'Provisoire : suit les corrections et les saisies tardives'}</dd>
        {d.source && <><dt>Document</dt><dd>{d.source}{d.reference && ` (${d.reference})`}</dd></>}
      </dl>
      {moi.missions.includes('SUPERVISION')
        ? v && v.valeur !== null && v.effectif > 0 && <Liste code={d.code} annee={annee} unite={unite} part={v.base !== null} />
        : <p className={classes.discret}>La liste des dossiers est ouverte à qui suit les délais ; le comptage n’en donne que les chiffres.</p>}
    </section>
  );
}

function Liste({ code, annee, unite, part }: { code: string; annee: number; unite: string; part: boolean }) {
  const [manquants, montrer] = useState(false);
  const [page, aller] = useState(0);
  return (
    <>
      {part && (
        <div className={classes.bascule} role="group" aria-label="Dossiers montrés">
          <button type="button" aria-pressed={!manquants} onClick={() => { montrer(false); aller(0); }}>Qui remplissent la condition</button>
          <button type="button" aria-pressed={manquants} onClick={() => { montrer(true); aller(0); }}>Qui ne la remplissent pas</button>
        </div>
      )}
      <Donnees requete={useDossiers(code, annee, unite, manquants, page)} quoi="Lecture des dossiers">
        {(p) => (
          <>
            <h3>{p.total === 0 ? 'Aucun dossier' : p.total === 1 ? '1 dossier' : `${p.total.toLocaleString('fr-FR')} dossiers`}</h3>
            <ul className={classes.dossiers}>
              {p.dossiers.map((x) => (
                <li key={x.id}>
                  <Link to={CHEMINS[x.type] + x.id}>{x.numero}</Link>
                  <span>{x.unite}</span>
                  <span>{x.type === 'MESURE' ? 'décidée' : 'reçue'} le {dateLongue(jourDe(x.recueLe))}</span>
                  <span>{x.terminee ? 'terminée' : 'en cours'}</span>
                </li>
              ))}
            </ul>
            {p.ailleurs > 0 && (
              <p className={classes.discret}>
                {p.ailleurs === 1 ? 'Un dossier de cette page est compté ici et n’est plus ouvert' : `${p.ailleurs} dossiers de cette page sont comptés ici et ne sont plus ouverts`} à vos unités.
              </p>
            )}
            {p.pages > 1 && (
              <div className={classes.pages}>
                <Button variant="default" size="xs" disabled={p.page === 0} onClick={() => aller(p.page - 1)}>Page précédente</Button>
                <span>Page {p.page + 1} sur {p.pages}</span>
                <Button variant="default" size="xs" disabled={p.page + 1 >= p.pages} onClick={() => aller(p.page + 1)}>Page suivante</Button>
              </div>
            )}
          </>
        )}
      </Donnees>
    </>
  );
}
