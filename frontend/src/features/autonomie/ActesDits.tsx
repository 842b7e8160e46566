import { Lisible } from '../../commun/Lisible';
import { EtatVide } from '../../commun/Etats';
import { dateHeure, dateLongue } from '../../commun/temps';
import type { ActeVu, Autonomie } from './api';
import classes from './autonomie.module.css';

const ouiNon = (v: boolean | null) => (v === null ? 'non précisé' : v ? 'oui' : 'non');

/** Every act with its words, the latest first; the exit form on top when there is one. */
export function ActesDits({ a }: { a: Autonomie }) {
  return (
    <>
      {a.sortie && (
        <section aria-labelledby="sortie">
          <h2 id="sortie">La sortie, le {dateLongue(a.sortie.le)}</h2>
          <Lisible faits={[
            ['Pourquoi', a.sortie.motif?.libelle],
            ['Souhaitée par le jeune', ouiNon(a.sortie.souhaitee)],
            ['Logement', a.sortie.logement && `${a.sortie.logement.libelle}, stable : ${ouiNon(a.sortie.logementStable)}`],
            ['Ressources financières', `${ouiNon(a.sortie.ressources)}${a.sortie.ressource ? `, ${a.sortie.ressource.libelle.toLowerCase()}` : ''}`],
            ['Parcours professionnel ou scolaire', `${ouiNon(a.sortie.activite)}${a.sortie.activiteCode ? `, ${a.sortie.activiteCode.libelle.toLowerCase()}` : ''}`],
            ['Accès au droit commun', ouiNon(a.sortie.droitCommun)],
            ['Diplôme', a.sortie.diplome && 'obtenu'],
            ['Émancipé', a.sortie.emancipe && 'oui'],
          ]} />
        </section>
      )}
      <h2>Actes</h2>
      {a.actes.length === 0 ? <EtatVide titre="Rien encore" /> : <ol className={classes.actes}>{a.actes.map((x) => <UnActe key={x.id} a={x} />)}</ol>}
    </>
  );
}

function UnActe({ a }: { a: ActeVu }) {
  const titre = (
    <>
      <strong>{a.libelle}</strong>
      {a.details.length > 0 && <> · {a.details.map((d) => `${d.code.toLowerCase()} : ${d.libelle}`).join(' · ')}</>}
    </>
  );
  return (
    <li>
      <time dateTime={a.le}>{dateLongue(a.le)}</time>
      <div>
        {a.annuleLe ? <s>{titre}</s> : titre}
        <div className={classes.discret}>{[a.par ?? 'noté de lui-même', `saisi le ${dateHeure(a.saisiLe)}`].join(' · ')}</div>
        {a.texte && <p className={classes.texte}>{a.texte}</p>}
        {a.mots.length > 0 && (
          <dl className={classes.mots}>
            {a.mots.map((m, i) => <div key={`${m.code}${i}`}><dt>{m.code}</dt><dd>{m.libelle}</dd></div>)}
          </dl>
        )}
        {a.avertissements.map((w) => <p key={w.code} className={classes.discret}>Écart motivé : {w.code}, {w.libelle}</p>)}
        {a.annuleLe && <p className={classes.discret}>Annulé le {dateHeure(a.annuleLe)}{a.annuleMotif && ` : ${a.annuleMotif}`}</p>}
      </div>
    </li>
  );
}
