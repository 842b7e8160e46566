import { Button, Textarea } from '@mantine/core';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { adresse } from './api';
import type { ProprietesSuite } from './LeverConsigne';

/** A request entered by mistake: it never held anything, and stays readable with the reason. */
export default function RetirerConsigne({ dossier, version, consigneId, fini, renoncer }: ProprietesSuite) {
  const f = useFormulaire({
    initiales: { motif: '' },
    valider: (v) => ({ motif: v.motif.trim() ? null : 'Écrivez le motif du retrait.' }),
    envoyer: (v, { cle }) => api.post(`${adresse(dossier)}/${consigneId}/annulation`, { ...v, version }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('La consigne est retirée.');
      fini();
    },
  });
  return (
    <Formulaire f={f} verbe="Retirer la consigne" secondaire={<Button variant="subtle" onClick={renoncer}>Renoncer</Button>}
      consequence="Elle restera lisible avec ce motif ; les jours retenus par elle ne compteront plus.">
      <Textarea label="Pourquoi elle a été saisie par erreur" autosize minRows={2} {...f.champ('motif')} />
    </Formulaire>
  );
}
