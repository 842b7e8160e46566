import type { Effet } from './api';
import classes from './correction.module.css';

const TITRES: [string, string][] = [
  ['ETAT', 'Où en est le dossier'],
  ['ECHEANCE', 'Échéances'],
  ['TACHE', 'Tâches'],
  ['INFORME', 'Personnes déjà informées'],
  ['PERIODE', 'Durées comptées'],
  ['COMPTE', 'Comptes'],
];

/** What a correction does, or did, by what it touches. */
export function Effets({ effets, titre }: { effets: Effet[]; titre: string }) {
  return (
    <section className={classes.effets} aria-label={titre}>
      <h2>{titre}</h2>
      {effets.length === 0 && <p>Rien ne bouge en dehors de ce qui est corrigé.</p>}
      {TITRES.map(([genre, nom]) => {
        const siens = effets.filter((e) => e.genre === genre);
        return siens.length === 0 ? null : (
          <div key={genre}>
            <strong>{nom}</strong>
            <ul>
              {siens.map((e) => (
                <li key={e.libelle}>{e.libelle}</li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
