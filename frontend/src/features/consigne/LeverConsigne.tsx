import { Button, TextInput } from '@mantine/core';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { adresse, type Dossier } from './api';

export interface ProprietesSuite {
  dossier: Dossier;
  version: number;
  consigneId: string;
  fini: () => void;
  renoncer: () => void;
}

/** The parquet lifts its request: from that day on, what it named is possible again. */
export default function LeverConsigne({ dossier, version, consigneId, fini, renoncer }: ProprietesSuite) {
  const moi = useMoi();
  const f = useFormulaire({
    initiales: { le: moi.aujourdhui, reference: '' },
    valider: (v) => ({ le: v.le ? dateIllisible(v.le) : 'Indiquez la date de la levée.' }),
    envoyer: (v, { cle }) => api.post(`${adresse(dossier)}/${consigneId}/levee`, { ...v, version }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('La consigne est levée.');
      fini();
    },
  });
  return (
    <Formulaire f={f} verbe="Lever la consigne" secondaire={<Button variant="subtle" onClick={renoncer}>Renoncer</Button>}>
      <ChampDate label="Levée le" description="Premier jour où les actes sont de nouveau possibles" passe {...f.champ('le')} />
      <TextInput label="Référence (facultatif)" {...f.champ('reference')} />
    </Formulaire>
  );
}
