import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { adresse, type Dossier } from './api';

interface Proprietes {
  dossier: Dossier;
  version: number;
  /** What the file was received under: most often the reference of the soit-transmis. */
  reference: string | null;
  portees: { code: string; libelle: string }[];
  fini: () => void;
  renoncer?: () => void;
}

/** Records what the parquet asks. */
export default function PoserConsigne({ dossier, version, reference, portees, fini, renoncer }: Proprietes) {
  const moi = useMoi();
  const f = useFormulaire({
    nom: dossier.genre === 'ip' ? 'ip.consigne' : 'information.consigne',
    sujet: dossier.id,
    version,
    initiales: { portees: [] as string[], du: moi.aujourdhui, auteur: '', reference: reference ?? '', precisions: '' },
    valider: (v) => ({
      portees: v.portees.length ? null : 'Indiquez ce que la consigne interdit.',
      du: v.du ? dateIllisible(v.du) : 'Indiquez la date de la consigne.',
      auteur: v.auteur.trim() ? null : 'Indiquez qui a donné la consigne.',
    }),
    envoyer: (v, { cle }) => api.post(adresse(dossier), { ...v, version }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('La consigne est enregistrée.');
      fini();
    },
  });
  return (
    <Formulaire f={f} verbe="Enregistrer la consigne" secondaire={renoncer && <Button variant="subtle" onClick={renoncer}>Renoncer</Button>}
      consequence="Les actes nommés seront retenus jusqu’à la levée. La date légale ne bouge pas.">
      <Checkbox.Group label="Ce que le parquet demande" {...f.champ('portees')}>
        {portees.map((p) => <Checkbox key={p.code} value={p.code} label={p.libelle} mt={8} />)}
      </Checkbox.Group>
      <ChampDate label="Date de la consigne" passe {...f.champ('du')} />
      <TextInput label="Donnée par" description="Le magistrat ou le service, par exemple « substitut de permanence »" {...f.champ('auteur')} />
      <TextInput label="Référence (facultatif)" {...f.champ('reference')} />
      <Textarea label="Précisions (facultatif)" autosize minRows={2} {...f.champ('precisions')} />
    </Formulaire>
  );
}
