import { Button, Group, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { CONTRAT } from './api';
import classes from './contrat.module.css';

/** Whoever counts closes a finished year: every cell frozen, signed; said before, because it is not undone. */
export function ArreterExercice({ annees }: { annees: number[] }) {
  const [ouvert, setOuvert] = useState(false);
  if (annees.length === 0) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOuvert(true)}>Arrêter une année…</Button>
      <Modal opened={ouvert} onClose={() => setOuvert(false)} title="Arrêter une année" size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        <Confirmation annees={annees} fermer={() => setOuvert(false)} />
      </Modal>
    </>
  );
}

function Confirmation({ annees, fermer }: { annees: number[]; fermer: () => void }) {
  const cache = useQueryClient();
  const [annee, setAnnee] = useState(annees[annees.length - 1]!);
  const [qualite, setQualite] = useState('');
  const [remarque, setRemarque] = useState('');
  const arret = useMutation({
    mutationFn: () => api.post(`/api/contrat/arretes/${annee}`, { qualite, remarque }),
    onSuccess: async () => {
      annoncer(`L’année ${annee} est arrêtée.`);
      fermer();
      await cache.invalidateQueries({ queryKey: CONTRAT });
      await cache.invalidateQueries({ queryKey: ['indicateurs'] });
    },
  });
  const p = arret.isError ? enProbleme(arret.error) : null;
  return (
    <form className={classes.formulaire} onSubmit={(e) => { e.preventDefault(); arret.mutate(); }}>
      <NativeSelect label="Année" value={annee} onChange={(e) => setAnnee(Number(e.currentTarget.value))} data={annees.map(String)} data-autofocus />
      <TextInput label="En qualité de (facultatif)" description="Écrit avec votre nom sous l’arrêté" value={qualite} onChange={(e) => setQualite(e.currentTarget.value)} />
      <Textarea label="Remarque (facultatif)" value={remarque} onChange={(e) => setRemarque(e.currentTarget.value)} autosize minRows={2} />
      <p>
        Chaque cellule de {annee} est figée telle qu’elle est aujourd’hui, signée et scellée. Ce qu’on corrige ensuite, dans les dossiers ou à la main, paraît à côté, en révision, jamais à sa place.{' '}
        <strong>Cet arrêt ne se défait pas.</strong>
      </p>
      {p && <p role="alert" className={classes.erreur}>{p.conflit?.quoi ?? p.erreurs[0]?.message ?? p.detail}</p>}
      <Group>
        <Button type="submit" loading={arret.isPending}>Arrêter l’année {annee}</Button>
        <Button variant="default" onClick={fermer}>Ne rien arrêter</Button>
      </Group>
    </form>
  );
}
