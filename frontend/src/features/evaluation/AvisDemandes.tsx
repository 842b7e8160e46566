import { Button, Checkbox, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import { api, nouvelleCle } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { EtatVide } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { dateLongue, joursEntre } from '../../commun/temps';
import { bandeDe, Echeance } from '../../commun/Echeance';
import { chemin, options, type Avis, type Evaluation, type Listes } from './api';
import { JoindreFichier } from './JoindreFichier';
import classes from './evaluation.module.css';

type Dialogue = { quoi: 'envoi' | 'relance' } | { quoi: 'reponse' | 'sans-reponse' | 'annulation'; avis: Avis };

const TITRES: Record<Dialogue['quoi'], string> = {
  envoi: 'Demander des avis', relance: 'Relancer', reponse: 'Noter l’avis reçu', 'sans-reponse': 'Clore sans réponse', annulation: 'Annuler la demande',
};

/** Opinions asked of school, doctor, PMI and services: they leave together, each with its date. */
export function AvisDemandes({ ipId, evaluation: e, listes }: { ipId: string; evaluation: Evaluation; listes: Listes }) {
  const { aujourdhui } = useMoi();
  const [dialogue, setDialogue] = useState<Dialogue | null>(null);
  const [choisis, setChoisis] = useState<string[]>([]);
  const fermer = () => setDialogue(null);
  const vivants = choisis.filter((id) => e.avis.some((a) => a.id === id && a.etat === 'ATTENDU'));
  return (
    <section aria-label="Demandes d’avis">
      <div className={classes.entete}>
        <h2>Demandes d’avis</h2>
        {e.coordonnable && (
          <div className={classes.actes}>
            <Button onClick={() => setDialogue({ quoi: 'envoi' })}>Demander des avis</Button>
            {vivants.length > 0 && (
              <Button variant="default" onClick={() => setDialogue({ quoi: 'relance' })}>
                Relancer ({vivants.length})
              </Button>
            )}
          </div>
        )}
      </div>
      {e.avis.length === 0 && <EtatVide titre="Aucun avis demandé">L’école, le médecin, la PMI et les services qui connaissent l’enfant peuvent être interrogés en une fois.</EtatVide>}
      <ul className={classes.liste}>
        {e.avis.map((a) => (
          <li key={a.id} className={classes.ligne}>
            <p className={a.etat === 'ANNULE' ? classes.annule : undefined}>
              <strong>{a.destinataire}</strong> ({a.partenaireLibelle}), demandé le {dateLongue(a.demandeLe)}
              {a.mineurId && ` pour ${e.mineurs.find((m) => m.mineurId === a.mineurId)?.affiche ?? 'un mineur'}`}
              {' · '}
              {a.etat === 'ATTENDU' && a.attenduLe ? <Echeance bande={bandeDe(joursEntre(aujourdhui, a.attenduLe))} jours={joursEntre(aujourdhui, a.attenduLe)} dateLegale={a.attenduLe} />
                : a.etat === 'RECU' ? `reçu le ${dateLongue(a.recuLe)}` : a.etat === 'SANS_REPONSE' ? `sans réponse au ${dateLongue(a.sansReponseLe)}` : a.etat === 'ANNULE' ? 'annulé' : 'attendu'}
            </p>
            {a.question && <p className={classes.discret}>{a.question}</p>}
            {a.relances.length > 0 && <p className={classes.discret}>Relancé {a.relances.map((r) => `le ${dateLongue(r.le)} (${r.moyenLibelle.toLowerCase()})`).join(', ')}</p>}
            {a.reponse && <p>{a.reponse}</p>}
            {a.reserve && <p><em>Avis de santé : vos missions sur ce dossier ne permettent pas de le lire.</em></p>}
            {a.documentId && (
              <p>
                <a href={`/api/documents/${a.documentId}/contenu`} download>
                  Avis joint
                </a>
              </p>
            )}
            {e.coordonnable && a.etat !== 'ANNULE' && (
              <div className={classes.actes}>
                {a.etat === 'ATTENDU' && (
                  <Checkbox label={<>À relancer<span className="jalon-invisible">&nbsp;: {a.destinataire}</span></>} checked={choisis.includes(a.id)}
                    onChange={(ev) => setChoisis(ev.currentTarget.checked ? [...choisis, a.id] : choisis.filter((x) => x !== a.id))} />
                )}
                <Bouton avis={a} libelle={a.etat === 'RECU' ? 'Corriger l’avis' : 'Noter l’avis reçu'} agir={() => setDialogue({ quoi: 'reponse', avis: a })} />
                {a.etat === 'ATTENDU' && <Bouton avis={a} libelle="Sans réponse" agir={() => setDialogue({ quoi: 'sans-reponse', avis: a })} />}
                {a.etat === 'ATTENDU' && <Bouton avis={a} libelle="Annuler" agir={() => setDialogue({ quoi: 'annulation', avis: a })} />}
              </div>
            )}
          </li>
        ))}
      </ul>
      <Modal opened={dialogue !== null} onClose={fermer} size="lg" title={dialogue ? TITRES[dialogue.quoi] : ''} closeButtonProps={{ 'aria-label': 'Fermer' }}>
        {dialogue?.quoi === 'envoi' && <Envoi ipId={ipId} evaluation={e} listes={listes} onFini={fermer} />}
        {dialogue?.quoi === 'relance' && <Relance ipId={ipId} avis={vivants} listes={listes} onFini={() => { setChoisis([]); fermer(); }} />}
        {dialogue?.quoi === 'reponse' && <Reponse ipId={ipId} avis={dialogue.avis} onFini={fermer} />}
        {(dialogue?.quoi === 'sans-reponse' || dialogue?.quoi === 'annulation') && <Cloture ipId={ipId} avis={dialogue.avis} quoi={dialogue.quoi} onFini={fermer} />}
      </Modal>
    </section>
  );
}

const Bouton = ({ avis, libelle, agir }: { avis: Avis; libelle: string; agir: () => void }) => (
  <Button variant="subtle" size="compact-sm" onClick={agir}>
    {libelle}
    <span className="jalon-invisible">&nbsp;: {avis.destinataire}</span>
  </Button>
);

function Envoi({ ipId, evaluation: e, listes, onFini }: { ipId: string; evaluation: Evaluation; listes: Listes; onFini: () => void }) {
  const { aujourdhui } = useMoi();
  const vide = (partenaire: string) => ({ id: nouvelleCle(), partenaire, destinataire: '', question: '', mineurId: '' });
  const f = useFormulaire({
    nom: 'evaluation.avis',
    sujet: ipId,
    initiales: { le: aujourdhui, moyen: 'COURRIEL', demandes: [vide('ECOLE')] },
    valider: (v) => ({ le: v.le ? dateIllisible(v.le) : 'Indiquez la date d’envoi.' }),
    envoyer: (v, { cle }) =>
      api.post(chemin(ipId, '/avis'), { le: v.le, moyen: v.moyen, demandes: v.demandes.map((d) => ({ ...d, mineurId: d.mineurId || null })) }, { cleIdempotence: cle }),
    reussi: (_, v) => {
      annoncer(v.demandes.length > 1 ? 'Demandes d’avis notées.' : 'Demande d’avis notée.');
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe={f.valeurs.demandes.length > 1 ? 'Noter l’envoi des demandes' : 'Noter l’envoi de la demande'}>
      <div className={classes.duo}>
        <ChampDate label="Envoyées le" passe {...f.champ('le')} />
        <NativeSelect label="Moyen" {...f.champ('moyen')} data={options(listes.moyens)} />
      </div>
      {f.valeurs.demandes.map((d, i) => (
        <fieldset key={d.id} className={classes.mineur}>
          <legend>Demande {i + 1}</legend>
          <div className={classes.duo}>
            <NativeSelect label="Partenaire" {...f.champ(`demandes.${i}.partenaire`)} data={options(listes.partenaires)} />
            <TextInput label="Adressée à" autoComplete="off" {...f.champ(`demandes.${i}.destinataire`)} />
            <NativeSelect label="Au sujet de" {...f.champ(`demandes.${i}.mineurId`)}
              data={[{ value: '', label: 'Toute la fratrie' }, ...e.mineurs.map((m) => ({ value: m.mineurId, label: m.affiche }))]} />
          </div>
          <Textarea mt="sm" label="Question (facultatif)" autosize minRows={2} {...f.champ(`demandes.${i}.question`)} />
          {f.valeurs.demandes.length > 1 && (
            <Button variant="subtle" size="compact-sm" onClick={() => f.form.removeListItem('demandes', i)}>
              Retirer la demande {i + 1}
            </Button>
          )}
        </fieldset>
      ))}
      <Button variant="default" size="xs" onClick={() => f.form.insertListItem('demandes', vide('MEDECIN'))}>
        Ajouter un partenaire
      </Button>
    </Formulaire>
  );
}

function Relance({ ipId, avis, listes, onFini }: { ipId: string; avis: string[]; listes: Listes; onFini: () => void }) {
  const { aujourdhui } = useMoi();
  const f = useFormulaire({
    initiales: { le: aujourdhui, moyen: 'TELEPHONE' },
    valider: (v) => ({ le: v.le ? dateIllisible(v.le) : 'Indiquez la date.' }),
    envoyer: (v, { cle }) => api.post(chemin(ipId, '/avis/relance'), { avis, ...v }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Relance notée.');
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Noter la relance">
      <ChampDate label="Relancé le" passe {...f.champ('le')} />
      <NativeSelect label="Moyen" {...f.champ('moyen')} data={options(listes.moyens)} />
    </Formulaire>
  );
}

function Reponse({ ipId, avis, onFini }: { ipId: string; avis: Avis; onFini: () => void }) {
  const { aujourdhui } = useMoi();
  const f = useFormulaire({
    nom: 'evaluation.avis-recu',
    sujet: avis.id,
    initiales: { recuLe: avis.recuLe ?? aujourdhui, reponse: avis.reponse ?? '', documentId: (avis.documentId || null) as string | null },
    valider: (v) => ({ recuLe: v.recuLe ? dateIllisible(v.recuLe) : 'Indiquez la date.' }),
    envoyer: (v, { cle }) => api.post(chemin(ipId, `/avis/${avis.id}/reponse`), { version: avis.version, ...v }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Avis noté.');
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Noter l’avis">
      <ChampDate label="Reçu le" passe {...f.champ('recuLe')} />
      <Textarea label="Avis" autosize minRows={4} {...f.champ('reponse')} />
      <JoindreFichier ipId={ipId} genre="RAPPORT" libelle="Joindre l’avis tel que reçu (facultatif)" erreur={f.form.errors.documentId}
        onJoint={(id) => f.form.setFieldValue('documentId', id as never)} />
    </Formulaire>
  );
}

function Cloture({ ipId, avis, quoi, onFini }: { ipId: string; avis: Avis; quoi: 'sans-reponse' | 'annulation'; onFini: () => void }) {
  const { aujourdhui } = useMoi();
  const f = useFormulaire({
    initiales: { le: aujourdhui, motif: '' },
    valider: (v) => ({ le: v.le ? dateIllisible(v.le) : 'Indiquez la date.' }),
    envoyer: (v, { cle }) =>
      api.post(chemin(ipId, `/avis/${avis.id}/${quoi}`), { version: avis.version, ...(quoi === 'annulation' ? { motif: v.motif } : { le: v.le }) }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer(quoi === 'annulation' ? 'Demande annulée.' : 'Demande close sans réponse.');
      onFini();
    },
  });
  return quoi === 'annulation' ? (
    <Formulaire f={f} verbe="Annuler la demande">
      <Textarea label="Motif" autosize minRows={2} data-autofocus {...f.champ('motif')} />
    </Formulaire>
  ) : (
    <Formulaire f={f} verbe="Clore sans réponse" consequence="Le fait qu’aucune réponse n’est venue figure dans la liste datée.">
      <ChampDate label="Constaté le" passe {...f.champ('le')} />
    </Formulaire>
  );
}
