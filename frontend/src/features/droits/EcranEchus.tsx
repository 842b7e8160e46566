import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { dateLongue, nombre, pluriel } from '../../commun/temps';
import { useEchus } from './api';
import { LiensConservation } from './LiensConservation';
import { Refuse } from './Refuse';
import classes from './droits.module.css';

/** Files whose time is over, with the reason of each. Brothers and sisters who share a file come together. */
export default function EcranEchus() {
  const [apres, setApres] = useState<string | undefined>();
  const [choisis, setChoisis] = useState<string[]>([]);
  const aller = useNavigate();
  const cache = useQueryClient();
  const proposer = useMutation({
    mutationFn: () => api.post<{ id: string }>('/api/conservation/eliminations', { enfants: choisis }),
    onSuccess: async ({ id }) => {
      annoncer('L’élimination est proposée.');
      await cache.invalidateQueries({ queryKey: ['conservation'] });
      void aller(`/conservation/eliminations/${id}`);
    },
  });
  return (
    <Page titre="Dossiers échus">
      <LiensConservation />
      <p>Rien n’est éliminé de soi-même. Vous proposez, les Archives départementales visent, une autre personne exécute.</p>
      <Donnees requete={useEchus(apres)} quoi="Recherche dans le registre">
        {(page) => (
          <>
            <p role="status">{pluriel(page.ensembles.length, 'ensemble')} sur {nombre(page.examines)} dossiers regardés.</p>
            {page.ensembles.length === 0 && <EtatVide titre="Aucun dossier échu dans cette partie du registre." />}
            {page.ensembles.map((e) => {
              const id = e.enfants[0]!.id;
              const noms = e.enfants.map((x) => x.affiche).join(', ');
              return (
                <article key={id} className={classes.piece} aria-label={noms}>
                  <Checkbox label={<strong>{noms}</strong>} disabled={e.obstacles.length > 0} checked={choisis.includes(id)}
                    onChange={(x) => setChoisis(x.currentTarget.checked ? [...choisis, id] : choisis.filter((c) => c !== id))} />
                  <p className={classes.ligne}>Échu depuis le {dateLongue(e.echueLe)} · {e.sortFinal}</p>
                  <ul>
                    {e.dossiers.map((d) => <li key={d.reference + d.finLe}>{d.reference} : {d.regle}, clos le {dateLongue(d.finLe)} ; {d.raison}, soit jusqu’au {dateLongue(d.echueLe)}</li>)}
                  </ul>
                  {e.obstacles.length > 0 && <p><strong>Ne peut pas être proposé :</strong> {e.obstacles.join(' ; ')}.</p>}
                </article>
              );
            })}
            <div className={classes.boutons}>
              <Button disabled={choisis.length === 0} loading={proposer.isPending} onClick={() => proposer.mutate()}>Proposer l’élimination{choisis.length > 0 && ` (${choisis.length})`}</Button>
              {page.suite && <Button variant="default" onClick={() => setApres(page.suite!)}>Chercher plus loin</Button>}
              {apres && <Button variant="subtle" onClick={() => setApres(undefined)}>Revenir au début</Button>}
            </div>
            {proposer.isError && <Refuse erreur={proposer.error} />}
          </>
        )}
      </Donnees>
    </Page>
  );
}
