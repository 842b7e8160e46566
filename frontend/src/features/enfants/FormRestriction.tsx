import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { Donnees } from '../../commun/Etats';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import type { Designable, PageEnfant } from './api';

/** Named holders: for the others the file is silent in every search and list. */
export function FormRestriction({ page, fermer }: { page: PageEnfant; fermer: () => void }) {
  const requete = useQuery({ queryKey: ['enfants', 'designables', page.id], queryFn: ({ signal }) => api.get<Designable[]>(`/api/enfants/${page.id}/restriction/designables`, undefined, signal) });
  return <Donnees requete={requete} quoi="Lecture des personnes">{(personnes) => <Choix {...{ page, personnes, fermer }} />}</Donnees>;
}

function Choix({ page, personnes, fermer }: { page: PageEnfant; personnes: Designable[]; fermer: () => void }) {
  const moi = useMoi();
  const [filtre, setFiltre] = useState('');
  const [lever, setLever] = useState(false);
  const f = useFormulaire({
    version: page.version, initiales: { designes: personnes.filter((p) => p.designe).map((p) => p.id), motif: '' },
    valider: (v) => ({ designes: lever || v.designes.length ? null : 'Désignez au moins une personne.', motif: v.motif.trim() ? null : 'Écrivez le motif.' }),
    envoyer: (v, { cle }) => api.put(`/api/enfants/${page.id}/restriction`, { version: page.version, restreint: !lever, designes: lever ? [] : v.designes, motif: v.motif }, { cleIdempotence: cle }),
    reussi: () => { annoncer(lever ? 'La restriction est levée.' : 'Le dossier est restreint.'); fermer(); },
  });
  const vues = personnes.filter((p) => f.valeurs.designes.includes(p.id) || `${p.nom} ${p.fonction} ${p.unites.join(' ')}`.toLowerCase().includes(filtre.toLowerCase()));
  return (
    <Formulaire f={f} verbe={lever ? 'Lever la restriction' : 'Restreindre à ces personnes'}
      secondaire={page.identite.restreint && <Button variant="subtle" onClick={() => setLever(!lever)}>{lever ? 'Garder la restriction' : 'Lever la restriction'}</Button>}
      consequence={lever ? 'Toutes les personnes du territoire retrouveront ce dossier.'
        : `Les autres ne le trouveront plus, sans le savoir ; une recherche qui le rencontre préviendra les personnes désignées.${f.valeurs.designes.includes(moi.id!) ? '' : ' Vous ne vous êtes pas désigné : vous ne pourrez plus l’ouvrir.'}`}>
      {!lever && (
        <>
          <TextInput label="Filtrer les personnes" autoComplete="off" value={filtre} onChange={(e) => setFiltre(e.currentTarget.value)} />
          <Checkbox.Group label="Personnes désignées" {...f.champ('designes')}>
            <div style={{ maxHeight: '16rem', overflowY: 'auto', display: 'grid', gap: '0.4rem', paddingTop: 4 }}>
              {vues.slice(0, 60).map((p) => <Checkbox key={p.id} value={p.id} label={`${p.nom}${[p.fonction, ...p.unites].filter(Boolean).length ? ` · ${[p.fonction, ...p.unites].filter(Boolean).join(', ')}` : ''}`} />)}
            </div>
          </Checkbox.Group>
        </>
      )}
      <Textarea label="Motif" autosize minRows={2} {...f.champ('motif')} />
    </Formulaire>
  );
}
