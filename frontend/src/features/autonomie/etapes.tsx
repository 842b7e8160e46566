import { Button, Group } from '@mantine/core';
import { useState } from 'react';

import { Donnees, EtatVide } from '../../commun/Etats';
import { LIBELLES, PREMIERS } from './actes';
import { useAutonomie, type Autonomie } from './api';
import { FormeAutonomie } from './FormeAutonomie';

interface Proprietes {
  sujetId: string;
  objetId: string | null;
  onFini: () => void;
}

/** The acts a step of the model waits for: the form itself when there is one, the choice first when there are several. */
export function Etape({ etape, sujetId, onFini }: Proprietes & { etape: string }) {
  return <Donnees requete={useAutonomie(sujetId)} quoi="Lecture du parcours">{(a) => <Contenu etape={etape} a={a} fini={onFini} />}</Donnees>;
}

function Contenu({ etape, a, fini }: { etape: string; a: Autonomie; fini: () => void }) {
  const codes = (PREMIERS[etape] ?? []).filter((c) => a.possibles.includes(c));
  const [choisi, setChoisi] = useState<string | null>(codes.length === 1 ? codes[0]! : null);
  if (codes.length === 0) return <EtatVide titre="Cette étape n’attend plus cet acte.">Le parcours est maintenant « {a.etatLibelle} ».</EtatVide>;
  return (
    <>
      {codes.length > 1 && (
        <Group gap="xs" mb="md" role="group" aria-label="Quel acte">
          {codes.map((c) => (
            <Button key={c} variant={choisi === c ? 'filled' : 'default'} aria-pressed={choisi === c} onClick={() => setChoisi(c)}>
              {LIBELLES.find(([code]) => code === c)?.[1]}
            </Button>
          ))}
        </Group>
      )}
      {choisi && <FormeAutonomie key={choisi} code={choisi} a={a} fini={fini} />}
    </>
  );
}

/** A landmark whose day came. */
export function FaireRepere({ sujetId, objetId, onFini }: Proprietes) {
  return (
    <Donnees requete={useAutonomie(sujetId)} quoi="Lecture du parcours">
      {(a) => {
        const r = a.reperes.find((x) => x.id === objetId);
        return r && a.possibles.includes('REPERE') && (r.etat === 'A_FAIRE' || r.etat === 'A_VENIR') ? (
          <>
            <p><strong>{r.libelle}</strong>{r.aide && <> · {r.aide}</>}</p>
            <FormeAutonomie code="REPERE" a={a} repere={r.id} fini={onFini} />
          </>
        ) : (
          <EtatVide titre="Ce repère n’attend plus personne." />
        );
      }}
    </Donnees>
  );
}
