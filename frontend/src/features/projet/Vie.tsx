import { Button, Modal } from '@mantine/core';
import { useState } from 'react';

import { Donnees, EtatVide } from '../../commun/Etats';
import { FormeActe } from '../../commun/formulaire/FormeActe';
import { useMoi } from '../../commun/moi';
import { dateHeure, dateLongue } from '../../commun/temps';
import { finAction } from './actes';
import { cleProjet, useProjet, type Acte, type Action, type Projet, type Rencontre } from './api';
import { BILANS, PRESENCES, motDe, QUALITES } from './mots';
import classes from './projet.module.css';

/** Meetings with the child's own words and the disagreements, actions in force, objectives with their answer. */
export function Suivi({ projetId }: { projetId: string }) {
  return <Donnees requete={useProjet(projetId)} quoi="Lecture du projet">{(p) => <ContenuSuivi p={p} />}</Donnees>;
}

function ContenuSuivi({ p }: { p: Projet }) {
  return (
    <>
      {!p.limiteService && (
        <section aria-label="Rencontres">
          <h2>Rencontres</h2>
          {p.rencontres.length === 0 && <EtatVide titre="Aucune rencontre n’est notée">La rencontre partagée se tient dans les trois mois, avec l’enfant, ses parents et le service.</EtatVide>}
          <ul className={classes.liste}>{[...p.rencontres].reverse().map((r) => <li key={r.id} className={classes.fiche}><UneRencontre r={r} /></li>)}</ul>
        </section>
      )}
      {p.objectifs.length > 0 && (
        <section aria-label="Objectifs en vigueur">
          <h2>Objectifs en vigueur</h2>
          <ul>{p.objectifs.map((o) => <li key={o.lignee}>{o.objectif}{o.bilan && <span className={classes.discret}> · {BILANS[o.bilan]} le {dateLongue(o.bilanLe)}</span>}</li>)}</ul>
        </section>
      )}
      <Actions p={p} />
    </>
  );
}

function UneRencontre({ r }: { r: Rencontre }) {
  return (
    <>
      <h3>{r.statut === 'TENUE' ? `Tenue le ${dateLongue(r.tenueLe)}` : r.statut === 'PREVUE' ? `Prévue le ${dateLongue(r.prevueLe)}` : 'N’a pas eu lieu'}{r.lieu && `, ${r.lieu}`}</h3>
      {r.motif && <p>{r.motif}</p>}
      {r.personnes.length > 0 && (
        <ul>
          {r.personnes.map((x) => (
            <li key={x.id}>
              {x.nom ?? QUALITES[x.qualite]}{x.presence && ` : ${motDe(PRESENCES, x.presence).toLowerCase()}`}
              {x.avis && <p className={classes.texte}>{x.avis}</p>}
            </li>
          ))}
        </ul>
      )}
      {r.paroleEnfant && <><h4>Les mots de l’enfant</h4><p className={classes.parole}>{r.paroleEnfant}</p></>}
      {r.synthese && <><h4>Ce qui a été dit ensemble</h4><p className={classes.texte}>{r.synthese}</p></>}
      {r.desaccords && <><h4>Points de désaccord</h4><p className={classes.texte}>{r.desaccords}</p></>}
    </>
  );
}

function Actions({ p }: { p: Projet }) {
  const { aujourdhui } = useMoi();
  const [finie, setFinie] = useState<Action | null>(null);
  const possible = p.possibles.includes('ACTION');
  return (
    <section aria-label="Actions">
      <h2>{p.limiteService ? 'Les actions confiées à votre service' : 'Actions'}</h2>
      {p.actions.length === 0 && <EtatVide titre="Aucune action en vigueur">Les actions deviennent des tâches quand la version est établie.</EtatVide>}
      <ul className={classes.liste}>
        {p.actions.map((a) => (
          <li key={a.id} className={classes.fiche}>
            <p><strong>{a.libelle}</strong>{a.qui && ` · ${a.qui}`}</p>
            <p className={classes.discret}>
              {a.faiteLe ? `✓ faite le ${dateLongue(a.faiteLe)}` : a.abandonneeLe ? `ne sera pas faite, noté le ${dateLongue(a.abandonneeLe)}`
                : <>{a.debut && `à partir du ${dateLongue(a.debut)} `}{a.echeance && `avant le ${dateLongue(a.echeance)}`}{a.enRetard && <strong className={classes.alerte}> ▲ en retard</strong>}</>}
            </p>
            {possible && !a.faiteLe && !a.abandonneeLe && (
              <div className={classes.boutons}><Button variant="default" size="compact-sm" onClick={() => setFinie(a)}>Noter la suite<span className="jalon-invisible"> : {a.libelle}</span></Button></div>
            )}
          </li>
        ))}
      </ul>
      <Modal opened={finie !== null} onClose={() => setFinie(null)} size="lg" title={finie ? `Action : ${finie.libelle}` : ''} closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {finie && <FormeActe acte={finAction(p, finie.lignee, aujourdhui)} sujet={finie.lignee} version={p.version} cle={cleProjet(p.id)} fini={() => setFinie(null)} />}
      </Modal>
    </section>
  );
}

/** Every act with its words. */
export function Histoire({ projetId }: { projetId: string }) {
  return (
    <Donnees requete={useProjet(projetId)} quoi="Lecture des actes">
      {(p) => p.actes.length === 0 ? <EtatVide titre="Rien encore" /> : <ol className={classes.actes}>{[...p.actes].reverse().map((a) => <UnActe key={a.id} a={a} />)}</ol>}
    </Donnees>
  );
}

function UnActe({ a }: { a: Acte }) {
  const titre = <><strong>{a.libelle}</strong>{a.details.length > 0 && <> · {a.details.map((d) => d.libelle).join(' · ')}</>}</>;
  return (
    <li>
      <time dateTime={a.le}>{dateLongue(a.le)}</time>
      <div>
        {a.annuleLe ? <s>{titre}</s> : titre}
        <div className={classes.discret}>{a.automatique ? 'suit la mesure' : [a.par, `saisi le ${dateHeure(a.saisiLe)}`].filter(Boolean).join(' · ')}</div>
        {a.texte && <p className={classes.texte}>{a.texte}</p>}
        {a.avertissements.map((w) => <p key={w.code} className={classes.discret}>Écart motivé : {w.code} · {w.libelle}</p>)}
        {a.annuleLe && <p className={classes.discret}>Annulé le {dateHeure(a.annuleLe)}{a.annuleMotif && ` : ${a.annuleMotif}`}</p>}
      </div>
    </li>
  );
}
