import { Button, Group } from '@mantine/core';
import { useState } from 'react';

import { useMoi } from '../../commun/moi';
import { dateLongue, joursEntre, plusJours, pluriel } from '../../commun/temps';
import type { PageEnfant } from './api';
import { bornes, graduations, recadrer, VOIES, type Fenetre } from './frise';
import classes from './enfants.module.css';

const LARGEUR = 960;
const GAUCHE = 150;
const HAUT = 26;
const VOIE = 40;

/** All that happened to a child on one line of time, in lanes; closer or farther, printable, and the same as a table. */
export function FriseEnfant({ page }: { page: PageEnfant }) {
  const { aujourdhui } = useMoi();
  const tout = bornes(page, aujourdhui);
  const [choisie, setFenetre] = useState<Fenetre | null>(null);
  const [table, setTable] = useState(false);
  const f = choisie ?? tout;
  const jours = Math.max(1, joursEntre(f.de, f.a));
  const x = (jour: string) => GAUCHE + ((LARGEUR - GAUCHE - 16) * joursEntre(f.de, jour)) / jours;
  const dedans = (jour: string) => jour >= f.de && jour <= f.a;
  const voies = VOIES.filter(([code]) => page.faits.some((e) => e.voie === code) || page.periodes.some((p) => p.voie === code));
  const y = (voie: string) => HAUT + VOIE * (voies.findIndex(([c]) => c === voie) + 0.5);
  const hauteur = HAUT + VOIE * Math.max(1, voies.length) + 8;
  return (
    <section className={classes.frise} aria-label="Frise du parcours">
      <div className={classes.friseTete}>
        <h2>Frise</h2>
        <Group gap={4}>
          <Button size="compact-sm" variant="default" onClick={() => setFenetre(recadrer(f, 0.5, aujourdhui))} aria-label="Rapprocher">+</Button>
          <Button size="compact-sm" variant="default" onClick={() => setFenetre(recadrer(f, 2, aujourdhui))} aria-label="Éloigner">−</Button>
          <Button size="compact-sm" variant="default" onClick={() => setFenetre(glisser(f, -0.4))} aria-label="Plus tôt">←</Button>
          <Button size="compact-sm" variant="default" onClick={() => setFenetre(glisser(f, 0.4))} aria-label="Plus tard">→</Button>
          <Button size="compact-sm" variant="default" onClick={() => setFenetre({ de: plusJours(aujourdhui, -365), a: plusJours(aujourdhui, 120) })}>12 mois</Button>
          <Button size="compact-sm" variant="default" onClick={() => setFenetre(null)}>Tout</Button>
          <Button size="compact-sm" variant="default" aria-expanded={table} onClick={() => setTable(!table)}>En tableau</Button>
        </Group>
      </div>
      <svg viewBox={`0 0 ${LARGEUR} ${hauteur}`} className={classes.dessin} role="img"
        aria-label={`${pluriel(page.faits.length, 'fait')} et ${pluriel(page.periodes.length, 'période')}, du ${dateLongue(f.de)} au ${dateLongue(f.a)}. Le tableau dit la même chose.`}>
        {graduations(f).map((g) => (
          <g key={g.jour}>
            <line x1={x(g.jour)} x2={x(g.jour)} y1={HAUT - 4} y2={hauteur - 8} className={classes.grille} />
            <text x={x(g.jour) + 3} y={HAUT - 9} className={classes.annee}>{g.libelle}</text>
          </g>
        ))}
        {voies.map(([code, libelle]) => (
          <g key={code}>
            <line x1={0} x2={LARGEUR} y1={y(code) + VOIE / 2} y2={y(code) + VOIE / 2} className={classes.grille} />
            <text x={0} y={y(code) + 4} className={classes.voie}>{libelle}</text>
          </g>
        ))}
        {dedans(aujourdhui) && <line x1={x(aujourdhui)} x2={x(aujourdhui)} y1={HAUT - 4} y2={hauteur - 8} className={classes.aujourdhui} />}
        {page.periodes.filter((p) => p.du <= f.a && (p.au ?? aujourdhui) >= f.de).map((p, i) => {
          const de = x(p.du < f.de ? f.de : p.du);
          const a = x((p.au ?? aujourdhui) > f.a ? f.a : (p.au ?? aujourdhui));
          return (
            <rect key={`${p.id}-${i}`} x={de} y={y(p.voie) - 11} width={Math.max(3, a - de)} height={10} rx={2} className={classes.periode} data-voie={p.voie}>
              <title>{`${p.libelle} ${p.reference}, du ${dateLongue(p.du)} ${p.au ? `au ${dateLongue(p.au)}` : 'à ce jour'}`}</title>
            </rect>
          );
        })}
        {page.faits.filter((e) => dedans(e.le)).map((e) => (
          <circle key={e.id} cx={x(e.le)} cy={y(e.voie) + 7} r={5} className={classes.fait} data-annule={e.annule ? '' : undefined}>
            <title>{`${dateLongue(e.le)} : ${e.libelle}${e.annule ? ' (annulé)' : ''}`}</title>
          </circle>
        ))}
        {page.prochaines.filter((d) => dedans(d.le)).map((d) => (
          <path key={d.le + d.libelle} d={`M ${x(d.le)} ${HAUT - 2} l 6 7 l -6 7 l -6 -7 Z`} className={classes.avenir}>
            <title>{`${dateLongue(d.le)} : ${d.libelle}`}</title>
          </path>
        ))}
      </svg>
      {page.faits.length === 0 && <p className={classes.discret}>Rien n’est encore arrivé dans ce dossier.</p>}
      {table && <TableFrise page={page} />}
    </section>
  );
}

const glisser = (f: Fenetre, part: number): Fenetre => {
  const pas = Math.round(joursEntre(f.de, f.a) * part);
  return { de: plusJours(f.de, pas), a: plusJours(f.a, pas) };
};

function TableFrise({ page }: { page: PageEnfant }) {
  const voie = Object.fromEntries(VOIES);
  const lignes = [
    ...page.faits.map((e) => ({ cle: e.id, le: e.le, au: '', quoi: e.libelle + (e.annule ? ' (annulé)' : ''), voie: voie[e.voie] ?? '' })),
    ...page.periodes.map((p, i) => ({ cle: `${p.id}-${i}`, le: p.du, au: p.au ? dateLongue(p.au) : 'à ce jour', quoi: `${p.libelle} ${p.reference}`, voie: voie[p.voie] ?? '' })),
    ...page.prochaines.map((d) => ({ cle: d.le + d.libelle, le: d.le, au: '', quoi: d.libelle, voie: 'À venir' })),
  ].sort((a, b) => b.le.localeCompare(a.le));
  return (
    <table className={classes.tableau}>
      <caption className="jalon-invisible">Faits, périodes et prochaines dates, du plus récent au plus ancien</caption>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Jusqu’au</th>
          <th scope="col">Quoi</th>
          <th scope="col">Voie</th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((l) => (
          <tr key={l.cle}>
            <td>{dateLongue(l.le)}</td>
            <td>{l.au}</td>
            <td>{l.quoi}</td>
            <td>{l.voie}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
