import { Checkbox, Radio, TextInput, Group } from '@mantine/core';
import type { ReactNode } from 'react';

import { ChampNaissance } from './ChampNaissance';
import type { EnfantSaisie } from './enfant';
import classes from './enfant.module.css';

/** The identity of a child somebody may know little of: the same fields to open a file and to correct one. */
export function IdentiteEnfant({ valeur, onChange, chemin, erreurs, idDe, complet }: {
  valeur: EnfantSaisie;
  onChange: (v: EnfantSaisie) => void;
  /** Path of the identity in the form; '' at the root. */
  chemin: string;
  erreurs: Record<string, ReactNode>;
  idDe: (chemin: string) => string;
  /** All that is rarely known on the phone, for a correction. */
  complet?: boolean;
}) {
  const p = (nom: string) => (chemin ? `${chemin}.${nom}` : nom);
  const changer = (partie: Partial<EnfantSaisie>) => onChange({ ...valeur, ...partie });
  const texte = (nom: 'nom' | 'prenoms' | 'nomUsage' | 'communeNaissance', label: string) => (
    <TextInput label={label} id={idDe(p(nom))} value={valeur[nom] ?? ''} error={erreurs[p(nom)]} autoComplete="off"
      onChange={(e) => changer({ [nom]: e.currentTarget.value })} />
  );
  return (
    <>
      <div className={classes.duo}>
        {texte('nom', 'Nom')}
        {texte('prenoms', 'Prénoms')}
      </div>
      {complet && texte('nomUsage', 'Nom d’usage (facultatif)')}
      <ChampNaissance valeur={valeur.naissance} onChange={(naissance) => changer({ naissance })} chemin={p('naissance')} erreurs={erreurs} idDe={idDe} />
      {complet && texte('communeNaissance', 'Commune de naissance (facultatif)')}
      <Radio.Group label="Sexe" value={valeur.sexe} onChange={(sexe) => changer({ sexe: sexe as EnfantSaisie['sexe'] })} error={erreurs[p('sexe')]}>
        <Group gap="lg" mt={4}>
          <Radio value="FILLE" label="Fille" />
          <Radio value="GARCON" label="Garçon" />
          <Radio value="INCONNU" label="Non connu" />
        </Group>
      </Radio.Group>
      <Checkbox label="Pas encore nommé" checked={valeur.nonNomme} onChange={(e) => changer({ nonNomme: e.currentTarget.checked })} />
      <Checkbox label="Personne se déclarant mineure (L221-2-4) : hors du compte des IP jusqu’à son admission" checked={valeur.personneSeDeclarantMineure}
        onChange={(e) => changer({ personneSeDeclarantMineure: e.currentTarget.checked })} />
    </>
  );
}
