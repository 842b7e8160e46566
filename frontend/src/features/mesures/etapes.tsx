import { Button, Group } from '@mantine/core';
import { useState } from 'react';

import { Donnees, EtatVide } from '../../commun/Etats';
import { LIBELLES, PREMIERS } from './actes';
import { useMesure, type Mesure } from './api';
import { FormeMesure } from './FormeMesure';

interface Proprietes {
  mesureId: string;
  onFini: () => void;
}

/** The acts a step of the model waits for: the form itself when there is one, the choice first when there are several. */
function Etape({ etape, mesureId, onFini }: Proprietes & { etape: string }) {
  return <Donnees requete={useMesure(mesureId)} quoi="Lecture de la mesure">{(m) => <Contenu etape={etape} m={m} fini={onFini} />}</Donnees>;
}

function Contenu({ etape, m, fini }: { etape: string; m: Mesure; fini: () => void }) {
  const codes = (PREMIERS[etape] ?? []).filter((c) => m.possibles.includes(c));
  const [choisi, setChoisi] = useState<string | null>(codes.length === 1 ? codes[0]! : null);
  if (codes.length === 0) return <EtatVide titre="Cette étape n’attend plus cet acte.">La mesure est maintenant « {m.etatLibelle} ».</EtatVide>;
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
      {choisi && <FormeMesure key={choisi} code={choisi} mesure={m} fini={fini} />}
    </>
  );
}

export function RecueillirAccord(p: Proprietes) {
  return <Etape etape="recueillir-accord" {...p} />;
}

export function Affecter(p: Proprietes) {
  return <Etape etape="affecter" {...p} />;
}

export function Demarrer(p: Proprietes) {
  return <Etape etape="demarrer" {...p} />;
}

export function Exercer(p: Proprietes) {
  return <Etape etape="exercer" {...p} />;
}

export function DeciderSuite(p: Proprietes) {
  return <Etape etape="decider-suite" {...p} />;
}
