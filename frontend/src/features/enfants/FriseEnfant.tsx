import { Button, Group } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

import { Donnees } from '../../commun/Etats';
import { useMoi } from '../../commun/moi';
import { plusJours } from '../../commun/temps';
import { useFrise, type Frise, type PageEnfant } from './api';
import { DessinFrise } from './DessinFrise';
import { bornes, glisser, recadrer, type Fenetre } from './frise';
import { TableFrise } from './TableFrise';
import classes from './enfants.module.css';

/** All that happened to a child on one line of time, in lanes; closer or farther by button or key, printable, and the same as a table. */
export function FriseEnfant({ page }: { page: PageEnfant }) {
  return (
    <section className={classes.frise} aria-label="Frise du parcours">
      <Donnees requete={useFrise(page.id)} quoi="Lecture de la frise">{(frise) => <Contenu frise={frise} page={page} />}</Donnees>
    </section>
  );
}

function Contenu({ frise, page }: { frise: Frise; page: PageEnfant }) {
  const { aujourdhui } = useMoi();
  const { ref: mesure, width } = useElementSize();
  const [choisie, setFenetre] = useState<Fenetre | null>(null);
  const [table, setTable] = useState(false);
  const boite = useRef<HTMLDivElement>(null);
  const f = choisie ?? bornes({ ...frise, prochaines: page.prochaines }, aujourdhui);
  const touches: Record<string, () => Fenetre | null> = {
    '+': () => recadrer(f, 0.5, aujourdhui),
    '-': () => recadrer(f, 2, aujourdhui),
    ArrowLeft: () => glisser(f, -0.4),
    ArrowRight: () => glisser(f, 0.4),
    0: () => null,
  };
  const courantes = useRef(touches);
  useEffect(() => {
    courantes.current = touches;
  });
  // Keys work while the focus is on the buttons of the timeline; elsewhere they keep their meaning.
  useEffect(() => {
    const element = boite.current!;
    const surTouche = (e: KeyboardEvent) => {
      const aller = courantes.current[e.key === '=' ? '+' : e.key];
      if (!aller || e.ctrlKey || e.metaKey || e.altKey) return;
      e.preventDefault();
      e.stopPropagation();
      setFenetre(aller());
    };
    element.addEventListener('keydown', surTouche);
    return () => element.removeEventListener('keydown', surTouche);
  }, []);
  const bouton = (libelle: string, nom: string, touche: string) => (
    <Button size="compact-sm" variant="default" aria-label={nom} aria-keyshortcuts={touche} onClick={() => setFenetre(touches[touche]!())}>{libelle}</Button>
  );
  return (
    <>
      <div className={classes.friseTete} ref={boite}>
        <h2>Frise</h2>
        <Group gap={4} role="toolbar" aria-label="Cadrage de la frise">
          {bouton('+', 'Rapprocher', '+')}
          {bouton('−', 'Éloigner', '-')}
          {bouton('←', 'Plus tôt', 'ArrowLeft')}
          {bouton('→', 'Plus tard', 'ArrowRight')}
          <Button size="compact-sm" variant="default" onClick={() => setFenetre({ de: plusJours(aujourdhui, -365), a: plusJours(aujourdhui, 120) })}>12 mois</Button>
          <Button size="compact-sm" variant="default" aria-keyshortcuts="0" onClick={() => setFenetre(null)}>Tout</Button>
          <Button size="compact-sm" variant="default" aria-expanded={table} onClick={() => setTable(!table)}>En tableau</Button>
          <Button size="compact-sm" variant="default" onClick={() => window.print()}>Imprimer</Button>
        </Group>
      </div>
      <div ref={mesure}>
        <DessinFrise frise={frise} prochaines={page.prochaines} fenetre={f} largeur={Math.max(260, Math.round(width) || 960)} aujourdhui={aujourdhui} />
      </div>
      {frise.faits.length === 0 && frise.periodes.length === 0 && <p className={classes.discret}>Rien n’est encore arrivé dans ce dossier.</p>}
      {frise.tronquee && <p className={classes.discret}>Les faits les plus anciens ne sont pas dessinés ; les périodes le sont toutes.</p>}
      <TableFrise frise={frise} prochaines={page.prochaines} montree={table} />
    </>
  );
}
