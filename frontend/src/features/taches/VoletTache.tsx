import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';

import {
  acteInformation, acteIp, acteMesure, acteSujet, explicationEcheance as Explication, resumeInformation as ResumeInformation, resumeIp as ResumeIp, resumeMesure as ResumeMesure, sujets,
} from '../../app/features';
import { Probleme } from '../../commun/api/probleme';
import { Echeance, MarqueConsigne } from '../../commun/Echeance';
import { Chargement, Donnees, EnErreur, EtatVide } from '../../commun/Etats';
import { useMoi } from '../../commun/moi';
import { dateLongue, jourDe } from '../../commun/temps';
import { marquerLue, TACHES, useLigne, type Ligne } from './api';
import classes from './taches.module.css';

/** Where the page of each kind of file stands. */
const PAGES: Record<string, string> = { IP: '/ip/', INFORMATION: '/informations/', MESURE: '/mesures/' };

interface Proprietes {
  id: string;
  acteOuvert: boolean;
  ouvrirActe: (oui: boolean) => void;
  jePrends: (id: string) => void;
  jeRemets: (id: string) => void;
  affecter: (l: Ligne) => void;
  fini: (l: Ligne) => void;
  suivante: () => Promise<void>;
}

/** One task: what it is about, who has it, by when, and the form of its step. */
export function VoletTache(p: Proprietes) {
  const requete = useLigne(p.id);
  // Just done, or by somebody else: the last state read would be a lie. A form being filled stays, with what was typed.
  const finie = requete.error instanceof Probleme && requete.error.statut === 404;
  if (finie && !(p.acteOuvert && requete.data)) {
    return (
      <EtatVide titre="Cette tâche n’attend plus personne" action={<Button onClick={() => void p.suivante()}>Ouvrir la tâche suivante</Button>}>
        Elle vient d’être faite, ou le dossier n’est plus dans votre périmètre.
      </EtatVide>
    );
  }
  if (requete.isError && !requete.data) return <EnErreur erreur={requete.error} reessayer={() => void requete.refetch()} />;
  return <Donnees requete={requete} quoi="Lecture de la tâche">{(ligne) => <Contenu {...p} ligne={ligne} finie={finie} />}</Donnees>;
}

