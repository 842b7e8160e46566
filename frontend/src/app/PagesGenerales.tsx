import { Button } from '@mantine/core';
import { isRouteErrorResponse, Link, Navigate, useRouteError } from 'react-router';

import { Page } from '../commun/Page';
import { concerne, useMoi } from '../commun/moi';
import { entreesMenu } from './features';

/** Everybody lands on the first thing their menu offers: the tasks. */
export function Accueil() {
  const moi = useMoi();
  const premiere = entreesMenu.find((e) => concerne(moi, e));
  return premiere ? <Navigate to={premiere.chemin} replace /> : <Inconnue />;
}

export function Inconnue() {
  return (
    <Page titre="Page introuvable">
      <p>Cette adresse ne mène à rien, ou ce dossier n’est pas dans votre périmètre.</p>
      <Link to="/">Revenir au début</Link>
    </Page>
  );
}

/** What nobody foresaw: said in French, with a way on. Drafts are on the server. */
export function PageEnErreur({ dansLeCadre }: { dansLeCadre?: boolean }) {
  const erreur = useRouteError();
  if (isRouteErrorResponse(erreur) && erreur.status === 404) return <Inconnue />;
  const miseAJour = erreur instanceof Error && /dynamically imported module|module script/i.test(erreur.message);
  console.error(erreur);
  const contenu = (
    <>
      <p>
        {miseAJour
          ? 'Une nouvelle version de Jalon vient d’être installée. Rechargez la page pour continuer.'
          : 'Cet écran a rencontré une erreur. Ce que vous avez saisi est enregistré. Rechargez la page ; si cela recommence, prévenez l’administrateur.'}
      </p>
      <Button onClick={() => location.reload()}>Recharger la page</Button>
    </>
  );
  return dansLeCadre ? (
    <Page titre={miseAJour ? 'Jalon a été mis à jour' : 'Erreur inattendue'}>{contenu}</Page>
  ) : (
    <main style={{ padding: '2rem', maxWidth: '40rem' }}>
      <h1>{miseAJour ? 'Jalon a été mis à jour' : 'Erreur inattendue'}</h1>
      {contenu}
    </main>
  );
}
