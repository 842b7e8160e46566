import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';

import type { FormulaireVue } from '../../commun/formulaire';
import type { Personne, Proposee } from './api';
import { PRESENCES, QUALITES } from './mots';
import classes from './projet.module.css';

/** Somebody at a meeting, as the form holds them. */
export interface PersonneSaisie {
  id: string;
  qualite: string;
  adulteId: string;
  serviceId: string;
  nom: string;
  precision: string;
  presence: string;
  avis: string;
  libre: boolean;
}

export const proposee = (x: Proposee, presence: string): PersonneSaisie => ({
  id: '', qualite: x.qualite, adulteId: x.adulteId ?? '', serviceId: x.serviceId ?? '', nom: x.nom, precision: x.precision, presence, avis: '', libre: false,
});

export const autre = (presence: string): PersonneSaisie => ({ id: '', qualite: 'TIERS', adulteId: '', serviceId: '', nom: '', precision: '', presence, avis: '', libre: true });

/** Those who were invited, then whoever else is tied to the child today. */
export function convives(invites: Personne[], proposees: Proposee[]): PersonneSaisie[] {
  const meme = (a: Personne, b: Proposee) => a.qualite === b.qualite && (a.adulteId ?? null) === (b.adulteId ?? null) && (a.serviceId ?? null) === (b.serviceId ?? null);
  const deja = invites.map((p) => {
    const connue = proposees.find((x) => meme(p, x));
    return {
      id: p.id, qualite: p.qualite, adulteId: p.adulteId ?? '', serviceId: p.serviceId ?? '', nom: p.nom ?? connue?.nom ?? QUALITES[p.qualite] ?? '',
      precision: connue?.precision ?? QUALITES[p.qualite] ?? '', presence: p.presence ?? '', avis: p.avis ?? '', libre: false,
    };
  });
  return [...deja, ...proposees.filter((x) => !invites.some((p) => meme(p, x))).map((x) => proposee(x, ''))];
}

/** What is sent of a person; words typed for somebody known are not their name. */
export const corpsPersonne = (p: PersonneSaisie, presence: boolean) => ({
  id: p.id || null, qualite: p.qualite, adulteId: p.adulteId || null, serviceId: p.serviceId || null, nom: p.libre ? p.nom.trim() || null : p.adulteId || p.serviceId || p.qualite === 'ENFANT' ? null : p.nom || null,
  presence: presence ? p.presence || null : null, avis: presence && p.avis.trim() ? p.avis.trim() : null,
});

/** Each person of a meeting: whether they came, and their view in their words. */
export function Presences<V extends { personnes: PersonneSaisie[] }>({ f }: { f: FormulaireVue<V> }) {
  const { personnes } = f.valeurs;
  return (
    <>
      {personnes.map((p, i) => (
        <div key={i} className={classes.personne}>
          {p.libre ? (
            <div>
              <TextInput label="Nom" autoComplete="off" {...f.champ(`personnes.${i}.nom`)} />
              <NativeSelect label="Qualité" data={['TIERS', 'PROFESSIONNEL', 'SERVICE'].map((q) => ({ value: q, label: QUALITES[q]! }))} {...f.champ(`personnes.${i}.qualite`)} />
            </div>
          ) : (
            <p><strong>{p.nom}</strong><br /><span className={classes.discret}>{p.precision}</span></p>
          )}
          <NativeSelect label={<>Présence<span className="jalon-invisible"> de {p.nom || 'cette personne'}</span></>} data={PRESENCES} {...f.champ(`personnes.${i}.presence`)} />
          {p.presence === 'PRESENTE' && p.qualite !== 'ENFANT' && (
            <Textarea label={<>Son avis, avec ses mots (facultatif)<span className="jalon-invisible"> : {p.nom}</span></>} autosize minRows={2} {...f.champ(`personnes.${i}.avis`)} />
          )}
        </div>
      ))}
      <div className={classes.boutons}>
        <Button variant="default" size="sm" onClick={() => f.form.setFieldValue('personnes' as never, [...personnes, autre('PRESENTE')] as never)}>Ajouter une personne</Button>
      </div>
    </>
  );
}
