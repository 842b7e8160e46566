import type { MineurADecider } from './api';
import classes from './decision.module.css';

/** What the evaluators say of a minor; another object than the decision, read only here. */
export function ConclusionDesEvaluateurs({ m }: { m: MineurADecider }) {
  const c = m.conclusion;
  if (!c) return <p className={classes.lu}>Aucune conclusion des évaluateurs n’est écrite pour ce mineur.</p>;
  return (
    <div className={classes.lu}>
      <h3>Ce que concluent les évaluateurs</h3>
      <p>
        <strong>{c.conclusionLibelle}</strong>
        {c.natures.length > 0 && ` : ${c.natures.join(', ').toLowerCase()}`}
      </p>
      {c.propositionLibelle && (
        <p>
          Proposition : {c.propositionLibelle.toLowerCase()}
          {c.natureAideLibelle && `, ${c.natureAideLibelle}`}
        </p>
      )}
      {c.motivation && <p className={classes.texte}>{c.motivation}</p>}
    </div>
  );
}
