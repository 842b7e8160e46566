import { Link } from 'react-router';

import { Donnees } from '../../commun/Etats';
import { Lisible } from '../../commun/Lisible';
import { dateHeure, dateLongue, jourDe } from '../../commun/temps';
import { useFiche, type Fiche } from './donnees';
import { UneEcheance } from './Horloges';
import classes from './ip.module.css';

/** What the file holds in common: children and their own dates, what was received, holds, the neighbours. */
export default function OngletDossier({ ipId }: { ipId: string }) {
  const fiche = useFiche(ipId);
  return (
    <Donnees requete={fiche}>
      {({ ip }) => (
        <>
          <Mineurs ip={ip} />
          {ip.consignes.length > 0 && <Consignes ip={ip} />}
          <Informations ip={ip} />
          {ip.autres.length > 0 && <Autres ip={ip} />}
          {ip.voisines.length > 0 && <Voisines ip={ip} />}
          <section aria-labelledby="ip-voie">
            <h2 id="ip-voie">Voie d’évaluation</h2>
            <Lisible
              faits={[
                ['Proposée', ip.voie.proposeeLibelle],
                ['Choisie', ip.voie.libelle ?? (ip.voie.leveeDeDoutes ? 'levée de doutes en cours, voie choisie ensuite' : 'pas encore')],
                ['Qualifiée le', dateHeure(ip.qualifieeLe)],
              ]}
            />
          </section>
        </>
      )}
    </Donnees>
  );
}

function Mineurs({ ip }: { ip: Fiche }) {
  return (
    <section aria-labelledby="ip-mineurs">
      <h2 id="ip-mineurs">Mineurs concernés</h2>
      <ul className={classes.liste}>
        {ip.mineurs.map((m) => (
          <li key={m.id}>
            {m.retireLe ? (
              <>
                <s>{m.affiche}</s>{' '}
                <span className={classes.discret}>
                  retiré du dossier le {dateLongue(jourDe(m.retireLe))}
                  {m.retireMotif && <> : {m.retireMotif}</>}
                </span>
              </>
            ) : (
              <>
                {m.ouvrable ? <Link to={`/enfants/${m.enfantId}`}>{m.affiche}</Link> : <strong>{m.affiche}</strong>}, {m.age}
                {m.naissance && <span className={classes.discret}> ({dateLongue(m.naissance)})</span>}
                {m.restreint && <span className={classes.consigne}>dossier restreint</span>}
                {m.moinsDeDeuxAns && <span className={classes.urgence}>moins de deux ans</span>}
                {m.origine === 'DOMICILE' && <span className={classes.discret}> · présent au domicile</span>}
              </>
            )}
            {!m.retireLe && m.echeances.map((e) => (
              <div key={e.id} className={classes.sous}>
                {e.libelle} : <UneEcheance echeance={e} />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Consignes({ ip }: { ip: Fiche }) {
  return (
    <section aria-labelledby="ip-consignes">
      <h2 id="ip-consignes">Consignes du parquet</h2>
      <ul className={classes.liste}>
        {ip.consignes.map((c) => {
          const dit = (
            <>
              {c.enVigueur ? '⏸ ' : ''}depuis le {dateLongue(c.du)}
              {c.leveeLe && <>, levée le {dateLongue(c.leveeLe)}</>} : {c.portees.join(' · ').toLowerCase()}
              <span className={classes.discret}>
                {' '}
                ({c.auteur}
                {c.reference && <>, réf. {c.reference}</>})
              </span>
            </>
          );
          return <li key={c.id}>{c.annulee ? <s>{dit}</s> : dit}{c.annulee && ' saisie par erreur'}</li>;
        })}
      </ul>
      <p className={classes.discret}>Une consigne ne déplace pas la date légale ; un retard qui lui est dû est compté à part.</p>
    </section>
  );
}

function Informations({ ip }: { ip: Fiche }) {
  return (
    <section aria-labelledby="ip-informations">
      <h2 id="ip-informations">Ce qui a été reçu</h2>
      <ul className={classes.liste}>
        {ip.informations.map((i) => (
          <li key={i.id}>
            {i.ouvrable ? <Link to={`/informations/${i.id}`}>{i.numero}</Link> : <strong>{i.numero}</strong>}
            {!i.initiale && <span className={classes.discret}> jointe ensuite</span>} · {dateHeure(i.recueLe)} · {i.mode} · {i.nature}
            <div className={classes.sous}>
              <span className={classes.discret}>Personne ayant transmis l’information : </span>
              {i.anonyme ? 'anonyme' : i.transmetteurReserve ? `identité connue de ${i.unite} seulement` : [i.transmetteur, i.transmetteurQualite, i.transmetteurContact].filter(Boolean).join(', ') || 'non précisée'}
              <span className={classes.discret}> · {i.origine}</span>
            </div>
            <p className={classes.faits}>{i.faits}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Autres({ ip }: { ip: Fiche }) {
  return (
    <section aria-labelledby="ip-autres">
      <h2 id="ip-autres">Autres échéances</h2>
      <ul className={classes.liste}>
        {ip.autres.map((e) => (
          <li key={e.id}>
            {e.libelle}
            {e.objet && <span className={classes.discret}> ({e.objet})</span>} : <UneEcheance echeance={e} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const LIENS: Record<string, string> = { SUITE_DE: 'fait suite à', SUIVIE_PAR: 'a été suivie de', MEME_ENFANT: 'même enfant' };

function Voisines({ ip }: { ip: Fiche }) {
  return (
    <section aria-labelledby="ip-voisines">
      <h2 id="ip-voisines">Autres informations préoccupantes</h2>
      <ul className={classes.liste}>
        {ip.voisines.map((v, i) => (
          <li key={v.id ?? `tue-${i}`}>
            {v.visible && v.id ? (
              <>
                {LIENS[v.lien]} <Link to={`/ip/${v.id}`}>{v.numero}</Link>, {v.etat?.toLowerCase()}, reçue le {dateLongue(v.recueLe)} · {v.unite}
              </>
            ) : (
              <>connu hors de votre territoire, contacter {v.unite}</>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
