import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';

import { useMoi } from '../moi';
import { dateCourte, dateHeure, dateLongue, enLocal, lireDate, lireDateHeure, plusJours } from '../temps';

interface Proprietes extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** « 2026-03-14 », or « 2026-03-14T14:30 » for a date and hour; '' or null when empty. */
  value?: string | null;
  onChange?: (valeur: string) => void;
  /** Nothing after now: said at once, at the field. */
  passe?: boolean;
}

/**
 * A date typed as it comes (« 14/03/2026 », « 14 3 26 », « 14 mars 2026 », « hier »), read back in letters under the field. What cannot be
 * read stays as typed, is told, and goes to the form as it is, so that the form is refused and not emptied.
 */
export function ChampDate(p: Proprietes) {
  const { aujourdhui } = useMoi();
  return <Champ {...p} placeholder="jj/mm/aaaa" lire={(t) => lireDate(t, aujourdhui)} montrer={dateCourte} dire={dateLongue} limite={aujourdhui} souci="Écrivez une date, par exemple 14/03/2026." />;
}

/** A date and an hour: « 14/03/2026 14:30 », « hier 22h », « 14h30 », « maintenant ». */
export function ChampDateHeure(p: Proprietes) {
  const maintenant = useMaintenant();
  return (
    <Champ {...p} placeholder="jj/mm/aaaa hh:mm" lire={(t) => lireDateHeure(t, maintenant)} montrer={(v) => `${dateCourte(v)} ${v.slice(11, 16)}`}
      dire={dateHeure} limite={maintenant} souci="Écrivez une date et une heure, par exemple 14/03/2026 14:30." />
  );
}

/** Now on the house's calendar: its business day (it travels in the demonstration), with the hour of the clock. */
export function useMaintenant(): string {
  const { aujourdhui } = useMoi();
  return `${aujourdhui}T${enLocal(new Date().toISOString()).slice(11, 16)}`;
}

/** Null when `valeur` is a date (and hour) the field could read. */
export const dateIllisible = (valeur: string | null | undefined, heure = false): string | null =>
  valeur && !(heure ? /^\d{4}-\d\d-\d\dT\d\d:\d\d$/ : /^\d{4}-\d\d-\d\d$/).test(valeur)
    ? heure ? 'Écrivez une date et une heure, par exemple 14/03/2026 14:30.' : 'Écrivez une date, par exemple 14/03/2026.'
    : null;

function Champ({ value, onChange, lire, montrer, dire, limite, souci, passe, error, description, onBlur, ...reste }: Proprietes & {
  lire: (texte: string) => string | null;
  montrer: (valeur: string) => string;
  dire: (valeur: string) => string;
  limite: string;
  souci: string;
}) {
  const [texte, setTexte] = useState<string | null>(null);
  const [touche, setTouche] = useState(false);
  const lisible = value && /^\d{4}-\d\d-\d\d/.test(value) ? value : null;
  const affiche = texte ?? (lisible ? montrer(lisible) : (value ?? ''));
  const lu = affiche.trim() ? lire(affiche) : null;
  const illisible = touche && affiche.trim() !== '' && !lu ? souci : null;
  const futur = touche && passe && lu && lu > limite ? 'Cette date est dans le futur.' : null;
  return (
    <TextInput {...reste} value={affiche} inputMode="text" autoComplete="off" error={error ?? illisible ?? futur}
      description={description ?? (lu ? dire(lu) : ' ')} inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(e) => {
        setTexte(e.currentTarget.value);
        onChange?.(lire(e.currentTarget.value) ?? e.currentTarget.value);
      }}
      onBlur={(e) => {
        setTouche(true);
        if (lu) setTexte(null);
        onBlur?.(e);
      }}
      onKeyDown={(e) => {
        // Arrows move the day, as in a calendar, without leaving the keyboard.
        if (lu && (e.key === 'ArrowUp' || e.key === 'ArrowDown')) {
          e.preventDefault();
          const jour = plusJours(lu.slice(0, 10), e.key === 'ArrowUp' ? 1 : -1);
          setTexte(null);
          onChange?.(jour + lu.slice(10));
        }
      }} />
  );
}
