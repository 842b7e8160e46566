import { Alert, Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees } from '../../commun/Etats';
import { ChampDate, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateHeure, dateLongue, pluriel } from '../../commun/temps';
import { useDemande, type DemandeComplete } from './api';
import { Refuse } from './Refuse';
import classes from './droits.module.css';

type Acte = 'identite' | 'prolongation' | 'reponse' | 'classement';

/** One request, where it stands and the one act it waits for. */
export default function EcranDemande() {
  const { demandeId } = useParams();
  return <Donnees requete={useDemande(demandeId!)} quoi="Lecture de la demande">{(d) => <UneDemande c={d} />}</Donnees>;
}

function UneDemande({ c }: { c: DemandeComplete }) {
  const d = c.demande;
  const [acte, setActe] = useState<Acte | null>(null);
  const ouverte = d.etat === 'A_INSTRUIRE' || d.etat === 'ARRETEE';
  const fermer = () => setActe(null);
  return (
    <Page titre={`Demande ${d.numero}`}>
      <dl className={classes.fiche}>
        <dt>Demande</dt><dd>{c.genreLibelle}</dd>
        <dt>Dossier</dt><dd><Link to={`/enfants/${d.enfantId}`}>Ouvrir la page de l’enfant</Link></dd>
        <dt>Demandée par</dt><dd>{d.demandeur} ({c.qualiteLibelle.toLowerCase()}){d.contact && ` · ${d.contact}`}</dd>
        {d.objet && <><dt>Objet</dt><dd>{d.objet}</dd></>}
        <dt>Reçue le</dt><dd>{dateLongue(d.recueLe)}</dd>
        <dt>Identité</dt><dd>{d.identiteLe ? `vérifiée le ${dateLongue(d.identiteLe)}${d.identiteMoyen ? `, ${d.identiteMoyen}` : ''}` : 'à vérifier'}</dd>
        <dt>Répondre avant le</dt><dd>{dateLongue(d.echeance)}{d.prolongeeLe && ` (prolongée le ${dateLongue(d.prolongeeLe)} : ${d.prolongationMotif})`}</dd>
        <dt>État</dt><dd>{c.etatLibelle}{c.decisionLibelle && ` : ${c.decisionLibelle.toLowerCase()}`}{d.repondueLe && ` le ${dateLongue(d.repondueLe)}`}</dd>
        {d.decisionMotif && <><dt>Motifs</dt><dd>{d.decisionMotif}</dd></>}
        {d.corrige && <><dt>Ce qui est corrigé ou noté</dt><dd>{d.corrige}</dd></>}
      </dl>
      {d.genre === 'ACCES' && d.etat !== 'SANS_SUITE' && <LaCopie c={c} />}
      {ouverte && acte === null && (
        <div className={classes.boutons}>
          <Button variant={d.genre === 'ACCES' && d.etat === 'A_INSTRUIRE' ? 'default' : 'filled'} onClick={() => setActe('reponse')}>Noter la réponse</Button>
          {!d.identiteLe && <Button variant="default" onClick={() => setActe('identite')}>Noter l’identité vérifiée</Button>}
          {!d.prolongeeLe && <Button variant="subtle" onClick={() => setActe('prolongation')}>Prolonger de deux mois</Button>}
          <Button variant="subtle" onClick={() => setActe('classement')}>Classer sans suite</Button>
        </div>
      )}
      {acte === 'identite' && <Identite c={c} fermer={fermer} />}
      {acte === 'prolongation' && <AvecMotif c={c} fermer={fermer} chemin="prolongation" verbe="Prolonger la demande" libelle="Pourquoi un mois ne suffit pas" dit="La demande est prolongée." consequence="La personne est prévenue par vos soins, avec ce motif." />}
      {acte === 'classement' && <AvecMotif c={c} fermer={fermer} chemin="classement" verbe="Classer la demande" libelle="Pourquoi la demande est classée" dit="La demande est classée." />}
      {acte === 'reponse' && <Repondre c={c} fermer={fermer} />}
    </Page>
  );
}

function LaCopie({ c }: { c: DemandeComplete }) {
  const d = c.demande;
  const cache = useQueryClient();
  const faire = (chemin: string, dit: string) => async () => {
    await api.post(`/api/droits/demandes/${d.id}/${chemin}`, { version: d.version });
    annoncer(dit);
    await cache.invalidateQueries({ queryKey: ['droits'] });
  };
  const arret = useMutation({ mutationFn: faire('copie', 'La copie est arrêtée.') });
  const reprise = useMutation({ mutationFn: faire('copie/reprise', 'L’instruction reprend.') });
  const e = c.exemplaire;
  return (
    <section className={classes.section} aria-labelledby="copie">
      <h2 id="copie">Copie du dossier</h2>
      {d.etat === 'A_INSTRUIRE' ? (
        <>
          <p>Chaque partie du dossier est regardée avant que rien ne sorte : communiquée, occultée ou retirée, avec la raison et le fondement.</p>
          <div className={classes.boutons}>
            <Button component={Link} to={`/droits/${d.id}/revue`}>Examiner le dossier</Button>
            <Button variant="default" loading={arret.isPending} onClick={() => arret.mutate()}>Arrêter la copie</Button>
          </div>
          {arret.isError && <Refuse erreur={arret.error} />}
        </>
      ) : e?.efface ? <p>Le contenu remis a été effacé avec le dossier ; ses empreintes restent.</p> : e && (
        <>
          <p>
            Arrêtée le {dateHeure(e.arreteLe)} : {pluriel(e.pieces, 'partie')}, {pluriel(e.occultees, 'occultée')}, {pluriel(e.retenues, 'non communiquée')}, {pluriel(e.fichiers, 'fichier')}.
          </p>
          <ul className={classes.liens}>
            <li><a href={`/api/droits/demandes/${d.id}/copie/archive`} download>Tout télécharger (archive ZIP)</a></li>
            <li><a href={`/api/droits/demandes/${d.id}/copie/pdf`} download>Le dossier seul (PDF)</a></li>
            <li><a href={`/api/droits/demandes/${d.id}/copie/json`} download>Les données (JSON)</a></li>
          </ul>
          <p className={classes.discret}>Empreinte de l’archive : <code style={{ overflowWrap: 'anywhere' }}>{e.zipSha256}</code></p>
          {d.etat === 'ARRETEE' && <Button variant="subtle" loading={reprise.isPending} onClick={() => reprise.mutate()}>Reprendre l’instruction</Button>}
          {reprise.isError && <Refuse erreur={reprise.error} />}
        </>
      )}
    </section>
  );
}