function Contenu({ ligne: l, acteOuvert, ouvrirActe, jePrends, jeRemets, affecter, fini, finie }: Proprietes & { ligne: Ligne; finie: boolean }) {
  const moi = useMoi();
  useLecture(l);
  const [pourquoi, setPourquoi] = useState(false);
  const acte = l.sujetType === 'IP' ? acteIp(l.etape) : l.sujetType === 'MESURE' ? acteMesure(l.etape) : l.sujetType === 'INFORMATION' ? acteInformation(l.etape) : acteSujet(l.sujetType, l.etape);
  const mienne = l.titulaire?.id === moi.id;
  const permis = moi.missions.includes(l.mission.toUpperCase() as never);
  const page = PAGES[l.sujetType] ?? sujets[l.sujetType]?.page;
  const dossier = page ? `${page}${l.sujetId}` : null;
  const ResumeSujet = sujets[l.sujetType]?.resume;
  return (
    <article className={classes.volet}>
      <h2 className={classes.nom}>{l.titre}</h2>
      {finie && <p role="status" className={classes.finie}>Quelqu’un vient de faire cette tâche, ou le dossier n’est plus dans votre périmètre. Votre saisie est conservée.</p>}
      <p className={classes.sous}>
        {l.etapeLibelle} · {dossier ? <Link to={dossier}>{l.reference}</Link> : l.reference} · {l.unite.nom}
        {l.urgence && <strong className={classes.urgence}> · urgence à la réception</strong>}
      </p>
      <p className={classes.delai}>
        {l.echeance.dateLegale ? 'Échéance légale : ' : ''}
        <Echeance bande={l.echeance.bande} jours={l.echeance.jours} dateLegale={l.echeance.dateLegale} complete />
        {l.consigne && l.echeance.bande !== 'CONSIGNE' && <> · <MarqueConsigne /></>}
        {l.echeance.id && Explication && (
          <button type="button" className={classes.lien} aria-expanded={pourquoi} onClick={() => setPourquoi(!pourquoi)}>
            pourquoi ?
          </button>
        )}
        <span className={classes.depuis}> · attend depuis le {dateLongue(jourDe(l.depuis))}</span>
      </p>
      {pourquoi && l.echeance.id && Explication && (
        <Suspense fallback={<Chargement />}>
          <Explication echeanceId={l.echeance.id} />
        </Suspense>
      )}
      <div className={classes.actes}>
        {acte && permis && !acteOuvert && <Button onClick={() => ouvrirActe(true)}>{acte.libelle}</Button>}
        {(!l.titulaire || l.titulaire.remplacantId === moi.id) && permis && <Button variant={acte ? 'default' : 'filled'} onClick={() => jePrends(l.id)}>Je prends</Button>}
        {(mienne || (l.titulaire && moi.missions.includes('SUPERVISION'))) && <Button variant="default" onClick={() => jeRemets(l.id)}>{mienne ? 'Je remets à l’équipe' : 'Remettre à l’équipe'}</Button>}
        {(permis || moi.missions.includes('SUPERVISION')) && <Button variant="default" onClick={() => affecter(l)}>Affecter…</Button>}
        <span className={classes.titulaire}>
          {l.titulaire ? (mienne ? `À moi depuis le ${dateLongue(jourDe(l.titulaire.depuis))}` : `${l.titulaire.nom} l’a prise le ${dateLongue(jourDe(l.titulaire.depuis))}`) : 'Personne ne l’a prise'}
          {l.titulaire?.absentJusquau && <strong> · absence jusqu’au {dateLongue(l.titulaire.absentJusquau)}{l.titulaire.remplacant && `, remplacée par ${l.titulaire.remplacantId === moi.id ? 'moi' : l.titulaire.remplacant}`}</strong>}
        </span>
      </div>
      {acteOuvert && acte && permis && (
        <Acte titre={acte.libelle} fermer={() => ouvrirActe(false)}>
          {l.sujetType === 'IP' ? <FormeIp etape={l.etape} ipId={l.sujetId} tacheId={l.id} onFini={() => fini(l)} />
            : l.sujetType === 'MESURE' ? <FormeMesure etape={l.etape} mesureId={l.sujetId} tacheId={l.id} onFini={() => fini(l)} />
            : l.sujetType === 'INFORMATION' ? <FormeInformation etape={l.etape} informationId={l.sujetId} tacheId={l.id} onFini={() => fini(l)} />
            : <FormeSujet sujetType={l.sujetType} etape={l.etape} sujetId={l.sujetId} objetId={(l as { objetId?: string | null }).objetId ?? null} tacheId={l.id} onFini={() => fini(l)} />}
        </Acte>
      )}
      <Suspense fallback={<Chargement quoi="Lecture du dossier" />}>
        {l.sujetType === 'IP' && ResumeIp && <ResumeIp ipId={l.sujetId} />}
        {l.sujetType === 'INFORMATION' && ResumeInformation && <ResumeInformation informationId={l.sujetId} />}
        {l.sujetType === 'MESURE' && ResumeMesure && <ResumeMesure mesureId={l.sujetId} />}
        {ResumeSujet && <ResumeSujet sujetId={l.sujetId} />}
      </Suspense>
      {dossier && <p><Link to={dossier}>Ouvrir le dossier entier</Link></p>}
    </article>
  );
}

function FormeIp({ etape, ...p }: { etape: string; ipId: string; tacheId: string; onFini: () => void }) {
  const Forme = acteIp(etape)!.composant;
  return <Forme {...p} />;
}

function FormeMesure({ etape, ...p }: { etape: string; mesureId: string; tacheId: string; onFini: () => void }) {
  const Forme = acteMesure(etape)!.composant;
  return <Forme {...p} />;
}

function FormeInformation({ etape, ...p }: { etape: string; informationId: string; tacheId: string; onFini: () => void }) {
  const Forme = acteInformation(etape)!.composant;
  return <Forme {...p} />;
}

function FormeSujet({ sujetType, etape, ...p }: { sujetType: string; etape: string; sujetId: string; objetId: string | null; tacheId: string; onFini: () => void }) {
  const Forme = acteSujet(sujetType, etape)!.composant;
  return <Forme {...p} />;
}

function Acte({ titre, fermer, children }: { titre: string; fermer: () => void; children: React.ReactNode }) {
  const h = useRef<HTMLHeadingElement>(null);
  useEffect(() => h.current?.focus(), []);
  return (
    <section className={classes.acte} aria-label={titre}>
      <div className={classes.acteTete}>
        <h3 ref={h} tabIndex={-1}>{titre}</h3>
        <Button variant="subtle" size="xs" onClick={fermer}>Fermer le formulaire</Button>
      </div>
      <Suspense fallback={<Chargement quoi="Ouverture du formulaire" />}>{children}</Suspense>
    </section>
  );
}

/** A task looked at for a second is read. */
function useLecture(l: Ligne) {
  const cache = useQueryClient();
  const { id, nonLue } = l;
  useEffect(() => {
    if (!nonLue) return;
    const t = setTimeout(() => {
      marquerLue(id).then(() => cache.invalidateQueries({ queryKey: TACHES }), () => undefined);
    }, 1_000);
    return () => clearTimeout(t);
  }, [id, nonLue, cache]);
}
