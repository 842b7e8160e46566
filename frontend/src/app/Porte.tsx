import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';

import { Chargement, EnErreur } from '../commun/Etats';
import { requeteMoi } from '../commun/moi';
import { Cadre } from './Cadre';

const Connexion = lazy(() => import('./Connexion'));

const CANAL = 'jalon-reconnexion';

/** Nobody unknown comes past; the address asked for is kept and opens once logged in. */
export function Porte() {
  const { data: moi, error, isError, refetch } = useQuery(requeteMoi);
  const fenetreDeReconnexion = window.name === CANAL && !!moi?.connecte;
  useEffect(() => {
    if (!fenetreDeReconnexion) return;
    new BroadcastChannel(CANAL).postMessage('ok');
    window.close();
  }, [fenetreDeReconnexion]);
  if (isError && !moi) {
    return (
      <main style={{ padding: '2rem', maxWidth: '40rem' }}>
        <EnErreur erreur={error} reessayer={() => void refetch()} />
      </main>
    );
  }
  if (!moi) return <Chargement quoi="Ouverture de Jalon" />;
  if (fenetreDeReconnexion) {
    return (
      <main style={{ padding: '2rem' }}>
        <h1>Vous êtes reconnecté</h1>
        <p>Fermez cette fenêtre et reprenez votre saisie.</p>
      </main>
    );
  }
  return moi.connecte ? (
    <Cadre />
  ) : (
    <Suspense fallback={<Chargement />}>
      <Connexion />
    </Suspense>
  );
}
