import { Radio, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';

import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { ChoixEnfant } from '../../commun/enfant/ChoixEnfant';
import type { EnfantChoisi } from '../../commun/enfant/enfant';
import { direNaissance } from '../../commun/enfant/naissance';
import { Donnees } from '../../commun/Etats';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { cleEnfant, useEnfant, type Effet, type PageEnfant } from './api';

/** Two files of one child become one: which is kept, what changes, why; undone in one click while nobody has acted since. */
export function FormReunion({ page, autreId, fermer }: { page: PageEnfant; autreId?: string; fermer: () => void }) {
  const aller = useNavigate();
  const cache = useQueryClient();
  const f = useFormulaire<{ autre: EnfantChoisi | null; garde: 'celui-ci' | 'autre'; motif: string }, { id: string }>({
    initiales: { autre: autreId ? { type: 'connu', enfantId: autreId, affiche: '', detail: '' } : null, garde: 'celui-ci', motif: '' },
    valider: (v) => ({ autre: v.autre ? null : 'Choisissez l’autre dossier.', motif: v.motif.trim() ? null : 'Écrivez ce qui montre que ces dossiers sont ceux d’un même enfant.' }),
    envoyer: async (v, { cle }) => {
      const autre = cache.getQueryData<PageEnfant>(cleEnfant(v.autre!.type === 'connu' ? v.autre!.enfantId : ''))!;
      const [conserve, absorbe] = v.garde === 'celui-ci' ? [page, autre] : [autre, page];
      return api.post<{ id: string }>(`/api/enfants/${conserve.id}/reunions`, { version: conserve.version, absorbe: absorbe.id, versionAbsorbe: absorbe.version, motif: v.motif }, { cleIdempotence: cle });
    },
    reussi: (r, v) => {
      annoncer('Les deux dossiers sont réunis.', { annuler: async () => { await api.post(`/api/reunions/${r.id}/annulation`, { motif: null, motifs: null }); await cache.invalidateQueries(); } });
      fermer();
      if (v.garde === 'autre' && v.autre?.type === 'connu') void aller(`/enfants/${v.autre.enfantId}`);
    },
  });
  const autre = f.valeurs.autre?.type === 'connu' ? f.valeurs.autre.enfantId : null;
  return (
    <Formulaire f={f} verbe="Réunir les dossiers" consequence={autre && <Effets conserve={f.valeurs.garde === 'celui-ci' ? page.id : autre} absorbe={f.valeurs.garde === 'celui-ci' ? autre : page.id} />}>
      {autreId ? null : (
        <ChoixEnfant valeur={f.valeurs.autre} onChange={(e) => f.form.setFieldValue('autre', e as never)} chemin="autre" erreurs={f.form.errors} formId={f.id} libelle="Autre dossier" exclus={[page.id]} seulementConnu />
      )}
      {autre && <Garde f={f} page={page} autre={autre} />}
      <Textarea label="Ce qui montre que c’est le même enfant" autosize minRows={2} {...f.champ('motif')} />
    </Formulaire>
  );
}

function Garde({ f, page, autre }: { f: ReturnType<typeof useFormulaire<{ autre: EnfantChoisi | null; garde: 'celui-ci' | 'autre'; motif: string }, { id: string }>>; page: PageEnfant; autre: string }) {
  const dire = (p: PageEnfant) => `${[p.identite.prenoms, p.identite.nom].filter(Boolean).join(' ')}, ${direNaissance(p.identite.naissance)}`;
  return (
    <Donnees requete={useEnfant(autre)} quoi="Lecture de l’autre dossier">
      {(a) => (
        <Radio.Group label="Identité à garder" description="L’autre nom restera trouvable et mènera au dossier conservé." {...f.champ('garde')}>
          <Radio value="celui-ci" label={dire(page)} mt="xs" />
          <Radio value="autre" label={dire(a)} mt="xs" />
        </Radio.Group>
      )}
    </Donnees>
  );
}

/** Said before it is done. */
function Effets({ conserve, absorbe }: { conserve: string; absorbe: string }) {
  const requete = useQuery({ queryKey: ['enfants', 'reunion', conserve, absorbe], queryFn: ({ signal }) => api.get<Effet[]>(`/api/enfants/${conserve}/reunions/effets/${absorbe}`, undefined, signal) });
  return (
    <Donnees requete={requete} quoi="Calcul de ce qui changera">
      {(effets) => (
        <>
          <strong>Ce qui changera</strong>
          <ul>
            {effets.map((e) => <li key={e.code}>{e.libelle}</li>)}
            <li>Les comptes porteront sur un seul enfant.</li>
            <li>La réunion s’annule en un clic tant que personne n’a agi depuis sur ce dossier, avec un motif ensuite.</li>
          </ul>
        </>
      )}
    </Donnees>
  );
}
