import { Lisible } from '../../commun/Lisible';
import { concerne, useMoi } from '../../commun/moi';
import { dateHeure, dateLongue, pluriel } from '../../commun/temps';
import { Link } from 'react-router';

import type { Information, Proche } from './api';
import classes from './reception.module.css';

const INFORMES: Record<string, string> = { OUI: 'Oui', NON: 'Non', INCONNU: 'On ne sait pas' };

/** All that was told, in the order it was asked. */
export function FicheInformation({ i }: { i: Information }) {
  const moi = useMoi();
  return (
    <>
      {i.urgence && <p className={classes.urgence}>▲ Urgence à la réception</p>}
      {!i.comptee && <p>Personne se déclarant mineure : hors du compte des informations préoccupantes jusqu’à son admission.</p>}
      <Lisible
        faits={[
          ['Reçue', `${dateHeure(i.recueLe)}${i.regularisation ? `, régularisation${i.astreinte ? ` (${i.astreinte.toLowerCase()})` : ''}` : ''}`],
          ['Saisie', `${dateHeure(i.saisieLe)}${i.saisiePar ? ` par ${i.saisiePar}` : ''}`],
          ['Unité', i.uniteNom],
          ['Arrivée par', i.mode],
          ['Nature', i.natureLibelle],
          ['Vient de', i.origine],
          ['Référence', i.reference],
          ['Personne ayant transmis l’information', <Transmetteur key="t" t={i.transmetteur} />],
          ['Retour demandé', i.retourDemandeLe && dateLongue(i.retourDemandeLe)],
          ['Parents informés', i.parentsInformes && [INFORMES[i.parentsInformes], i.parentsInformesPrecision].filter(Boolean).join(' : ')],
        ]} />
      <h3 className={classes.titre3}>{pluriel(i.enfants.length, 'mineur concerné', 'mineurs concernés')}</h3>
      <ul className={classes.liste}>
        {i.enfants.map((e) => (
          <li key={e.id}>
            <Link to={`/enfants/${e.id}`}>{e.affiche}</Link>, {e.age}
            <Famille i={i} enfant={e.id} />
          </li>
        ))}
      </ul>
      <h3 className={classes.titre3}>Faits rapportés</h3>
      <p className={classes.faits}>{i.faits}</p>
      {i.proches.length > 0 && (
        <>
          <h3 className={classes.titre3}>Déjà connu pour ces mineurs</h3>
          <ul className={classes.liste}>
            {i.proches.map((p, n) => (
              <li key={p.id ?? n}>
                <Autre p={p} i={i} />
              </li>
            ))}
          </ul>
        </>
      )}
      {i.orientation && (
        <>
          <h3 className={classes.titre3}>Première analyse</h3>
          <Lisible
            faits={[
              ['Orientation', i.orientation.libelle],
              ['Vers', i.orientation.vers],
              ['Information préoccupante', i.orientation.ipId && <Link to={`/ip/${i.orientation.ipId}`}>{i.orientation.ipNumero} · {i.orientation.ipEtat}</Link>],
              ['Faite', `${dateHeure(i.orientation.le)}${i.orientation.par ? ` par ${i.orientation.par}` : ''}`],
              ['Motif', i.orientation.motif],
            ]} />
          {i.etat !== 'QUALIFIEE' && concerne(moi, { missions: ['RECUEIL'] }) && <Link to={`/informations/${i.id}/corriger`}>Corriger la première analyse</Link>}
        </>
      )}
    </>
  );
}

function Transmetteur({ t }: { t: Information['transmetteur'] }) {
  if (t.anonyme) return <>Anonyme</>;
  if (t.reserve) return <>Identité réservée à ceux qui ont reçu l’information{t.confidentiel ? ' (confidentielle)' : ''}</>;
  return (
    <>
      {[t.nom, t.qualite, t.contact].filter(Boolean).join(', ') || 'Non précisée'}
      {t.professionnel ? ' (dans sa profession)' : ' (particulier)'}
      {t.confidentiel && <strong> · demande que son identité reste confidentielle</strong>}
    </>
  );
}

function Famille({ i, enfant }: { i: Information; enfant: string }) {
  const titulaires = i.titulaires.filter((t) => t.enfantId === enfant);
  const foyers = i.foyers.filter((y) => y.enfantId === enfant);
  return (
    <div className={classes.discret}>
      {titulaires.map((t) => (
        <div key={t.adulteId}>
          {t.affiche} ({t.qualite.toLowerCase()}, {t.exercice.toLowerCase()})
          {t.telephone && <> · {t.telephone}</>}
        </div>
      ))}
      {foyers.map((y) => (
        <div key={y.foyerId}>
          {y.principal ? 'Habite' : 'Habite aussi'} {[y.adresse, y.codePostal, y.commune].filter(Boolean).join(' ') || (y.adresseProtegee ? 'à une adresse tue ici' : 'à une adresse non précisée')}
          {y.adresseProtegee && <span className={classes.protegee}> · adresse protégée, à ne pas communiquer : elle se lit dans le dossier de l’enfant</span>}
        </div>
      ))}
    </div>
  );
}

/** Something else about the same children; out of one's territory, only whom to contact. */
function Autre({ p, i }: { p: Proche; i: Information }) {
  const noms = i.enfants.filter((e) => p.enfants.includes(e.id)).map((e) => e.affiche).join(', ');
  if (!p.id) return <>Connu hors de votre territoire{noms && ` (${noms})`}. Contacter {p.uniteNom}.</>;
  return (
    <>
      <Link to={p.genre === 'IP' ? `/ip/${p.id}` : `/informations/${p.id}`}>{p.reference}</Link> · {p.etatLibelle} · {p.uniteNom} · reçue le {dateLongue(p.recueLe)}
      {noms && ` · ${noms}`}
      {p.joignable && <strong> · évaluation en cours</strong>}
    </>
  );
}
