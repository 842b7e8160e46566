import { useRef, useState } from 'react';

import { useDeplacement } from '../../commun/liste/Tableau';
import { useRaccourcis } from '../../commun/raccourcis';
import type { Filtre, Ligne } from './donnees';
import { UneLigne } from './UneLigne';
import { ProposerOrdre } from './ProposerOrdre';
import { deplacer } from './mots';
import classes from './attente.module.css';

/** A measure on its way to another place of the list, until a reason is given. */
export interface Deplacement {
  id: string;
  de: number;
  vers: number;
}

/** The waiting measures, by band of the term, or in the order proposed, in which a line is moved by hand or by keyboard. */
export function File({ lignes, filtre, total, affecter, ordonner }: {
  lignes: Ligne[];
  filtre: Filtre;
  total: number;
  affecter?: (l: Ligne) => void;
  ordonner: boolean;
}) {
  const table = useRef<HTMLTableElement>(null);
  const [deplacement, setDeplacement] = useState<Deplacement | null>(null);
  const [tiree, setTiree] = useState<string | null>(null);
  useDeplacement(table, 'Liste d’attente');
  const courante = () => {
    const ligne = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-mesure]');
    return lignes.find((l) => l.id === ligne?.dataset.mesure) ?? lignes.find((l) => l.affectable && !l.serviceId);
  };
  useRaccourcis('Affecter', affecter ? [{ touche: 'a', libelle: 'Affecter la mesure de la ligne', action: () => {
    const l = courante();
    if (l?.affectable && !l.serviceId && !filtre.accord) affecter(l);
  } }] : []);

  const ici = deplacement ? lignes.findIndex((l) => l.id === deplacement.id) : -1;
  const montrees = deplacement && ici >= 0 ? deplacer(lignes, ici, deplacement.vers) : lignes;
  const placer = (id: string, vers: number) => {
    const de = lignes.findIndex((l) => l.id === id);
    const borne = Math.max(0, Math.min(lignes.length - 1, vers));
    setDeplacement(borne === de ? null : { id, de, vers: borne });
    // The line moves in the page: the focus stays with it.
    requestAnimationFrame(() => {
      const lien = table.current?.querySelector<HTMLElement>(`[data-mesure="${id}"] [data-ligne]`);
      lien?.focus({ preventScroll: true });
      lien?.scrollIntoView?.({ block: 'nearest' });
    });
  };
  const colonnes = 5 + (ordonner ? 1 : 0);
  const territoires = lignes.some((l) => l.uniteId !== lignes[0]!.uniteId);
  const groupes = filtre.tri === 'TERME' ? grouper(montrees) : [{ titre: null, lignes: montrees }];
  return (
    <>
      {ordonner && (
        <p className={`${classes.discret} ${classes.sansImpression}`}>
          Glissez une ligne, ou placez-vous dessus puis Alt + flèche : l’ordre proposé est vu de tous, avec son motif. Sans proposition, qui attend depuis le plus longtemps passe d’abord ;
          une mesure judiciaire ne passe pas d’elle-même avant une administrative.
        </p>
      )}
      {deplacement && ici >= 0 && <ProposerOrdre lignes={montrees} ligne={lignes[ici]!} deplacement={deplacement} fini={() => setDeplacement(null)} />}
      <div className={classes.defile}>
        <table className={classes.table} ref={table}>
          <caption className="jalon-invisible">
            {lignes.length < total ? `Les ${lignes.length} premières mesures en attente` : 'Mesures en attente'}
          </caption>
          <thead>
            <tr>
              {ordonner && <th scope="col">Place</th>}
              <th scope="col">Enfant</th>
              <th scope="col">Terme</th>
              <th scope="col">Mesure</th>
              <th scope="col">Attend depuis</th>
              <th scope="col">Service</th>
            </tr>
          </thead>
          {groupes.map((g) => (
            <tbody key={g.titre ?? 'toutes'}>
              {g.titre && (
                <tr className={classes.groupe}>
                  <th scope="rowgroup" colSpan={colonnes}>{g.titre}</th>
                </tr>
              )}
              {g.lignes.map((l) => {
                const rang = montrees.indexOf(l);
                return (
                  <UneLigne key={l.id} l={l} territoire={territoires} affecter={filtre.accord ? undefined : affecter}
                    ordre={ordonner ? {
                      place: rang + 1, derniere: montrees.length - 1, deplacee: deplacement?.id === l.id, placer: (vers) => placer(l.id, vers),
                      prise: () => setTiree(l.id),
                      lachee: () => {
                        if (tiree && tiree !== l.id) placer(tiree, rang);
                        setTiree(null);
                      },
                    } : undefined} />
                );
              })}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}

const TITRES: Record<Ligne['bande'], string> = {
  DEPASSE: '▲ Terme dépassé sans exercice', J40: '◆ Seront caduques d’ici 40 jours', J90: '■ D’ici 41 à 90 jours', J180: '● D’ici 91 à 180 jours',
  AU_DELA: '● Au-delà de 180 jours', SANS_TERME: '○ Sans terme écrit',
};

function grouper(lignes: Ligne[]): { titre: string | null; lignes: Ligne[] }[] {
  const groupes: { titre: string; lignes: Ligne[] }[] = [];
  for (const l of lignes) {
    const titre = TITRES[l.bande];
    const dernier = groupes.at(-1);
    if (dernier?.titre === titre) dernier.lignes.push(l);
    else groupes.push({ titre, lignes: [l] });
  }
  return groupes;
}
