import { TextInput } from '@mantine/core';
import { useState } from 'react';

import type { Mot, Mots } from './api';
import classes from './catalogue.module.css';

const simple = (t: string) => t.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();

/** What may be written, beside the text: pressed, a word goes where the cursor is. */
export function MotsConnus({ mots, inserer }: { mots: Mots; inserer: (texte: string) => void }) {
  const [cherche, chercher] = useState('');
  const veut = simple(cherche).split(/\s+/).filter(Boolean);
  const garde = (m: Mot) => veut.every((v) => simple(`${m.code} ${m.libelle}`).includes(v));
  const formules = mots.formules.filter((f) => garde({ code: f.nom, libelle: f.dit }));
  const rubriques = [
    { titre: 'Périodes (genre)', mots: mots.periodes.filter(garde) },
    { titre: 'Évènements (type)', mots: mots.evenements.filter(garde) },
    { titre: 'Dimensions (filtre)', mots: mots.dimensions.filter((d) => garde(d) && d.valeurs.length === 0) },
    ...mots.dimensions.filter((d) => d.valeurs.length > 0).map((d) => ({ titre: `${d.code} : ${d.libelle}`, mots: d.valeurs.filter((v) => garde(v) || (veut.length > 0 && garde(d))), insertion: d.code })),
    { titre: 'Unités', mots: mots.unites.filter(garde) },
  ].filter((r) => r.mots.length > 0);
  const ouvert = veut.length > 0;
  return (
    // The list is scrolled by keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.mots} role="region" aria-label="Mots connus" tabIndex={0}>
      <TextInput label="Chercher un mot à écrire" description="Une mesure, un évènement, un repère… Le mot choisi s’écrit là où est le curseur." type="search" autoComplete="off" value={cherche}
        onChange={(e) => chercher(e.currentTarget.value)} mb="xs" />
      {formules.length > 0 && (
        <details open={ouvert || undefined}>
          <summary>Formules ({formules.length})</summary>
          <ul>
            {formules.map((f) => (
              <li key={f.nom}>
                <button type="button" className={classes.mot} onClick={() => inserer(`{formule: ${f.nom}${f.reglages.filter((r) => !r.facultatif).map((r) => `, ${r.nom}: ${r.valeurs[0] ?? ''}`).join('')}}`)}>{f.nom}</button>
                {f.dit}
                {f.reglages.length > 0 && <span className={classes.discret}> Réglages : {f.reglages.map((r) => `${r.nom}${r.facultatif ? ' (facultatif)' : ''}${r.valeurs.length > 0 ? ` = ${r.valeurs.join(' ou ')}` : ''}`).join(' ; ')}.</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {rubriques.map((r) => (
        <details key={r.titre} open={ouvert || undefined}>
          <summary>{r.titre} ({r.mots.length})</summary>
          <ul>
            {r.mots.map((m) => (
              <li key={m.code}><button type="button" className={classes.mot} onClick={() => inserer(m.code)}>{m.code}</button>{m.libelle !== m.code && m.libelle}</li>
            ))}
          </ul>
        </details>
      ))}
      {formules.length + rubriques.length === 0 && <p className={classes.discret}>Aucun mot connu ne contient « {cherche} ».</p>}
    </div>
  );
}
