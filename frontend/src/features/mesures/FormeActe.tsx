import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { ChampDate, dateIllisible, Formulaire, useFormulaire, type FormulaireVue } from '../../commun/formulaire';
import { cleMesure } from './api';

export type Valeurs = Record<string, string | boolean>;

/** One field of an act: each act is a list of these, in the order of the conversation. */
export interface Champ {
  nom: string;
  libelle: string;
  genre: 'date' | 'heure' | 'texte' | 'long' | 'liste' | 'radio' | 'case';
  options?: { value: string; label: string; description?: string }[];
  aide?: string;
  /** Nothing after today. */
  passe?: boolean;
  /** What to say when it is left empty. */
  requis?: string;
  /** Shown, and sent, only then. */
  si?: (v: Valeurs) => boolean;
  defaut?: string | boolean;
}

export interface Acte {
  /** Names its draft (« mesure.moduler »). */
  nom: string;
  verbe: string;
  consequence?: ReactNode;
  chemin: string;
  champs: Champ[];
  annonce: string;
  /** What is sent, when it is not simply the fields. */
  corps?: (v: Record<string, string | boolean | null>) => object;
  /** Under the fields. */
  sous?: (f: FormulaireVue<Valeurs>) => ReactNode;
}

/** The form of one act on a measure: draft kept, version sent, warnings asked, errors at their field. */
export function FormeActe({ acte, mesureId, version, fini, secondaire }: { acte: Acte; mesureId: string; version: number; fini: () => void; secondaire?: ReactNode }) {
  const cache = useQueryClient();
  const visibles = (v: Valeurs) => acte.champs.filter((c) => !c.si || c.si(v));
  const f = useFormulaire<Valeurs>({
    nom: acte.nom,
    sujet: mesureId,
    version,
    initiales: Object.fromEntries(acte.champs.map((c) => [c.nom, c.defaut ?? (c.genre === 'case' ? false : '')])),
    valider: (v) => Object.fromEntries(visibles(v).map((c) => [c.nom,
      c.requis && !v[c.nom] ? c.requis : c.genre === 'date' ? dateIllisible(v[c.nom] as string) : c.genre === 'heure' && v[c.nom] && !/^\d\d:\d\d$/.test(v[c.nom] as string) ? 'Écrivez une heure, par exemple 14:30.' : null])),
    envoyer: (v, { motifs, cle }) => {
      const dits = Object.fromEntries(visibles(v).map((c) => [c.nom, v[c.nom] === '' ? null : v[c.nom]!]));
      // Acts that never warn know no reasons, and refuse what they do not know.
      const raisons = Object.keys(motifs).length ? { motifs } : {};
      return api.post(acte.chemin, { version, ...raisons, ...(acte.corps ? acte.corps(dits) : dits) }, { cleIdempotence: cle });
    },
    reussi: () => {
      annoncer(acte.annonce);
      void cache.invalidateQueries({ queryKey: cleMesure(mesureId) });
      fini();
    },
  });
  return (
    <Formulaire f={f} verbe={acte.verbe} consequence={acte.consequence} secondaire={secondaire}>
      {visibles(f.valeurs).map((c) => <UnChamp key={c.nom} c={c} f={f} />)}
      {acte.sous?.(f)}
    </Formulaire>
  );
}

export function UnChamp({ c, f }: { c: Champ; f: FormulaireVue<Valeurs> }) {
  const libelle = c.requis || c.genre === 'case' || c.genre === 'radio' || c.options ? c.libelle : `${c.libelle} (facultatif)`;
  switch (c.genre) {
    case 'date':
      return <ChampDate label={libelle} passe={c.passe} description={c.aide} {...f.champ(c.nom)} />;
    case 'heure':
      return <TextInput label={libelle} description={c.aide} placeholder="hh:mm" autoComplete="off" {...f.champ(c.nom)} />;
    case 'texte':
      return <TextInput label={libelle} description={c.aide} autoComplete="off" {...f.champ(c.nom)} />;
    case 'long':
      return <Textarea label={libelle} description={c.aide} autosize minRows={3} {...f.champ(c.nom)} />;
    case 'case':
      return <Checkbox label={libelle} description={c.aide} mt="xs" {...f.champ(c.nom, { type: 'checkbox' })} />;
    case 'liste':
      return <NativeSelect label={libelle} description={c.aide} data={(c.options ?? []).map(({ value, label }) => ({ value, label }))} {...f.champ(c.nom)} />;
    case 'radio':
      return (
        <Radio.Group label={libelle} description={c.aide} {...f.champ(c.nom)}>
          {(c.options ?? []).map((o) => <Radio key={o.value} value={o.value} label={o.label} description={o.description} mt="xs" />)}
        </Radio.Group>
      );
  }
}
