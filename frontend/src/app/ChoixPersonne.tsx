import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';

import { api } from '../commun/api/client';
import { enProbleme } from '../commun/api/probleme';
import { Donnees, EtatVide } from '../commun/Etats';
import { pluriel } from '../commun/temps';
import classes from './connexion.module.css';

interface Personne {
  identifiant: string;
  nom: string;
  fonction: string;
  unite: string;
}

const sansAccent = (t: string) => t.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The invented colleagues of the demonstration, by unit. Typing filters, arrows move, Enter comes in. */
export default function ChoixPersonne({ onConnecte, premier }: { onConnecte: () => void; premier?: string | null }) {
  const requete = useQuery({ queryKey: ['demo', 'personnes'], queryFn: () => api.get<Personne[]>('/api/demo/personnes'), staleTime: 30_000, refetchInterval: (r) => (r.state.data?.length ? false : 3_000) });
  const [filtre, setFiltre] = useState('');
  const [souci, setSouci] = useState('');
  const [enCours, setEnCours] = useState<string | null>(null);
  const liste = useRef<HTMLDivElement>(null);

  const groupes = useMemo(() => {
    const mots = sansAccent(filtre).split(/\s+/).filter(Boolean);
    const par = new Map<string, Personne[]>();
    const retenues = (requete.data ?? []).filter((p) => mots.every((m) => sansAccent(`${p.nom} ${p.fonction} ${p.unite}`).includes(m)));
    retenues.sort((a, b) => Number(b.identifiant === premier) - Number(a.identifiant === premier));
    retenues.forEach((p) => par.set(p.unite, [...(par.get(p.unite) ?? []), p]));
    return par;
  }, [requete.data, filtre, premier]);
  const nombre = [...groupes.values()].reduce((n, g) => n + g.length, 0);

  const entrer = async (identifiant: string) => {
    setEnCours(identifiant);
    setSouci('');
    try {
      await api.post('/api/connexion', { identifiant }, { sansReprise: true });
      onConnecte();
    } catch (e) {
      setSouci(enProbleme(e).erreurs[0]?.message ?? enProbleme(e).detail);
      setEnCours(null);
    }
  };
  const aller = (pas: number) => {
    const boutons = [...(liste.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const ici = boutons.indexOf(document.activeElement as HTMLElement);
    if (ici + pas < 0) document.getElementById('filtre-personne')?.focus();
    else boutons[Math.min(boutons.length - 1, ici + pas)]?.focus();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- only moves the focus between the controls inside
    <div onKeyDown={(e) => {
      if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
        e.preventDefault();
        aller(e.key === 'ArrowDown' ? 1 : -1);
      }
    }}>
      <Donnees requete={requete} quoi="Lecture des personnes de la démonstration">
        {() => (
          <>
            <form onSubmit={(e) => {
              e.preventDefault();
              const unique = [...groupes.values()][0]?.[0];
              if (unique) void entrer(unique.identifiant);
            }}>
              <TextInput id="filtre-personne" label="Qui êtes-vous ?" description="Un nom, une fonction ou une unité ; Entrée choisit la première personne de la liste."
                value={filtre} onChange={(e) => setFiltre(e.currentTarget.value)} autoFocus autoComplete="off" data-autofocus />
            </form>
            {souci && <p role="alert" className={classes.souci}>{souci}</p>}
            <p role="status" className={classes.nombre}>{pluriel(nombre, 'personne')}</p>
            <div ref={liste} className={classes.liste}>
              {[...groupes].map(([unite, personnes]) => (
                <section key={unite}>
                  <h2>{unite || 'Autres'}</h2>
                  <ul>
                    {personnes.map((p) => (
                      <li key={p.identifiant}>
                        <button type="button" className={classes.personne} aria-busy={enCours === p.identifiant} onClick={() => void entrer(p.identifiant)}>
                          <span>{p.nom}</span> <span className={classes.fonction}>{p.fonction}</span>
                        </button>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
              {requete.data?.length === 0 && <EtatVide titre="Les personnes de la démonstration arrivent">La démonstration se prépare ; la liste apparaîtra d’elle-même.</EtatVide>}
              {!!requete.data?.length && nombre === 0 && <EtatVide titre="Personne ne correspond">Effacez une partie de ce que vous avez écrit.</EtatVide>}
            </div>
          </>
        )}
      </Donnees>
    </div>
  );
}
