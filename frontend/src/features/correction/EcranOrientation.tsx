import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees } from '../../commun/Etats';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { Page } from '../../commun/Page';
import { type Effet } from './api';
import { Effets } from './Effets';

interface Lue {
  id: string;
  numero: string;
  version: number;
}

/** An information oriented, transmitted or joined by mistake goes back to its first analysis. */
export default function EcranOrientation() {
  const { informationId = '' } = useParams();
  const information = useQuery({
    queryKey: ['informations', 'lue', informationId],
    queryFn: ({ signal }) => api.get<Lue>(`/api/informations/${informationId}`, undefined, signal),
  });
  return (
    <Page titre="Corriger la première analyse">
      <Donnees requete={information} quoi="Lecture de l’information">
        {(i) => <Formule i={i} />}
      </Donnees>
    </Page>
  );
}

function Formule({ i }: { i: Lue }) {
  const naviguer = useNavigate();
  const [effets, setEffets] = useState<Effet[] | null>(null);
  const chemin = `/api/informations/${i.id}/corrections/orientation`;
  const f = useFormulaire<{ motif: string }, { effets: Effet[] }>({
    initiales: { motif: '' },
    valider: (v) => ({ motif: effets && !v.motif.trim() ? 'Écrivez pourquoi vous corrigez.' : null }),
    envoyer: (v, { cle }) =>
      effets ? api.post(chemin, { version: i.version, motif: v.motif }, { cleIdempotence: cle }) : api.post<{ effets: Effet[] }>(`${chemin}/apercu`, { version: i.version, motif: '' }),
    reussi: (reponse) => {
      if (effets) {
        annoncer(`${i.numero} attend de nouveau sa première analyse.`);
        void naviguer(`/informations/${i.id}`);
      } else setEffets(reponse.effets);
    },
  });
  return (
    <Formulaire f={f} verbe={effets ? 'Revenir à la première analyse' : 'Voir les effets'}>
      <p>{i.numero} attendra de nouveau sa première analyse. Ce qui avait été dit reste lisible dans sa chronologie.</p>
      {effets && (
        <>
          <Effets effets={effets} titre="Ce que cette correction fera" />
          <Textarea label="Pourquoi" autosize minRows={2} {...f.champ('motif')} />
        </>
      )}
    </Formulaire>
  );
}
