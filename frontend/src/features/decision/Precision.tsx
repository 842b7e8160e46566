import { Button, Textarea } from '@mantine/core';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { useAnnulation } from '../../commun/retour/annulation';
import { type PageDecision } from './api';

/** The report goes back with a question; it stays handed in. */
export default function Precision({ p, onFini, renoncer }: { p: PageDecision; onFini: () => void; renoncer: () => void }) {
  const annuler = useAnnulation(p.ipId);
  const f = useFormulaire({
    nom: 'ip.demander-precision',
    sujet: p.ipId,
    version: p.version,
    initiales: { question: '' },
    valider: (v) => ({ question: v.question.trim() ? null : 'Écrivez ce que les évaluateurs doivent préciser.' }),
    envoyer: (v, { cle }) => api.post(`/api/ip/${p.ipId}/precision`, { version: p.version, question: v.question }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('La question est posée aux évaluateurs.', { annuler });
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Poser la question" secondaire={<Button variant="default" onClick={renoncer}>Revenir à la décision</Button>}
      consequence="Les évaluateurs recevront la tâche d’y répondre. Le rapport reste rendu et sa date ne bouge pas.">
      <Textarea label="Ce qui est à préciser" autosize minRows={4} {...f.champ('question')} />
    </Formulaire>
  );
}
