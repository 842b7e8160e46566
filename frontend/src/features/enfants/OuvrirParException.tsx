import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { dateHeure } from '../../commun/temps';

/** Behind « known elsewhere »: the file for a day, for a reason that whoever supervises reads at once. */
export function OuvrirParException({ q }: { q: string }) {
  const [ouvert, setOuvert] = useState(false);
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOuvert(true)}>Ouvrir exceptionnellement ce dossier</Button>
      <Modal opened={ouvert} onClose={() => setOuvert(false)} title="Ouvrir un dossier hors de mon territoire" size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
        <Demande q={q} />
      </Modal>
    </>
  );
}

function Demande({ q }: { q: string }) {
  const aller = useNavigate();
  const f = useFormulaire({
    initiales: { q, naissance: '', motif: '' },
    valider: (v) => ({ q: v.q.trim() ? null : 'Écrivez le nom et le prénom.', motif: v.motif.trim().length >= 20 ? null : 'Dites pourquoi, en une phrase.' }),
    envoyer: (v, { cle }) => api.post<{ enfantId: string; jusqua: string }>('/api/acces-exceptionnels', v, { cleIdempotence: cle }),
    reussi: (r) => { annoncer(`Dossier ouvert jusqu’au ${dateHeure(r.jusqua)}.`); void aller(`/enfants/${r.enfantId}`); },
  });
  return (
    <Formulaire f={f} verbe="Ouvrir pour vingt-quatre heures" consequence="Vous pourrez lire le dossier, sans rien y écrire. Votre nom et votre motif sont montrés aussitôt à qui supervise, et restent au journal.">
      <TextInput label="Nom et prénom exacts" autoComplete="off" {...f.champ('q')} />
      <TextInput label="Date de naissance" description="12/03/2016 ; sépare les homonymes." autoComplete="off" {...f.champ('naissance')} />
      <Textarea label="Motif" description="Pourquoi ce dossier vous est nécessaire aujourd’hui." autosize minRows={3} {...f.champ('motif')} />
    </Formulaire>
  );
}
