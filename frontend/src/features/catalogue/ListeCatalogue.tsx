import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

import { pluriel } from '../../commun/temps';
import type { CatalogueLu } from './api';
import classes from './catalogue.module.css';

const simple = (t: string) => t.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[’']/g, ' ').toLowerCase();

export interface Entree { cle: string; code: string; libelle: string; groupe: string; etat: string; compte: boolean; ajoute: boolean; mots: string }

/** Rows of the documents in their printed order, then what counts under no row: what the département added, and the rest. */
export function entrees(c: CatalogueLu): Entree[] {
  const dits = (codes: string[]) => codes.map((x) => c.indicateurs.find((i) => i.definition.code === x)?.definition).map((d) => (d ? `${d.code} ${d.libelle} ${d.compte}` : '')).join(' ');
  const references = new Set(c.lignes.flatMap((l) => l.indicateurs));
  const deLignes = c.lignes.map((l) => ({
    cle: l.code, code: l.code, libelle: l.libelle, groupe: `${/^\d/.test(l.fiche) ? 'Fiche ' : ''}${l.fiche}${l.intituleFiche ? ` : ${l.intituleFiche}` : ''}`,
    etat: l.indicateurs.length > 0 ? 'compté' : 'à la main', compte: l.indicateurs.length > 0, ajoute: c.indicateurs.some((i) => i.ajoute && l.indicateurs.includes(i.definition.code)),
    mots: simple(`${l.code} ${l.libelle} ${l.fiche} ${l.intituleFiche ?? ''} ${dits(l.indicateurs)}`),
  }));
  const autres = c.indicateurs.filter((i) => i.ajoute || !references.has(i.definition.code)).map((i) => ({
    cle: `_${i.definition.code}`, code: i.definition.code, libelle: i.definition.libelle, groupe: i.ajoute ? 'Ajoutés par le département' : 'Sous aucune ligne d’un document', etat: i.ajoute ? 'ajouté' : 'compté',
    compte: true, ajoute: i.ajoute, mots: simple(dits([i.definition.code])),
  }));
  return [...autres.filter((a) => a.ajoute), ...deLignes, ...autres.filter((a) => !a.ajoute)];
}


/** Found by any of its words, whatever their accents. */
export function ListeCatalogue({ catalogue, q, sorte, code, poser, ouvrir }: {
  catalogue: CatalogueLu; q: string; sorte: string; code: string | null; poser: (v: Record<string, string>) => void; ouvrir: (code: string, bouton: HTMLElement) => void;
}) {
  const [cherche, chercher] = useState(q);
  useEffect(() => {
    const attente = setTimeout(() => { if (cherche !== q) poser({ q: cherche }); }, 250);
    return () => clearTimeout(attente);
  });
  const mots = simple(cherche).split(/\s+/).filter(Boolean);
  const voulues = entrees(catalogue).filter((e) => (sorte === '' || (sorte === 'compte' ? e.compte : sorte === 'ajoute' ? e.ajoute : !e.compte)) && mots.every((m) => e.mots.includes(m)));
  const groupes = [...new Set(voulues.map((e) => e.groupe))];
  return (
    <div>
      <div className={classes.chercher}>
        <TextInput label="Chercher" description="Un mot, une fiche ou un code" type="search" value={cherche} onChange={(e) => chercher(e.currentTarget.value)} autoComplete="off" />
        <NativeSelect label="Montrer" value={sorte} onChange={(e) => poser({ sorte: e.currentTarget.value })}
          data={[{ value: '', label: 'Tous' }, { value: 'compte', label: 'Comptés par Jalon' }, { value: 'main', label: 'Saisis à la main' }, { value: 'ajoute', label: 'Ajoutés ici' }]} />
        <p role="status">{pluriel(voulues.length, 'indicateur')}</p>
      </div>
      {/* A long list is scrolled by keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.liste} role="region" aria-label="Indicateurs" tabIndex={0}>
        {groupes.map((g) => (
          <section key={g} aria-label={g}>
            <h2>{g}</h2>
            <ul>
              {voulues.filter((e) => e.groupe === g).map((e) => (
                <li key={e.cle}>
                  <button type="button" className={classes.ligne} aria-expanded={code === e.code} onClick={(x) => ouvrir(e.code, x.currentTarget)}>
                    <span>{e.libelle} <span className={classes.code}>{e.code}</span></span>
                    <span className={classes.etat} data-compte={e.compte ? '' : undefined}>{e.etat}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {voulues.length === 0 && <p className={classes.discret} style={{ padding: '0 0.75rem' }}>Aucun indicateur n’a ces mots.</p>}
      </div>
    </div>
  );
}
