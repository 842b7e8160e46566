import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import type { DemandeComplete } from './api';

export interface Vise {
  piece: string;
  element: string | null;
  ligne: string | null;
  empreinte: string;
}

/** What a part, an element or a line becomes: masked, withheld, or to be asked of the court, always with its reason and its ground. */
export function FormeChoix({ vise, demande, document, lignes, fermer }: { vise: Vise; demande: DemandeComplete; document: boolean; lignes?: string[]; fermer: () => void }) {
  const fichiers = useQuery({
    queryKey: ['documents', 'ENFANT', demande.demande.enfantId], enabled: document && vise.element !== null,
    queryFn: ({ signal }) => api.get<{ id: string; nom: string; retireLe: string | null; sujetType: string }[]>('/api/documents', { sujetType: 'ENFANT', sujetId: demande.demande.enfantId }, signal),
  });
  const f = useFormulaire({
    initiales: { sort: 'OCCULTE', ligne: '', passages: '', copieId: '', motif: '', article: '' },
    valider: (v) => ({ motif: v.motif.trim() ? null : 'Écrivez pourquoi : la personne lira ce motif.', article: v.article ? null : 'Choisissez le fondement.' }),
    envoyer: (v, { cle }) => api.post(`/api/droits/demandes/${demande.demande.id}/revue`, {
      ...vise, ligne: v.ligne || null, sort: v.sort, motif: v.motif, article: v.article, passages: v.sort === 'OCCULTE' ? v.passages.split('\n').filter((p) => p.trim()) : [],
      copieId: v.sort === 'OCCULTE' && v.copieId ? v.copieId : null,
    }, { cleIdempotence: cle }),
    reussi: () => { annoncer('La décision est notée.'); fermer(); },
  });
  const occulter = f.valeurs.sort === 'OCCULTE';
  return (
    <Formulaire f={f} verbe="Noter la décision" secondaire={<Button variant="subtle" onClick={fermer}>Renoncer</Button>}>
      <NativeSelect label="Ce qu’il en est fait" data={[{ value: 'OCCULTE', label: document ? 'Donné dans une copie occultée' : 'Occulté' }, { value: 'RETENU', label: 'Non communiqué' }, { value: 'JURIDICTION', label: 'À demander à la juridiction' }]} {...f.champ('sort')} />
      {lignes && !document && occulter && <NativeSelect label="Quelle ligne" data={[{ value: '', label: 'Tout l’élément' }, ...lignes]} {...f.champ('ligne')} />}
      {occulter && !document && <Textarea label="Passages à occulter, un par ligne" description="Sans passage, tout est occulté. Accents et majuscules n’importent pas." autosize minRows={2} {...f.champ('passages')} />}
      {occulter && document && (
        <NativeSelect label="Copie occultée, jointe au dossier de l’enfant"
          data={[{ value: '', label: 'Choisir' }, ...(fichiers.data ?? []).filter((x) => x.id !== vise.element && !x.retireLe && x.sujetType === 'ENFANT').map((x) => ({ value: x.id, label: x.nom }))]} {...f.champ('copieId')} />
      )}
      <Textarea label="Pourquoi" autosize minRows={2} {...f.champ('motif')} />
      <NativeSelect label="Fondement" description="À valider avec le délégué à la protection des données" data={[{ value: '', label: 'Choisir' }, ...demande.articles.map((a) => ({ value: a.code, label: a.libelle }))]} {...f.champ('article')} />
    </Formulaire>
  );
}
