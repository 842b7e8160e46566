import { Button, Drawer } from '@mantine/core';
import { Suspense, useState } from 'react';

import { explicationEcheance as Explication } from '../../app/features';
import { bandeDe, Echeance } from '../../commun/Echeance';
import { Chargement } from '../../commun/Etats';
import { dateLongue, jourDe } from '../../commun/temps';
import type { Echeance as EcheanceVue } from './api';
import classes from './projet.module.css';

/** Due dates of the projet, each with why; those of actions stand beside their action. */
export function Delais({ echeances }: { echeances: EcheanceVue[] }) {
  const dites = echeances.filter((e) => e.genre !== 'ACTION_PROJET' && (e.etat === 'OUVERTE' || e.etat === 'SATISFAITE'));
  if (dites.length === 0) return null;
  return (
    <ul className={classes.echeances} aria-label="Échéances">
      {[...dites].sort((a, b) => Number(a.etat !== 'OUVERTE') - Number(b.etat !== 'OUVERTE')).map((e) => <Ligne key={e.id} e={e} />)}
    </ul>
  );
}

function Ligne({ e }: { e: EcheanceVue }) {
  const [ouvert, setOuvert] = useState(false);
  return (
    <li>
      <span className={classes.discret}>{e.libelle}</span>
      {e.etat === 'SATISFAITE' ? <span>✓ le {dateLongue(jourDe(e.satisfaiteLe!))}{e.enRetard && `, après le ${dateLongue(e.dateLegale)}`}</span>
        : <Echeance bande={bandeDe(e.jours, e.enConsigne)} jours={e.jours} dateLegale={e.dateLegale} complete />}
      {Explication && (
        <>
          <Button variant="subtle" size="compact-sm" className={classes.sansImpression} onClick={() => setOuvert(true)}>
            pourquoi ?<span className="jalon-invisible"> ({e.libelle})</span>
          </Button>
          <Drawer opened={ouvert} onClose={() => setOuvert(false)} position="right" size="lg" title={`Pourquoi cette date ? ${e.libelle}`} closeButtonProps={{ 'aria-label': 'Fermer' }}>
            <Suspense fallback={<Chargement />}>
              <Explication echeanceId={e.id} />
            </Suspense>
          </Drawer>
        </>
      )}
    </li>
  );
}
