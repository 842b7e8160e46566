import { Button } from '@mantine/core';
import { useState } from 'react';

import { EtatVide } from '../../commun/Etats';
import { useMoi } from '../../commun/moi';
import { dateLongue } from '../../commun/temps';
import type { Autonomie, Repere } from './api';
import { ETATS_REPERE, prochaines } from './chemin';
import { FormeAutonomie } from './FormeAutonomie';
import classes from './autonomie.module.css';

/** The next dates, the nearest first. */
export function ProchainesDates({ a }: { a: Autonomie }) {
  const { aujourdhui } = useMoi();
  const dates = prochaines(a, aujourdhui).slice(0, 6);
  if (dates.length === 0) return null;
  return (
    <section aria-labelledby="dates-du-parcours">
      <h2 id="dates-du-parcours">Les dates à venir</h2>
      <ul className={classes.dates}>
        {dates.map((d) => (
          <li key={`${d.le}${d.libelle}`}>
            <time dateTime={d.le} className={d.le < aujourdhui ? classes.retard : undefined}>{d.le < aujourdhui && '▲ '}{dateLongue(d.le)}</time>
            <span>{d.libelle}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The landmarks from 16 on; each is a task on its day, and may be noted here at any time. */
export function Calendrier({ a }: { a: Autonomie }) {
  const [ouvert, setOuvert] = useState<string | null>(null);
  if (a.reperes.length === 0) return <EtatVide titre="Aucun repère">Le calendrier se remplit tant que le jeune est confié ; chaque repère devient une tâche à sa date.</EtatVide>;
  return (
    <section aria-labelledby="calendrier">
      <h2 id="calendrier">Le calendrier, de 16 à 18 ans</h2>
      <ul className={classes.reperes}>
        {a.reperes.map((r) => (
          <li key={r.id} data-etat={r.etat}>
            <div className={classes.ligne}>
              <span>
                <strong>{r.libelle}</strong>{r.aValider && <span className={classes.discret}> (à valider)</span>}
                {r.aide && <span className={classes.discret}> · {r.aide}</span>}
              </span>
              <Etat r={r} />
            </div>
            {ouvert === r.id ? (
              <FormeAutonomie code="REPERE" a={a} repere={r.id} fini={() => setOuvert(null)} secondaire={<Button variant="subtle" onClick={() => setOuvert(null)}>Renoncer</Button>} />
            ) : (
              a.possibles.includes('REPERE') && (r.etat === 'A_FAIRE' || r.etat === 'A_VENIR') && (
                <Button variant="default" size="compact-sm" mt="xs" className={classes.sansImpression} onClick={() => setOuvert(r.id)}>
                  Noter<span className="jalon-invisible"> : {r.libelle}</span>
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Etat({ r }: { r: Repere }) {
  return (
    <span className={r.etat === 'A_FAIRE' ? classes.retard : classes.discret}>
      {r.etat === 'FAIT' ? `✓ fait le ${dateLongue(r.faitLe)}` : r.etat === 'A_FAIRE' ? `à faire depuis le ${dateLongue(r.le)}` : r.etat === 'A_VENIR' ? `à partir du ${dateLongue(r.le)}` : ETATS_REPERE[r.etat].toLowerCase()}
    </span>
  );
}
