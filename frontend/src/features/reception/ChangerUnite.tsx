import { NativeSelect, Textarea } from '@mantine/core';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { Donnees } from '../../commun/Etats';
import { useAnnulation } from '../../commun/retour/annulation';
import { unites, useMandat, type MandatVue } from './api';

/** The family moved, or a second home comes in: another unit of the département leads, or joins. */
export default function ChangerUnite({ ipId, onFini }: { ipId: string; tacheId?: string; onFini: () => void }) {
  return (
    <Donnees requete={useMandat(ipId)} quoi="Lecture du dossier">
      {(m) => <Formule m={m} onFini={onFini} />}
    </Donnees>
  );
}

function Formule({ m, onFini }: { m: MandatVue; onFini: () => void }) {
  const annuler = useAnnulation(m.ipId);
  const f = useFormulaire({
    nom: 'ip.changer-unite',
    sujet: m.ipId,
    version: m.version,
    initiales: { unite: m.unite ?? '', uniteAssociee: m.associee ?? '', motif: '' },
    valider: (v) => ({ unite: v.unite ? null : 'Choisissez une équipe.', motif: v.motif.trim() ? null : 'Écrivez pourquoi.' }),
    envoyer: (v, { cle }) => api.post(`/api/ip/${m.ipId}/unite`, { ...v, uniteAssociee: v.uniteAssociee || null, version: m.version }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Le changement d’équipe est enregistré.', { annuler });
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Changer d’équipe" consequence={`${m.uniteNom ?? 'L’équipe actuelle'} ne verra plus le dossier ni celui des enfants, sauf si elle a reçu l’information ou les suit par ailleurs. Les dates ne bougent pas.`}>
      <NativeSelect label="Équipe qui pilote" data={unites(m.unites)} {...f.champ('unite')} />
      <NativeSelect label="Équipe associée (facultatif)" data={unites(m.unites, 'Aucune')} {...f.champ('uniteAssociee')} />
      <Textarea label="Pourquoi" autosize minRows={2} {...f.champ('motif')} />
    </Formulaire>
  );
}
