import { Donnees, EtatVide } from '../../commun/Etats';
import { Lisible } from '../../commun/Lisible';
import { dateHeure, dateLongue, pluriel } from '../../commun/temps';
import { useMesure, type Acte, type Mesure, type Part } from './api';
import classes from './mesures.module.css';

/** What was decided, the wait in parts, the agreements, and every act with its words. */
export default function OngletMesure({ mesureId }: { mesureId: string }) {
  return <Donnees requete={useMesure(mesureId)} quoi="Lecture de la mesure">{(m) => <Contenu m={m} />}</Donnees>;
}

function Contenu({ m }: { m: Mesure }) {
  return (
    <>
      <h2>La décision</h2>
      <Lisible faits={[
        ['Mesure', m.produit.libelle],
        ['Base légale', `${m.base.libelle}${m.base.article ? `, ${m.base.article}` : ''}`],
        ['Décidée par', m.autorite.libelle],
        ['Tribunal', m.juridiction],
        ['Magistrat', m.magistrat],
        ['Référence', m.reference],
        ['Origine', m.origine.libelle],
        ['Début prévu', m.debutPrevu && dateLongue(m.debutPrevu)],
        ['Terme', m.terme && `${dateLongue(m.terme)}${m.auDela ? ', au-delà de la durée habituelle' : ''}`],
        ['Lieu de l’intervention', m.lieu?.libelle],
        ['Accueil par un tiers recherché', m.tiersRecherches?.libelle],
        ['Affectée le', m.affecteeLe && dateLongue(m.affecteeLe)],
        ['Ce qui suit', m.suiteFin?.libelle],
        ['Motivation', m.motivation && <span key="m" className={classes.texte}>{m.motivation}</span>],
      ]} />
      {m.accords.length > 0 && (
        <>
          <h2>Accord des titulaires de l’autorité parentale</h2>
          <ul className={classes.liste}>
            {m.accords.map((a) => (
              <li key={a.adulteId} className={classes.fiche}>
                {a.nom} : <strong>{a.statutLibelle.toLowerCase()}</strong>{a.le && ` le ${dateLongue(a.le)}`}{a.motif && <span className={classes.discret}> · {a.motif}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <Attente parts={m.attente} judiciaire={m.cadre.code === 'JUDICIAIRE'} />
      {m.referents.length > 0 && (
        <>
          <h2>Référents</h2>
          <ul>
            {m.referents.map((r) => (
              <li key={r.id}>{r.genre === 'MESURE' ? 'De mesure' : 'De parcours'} : {r.nom}, du {dateLongue(r.du)} {r.au ? `au ${dateLongue(r.au)}` : 'à ce jour'}</li>
            ))}
          </ul>
        </>
      )}
      <h2>Actes</h2>
      {m.actes.length === 0 ? <EtatVide titre="Rien encore" /> : <ol className={classes.actes}>{[...m.actes].reverse().map((a) => <UnActe key={a.id} a={a} />)}</ol>}
    </>
  );
}

/** Who waited for whom, and how long: bars on one scale, and the same in words. */
function Attente({ parts, judiciaire }: { parts: Part[]; judiciaire: boolean }) {
  if (parts.length === 0) return null;
  const total = parts.reduce((n, p) => n + p.jours, 0);
  const plusLongue = Math.max(1, ...parts.map((p) => p.jours));
  const fini = parts.every((p) => p.au);
  return (
    <>
      <h2>{fini ? `${pluriel(total, 'jour')} jusqu’à la première intervention` : `${pluriel(total, 'jour')} d’attente à ce jour`}</h2>
      <ul className={classes.parts} aria-label={judiciaire ? 'L’attente, de l’audience à la première intervention, par parts' : 'L’attente, de la décision à la première intervention, par parts'}>
        {parts.map((p) => (
          <li key={p.code}>
            <span>
              {p.libelle} <span className={classes.discret}>du {dateLongue(p.du)} {p.au ? `au ${dateLongue(p.au)}` : 'à ce jour'}</span>
            </span>
            <span className={classes.piste}>
              <svg width="160" height="12" aria-hidden="true">
                <rect width={Math.max(2, (158 * p.jours) / plusLongue)} height="11" y="0.5" x="0.5" rx="2" fill={p.au ? '#cfdcee' : '#fbeeda'} stroke={p.au ? '#35639f' : '#8f4a00'} strokeDasharray={p.au ? undefined : '4 2'} />
              </svg>
              {pluriel(p.jours, 'jour')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function UnActe({ a }: { a: Acte }) {
  const titre = (
    <>
      <strong>{a.libelle}</strong>
      {a.details.length > 0 && <> · {a.details.map((d) => d.libelle).join(' · ')}</>}
    </>
  );
  return (
    <li>
      <time dateTime={a.le}>{dateLongue(a.le)}</time>
      <div>
        {a.annuleLe ? <s>{titre}</s> : titre}
        <div className={classes.discret}>{[a.par, `saisi le ${dateHeure(a.saisiLe)}`].filter(Boolean).join(' · ')}</div>
        {a.texte && <p className={classes.texte}>{a.texte}</p>}
        {a.avertissements.map((w) => <p key={w.code} className={classes.discret}>Écart motivé : {w.libelle}</p>)}
        {a.annuleLe && <p className={classes.discret}>Annulé le {dateHeure(a.annuleLe)}{a.annuleMotif && ` : ${a.annuleMotif}`}</p>}
      </div>
    </li>
  );
}
