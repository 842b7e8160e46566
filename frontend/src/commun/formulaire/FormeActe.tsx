import { Checkbox, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { annoncer } from '../annonces';
import { api } from '../api/client';
import { ChampDate, dateIllisible } from './ChampDate';
import { Formulaire, Partie } from './Formulaire';
import { useFormulaire, type FormulaireVue } from './useFormulaire';

export type Valeur = string | boolean | string[];
/** By name; « sections.LOGEMENT » stands in an object of its own, as it is sent. */
export type Valeurs = Record<string, Valeur | Record<string, Valeur>>;

/** One field of an act: each act is a list of these, in the order of the conversation. */
export interface Champ {
  nom: string;
  libelle: string;
  genre: 'date' | 'heure' | 'texte' | 'long' | 'liste' | 'radio' | 'ouinon' | 'case' | 'cases';
  options?: { value: string; label: string; description?: string }[];
  aide?: ReactNode;
  /** Nothing after today. */
  passe?: boolean;
  /** What to say when it is left empty. */
  requis?: string;
  /** Shown, and sent, only then. */
  si?: (v: Valeurs) => boolean;
  defaut?: Valeur;
  /** Fields of one part follow each other under its title. */
  partie?: { titre: string; aide?: ReactNode };
}

/** What is sent of a field: nothing is null, yes and no are booleans, an object holds its own. */
export type Dit = Valeur | null | { [nom: string]: Dit };

export interface Acte {
  /** Names its draft (« mesure.moduler »). */
  nom: string;
  verbe: string;
  consequence?: ReactNode;
  chemin: string;
  champs: Champ[];
  annonce: string;
  /** What is sent, when it is not simply the fields. */
  corps?: (v: Record<string, Dit>) => object;
  /** Under the fields. */
  sous?: (f: FormulaireVue<Valeurs>) => ReactNode;
  /** Where a message of the server stands, when its field has another name than what is sent. */
  libelleChamps?: (chemin: string) => string | undefined;
}

/**
 * The form of one act on a file: draft kept, version sent, warnings asked, errors at their field.
 *
 * @param sujet id of the file, for its draft
 * @param cle query key under which everything read about the file lives: the act refreshes it whole
 */
export function FormeActe({ acte, sujet, version, cle, fini, secondaire }: {
  acte: Acte;
  sujet: string;
  version: number;
  cle: readonly unknown[];
  fini: () => void;
  secondaire?: ReactNode;
}) {
  const cache = useQueryClient();
  const visibles = (v: Valeurs) => acte.champs.filter((c) => !c.si || c.si(v));
  const f = useFormulaire<Valeurs>({
    nom: acte.nom,
    sujet,
    version,
    initiales: ranger(acte.champs.map((c) => [c.nom, c.defaut ?? (c.genre === 'case' ? false : c.genre === 'cases' ? [] : '')])) as Valeurs,
    valider: (v) => Object.fromEntries(visibles(v).map((c) => [c.nom, manque(c, lire(v, c.nom))])),
    envoyer: (v, { motifs, cle: idempotence }) => {
      const dits = ranger(visibles(v).map((c) => [c.nom, dire(c, lire(v, c.nom))])) as Record<string, Dit>;
      // Acts that never warn know no reasons, and refuse what they do not know.
      const raisons = Object.keys(motifs).length ? { motifs } : {};
      return api.post(acte.chemin, { version, ...raisons, ...(acte.corps ? acte.corps(dits) : dits) }, { cleIdempotence: idempotence });
    },
    reussi: () => {
      annoncer(acte.annonce);
      void cache.invalidateQueries({ queryKey: cle });
      fini();
    },
  });
  return (
    <Formulaire f={f} verbe={acte.verbe} consequence={acte.consequence} secondaire={secondaire} libelleChamps={acte.libelleChamps}>
      {parParties(visibles(f.valeurs)).map((p) => {
        const champs = p.champs.map((c) => <UnChamp key={c.nom} c={c} f={f} />);
        return p.partie ? <Partie key={p.champs[0]!.nom} titre={p.partie.titre} aide={p.partie.aide}>{champs}</Partie> : <div key={p.champs[0]!.nom}>{champs}</div>;
      })}
      {acte.sous?.(f)}
    </Formulaire>
  );
}

function lire(v: Valeurs, nom: string): Valeur | undefined {
  const point = nom.indexOf('.');
  return (point < 0 ? v[nom] : (v[nom.slice(0, point)] as Record<string, Valeur> | undefined)?.[nom.slice(point + 1)]) as Valeur | undefined;
}

function dire(c: Champ, valeur: Valeur | undefined): Dit {
  if (c.genre === 'ouinon') return valeur === 'OUI' ? true : valeur === 'NON' ? false : null;
  return valeur === '' || valeur === undefined ? null : valeur;
}

function ranger(paires: [string, Dit][]): Record<string, Dit> {
  const rangees: Record<string, Dit> = {};
  for (const [nom, valeur] of paires) {
    const point = nom.indexOf('.');
    if (point < 0) rangees[nom] = valeur;
    else ((rangees[nom.slice(0, point)] ??= {}) as Record<string, Dit>)[nom.slice(point + 1)] = valeur;
  }
  return rangees;
}

function manque(c: Champ, valeur: Valeur | undefined): string | null {
  if (c.requis && (Array.isArray(valeur) ? valeur.length === 0 : !valeur)) return c.requis;
  if (c.genre === 'date') return dateIllisible(valeur as string);
  return c.genre === 'heure' && valeur && !/^\d\d:\d\d$/.test(valeur as string) ? 'Écrivez une heure, par exemple 14:30.' : null;
}

function parParties(champs: Champ[]): { partie: Champ['partie']; champs: Champ[] }[] {
  const parts: { partie: Champ['partie']; champs: Champ[] }[] = [];
  for (const c of champs) {
    const derniere = parts[parts.length - 1];
    if (derniere && derniere.partie?.titre === c.partie?.titre) derniere.champs.push(c);
    else parts.push({ partie: c.partie, champs: [c] });
  }
  return parts;
}

export function UnChamp({ c, f }: { c: Champ; f: FormulaireVue<Valeurs> }) {
  const libelle = c.requis || c.genre === 'case' || c.genre === 'radio' || c.genre === 'ouinon' || c.options ? c.libelle : `${c.libelle} (facultatif)`;
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
    case 'ouinon':
      return (
        <Radio.Group label={libelle} description={c.aide} {...f.champ(c.nom)}>
          <Radio value="OUI" label="Oui" mt="xs" />
          <Radio value="NON" label="Non" mt="xs" />
        </Radio.Group>
      );
    case 'cases':
      return (
        <Checkbox.Group label={libelle} description={c.aide} {...f.champ(c.nom)}>
          <Stack gap="xs" mt="xs">
            {(c.options ?? []).map((o) => <Checkbox key={o.value} value={o.value} label={o.label} description={o.description} />)}
          </Stack>
        </Checkbox.Group>
      );
  }
}
