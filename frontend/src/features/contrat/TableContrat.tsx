import { useRef } from 'react';

import { CelluleTableau, type PlaceCellule } from './CelluleTableau';
import type { Evolution, Ligne, TableauContrat } from './api';
import classes from './contrat.module.css';

interface Proprietes {
  tableau: TableauContrat;
  choisi: PlaceCellule | null;
  occupe: boolean;
  ouvrir: (place: PlaceCellule, bouton: HTMLElement) => void;
}

/**
 * The table as it is printed: level of reference, targets, results, changes, gaps. Arrows go from cell to cell; a figure typed on a cell of
 * one's fiche is entered there; Enter opens the cell. A closed year is corrected in its panel, where the reason is asked.
 */
export function TableContrat({ tableau: t, choisi, occupe, ouvrir }: Proprietes) {
  const corps = useRef<HTMLTableElement>(null);
  const annees = t.annees.filter((e) => e.annee >= t.du);
  const etat = (annee: number) => t.annees.find((e) => e.annee === annee);
  const aller = (l: number, c: number) => corps.current?.querySelector<HTMLElement>(`[data-l="${l}"][data-c="${c}"]`)?.focus();
  const deplacer = (e: React.KeyboardEvent<HTMLElement>, l: number, c: number) => {
    const pas: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const p = pas[e.key];
    if (!p) return;
    e.preventDefault();
    aller(l + p[0], c + p[1]);
  };
  const plusieurs = t.au - t.du > 1;
  const fiches = [...new Set(t.lignes.map((l) => l.fiche))];
  const larges = 3 + annees.length * 4 + (plusieurs ? 1 : 0);
  let rang = -1;
  const cellule = (l: Ligne, type: 'REALISE' | 'CIBLE', annee: number, ici: number, colonne: number) => (
    <CelluleTableau ligne={l} type={type} annee={annee} diffusion={t.diffusion} l={ici} c={colonne} deplacer={deplacer} suivante={() => aller(ici + 1, colonne)}
      choisie={choisi?.code === l.code && choisi.annee === annee && choisi.type === type} ouvrir={ouvrir} fermee={!!etat(annee)?.definitif} passee={t.connuLe !== null} />
  );
  return (
    // A table wider than the screen is scrolled by keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.deroulant} role="region" aria-label={`Tableau de bord, ${t.titre}`} tabIndex={0} aria-busy={occupe}>
      <table className={classes.tableau} ref={corps}>
        <caption className="jalon-invisible">{t.titre} : niveau de référence, cibles, réalisés, évolutions et écarts à la cible. Les flèches vont de cellule en cellule ; Entrée ouvre la cellule.</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={classes.indicateur}>Indicateur</th>
            <th scope="col" rowSpan={2}>Niveau {t.reference}<Etat definitif={!!etat(t.reference)?.definitif} /></th>
            <th scope="colgroup" colSpan={annees.length}><span className={classes.groupe}>Cible</span></th>
            <th scope="colgroup" colSpan={annees.length}><span className={classes.groupe}>Réalisé</span></th>
            <th scope="colgroup" colSpan={annees.length - 1 + (plusieurs ? 1 : 0) + 1}><span className={classes.groupe}>Évolution</span></th>
            <th scope="colgroup" colSpan={annees.length}><span className={classes.groupe}>Écart à la cible</span></th>
          </tr>
          <tr>
            {annees.map((a) => <th scope="col" key={`c${a.annee}`}>{a.annee}</th>)}
            {annees.map((a) => <th scope="col" key={`r${a.annee}`}>{a.annee}<Etat definitif={a.definitif} revisions={a.revisions} /></th>)}
            {annees.slice(1).map((a) => <th scope="col" key={`e${a.annee}`}>{a.annee - 1}-{a.annee}</th>)}
            {plusieurs && <th scope="col">{t.du}-{t.au}</th>}
            <th scope="col">{t.reference}-{t.au}</th>
            {annees.map((a) => <th scope="col" key={`g${a.annee}`}>{a.annee}</th>)}
          </tr>
        </thead>
        {fiches.map((f) => (
          <tbody key={f}>
            <tr><th scope="colgroup" colSpan={larges} className={classes.fiche}><span>Fiche {f.replace(/^(Objectif|Action)/, (m) => m.toLowerCase())} : {t.lignes.find((l) => l.fiche === f)?.intituleFiche}</span></th></tr>
            {t.lignes.filter((l) => l.fiche === f).map((l) => {
              const ici = ++rang;
              return (
                <tr key={l.code}>
                  <th scope="row" className={classes.indicateur}>
                    <span className={classes.code}>{l.code}</span> {l.libelle} {l.unite && <span className={classes.unite}>({l.unite})</span>}
                    {l.alerte && <span className={classes.alerte}>Remarque imprimée « {l.commentaireImprime} ». {l.alerte}</span>}
                  </th>
                  <td>{cellule(l, 'REALISE', t.reference, ici, 0)}</td>
                  {annees.map((a, n) => <td key={`c${a.annee}`}>{cellule(l, 'CIBLE', a.annee, ici, 1 + n)}</td>)}
                  {annees.map((a, n) => <td key={`r${a.annee}`}>{cellule(l, 'REALISE', a.annee, ici, 1 + annees.length + n)}</td>)}
                  {l.evolutions.map((e) => <td key={`e${e.a}`}><Change e={e} /></td>)}
                  {plusieurs && l.periode && <td><Change e={l.periode} /></td>}
                  <td><Change e={l.depuisReference} /></td>
                  {l.annees.map((a) => <td key={`g${a.annee}`}><Change e={a.ecart} /></td>)}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Etat({ definitif, revisions = 0 }: { definitif: boolean; revisions?: number }) {
  return (
    <span className={classes.etat}>
      {definitif ? 'définitif' : 'provisoire'}
      {revisions > 0 && <strong className={classes.revise}>{revisions === 1 ? '1 révision' : `${revisions} révisions`}</strong>}
    </span>
  );
}

/** A change or a gap; what the document printed is told beside when it is not what its own figures give. */
function Change({ e }: { e: Evolution }) {
  return (
    <span className={e.valeur === null ? classes.nc : undefined} title={e.raison ?? e.reserve ?? undefined}>
      {e.texte}
      {e.raison && <span className="jalon-invisible">. {e.raison}</span>}
      {e.reserve && <abbr className={classes.reserve} title={e.reserve}>*</abbr>}
      {e.fausse && <span className={classes.fausse}>imprimé {e.imprimee}</span>}
    </span>
  );
}
