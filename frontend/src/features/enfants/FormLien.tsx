import { NativeSelect } from '@mantine/core';

import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { ChoixEnfant } from '../../commun/enfant/ChoixEnfant';
import type { EnfantChoisi } from '../../commun/enfant/enfant';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { LIENS, options, type PageEnfant } from './api';

/** A link is a fact between two known children. */
export function FormLien({ page, fermer }: { page: PageEnfant; fermer: () => void }) {
  const f = useFormulaire({
    initiales: { enfantId: null as EnfantChoisi | null, genre: 'FRATRIE' },
    valider: (v) => ({ enfantId: v.enfantId ? null : 'Choisissez l’autre enfant.' }),
    envoyer: (v, { cle }) => api.post(`/api/enfants/${page.id}/liens`, { enfantId: v.enfantId?.type === 'connu' ? v.enfantId.enfantId : null, genre: v.genre }, { cleIdempotence: cle }),
    reussi: () => { annoncer('Le lien est noté aux deux dossiers.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Lier ces enfants">
      <ChoixEnfant valeur={f.valeurs.enfantId} onChange={(e) => f.form.setFieldValue('enfantId', e as never)} chemin="enfantId" erreurs={f.form.errors} formId={f.id} libelle="Autre enfant" exclus={[page.id]} seulementConnu />
      <NativeSelect label="Lien" data={options(LIENS)} {...f.champ('genre')} />
    </Formulaire>
  );
}
