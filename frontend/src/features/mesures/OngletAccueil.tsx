import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';

import { Donnees, EtatVide } from '../../commun/Etats';
import { dateLongue } from '../../commun/temps';
import { acteAccueil, type CodeAccueil } from './actesAccueil';
import { useAccueil, useFamilles, type Accueil, type Lieu } from './api';
import { FormeActe } from './FormeActe';
import classes from './mesures.module.css';

/** Where the child lives and lived, what the court ordered for those around, brothers and sisters, examinations of the status. */
export default function OngletAccueil({ mesureId }: { mesureId: string }) {
  return <Donnees requete={useAccueil(mesureId)} quoi="Lecture de l’accueil">{(a) => <Contenu a={a} />}</Donnees>;
}

interface Ouvert {
  code: CodeAccueil;
  id?: string;
}

function Contenu({ a }: { a: Accueil }) {
  const [ouvert, setOuvert] = useState<Ouvert | null>(null);
  const familles = useFamilles('');
  const forme = (code: CodeAccueil, id?: string): ReactNode =>
    ouvert?.code === code && ouvert.id === id && (
      <FormeActe key={code + id} acte={acteAccueil(code, a, familles.data ?? [], id)} mesureId={a.mesureId} version={a.version} fini={() => setOuvert(null)}
        secondaire={<Button variant="subtle" onClick={() => setOuvert(null)}>Renoncer</Button>} />
    );
  const bouton = (libelle: string, code: CodeAccueil, id?: string, quoi?: string) => (
    <Button key={code} size="sm" variant="default" onClick={() => setOuvert({ code, id })}>
      {libelle}{quoi && <span className="jalon-invisible"> ({quoi})</span>}
    </Button>
  );
  const lieux = a.peutLieux && a.commencee;
  return (
    <>
      <h2>Lieux d’accueil</h2>
      {a.lieux.length === 0 && <EtatVide titre="Aucun lieu d’accueil n’est noté.">{a.commencee ? 'Notez où l’enfant vit : lieu principal, relais, repli ou accueil séquentiel.' : 'Les lieux se notent à partir de la première intervention.'}</EtatVide>}
      <ul className={classes.liste}>
        {[...a.lieux].reverse().map((l) => (
          <li key={l.id} className={classes.fiche} data-passe={l.actuel ? undefined : ''}>
            <UnLieu l={l} judiciaire={a.judiciaire} />
            {a.peutLieux && !ouvert && (
              <div className={classes.boutons}>
                {!l.au && bouton('L’enfant a quitté ce lieu', 'FIN_LIEU', l.id, dire(l))}
                {bouton('Saisi par erreur', 'ANNULER_LIEU', l.id, dire(l))}
              </div>
            )}
            {forme('FIN_LIEU', l.id)}
            {forme('ANNULER_LIEU', l.id)}
          </li>
        ))}
      </ul>
      <div className={classes.boutons}>{lieux && !ouvert && bouton('Noter un lieu', 'LIEU')}{lieux && a.ouverte && !ouvert && bouton(a.changement ? 'Changer le jour prévu' : 'Préparer un changement de lieu', 'CHANGEMENT')}</div>
      {forme('LIEU')}
      {forme('CHANGEMENT')}
      {a.changement && (
        <div className={classes.fiche}>
          <p>
            <strong>Changement de lieu prévu le {dateLongue(a.changement.prevuLe)}</strong>
            {a.changement.jugeAviseLe ? `, juge avisé le ${dateLongue(a.changement.jugeAviseLe)}` : a.changement.aviserAvant ? `, juge à aviser avant le ${dateLongue(a.changement.aviserAvant)} (L223-3 du CASF)` : ''}
          </p>
          {a.changement.motif && <p className={classes.discret}>{a.changement.motif}</p>}
          {lieux && !ouvert && <div className={classes.boutons}>{!a.changement.jugeAviseLe && a.judiciaire && bouton('Le juge est avisé', 'AVIS_JUGE')}{bouton('Abandonner ce changement', 'ABANDON')}</div>}
          {forme('AVIS_JUGE')}
          {forme('ABANDON')}
        </div>
      )}

      <h2>Droits de visite, d’hébergement et de correspondance</h2>
      {a.droits.length === 0 && <p className={classes.discret}>Aucun droit n’est noté.</p>}
      <ul className={classes.liste}>
        {[...a.droits].reverse().map((d) => (
          <li key={d.id} className={classes.fiche} data-passe={d.au ? '' : undefined}>
            <p><strong>{d.genreLibelle}</strong> · {d.adulte} : {d.modaliteLibelle.toLowerCase()}</p>
            <p className={classes.discret}>Ordonné le {dateLongue(d.ordonneLe)}, du {dateLongue(d.du)} {d.au ? `au ${dateLongue(d.au)}` : 'à ce jour'}</p>
            {d.texte && <p className={classes.texte}>{d.texte}</p>}
            {a.peutDroits && !ouvert && <div className={classes.boutons}>{bouton('Saisi par erreur', 'ANNULER_DROIT', d.id, `${d.genreLibelle}, ${d.adulte}`)}</div>}
            {forme('ANNULER_DROIT', d.id)}
          </li>
        ))}
      </ul>
      {a.peutDroits && a.ouverte && !ouvert && <div className={classes.boutons}>{bouton('Noter un droit ordonné', 'DROIT')}</div>}
      {forme('DROIT')}

      <h2>Frères et sœurs</h2>
      {a.fratrie.length === 0 && <p className={classes.discret}>Rien n’est noté de l’accueil des frères et sœurs.</p>}
      <ul className={classes.liste}>
        {[...a.fratrie].reverse().map((r) => (
          <li key={r.id} className={classes.fiche} data-passe={r.actuel ? undefined : ''}>
            <p>
              {r.ouvrable ? <Link to={`/enfants/${r.frereId}`}>{r.qui}</Link> : r.qui} : <strong>{r.ensemble ? 'accueillis ensemble' : 'accueillis séparément'}</strong> du {dateLongue(r.du)} {r.au ? `au ${dateLongue(r.au)}` : 'à ce jour'}
            </p>
            {r.motif && <p className={classes.texte}>{r.motif}</p>}
            {!r.ensemble && a.judiciaire && <p className={classes.discret}>{r.jugeAviseLe ? `Juge avisé le ${dateLongue(r.jugeAviseLe)}` : 'Juge non avisé'}</p>}
            {a.peutDroits && !ouvert && <div className={classes.boutons}>{bouton('Saisi par erreur', 'ANNULER_FRATRIE', r.id, r.qui)}</div>}
            {forme('ANNULER_FRATRIE', r.id)}
          </li>
        ))}
      </ul>
      {a.peutDroits && a.commencee && a.ouverte && a.listes.freres.length > 0 && !ouvert && <div className={classes.boutons}>{bouton('Noter l’accueil d’un frère ou d’une sœur', 'FRATRIE')}</div>}
      {forme('FRATRIE')}

      <h2>CESSEC et examen du statut</h2>
      {a.revues.length === 0 && <p className={classes.discret}>Aucune séance n’est notée.</p>}
      <ul className={classes.liste}>
        {[...a.revues].reverse().map((r) => (
          <li key={r.id} className={classes.fiche} data-passe={r.tenueLe ? '' : undefined}>
            <p><strong>{r.genreLibelle}</strong> {r.tenueLe ? `tenue le ${dateLongue(r.tenueLe)}` : r.prevueLe && `prévue le ${dateLongue(r.prevueLe)}`}{r.avis && ` : ${r.avis.toLowerCase()}`}</p>
            {r.texte && <p className={classes.texte}>{r.texte}</p>}
            {a.peutDroits && r.modifiable && !ouvert && <div className={classes.boutons}>{!r.tenueLe && bouton('Elle s’est tenue', 'REVUE_TENUE', r.id, r.genreLibelle)}{bouton('Saisie par erreur', 'ANNULER_REVUE', r.id, r.genreLibelle)}</div>}
            {forme('REVUE_TENUE', r.id)}
            {forme('ANNULER_REVUE', r.id)}
          </li>
        ))}
      </ul>
      {a.peutDroits && !ouvert && <div className={classes.boutons}>{bouton('Noter une séance', 'REVUE')}</div>}
      {forme('REVUE')}
    </>
  );
}

const dire = (l: Lieu) => [l.typeLibelle, l.libelle ?? l.famille ?? l.service].filter(Boolean).join(', ');

function UnLieu({ l, judiciaire }: { l: Lieu; judiciaire: boolean }) {
  return (
    <>
      <p>
        <strong>{l.natureLibelle}</strong> · {l.typeLibelle}{l.libelle && ` · ${l.libelle}`}{l.famille && ` · famille ${l.famille}`}{l.service && ` · ${l.service}`}
      </p>
      <p className={classes.discret}>
        du {dateLongue(l.du)} {l.au ? `au ${dateLongue(l.au)}` : 'à ce jour'}
        {l.finMotif && ` : ${l.finMotif.toLowerCase()}`}
        {l.jugeAviseLe && `, juge avisé le ${dateLongue(l.jugeAviseLe)}`}
      </p>
      {l.motif && <p className={classes.texte}>{l.motif}</p>}
      {l.depuisDeuxAns && judiciaire && l.chezLeMemeDepuis && (
        <p className={classes.alerte}>L’enfant vit là depuis le {dateLongue(l.chezLeMemeDepuis)} : le juge est avisé un mois avant tout changement (L223-3 du CASF).</p>
      )}
    </>
  );
}
