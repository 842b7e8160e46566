import { Radio, Textarea } from '@mantine/core';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { Donnees } from '../../commun/Etats';
import { useAnnulation } from '../../commun/retour/annulation';
import { useMandat, type MandatVue } from './api';

/** Another track, or the one chosen once the doubts are lifted. */
export default function ChangerVoie({ ipId, onFini }: { ipId: string; tacheId?: string; onFini: () => void }) {
  return (
    <Donnees requete={useMandat(ipId)} quoi="Lecture du dossier">
      {(m) => <Formule m={m} onFini={onFini} />}
    </Donnees>
  );
}

function Formule({ m, onFini }: { m: MandatVue; onFini: () => void }) {
  const annuler = useAnnulation(m.ipId);
  const f = useFormulaire({
    nom: 'ip.changer-voie',
    sujet: m.ipId,
    version: m.version,
    initiales: { voie: m.leveeDeDoutes ? (m.voieProposee ?? '') : '', motif: '' },
    valider: (v) => ({ voie: v.voie ? null : 'Choisissez une voie.', motif: v.motif.trim() ? null : 'Écrivez pourquoi.' }),
    envoyer: (v, { cle }) => api.post(`/api/ip/${m.ipId}/voie`, { ...v, version: m.version }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('La voie est changée.', { annuler });
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Changer de voie" consequence="Les délais continuent de courir depuis la réception.">
      <p>{m.leveeDeDoutes ? 'Une levée de doutes est ouverte : choisissez la voie qui la suit.' : `Voie suivie : ${m.voieLibelle}`}</p>
      <Radio.Group label="Nouvelle voie" {...f.champ('voie')}>
        <div data-path="voie">
          {m.voies.filter((x) => x.code !== m.voie).map((x) => (
            <Radio key={x.code} value={x.code} mt={8} label={x.libelle} />
          ))}
        </div>
      </Radio.Group>
      <Textarea label="Pourquoi" autosize minRows={2} {...f.champ('motif')} />
    </Formulaire>
  );
}
