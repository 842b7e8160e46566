import { Alert, Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees } from '../../commun/Etats';
import { ChampDate, Formulaire, useFormulaire } from '../../commun/formulaire';
import { Tableau } from '../../commun/liste/Tableau';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateHeure, dateLongue, pluriel } from '../../commun/temps';
import { useElimination, type Elimination } from './api';
import { LiensConservation } from './LiensConservation';
import { Refuse } from './Refuse';
import classes from './droits.module.css';

/** One elimination: its files, the archives' visa, its execution by somebody else, its certificate. */
export default function EcranElimination() {
  const { eliminationId } = useParams();
  return <Donnees requete={useElimination(eliminationId!)} quoi="Lecture de l’élimination">{(e) => <UneElimination e={e} />}</Donnees>;
}

function UneElimination({ e }: { e: Elimination }) {
  const [acte, setActe] = useState<'visa' | 'abandon' | 'execution' | null>(null);
  const fermer = () => setActe(null);
  const enCours = e.etat === 'PROPOSEE' || e.etat === 'VISEE';
  return (
    <Page titre={`Élimination ${e.numero}`}>
      <LiensConservation />
      <dl className={classes.fiche}>
        <dt>État</dt><dd>{e.etatLibelle}</dd>
        <dt>Proposée</dt><dd>le {dateHeure(e.proposeeLe)} par {e.proposeePar}</dd>
        <dt>Enfants</dt><dd>{pluriel(e.nombreEnfants, 'enfant')}{e.enfants.length > 0 && ` : ${e.enfants.join(', ')}`}</dd>
        <dt>Sort final</dt><dd>{e.sortFinal}</dd>
        {e.visaLe && <><dt>{e.etat === 'REFUSEE' ? 'Refus des Archives' : 'Visa des Archives'}</dt><dd>{e.visaReference && `${e.visaReference}, `}{e.visaPar}, le {dateLongue(e.visaLe)}{e.refusMotif && ` : ${e.refusMotif}`}</dd></>}
        {e.versementReference && <><dt>Versement</dt><dd>{e.versementReference}, le {dateLongue(e.versementLe)}</dd></>}
        {e.abandonMotif && <><dt>Abandonnée</dt><dd>{e.abandonMotif}</dd></>}
        {e.executeeLe && <><dt>Exécutée</dt><dd>le {dateHeure(e.executeeLe)} par {e.executeePar}</dd></>}
      </dl>
      <ul className={classes.liens}>
        <li><a href={`/api/conservation/eliminations/${e.id}/bordereau`} download>Bordereau pour les Archives (PDF)</a></li>
        {e.etat === 'EXECUTEE' && <li><a href={`/api/conservation/eliminations/${e.id}/certificat`} download>Certificat d’élimination (PDF)</a></li>}
      </ul>
      {enCours && acte === null && (
        <div className={classes.boutons}>
          {e.etat === 'PROPOSEE' && <Button onClick={() => setActe('visa')}>Noter la réponse des Archives</Button>}
          {e.etat === 'VISEE' && <Button disabled={e.aMoi} onClick={() => setActe('execution')}>Éliminer ces dossiers</Button>}
          <Button variant="subtle" onClick={() => setActe('abandon')}>Abandonner</Button>
        </div>
      )}
      {e.etat === 'VISEE' && e.aMoi && <Alert color="gray">Vous avez proposé cette élimination : une autre personne l’exécute.</Alert>}
      {acte === 'visa' && <Visa e={e} fermer={fermer} />}
      {acte === 'abandon' && <Abandon e={e} fermer={fermer} />}
      {acte === 'execution' && <Executer e={e} fermer={fermer} />}
      <section className={classes.section} aria-labelledby="dossiers">
        <h2 id="dossiers">Dossiers</h2>
        <ul>
          {e.dossiers.map((d) => <li key={`${d.reference} ${d.regle} ${d.finLe}`}><strong>{d.reference}</strong> : {d.regle}, clos le {dateLongue(d.finLe)}, à conserver jusqu’au {dateLongue(d.echueLe)} · {d.sortFinal}</li>)}
        </ul>
      </section>
      {e.etat === 'EXECUTEE' && (
        <section className={classes.section} aria-labelledby="efface">
          <h2 id="efface">Ce qui a été effacé</h2>
          <Tableau legende="Lignes effacées ou vidées de leurs mots, par table" lignes={Object.entries(e.comptes)} cle={([table]) => table}
            colonnes={[{ titre: 'Table', rendu: ([table]) => table }, { titre: 'Lignes', rendu: ([, n]) => n, nombre: true }]} />
          <p className={classes.discret}>Empreinte du certificat : <code style={{ overflowWrap: 'anywhere' }}>{e.certificatSha256}</code></p>
        </section>
      )}
    </Page>
  );
}

