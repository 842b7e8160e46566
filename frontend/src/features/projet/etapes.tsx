import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';

import { Donnees, EtatVide } from '../../commun/Etats';
import { FormeActe } from '../../commun/formulaire/FormeActe';
import { useMoi } from '../../commun/moi';
import { finAction, LIBELLES, PREMIERS } from './actes';
import { cleProjet, useProjet, type Projet } from './api';
import { FormeProjet } from './FormeProjet';
import classes from './projet.module.css';

interface Proprietes {
  sujetId: string;
  objetId: string | null;
  onFini: () => void;
}

/** The acts a step of the model waits for: the form itself when there is one, the choice first when there are several. */
function Etape({ etape, sujetId, onFini }: Proprietes & { etape: string }) {
  return <Donnees requete={useProjet(sujetId)} quoi="Lecture du projet">{(p) => <Contenu etape={etape} p={p} fini={onFini} />}</Donnees>;
}

function Contenu({ etape, p, fini }: { etape: string; p: Projet; fini: () => void }) {
  const codes = (PREMIERS[etape] ?? []).filter((c) => p.possibles.includes(c));
  const [choisi, setChoisi] = useState<string | null>(codes.length === 1 ? codes[0]! : null);
  if (codes.length === 0) return <EtatVide titre="Cette étape n’attend plus cet acte.">Le projet est maintenant « {p.etatLibelle} ».</EtatVide>;
  return (
    <>
      {etape === 'rediger' && (
        <p><Link to={`/projets/${p.id}?onglet=ecriture`}>Écrire le {p.mot}</Link> <span className={classes.discret}>: parties, objectifs et actions, à plusieurs.</span></p>
      )}
      {codes.length > 1 && (
        <Group gap="xs" mb="md" role="group" aria-label="Quel acte">
          {codes.map((c) => (
            <Button key={c} variant={choisi === c ? 'filled' : 'default'} aria-pressed={choisi === c} onClick={() => setChoisi(c)}>
              {LIBELLES.find(([code]) => code === c)?.[1]}
            </Button>
          ))}
        </Group>
      )}
      {choisi && <FormeProjet key={choisi} code={choisi} p={p} fini={fini} />}
    </>
  );
}

export const Preparer = (p: Proprietes) => <Etape etape="preparer" {...p} />;
export const Rencontrer = (p: Proprietes) => <Etape etape="rencontrer" {...p} />;
export const Rediger = (p: Proprietes) => <Etape etape="rediger" {...p} />;
export const Etablir = (p: Proprietes) => <Etape etape="etablir" {...p} />;
export const Remettre = (p: Proprietes) => <Etape etape="remettre" {...p} />;
export const Suivre = (p: Proprietes) => <Etape etape="suivre" {...p} />;

/** One action of the projet, whose day has come. */
export function FaireAction({ sujetId, objetId, onFini }: Proprietes) {
  return <Donnees requete={useProjet(sujetId)} quoi="Lecture de l’action">{(p) => <UneAction p={p} objetId={objetId} fini={onFini} />}</Donnees>;
}

function UneAction({ p, objetId, fini }: { p: Projet; objetId: string | null; fini: () => void }) {
  const { aujourdhui } = useMoi();
  const a = p.actions.find((x) => x.lignee === objetId || x.id === objetId);
  if (!a || a.faiteLe || a.abandonneeLe) return <EtatVide titre="Cette action n’attend plus personne." />;
  return (
    <>
      <p><strong>{a.libelle}</strong>{a.qui && <span className={classes.discret}> · {a.qui}</span>}</p>
      <FormeActe acte={finAction(p, a.lignee, aujourdhui)} sujet={a.lignee} version={p.version} cle={cleProjet(p.id)} fini={fini} />
    </>
  );
}
