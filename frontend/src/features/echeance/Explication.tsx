import { Donnees } from '../../commun/Etats';
import { dateLongue } from '../../commun/temps';
import { useExplication, type Explication as Vue } from './api';
import classes from './echeance.module.css';

/** Why a due date is what it is: rule, article, arithmetic, holds, what the département changed. */
export default function Explication({ echeanceId }: { echeanceId: string }) {
  return <Donnees requete={useExplication(echeanceId)} quoi="Calcul de l’échéance">{(e) => <Contenu e={e} />}</Donnees>;
}

const NATURES: Record<string, string> = { LEGALE: 'délai légal', CONVENTION: 'délai de convention', INTERNE: 'délai interne au département' };

function Contenu({ e }: { e: Vue }) {
  const { echeance } = e;
  return (
    <section className={classes.explication} aria-label={`Pourquoi le ${dateLongue(echeance.dateLegale)} ?`}>
      <h3 className={classes.titre}>
        {echeance.libelle}
        {echeance.objet && <> · {echeance.objet}</>}
      </h3>
      <p className={classes.discret}>
        {echeance.article ?? 'Aucun texte ne fixe ce délai'} · {NATURES[echeance.nature]}{' '}
        {echeance.aValider && <span className={classes.aValider}>à valider</span>}
      </p>
      <p>{e.situation}</p>
      <ol>{e.calcul.map((etape) => <li key={etape}>{etape}</li>)}</ol>
      {e.changement && <p>{e.changement}</p>}
      {e.versionMotif && <p>Motif : {e.versionMotif}</p>}
      {e.retenues.map((r) => (
        <p key={r.du}>
          <span aria-hidden="true">⏸</span> Consigne du parquet depuis le {dateLongue(r.du)}
          {r.au ? `, levée le ${dateLongue(r.au)}.` : ', toujours en vigueur.'}
        </p>
      ))}
      {e.effetRetenues && <p>{e.effetRetenues}</p>}
      {e.deplacements.length > 0 && (
        <ul>
          {e.deplacements.map((d, i) => (
            <li key={i}>
              Le {dateLongue(d.le)} : {d.avant === d.apres ? `la règle a changé, la date reste le ${dateLongue(d.apres)}` : `déplacée du ${dateLongue(d.avant)} au ${dateLongue(d.apres)}`} ({d.motif}).
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