function Renoncer({ fermer }: { fermer: () => void }): ReactNode {
  return <Button variant="subtle" onClick={fermer}>Renoncer</Button>;
}

function Identite({ c, fermer }: { c: DemandeComplete; fermer: () => void }) {
  const moi = useMoi();
  const f = useFormulaire({
    version: c.demande.version, initiales: { le: moi.aujourdhui, moyen: '' },
    valider: (v) => ({ moyen: v.moyen.trim() ? null : 'Écrivez comment l’identité a été vérifiée.' }),
    envoyer: (v, { cle }) => api.post(`/api/droits/demandes/${c.demande.id}/identite`, { ...v, version: c.demande.version }, { cleIdempotence: cle }),
    reussi: () => { annoncer('L’identité est notée vérifiée.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Noter l’identité vérifiée" secondaire={<Renoncer fermer={fermer} />}>
      <ChampDate label="Vérifiée le" {...f.champ('le')} />
      <TextInput label="Comment" {...f.champ('moyen')} />
    </Formulaire>
  );
}

function AvecMotif({ c, fermer, chemin, verbe, libelle, dit, consequence }: { c: DemandeComplete; fermer: () => void; chemin: string; verbe: string; libelle: string; dit: string; consequence?: string }) {
  const f = useFormulaire({
    version: c.demande.version, initiales: { motif: '' },
    valider: (v) => ({ motif: v.motif.trim() ? null : 'Écrivez le motif.' }),
    envoyer: (v, { cle }) => api.post(`/api/droits/demandes/${c.demande.id}/${chemin}`, { ...v, version: c.demande.version }, { cleIdempotence: cle }),
    reussi: () => { annoncer(dit); fermer(); },
  });
  return (
    <Formulaire f={f} verbe={verbe} consequence={consequence} secondaire={<Renoncer fermer={fermer} />}>
      <Textarea label={libelle} autosize minRows={2} {...f.champ('motif')} />
    </Formulaire>
  );
}

function Repondre({ c, fermer }: { c: DemandeComplete; fermer: () => void }) {
  const d = c.demande;
  const moi = useMoi();
  const note = ['RECTIFICATION', 'OPPOSITION', 'LIMITATION'].includes(d.genre);
  const f = useFormulaire({
    version: d.version, nom: 'droits.repondre', sujet: d.id,
    initiales: { decision: 'ACCEPTEE', motif: '', corrige: '', le: moi.aujourdhui, moyen: '' },
    valider: (v) => ({
      motif: v.decision === 'ACCEPTEE' || v.motif.trim() ? null : 'Écrivez les motifs : une décision défavorable se motive.',
      corrige: v.decision === 'REFUSEE' || !note || v.corrige.trim() ? null : 'Écrivez ce qui est corrigé, limité ou noté.',
      moyen: v.moyen.trim() ? null : 'Écrivez comment la réponse est remise.',
    }),
    envoyer: (v, { cle }) => api.post(`/api/droits/demandes/${d.id}/reponse`, { ...v, version: d.version }, { cleIdempotence: cle }),
    reussi: () => { annoncer('La réponse est notée.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Noter la réponse" secondaire={<Renoncer fermer={fermer} />} consequence="La demande est close ; la chronologie de l’enfant le dit.">
      {d.genre === 'ACCES' && d.etat === 'A_INSTRUIRE' && <Alert color="gray">La copie n’est pas arrêtée : seule une réponse défavorable peut être notée.</Alert>}
      <NativeSelect label="Réponse" data={[{ value: 'ACCEPTEE', label: 'Acceptée' }, { value: 'EN_PARTIE', label: 'Acceptée en partie' }, { value: 'REFUSEE', label: 'Refusée' }]} {...f.champ('decision')} />
      {f.valeurs.decision !== 'ACCEPTEE' && <Textarea label="Motifs" autosize minRows={2} {...f.champ('motif')} />}
      {note && f.valeurs.decision !== 'REFUSEE' && <Textarea label="Ce qui est corrigé, limité ou noté" description="La page de l’enfant le montre" autosize minRows={2} {...f.champ('corrige')} />}
      <ChampDate label="Réponse donnée le" {...f.champ('le')} />
      <TextInput label="Comment elle est remise" description="Courrier, remise en main propre…" {...f.champ('moyen')} />
    </Formulaire>
  );
}
