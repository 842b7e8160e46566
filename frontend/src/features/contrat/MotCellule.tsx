import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { CONTRAT } from './api';

/** Words about a cell, typed once and kept. */
export function MotCellule({ code, annee, sorte, libelle, texte, version, modifiable }: {
  code: string; annee: number; sorte: 'COMMENTAIRE' | 'DIFFERENCE' | 'REVISION'; libelle: string; texte: string | null; version: number; modifiable: boolean;
}) {
  const cache = useQueryClient();
  const [ecrit, ecrire] = useState(texte ?? '');
  const envoi = useMutation({
    mutationFn: () => api.put(`/api/contrat/mots/${code}/${annee}`, { sorte, texte: ecrit, version }),
    onSuccess: async () => {
      annoncer(`${libelle} : enregistré.`);
      await cache.invalidateQueries({ queryKey: CONTRAT });
    },
  });
  const p = envoi.isError ? enProbleme(envoi.error) : null;
  if (!modifiable) return texte ? <p><strong>{libelle} :</strong> {texte}</p> : null;
  return (
    <form onSubmit={(e) => { e.preventDefault(); envoi.mutate(); }}>
      <Textarea label={libelle} value={ecrit} onChange={(e) => ecrire(e.currentTarget.value)} autosize minRows={2} maxRows={8}
        error={p ? (p.conflit?.quoi ?? p.erreurs[0]?.message ?? p.detail) : undefined} />
      <Button type="submit" variant="default" size="xs" mt="xs" loading={envoi.isPending} disabled={ecrit === (texte ?? '')}>Enregistrer {libelle.toLowerCase()}</Button>
    </form>
  );
}
