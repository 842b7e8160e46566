import { FileInput } from '@mantine/core';
import { useState } from 'react';

import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';

/** Attaches a file to the IP at once and gives its id to the form: what somebody wrote is joined as received. */
export function JoindreFichier({ ipId, genre, libelle, onJoint, erreur }: {
  ipId: string;
  genre: 'ECRIT_PERSONNE' | 'COURRIER' | 'RAPPORT';
  libelle: string;
  onJoint: (documentId: string | null) => void;
  erreur?: React.ReactNode;
}) {
  const [fichier, setFichier] = useState<File | null>(null);
  const [souci, setSouci] = useState<string | null>(null);
  const [etat, setEtat] = useState('');
  const joindre = async (f: File | null) => {
    setFichier(f);
    setSouci(null);
    onJoint(null);
    setEtat('');
    if (!f) return;
    const corps = new FormData();
    corps.append('fichier', f);
    corps.append('sujetType', 'IP');
    corps.append('sujetId', ipId);
    corps.append('genre', genre);
    setEtat('Envoi du fichier…');
    try {
      onJoint((await api.post<{ id: string }>('/api/documents', corps)).id);
      setEtat('Fichier joint.');
    } catch (e) {
      const p = enProbleme(e);
      setEtat('');
      setSouci(p.erreurs[0]?.message ?? p.detail);
    }
  };
  return (
    <div data-path="documentId">
      <FileInput label={libelle} description="20 Mo au plus." placeholder="Choisir un fichier" value={fichier} error={souci ?? erreur} clearable
        clearButtonProps={{ 'aria-label': 'Retirer le fichier' }} onChange={(f) => void joindre(f)} />
      <span role="status">{etat}</span>
    </div>
  );
}
