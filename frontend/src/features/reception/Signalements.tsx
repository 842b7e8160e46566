import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

import { nouvelleCle } from '../../commun/api/client';
import { ChampDateHeure } from '../../commun/formulaire';
import { choix, type Enfant, type FormulaireAnalyse } from './api';
import classes from './reception.module.css';

export interface SignalementSaisi {
  id: string;
  enfantId: string;
  transmisLe: string;
  destinataire: string;
  juridiction: string;
  critere: string;
  actionsTentees: string;
  expose: string;
  reference: string;
}

export const nouveauSignalement = (enfantId: string): SignalementSaisi => ({
  id: nouvelleCle(), enfantId, transmisLe: '', destinataire: 'PARQUET', juridiction: '', critere: 'DANGER_GRAVE_IMMEDIAT', actionsTentees: '', expose: '', reference: '',
});

/** Minors referred at once, one line each. */
export function Signalements({ liste, enfants, listes, erreurs, onChange }: {
  liste: SignalementSaisi[]; enfants: Enfant[]; listes: FormulaireAnalyse; erreurs: Record<string, ReactNode>; onChange: (l: SignalementSaisi[]) => void;
}) {
  return (
    <>
      {liste.map((s, n) => {
        const chemin = `signalements.${n}`;
        const changer = (partie: Partial<SignalementSaisi>) => onChange(liste.map((x) => (x.id === s.id ? { ...x, ...partie } : x)));
        const champ = (nom: keyof SignalementSaisi) => ({
          value: s[nom], error: erreurs[`${chemin}.${nom}`], 'data-path': `${chemin}.${nom}`,
          onChange: (e: { currentTarget: { value: string } }) => changer({ [nom]: e.currentTarget.value }),
        });
        const attendues = listes.criteres.find((c) => c.code === s.critere)?.actionsAttendues;
        return (
          <fieldset key={s.id} className={classes.bloc}>
            <legend>Signalement {n + 1}</legend>
            <NativeSelect label="Mineur signalé" data={enfants.map((e) => ({ value: e.id, label: `${e.affiche}, ${e.age}` }))} {...champ('enfantId')} />
            <NativeSelect label="Destinataire" data={choix(listes.destinataires)} {...champ('destinataire')} />
            <TextInput label="Tribunal (facultatif)" autoComplete="off" {...champ('juridiction')} />
            <NativeSelect label="Cas de l’article L226-4" data={choix(listes.criteres)} {...champ('critere')} />
            <Textarea label={attendues ? 'Actions déjà menées ou tentées' : 'Actions déjà menées ou tentées (facultatif)'} autosize minRows={2} {...champ('actionsTentees')} />
            <Textarea label="Exposé (facultatif)" autosize minRows={3} {...champ('expose')} />
            <ChampDateHeure label="Transmis le" description="Vide : à l’instant." passe value={s.transmisLe} error={erreurs[`${chemin}.transmisLe`]} data-path={`${chemin}.transmisLe`} onChange={(transmisLe) => changer({ transmisLe })} />
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(liste.filter((x) => x.id !== s.id))}>
              Retirer le signalement {n + 1}
            </Button>
          </fieldset>
        );
      })}
    </>
  );
}
