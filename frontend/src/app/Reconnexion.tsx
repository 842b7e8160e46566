import { Button, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';

import { api } from '../commun/api/client';
import { reconnecte, session } from '../commun/api/session';
import { MOI, useMoi, type Moi } from '../commun/moi';
import { Chargement } from '../commun/Etats';
import { useModeDeConnexion } from './Entete';

const ChoixPersonne = lazy(() => import('./ChoixPersonne'));
const CANAL = 'jalon-reconnexion';

/**
 * The session ended: the page stays as it is under this dialog, one logs in again, and what was being sent leaves. Somebody else logging
 * in here must not send it in their name: the page then starts again as theirs.
 */
export function Reconnexion() {
  const perdue = useSyncExternalStore(session.ecouter, session.perdue);
  const moi = useMoi();
  const avant = useRef(moi.id);
  const cache = useQueryClient();
  const { data: mode } = useModeDeConnexion();
  const [souci, setSouci] = useState('');
  useEffect(() => {
    if (!session.perdue()) avant.current = moi.id;
  }, [moi.id]);

  const verifier = async () => {
    const lu = await api.get<Moi>('/api/moi').catch(() => null);
    if (!lu?.connecte) return setSouci('Vous n’êtes pas encore reconnecté.');
    if (lu.id !== avant.current) return location.assign('/');
    setSouci('');
    cache.setQueryData(MOI, lu);
    reconnecte();
  };
  useEffect(() => {
    if (!perdue) return;
    const canal = new BroadcastChannel(CANAL);
    canal.onmessage = () => void verifier();
    return () => canal.close();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the channel lives as long as the dialog
  }, [perdue]);

  return (
    <Modal opened={perdue} onClose={() => {}} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title="Votre session est terminée" size="lg">
      <p>Reconnectez-vous pour continuer. Rien n’est perdu : votre saisie reste sous cette fenêtre et partira ensuite.</p>
      {mode?.mode === 'oidc' ? (
        <>
          <Button onClick={() => window.open(mode.url!, CANAL, 'width=640,height=720')} data-autofocus>
            Me reconnecter
          </Button>{' '}
          <Button variant="default" onClick={() => void verifier()}>
            J’ai terminé, continuer
          </Button>
        </>
      ) : (
        <Suspense fallback={<Chargement />}>
          <ChoixPersonne premier={moi.identifiant} onConnecte={() => void verifier()} />
        </Suspense>
      )}
      {souci && <p role="alert">{souci}</p>}
    </Modal>
  );
}
