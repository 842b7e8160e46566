import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../commun/api/client';
import { CarteEnfantConnu } from '../../commun/enfant/CarteEnfantConnu';
import { useRechercheEnfants } from '../../commun/enfant/enfant';
import { EnErreur, EtatVide } from '../../commun/Etats';
import { concerne, useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateHeure, pluriel } from '../../commun/temps';
import { useAlertes, useDoublons } from './api';
import { OuvrirParException } from './OuvrirParException';
import classes from './enfants.module.css';

/** The children's files: found by a name however it is spelt, never listed. */
export default function EcranEnfants() {
  const moi = useMoi();
  const [q, setQ] = useState('');
  const recherche = useRechercheEnfants(q);
  const cartes = q.trim().length >= 2 ? (recherche.data?.cartes ?? []) : [];
  return (
    <Page titre="Enfants" actes={concerne(moi, { missions: ['RECUEIL', 'SUPERVISION'] }) && <LienDoublons />}>
      <Alertes />
      <form role="search" onSubmit={(e) => e.preventDefault()}>
        <TextInput label="Rechercher un enfant" size="md" value={q} autoComplete="off" onChange={(e) => setQ(e.currentTarget.value)}
          description="Nom et prénom dans n’importe quel ordre, même mal orthographiés ; ajoutez la date de naissance si vous la connaissez (12/03/2016, 2016, vers 2016)." />
      </form>
      <p role="status" className={classes.compte}>
        {q.trim().length >= 2 && recherche.ajour && (cartes.length ? pluriel(cartes.length, 'réponse') : 'Aucun enfant connu ne ressemble à ce nom.')}
      </p>
      {recherche.isError && <EnErreur erreur={recherche.error} reessayer={() => void recherche.refetch()} />}
      {cartes.length > 0 && (
        <ul className={classes.cartes}>
          {cartes.map((c, i) => (
            <li key={c.id || i}>
              {c.id ? <Link to={`/enfants/${c.id}`} className={classes.carte}><CarteEnfantConnu carte={c} /></Link> : <><CarteEnfantConnu carte={c} /><OuvrirParException q={q} /></>}
            </li>
          ))}
        </ul>
      )}
      {recherche.data?.suite && cartes.length > 0 && <p>D’autres enfants répondent : précisez le nom ou la naissance.</p>}
      {q.trim().length < 2 && <EtatVide titre="Cherchez avant de créer">Un dossier s’ouvre quand une information est reçue. La recherche couvre tout le département ; hors de votre territoire, elle dit seulement quelle équipe contacter.</EtatVide>}
    </Page>
  );
}

function LienDoublons() {
  const { data } = useDoublons();
  return (
    <Button component={Link} to="/enfants/doublons" variant="default">
      Doublons probables{data ? ` (${data.total})` : ''}
    </Button>
  );
}

/** Searches that met a file restricted to me: who, when, so that I may call. */
function Alertes() {
  const cache = useQueryClient();
  const { data } = useAlertes();
  const vue = useMutation({ mutationFn: (id: string) => api.post(`/api/enfants/alertes/${id}/vue`), onSuccess: () => cache.invalidateQueries({ queryKey: ['enfants', 'alertes'] }) });
  const nouvelles = data?.filter((a) => !a.vue) ?? [];
  if (!nouvelles.length) return null;
  return (
    <section aria-label="Recherches sur des dossiers restreints" className={classes.alertes}>
      <h2>Recherches sur des dossiers qui vous sont réservés</h2>
      <ul>
        {nouvelles.map((a) => (
          <li key={a.id}>
            <span>
              <strong>{a.chercheur}</strong>{(a.fonction || a.unites.length > 0) && ` (${[a.fonction, ...a.unites].filter(Boolean).join(', ')})`} a recherché <Link to={`/enfants/${a.enfantId}`}>{a.enfant}</Link> le {dateHeure(a.le)}. Rien ne lui a été dit.
            </span>
            <Button variant="default" size="compact-sm" onClick={() => vue.mutate(a.id)}>
              J’ai vu
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
