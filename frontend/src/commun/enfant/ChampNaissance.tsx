import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';

import { ChampDate } from '../formulaire';
import { useMoi } from '../moi';
import { direNaissance, ecrireNaissance, lireNaissance, type NaissanceSaisie } from './naissance';

/**
 * A birth in one field, as exact as it is known, or a child expected. `chemin` is the path of the birth in the form, for its errors and
 * the links of the summary.
 */
export function ChampNaissance({ valeur, onChange, chemin, erreurs = {}, idDe, libelle = 'Date de naissance' }: {
  valeur: NaissanceSaisie;
  onChange: (n: NaissanceSaisie) => void;
  chemin: string;
  erreurs?: Record<string, React.ReactNode>;
  idDe: (chemin: string) => string;
  libelle?: string;
}) {
  const { aujourdhui } = useMoi();
  const [texte, setTexte] = useState(() => ecrireNaissance(valeur));
  const aNaitre = valeur.precision === 'A_NAITRE';
  const lue = lireNaissance(texte, aujourdhui);
  const erreur = erreurs[`${chemin}.le`] ?? erreurs[chemin] ?? erreurs[`${chemin}.precision`];
  return (
    <div style={{ display: 'grid', gap: '0.5rem' }}>
      {aNaitre ? (
        <ChampDate label="Naissance attendue vers le (facultatif)" id={idDe(`${chemin}.termePrevu`)} value={valeur.termePrevu}
          error={erreurs[`${chemin}.termePrevu`]} onChange={(le) => onChange({ precision: 'A_NAITRE', le: null, termePrevu: le || null })} />
      ) : (
        <TextInput label={libelle} id={idDe(`${chemin}.le`)} autoComplete="off" value={texte} inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={texte.trim() && lue ? `Né(e) ${direNaissance(lue)}` : 'Exacte (12/03/2016) ou non : « 03/2016 », « 2016 », « vers 2016 ». Vide si elle est inconnue.'}
          error={erreur ?? (lue ? undefined : 'Écrivez par exemple 12/03/2016, 03/2016, 2016 ou « vers 2016 ».')}
          onChange={(e) => {
            setTexte(e.currentTarget.value);
            const n = lireNaissance(e.currentTarget.value, aujourdhui);
            // What cannot be read goes to the form as it is: it is refused there, and nothing is lost.
            onChange(n ?? { precision: 'EXACTE', le: e.currentTarget.value, termePrevu: null });
          }} />
      )}
      <Checkbox label="Enfant à naître" checked={aNaitre}
        onChange={(e) => onChange(e.currentTarget.checked ? { precision: 'A_NAITRE', le: null, termePrevu: null } : (lue ?? { precision: 'INCONNUE', le: null, termePrevu: null }))} />
    </div>
  );
}
