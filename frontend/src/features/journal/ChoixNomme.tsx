import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { Choix } from './api';
import classes from './journal.module.css';

/** Type two letters, choose one: a child or an agent, by name. */
export function ChoixNomme({ libelle, cle, chercher, choisi, onChange, erreur }: {
  libelle: string;
  cle: string;
  chercher: (q: string) => Promise<Choix[]>;
  choisi: Choix | null;
  onChange: (c: Choix | null) => void;
  erreur?: string;
}) {
  const [texte, setTexte] = useState('');
  const [q, setQ] = useState('');
  const liste = useCombobox();
  useEffect(() => {
    const attente = setTimeout(() => setQ(texte.trim()), 250);
    return () => clearTimeout(attente);
  }, [texte]);
  const { data } = useQuery({ queryKey: ['journal', cle, q], queryFn: () => chercher(q), enabled: q.length > 1 && !choisi });
  return (
    <Combobox store={liste} withinPortal={false} onOptionSubmit={(id) => {
      const c = data?.find((x) => x.id === id);
      if (c) {
        onChange(c);
        setTexte(c.libelle);
      }
      liste.closeDropdown();
    }}>
      <Combobox.Target>
        <TextInput label={libelle} value={choisi ? choisi.libelle : texte} error={erreur} autoComplete="off"
          description={choisi?.detail || undefined}
          onFocus={() => liste.openDropdown()}
          onBlur={() => liste.closeDropdown()}
          onChange={(e) => {
            onChange(null);
            setTexte(e.currentTarget.value);
            liste.openDropdown();
          }} />
      </Combobox.Target>
      {data && !choisi && (
        <Combobox.Dropdown>
          <Combobox.Options aria-label={libelle}>
            {data.length === 0 ? <Combobox.Empty>Personne de ce nom</Combobox.Empty> : data.map((c) => (
              <Combobox.Option value={c.id} key={c.id}>
                {c.libelle} <span className={classes.discret}>{c.detail}</span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      )}
    </Combobox>
  );
}
