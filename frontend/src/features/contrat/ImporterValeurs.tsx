import { Button, FileInput, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { pluriel } from '../../commun/temps';
import { CONTRAT, fichier } from './api';

/** Many cells from one file; a wrong file writes nothing and says each line and column. */
export function ImporterValeurs({ parametres }: { parametres: Record<string, string> }) {
  const [ouvert, setOuvert] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOuvert(true)}>Importer des valeurs…</Button>
      <Modal opened={ouvert} onClose={() => setOuvert(false)} title="Importer des valeurs" size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        <Depot parametres={parametres} fermer={() => setOuvert(false)} />
      </Modal>
    </>
  );
}

function Depot({ parametres, fermer }: { parametres: Record<string, string>; fermer: () => void }) {
  const cache = useQueryClient();
  const [choisi, choisir] = useState<File | null>(null);
  const envoi = useMutation({
    mutationFn: () => {
      const corps = new FormData();
      corps.append('fichier', choisi!);
      return api.post<{ lues: number; ecrites: number; inchangees: number }>('/api/contrat/imports', corps);
    },
    onSuccess: async (r) => {
      await cache.invalidateQueries({ queryKey: CONTRAT });
      annoncer(`${pluriel(r.ecrites, 'cellule')} enregistrée${r.ecrites > 1 ? 's' : ''}, ${r.inchangees} inchangée${r.inchangees > 1 ? 's' : ''}.`);
      fermer();
    },
  });
  const p = envoi.isError ? enProbleme(envoi.error) : null;
  return (
    <form onSubmit={(e) => { e.preventDefault(); if (choisi) envoi.mutate(); }}>
      <p>
        Un fichier CSV ou XLSX aux colonnes code, annee, type (réalisé ou cible), valeur ; et si vous voulez base, source, arrete_au, commentaire, motif. Tout est enregistré, ou rien.{' '}
        <a href={fichier('/api/contrat/saisies/modele', parametres)} download>Télécharger le fichier à remplir</a>
      </p>
      <FileInput label="Fichier" description="CSV ou XLSX, 5 Mo au plus." placeholder="Choisir un fichier" value={choisi} onChange={(f) => { choisir(f); envoi.reset(); }} clearable
        clearButtonProps={{ 'aria-label': 'Retirer le fichier' }} error={p ? 'Rien n’a été enregistré. Corrigez le fichier, puis reprenez-le.' : undefined} />
      {p && (
        <div role="alert">
          {p.erreurs.length > 0 ? <ul>{p.erreurs.map((e, n) => <li key={n}>{e.message}</li>)}</ul> : <p>{p.detail}</p>}
        </div>
      )}
      <Button type="submit" mt="md" loading={envoi.isPending} disabled={!choisi}>Importer</Button>
    </form>
  );
}
