import { Button, Group, Modal, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { INDICATEURS } from './api';

/** Whoever counts declares a finished year final: asked twice, because it is not undone. */
export function ArreterAnnee({ annees }: { annees: number[] }) {
  const [ouvert, setOuvert] = useState(false);
  if (annees.length === 0) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOuvert(true)}>
        Arrêter une année…
      </Button>
      <Modal opened={ouvert} onClose={() => setOuvert(false)} title="Arrêter une année" size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        <Confirmation annees={annees} fermer={() => setOuvert(false)} />
      </Modal>
    </>
  );
}

function Confirmation({ annees, fermer }: { annees: number[]; fermer: () => void }) {
  const cache = useQueryClient();
  const [annee, setAnnee] = useState(annees[annees.length - 1]!);
  const arret = useMutation({
    mutationFn: () => api.post(`/api/indicateurs/exercices/${annee}/arret`),
    onSuccess: async () => {
      annoncer(`L’année ${annee} est arrêtée.`);
      fermer();
      await cache.invalidateQueries({ queryKey: INDICATEURS });
    },
    onError: async (e) => {
      const p = enProbleme(e);
      annoncer(p.conflit?.quoi ?? p.detail, { ton: 'erreur' });
      await cache.invalidateQueries({ queryKey: INDICATEURS });
    },
  });
  return (
    <>
      <NativeSelect label="Année" value={annee} onChange={(e) => setAnnee(Number(e.currentTarget.value))} data={annees.map(String)} mb="md" data-autofocus />
      <p>
        Les chiffres de {annee} deviennent définitifs : ils resteront ceux que Jalon connaît aujourd’hui, quoi qu’on corrige ou saisisse ensuite dans les dossiers.
        Faites d’abord saisir les rapports et les décisions en attente. <strong>Cet arrêt ne se défait pas.</strong>
      </p>
      <Group>
        <Button loading={arret.isPending} onClick={() => arret.mutate()}>
          Arrêter l’année {annee}
        </Button>
        <Button variant="default" onClick={fermer}>
          Ne rien arrêter
        </Button>
      </Group>
    </>
  );
}
