import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import type { Ligne } from './donnees';
import type { Deplacement } from './File';
import { rangDit, repere } from './mots';
import classes from './attente.module.css';

/** The new place, and why; nothing is proposed until it is said. */
export function ProposerOrdre({ lignes, ligne, deplacement, fini }: { lignes: Ligne[]; ligne: Ligne; deplacement: Deplacement; fini: () => void }) {
  const ou = repere(lignes, deplacement.vers);
  const f = useFormulaire({
    initiales: { motif: '' },
    valider: (v) => ({ motif: v.motif.trim() ? null : 'Écrivez en une phrase pourquoi vous proposez cet ordre.' }),
    envoyer: (v, { cle }) => api.post(`/api/attente/mesures/${ligne.id}/rang`, { ...ou, motif: v.motif }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer(`${ligne.numero} est proposée à la ${rangDit(deplacement.vers + 1)} place.`);
      fini();
    },
  });
  return (
    <div className={`${classes.proposer} ${classes.sansImpression}`}>
      <Formulaire f={f} verbe="Proposer cet ordre"
        secondaire={
          <Button variant="default" onClick={fini}>
            Remettre à sa place
          </Button>
        }>
        <p role="status">
          <strong>{ligne.enfant}</strong> ({ligne.numero}) passe de la {rangDit(deplacement.de + 1)} à la {rangDit(deplacement.vers + 1)} place.
        </p>
        <TextInput label="Motif" description="Vu de tous ceux qui lisent la liste ; reste au dossier." autoComplete="off" {...f.champ('motif')} />
      </Formulaire>
    </div>
  );
}

/** Back to the order of arrival, with why. */
export function RevenirALArrivee({ ligne }: { ligne: Ligne }) {
  const [ouvert, setOuvert] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="subtle" className={classes.sansImpression} onClick={() => setOuvert(true)} aria-label={`Remettre ${ligne.numero} à sa place d’arrivée`}>
        Remettre à sa place d’arrivée
      </Button>
      <Modal opened={ouvert} onClose={() => setOuvert(false)} title={`Remettre ${ligne.numero} à sa place d’arrivée`} closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {ouvert && <Retrait ligne={ligne} fermer={() => setOuvert(false)} />}
      </Modal>
    </>
  );
}

function Retrait({ ligne, fermer }: { ligne: Ligne; fermer: () => void }) {
  const f = useFormulaire({
    initiales: { motif: '' },
    valider: (v) => ({ motif: v.motif.trim() ? null : 'Écrivez en une phrase pourquoi vous revenez à l’ordre d’arrivée.' }),
    envoyer: (v, { cle }) => api.post(`/api/attente/mesures/${ligne.id}/rang/retrait`, { motif: v.motif }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer(`${ligne.numero} est revenue à sa place d’arrivée.`);
      fermer();
    },
  });
  return (
    <Formulaire f={f} verbe="Remettre à sa place">
      <TextInput label="Motif" autoComplete="off" {...f.champ('motif')} />
    </Formulaire>
  );
}
