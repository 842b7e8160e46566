import { Button } from '@mantine/core';

import type { EnfantChoisi } from '../../commun/enfant/enfant';
import { direNaissance } from '../../commun/enfant/naissance';
import { useEntourages } from './api';
import classes from './reception.module.css';

/** Brothers, sisters and other minors of the home that the files already know: one press adds them. */
export function FratrieConnue({ de, exclus, onAjouter }: { de: string[]; exclus: string[]; onAjouter: (choisi: EnfantChoisi) => void }) {
  const proches = new Map(useEntourages(de).flatMap((e) => e.proches).filter((p) => !exclus.includes(p.enfantId)).map((p) => [p.enfantId, p]));
  if (proches.size === 0) return null;
  return (
    <div>
      <p className={classes.discret}>{'Déjà connus autour de ces mineurs\u00a0:'}</p>
      <ul className={classes.liste}>
        {[...proches.values()].map((p) => (
          <li key={p.enfantId}>
            {p.affiche}, {p.age} · {p.lien.toLowerCase()}{' '}
            <Button variant="default" size="compact-sm"
              onClick={() => onAjouter({ type: 'connu', enfantId: p.enfantId, affiche: p.affiche, detail: `${p.age}, ${direNaissance(p.naissance)}` })}>
              Ajouter<span className="jalon-invisible"> {p.affiche}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
