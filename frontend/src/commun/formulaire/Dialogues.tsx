import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';

import type { Avertissement, Conflit } from '../api/probleme';
import { dateHeure } from '../temps';

/** Possible, but unusual: one reason a point, kept and counted, then the act passes. */
export function DialogueAvertissements({ avertissements, repondre, renoncer, verbe }: {
  avertissements: Avertissement[];
  repondre: (motifs: Record<string, string>) => void;
  renoncer: () => void;
  verbe: string;
}) {
  return (
    <Modal opened={avertissements.length > 0} onClose={renoncer} title="Un motif est attendu" size="lg" closeButtonProps={{ 'aria-label': 'Fermer' }}>
      {avertissements.length > 0 && <Motifs key={avertissements.map((a) => a.code).join()} {...{ avertissements, repondre, renoncer, verbe }} />}
    </Modal>
  );
}

function Motifs({ avertissements, repondre, renoncer, verbe }: Parameters<typeof DialogueAvertissements>[0]) {
  const [motifs, setMotifs] = useState<Record<string, string>>({});
  const [demandes, setDemandes] = useState(false);
  return (
    <form noValidate
      onSubmit={(e) => {
        // Inside another form through React's tree, not the page's: it must not reach it.
        e.preventDefault();
        e.stopPropagation();
        const vides = avertissements.filter((a) => !motifs[a.code]?.trim());
        if (vides.length) {
          setDemandes(true);
          document.getElementById(`motif-${vides[0]!.code}`)?.focus();
        } else repondre(Object.fromEntries(avertissements.map((a) => [a.code, motifs[a.code]!.trim()])));
      }}>
      <p>Cet acte est possible. Écrivez en une phrase pourquoi vous le faites ainsi ; le motif reste au dossier.</p>
      {avertissements.map((a, i) => (
        <Textarea key={a.code} id={`motif-${a.code}`} label={a.message} mb="md" autosize minRows={2} data-autofocus={i === 0 || undefined}
          value={motifs[a.code] ?? ''} error={demandes && !motifs[a.code]?.trim() ? 'Écrivez le motif.' : undefined}
          onChange={(e) => setMotifs({ ...motifs, [a.code]: e.currentTarget.value })} />
      ))}
      <Group>
        <Button type="submit">{verbe}</Button>
        <Button variant="default" onClick={renoncer}>
          Revenir à la saisie
        </Button>
      </Group>
    </form>
  );
}

/** Somebody acted first: who, when, what. What I typed stays. */
export function DialogueConflit({ conflit, relire }: { conflit: Conflit | null; relire: () => void }) {
  return (
    <Modal opened={conflit !== null} onClose={relire} title="Quelqu’un a agi entre-temps" closeButtonProps={{ 'aria-label': 'Fermer' }}>
      {conflit && (
        <>
          {conflit.par && (
            <p>
              <strong>{conflit.par}</strong>
              {conflit.le && `, le ${dateHeure(conflit.le)}`}
            </p>
          )}
          <p>{conflit.quoi}</p>
          <p>Votre saisie est conservée. Relisez le dossier, puis envoyez-la de nouveau si elle convient toujours.</p>
          <Button onClick={relire} data-autofocus>
            Relire le dossier
          </Button>
        </>
      )}
    </Modal>
  );
}
