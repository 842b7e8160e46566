import { Button, Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Donnees, EtatVide } from '../../commun/Etats';
import { dateLongue, pluriel } from '../../commun/temps';
import { affectables, affecter, remettre, type Affectable, type Ligne } from './api';
import classes from './taches.module.css';

const sansAccent = (t: string) => t.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whom to give one or many tasks: those who may hold all of them, with what each holds already. */
export function DialogueAffecter({ lignes, fermer, moiId, superviseur, faire }: {
  lignes: Ligne[] | null;
  fermer: () => void;
  moiId: string;
  superviseur: boolean;
  faire: (acte: () => Promise<unknown>, dit: string, annuler?: () => Promise<unknown>) => Promise<void>;
}) {
  return (
    <Modal opened={!!lignes} onClose={fermer} size="lg" title={lignes?.length === 1 ? `Affecter ${lignes[0]!.reference}` : `Affecter ${pluriel(lignes?.length ?? 0, 'tâche')}`} closeButtonProps={{ 'aria-label': 'Fermer' }}>
      {lignes && <Choix lignes={lignes} moiId={moiId} donner={(a) => {
        fermer();
        const ids = lignes.map((l) => l.id);
        // Undone to where each stood; only whoever supervises may take back what a colleague now holds.
        const annuler = superviseur ? async () => {
          for (const l of lignes) await (l.titulaire ? affecter([l.id], l.titulaire.id) : remettre(l.id));
        } : undefined;
        void faire(() => affecter(ids, a.id), `${pluriel(ids.length, 'tâche affectée', 'tâches affectées')} à ${a.nom}.`, annuler);
      }} />}
    </Modal>
  );
}

function Choix({ lignes, moiId, donner }: { lignes: Ligne[]; moiId: string; donner: (a: Affectable) => void }) {
  const ids = lignes.map((l) => l.id);
  const requete = useQuery({ queryKey: ['taches', 'affectables', ids], queryFn: () => affectables(ids) });
  const [filtre, setFiltre] = useState('');
  const [choisie, setChoisie] = useState<Affectable | null>(null);
  return (
    <Donnees requete={requete} quoi="Lecture des personnes">
      {(personnes) => {
        const vues = personnes.filter((p) => sansAccent(`${p.nom} ${p.fonction}`).includes(sansAccent(filtre.trim())));
        if (!personnes.length) return <EtatVide titre="Personne ne peut tenir toutes ces tâches">Choisissez des tâches de la même étape et de la même unité.</EtatVide>;
        return (
          <form onSubmit={(e) => { e.preventDefault(); const a = choisie ?? (vues.length === 1 ? vues[0]! : null); if (a) donner(a); }}>
            <TextInput label="Personne" description="Écrivez une partie du nom." value={filtre} onChange={(e) => { setFiltre(e.currentTarget.value); setChoisie(null); }} autoComplete="off" data-autofocus />
            <fieldset className={classes.personnes}>
              <legend className="jalon-invisible">Personnes qui peuvent tenir {lignes.length > 1 ? 'ces tâches' : 'cette tâche'}</legend>
              {vues.map((p) => (
                <label key={p.id}>
                  <input type="radio" name="personne" checked={choisie?.id === p.id} onChange={() => setChoisie(p)} />
                  <span><strong>{p.nom}</strong>{p.id === moiId && ' (moi)'}{p.fonction && <> · {p.fonction}</>}{p.absentJusquau && <> · absence jusqu’au {dateLongue(p.absentJusquau)}</>}</span>
                  <span className={classes.enMain}>{pluriel(p.tachesEnMain, 'tâche')} en main</span>
                </label>
              ))}
            </fieldset>
            <Button type="submit" disabled={!choisie && vues.length !== 1}>Affecter</Button>
          </form>
        );
      }}
    </Donnees>
  );
}
