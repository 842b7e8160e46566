import { Button, Drawer } from '@mantine/core';
import { Suspense, useState } from 'react';

import { explicationEcheance as Explication } from '../../app/features';
import { bandeDe, Echeance } from '../../commun/Echeance';
import { Chargement } from '../../commun/Etats';
import { dateLongue, jourDe } from '../../commun/temps';
import type { Echeance as EcheanceVue } from './api';
import classes from './mesures.module.css';

/** Due dates of a measure, the nearest first, each with why; the court's limits say whose they are. */
export function Delais({ echeances }: { echeances: EcheanceVue[] }) {
  const ouvertes = echeances.filter((e) => e.etat === 'OUVERTE');
  const passees = echeances.filter((e) => e.etat === 'SATISFAITE');
  const dites = [...ouvertes, ...passees];
  if (dites.length === 0) return null;
  return (
    <ul className={classes.echeances} aria-label="Échéances">
      {dites.map((e) => <Ligne key={e.id} e={e} />)}
    </ul>
  );
}

function Ligne({ e }: { e: EcheanceVue }) {
  const [ouvert, setOuvert] = useState(false);
  const tribunal = e.nature === 'TRIBUNAL';
  return (
    <li>
      <span className={classes.discret}>{e.libelle}{tribunal && ' (limite du tribunal)'}</span>
      {e.etat === 'SATISFAITE' ? <span>✓ le {dateLongue(jourDe(e.satisfaiteLe!))}{!tribunal && e.enRetard && `, après le ${dateLongue(e.dateLegale)}`}</span>
        : tribunal ? <span>{dateLongue(e.dateLegale)}</span> : <Echeance bande={bandeDe(e.jours, e.enConsigne)} jours={e.jours} dateLegale={e.dateLegale} complete />}
      {Explication && (
        <Button variant="subtle" size="compact-sm" className={classes.sansImpression} onClick={() => setOuvert(true)}>
          pourquoi ?<span className="jalon-invisible"> ({e.libelle})</span>
        </Button>
      )}
      {Explication && (
        <Drawer opened={ouvert} onClose={() => setOuvert(false)} position="right" size="lg" title={`Pourquoi cette date ? ${e.libelle}`} closeButtonProps={{ 'aria-label': 'Fermer' }}>
          <Suspense fallback={<Chargement />}>
            <Explication echeanceId={e.id} />
          </Suspense>
        </Drawer>
      )}
    </li>
  );
}