function Visa({ e, fermer }: { e: Elimination; fermer: () => void }) {
  const moi = useMoi();
  const f = useFormulaire({
    version: e.version, initiales: { accorde: true, par: '', le: moi.aujourdhui, reference: '', versementLe: '', versementReference: '', motif: '' },
    valider: (v) => ({
      par: v.par.trim() ? null : 'Écrivez qui, aux Archives, a répondu.',
      reference: !v.accorde || v.reference.trim() ? null : 'Écrivez la référence du visa d’élimination.',
      motif: v.accorde || v.motif.trim() ? null : 'Écrivez le motif du refus.',
    }),
    envoyer: (v, { cle }) => api.post(`/api/conservation/eliminations/${e.id}/visa`, { ...v, versementLe: v.versementLe || null, version: e.version }, { cleIdempotence: cle }),
    reussi: () => { annoncer('La réponse des Archives est notée.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Noter la réponse" secondaire={<Button variant="subtle" onClick={fermer}>Renoncer</Button>}>
      <Checkbox label="Le visa est accordé" {...f.champ('accorde', { type: 'checkbox' })} />
      <TextInput label="Qui a répondu" {...f.champ('par')} />
      <ChampDate label="Le" {...f.champ('le')} />
      {f.valeurs.accorde ? (
        <>
          <TextInput label="Référence du visa" {...f.champ('reference')} />
          {e.sortFinal !== 'Élimination' && <ChampDate label="Versement fait le" {...f.champ('versementLe')} />}
          {e.sortFinal !== 'Élimination' && <TextInput label="Référence du versement" {...f.champ('versementReference')} />}
        </>
      ) : <Textarea label="Motif du refus" autosize minRows={2} {...f.champ('motif')} />}
    </Formulaire>
  );
}

function Abandon({ e, fermer }: { e: Elimination; fermer: () => void }) {
  const f = useFormulaire({
    version: e.version, initiales: { motif: '' },
    valider: (v) => ({ motif: v.motif.trim() ? null : 'Écrivez pourquoi.' }),
    envoyer: (v, { cle }) => api.post(`/api/conservation/eliminations/${e.id}/abandon`, { ...v, version: e.version }, { cleIdempotence: cle }),
    reussi: () => { annoncer('L’élimination est abandonnée.'); fermer(); },
  });
  return (
    <Formulaire f={f} verbe="Abandonner l’élimination" secondaire={<Button variant="subtle" onClick={fermer}>Renoncer</Button>}>
      <Textarea label="Pourquoi" autosize minRows={2} {...f.champ('motif')} />
    </Formulaire>
  );
}

function Executer({ e, fermer }: { e: Elimination; fermer: () => void }) {
  const cache = useQueryClient();
  const envoi = useMutation({
    mutationFn: () => api.post(`/api/conservation/eliminations/${e.id}/execution`, { version: e.version }),
    onSuccess: async () => {
      annoncer('Les dossiers sont éliminés ; le certificat est prêt.');
      await cache.invalidateQueries();
      fermer();
    },
  });
  return (
    <Modal opened onClose={fermer} title="Éliminer ces dossiers" closeButtonProps={{ 'aria-label': 'Fermer' }}>
      <p>
        {pluriel(e.nombreEnfants, 'enfant')}, {pluriel(e.dossiers.length, 'dossier')} : les noms, les textes, les documents et les brouillons seront effacés. Personne ne pourra les retrouver. Les
        nombres comptés et le journal des accès restent, sans nom.
      </p>
      {envoi.isError && <Refuse erreur={envoi.error} />}
      <div className={classes.boutons}>
        <Button loading={envoi.isPending} onClick={() => envoi.mutate()}>Éliminer définitivement</Button>
        <Button variant="default" onClick={fermer}>Renoncer</Button>
      </div>
    </Modal>
  );
}
