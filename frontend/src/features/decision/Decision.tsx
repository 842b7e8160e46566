import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire, type FormulaireVue } from '../../commun/formulaire';
import { useAnnulation } from '../../commun/retour/annulation';
import { dateHeure, dateLongue, pluriel } from '../../commun/temps';
import { choix, useDecision, type MineurADecider, type PageDecision } from './api';
import { ConclusionDesEvaluateurs } from './ConclusionDesEvaluateurs';
import Precision from './Precision';
import classes from './decision.module.css';

interface Ligne {
  mineurId: string;
  issue: string;
  natureAide: string;
  critere: string;
  actionsTentees: string;
  destinataire: string;
  juridiction: string;
  motivation: string;
}

interface Valeurs {
  signataireId: string;
  decideeLe: string;
  mineurs: Ligne[];
}

/** Deciding for each minor, what the evaluators concluded being read beside. */
export default function Decision({ ipId, onFini }: { ipId: string; tacheId?: string; onFini: () => void }) {
  const [question, setQuestion] = useState(false);
  return (
    <Donnees requete={useDecision(ipId)} quoi="Lecture des conclusions">
      {(p) => (question ? <Precision p={p} onFini={onFini} renoncer={() => setQuestion(false)} /> : <Formule p={p} onFini={onFini} demander={() => setQuestion(true)} />)}
    </Donnees>
  );
}

/** What a decision undone said, so that it need not be typed again. */
function ligne(m: MineurADecider): Ligne {
  const d = m.annulees.at(-1);
  return {
    mineurId: m.mineurId, issue: d?.issue ?? '', natureAide: d?.natureAide ?? m.conclusion?.natureAide ?? '', critere: d?.critere ?? '',
    actionsTentees: d?.actionsTentees ?? '', destinataire: 'PARQUET', juridiction: '', motivation: d?.motivation ?? '',
  };
}

function Formule({ p, onFini, demander }: { p: PageDecision; onFini: () => void; demander: () => void }) {
  const annuler = useAnnulation(p.ipId);
  const attendus = p.mineurs.filter((m) => !m.decision);
  const decides = p.mineurs.filter((m) => m.decision);
  const f = useFormulaire<Valeurs>({
    nom: 'ip.decider',
    sujet: p.ipId,
    version: p.version,
    initiales: { signataireId: p.signatairePropose ?? '', decideeLe: p.aujourdhui, mineurs: attendus.map(ligne) },
    valider: (v) => ({
      signataireId: v.signataireId ? null : 'Choisissez qui signe.',
      decideeLe: v.decideeLe ? dateIllisible(v.decideeLe) : 'Indiquez la date de la décision.',
      ...Object.fromEntries(v.mineurs.flatMap((m, i) => [
        [`mineurs.${i}.issue`, m.issue ? null : 'Choisissez la décision pour ce mineur.'],
        [`mineurs.${i}.motivation`, m.motivation.trim() ? null : 'Écrivez la motivation de cette décision.'],
      ])),
    }),
    envoyer: (v, { motifs, cle }) =>
      api.post<PageDecision>(`/api/ip/${p.ipId}/decision`, {
        version: p.version, motifs, signataireId: v.signataireId, decideeLe: v.decideeLe,
        mineurs: v.mineurs.map((m) => {
          const justice = m.issue === 'AUTORITE_JUDICIAIRE';
          return {
            mineurId: m.mineurId, issue: m.issue, motivation: m.motivation, natureAide: m.issue === 'AIDE_ADMINISTRATIVE' ? m.natureAide : null,
            critere: justice ? m.critere || null : null, actionsTentees: justice ? m.actionsTentees : null, destinataire: justice ? m.destinataire : null,
            juridiction: justice ? m.juridiction || null : null,
          };
        }),
      }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer(`La décision est enregistrée pour ${pluriel(attendus.length, 'mineur')}.`, { annuler });
      onFini();
    },
  });
  const signataire = p.signataires.find((s) => s.utilisateurId === f.valeurs.signataireId);
  const saisis = f.valeurs.mineurs.filter((m, i) => m.issue === 'AUTORITE_JUDICIAIRE' && !attendus[i]?.dejaSignale).length;
  return (
    <div className={classes.large}>
      <Formulaire f={f} verbe="Décider"
        libelleChamps={(c) => {
          const n = c.match(/^mineurs\.(\d+)/)?.[1];
          return n === undefined ? undefined : attendus[Number(n)]?.nom;
        }}
        secondaire={p.etat === 'A_DECIDER' && <Button variant="default" onClick={demander}>Demander une précision aux évaluateurs</Button>}
        consequence={
          <>
            {signataire && `Signée par ${signataire.nom} au titre de ${signataire.reference}${signataire.interimDeNom ? `, par intérim de ${signataire.interimDeNom}` : ''}. `}
            {saisis > 0 && `Un signalement à l’autorité judiciaire sera enregistré pour ${pluriel(saisis, 'mineur')}. `}
            Chaque titulaire de l’autorité parentale et la personne ayant transmis seront à informer.
          </>
        }>
        {p.questions.length > 0 && <Questions p={p} />}
        {p.commissions.some((c) => c.rendu) && (
          <div className={classes.lu}>
            <h3>{p.motCommission}</h3>
            {p.commissions.filter((c) => c.rendu).map((c) => (
              <p key={c.id}>
                {dateLongue(c.seanceLe)}, {p.mineurs.find((m) => m.mineurId === c.mineurId)?.nom} : {[c.issueLibelle, c.avis].filter(Boolean).join('. ')}
              </p>
            ))}
          </div>
        )}
        {decides.map((m) => (
          <p key={m.mineurId} className={classes.lu}>
            {m.nom} : déjà décidé le {dateLongue(m.decision!.decideeLe)}, {m.decision!.issueLibelle.toLowerCase()}.
          </p>
        ))}
        <div className={classes.cote}>
          {attendus.map((m, i) => (
            <PourUnMineur key={m.mineurId} f={f} p={p} m={m} i={i} />
          ))}
        </div>
        <div className={classes.duo}>
          <NativeSelect label="Signataire" description={p.signataires.length ? undefined : 'Aucune délégation n’est valable aujourd’hui : l’administrateur les tient.'}
            data={[{ value: '', label: 'Choisissez…' }, ...p.signataires.map((s) => ({ value: s.utilisateurId, label: `${s.nom}${s.interimDeNom ? ` (intérim de ${s.interimDeNom})` : ''}` }))]}
            {...f.champ('signataireId')} />
          <ChampDate label="Décidée le" passe {...f.champ('decideeLe')} />
        </div>
      </Formulaire>
    </div>
  );
}

function PourUnMineur({ f, p, m, i }: { f: FormulaireVue<Valeurs>; p: PageDecision; m: MineurADecider; i: number }) {
  const v = f.valeurs.mineurs[i];
  if (!v) return null;
  const chemin = `mineurs.${i}`;
  const critere = p.criteres.find((c) => c.code === v.critere);
  return (
    <fieldset className={classes.bloc}>
      <legend>
        {m.nom}, {m.age}
      </legend>
      <ConclusionDesEvaluateurs m={m} />
      <Radio.Group label="Décision" {...f.champ(`${chemin}.issue`)}>
        <div data-path={`${chemin}.issue`}>
          {p.issues.map((x) => (
            <Radio key={x.code} value={x.code} mt={8} label={x.code === m.conclusion?.proposition ? `${x.libelle}, proposée` : x.libelle} />
          ))}
        </div>
      </Radio.Group>
      {v.issue === 'AIDE_ADMINISTRATIVE' && <NativeSelect label="Nature de l’aide ou de la mesure" data={choix(p.aides)} {...f.champ(`${chemin}.natureAide`)} />}
      {v.issue === 'AUTORITE_JUDICIAIRE' && (
        <>
          {m.dejaSignale && <p className={classes.discret}>Ce mineur a déjà été signalé : rien ne partira une seconde fois.</p>}
          <NativeSelect label="Cas de l’article L226-4" data={choix(p.criteres)} {...f.champ(`${chemin}.critere`)} />
          <Textarea label={critere && !critere.actionsAttendues ? 'Actions déjà menées ou tentées (facultatif)' : 'Actions déjà menées ou tentées'} autosize minRows={2} {...f.champ(`${chemin}.actionsTentees`)} />
          {!m.dejaSignale && (
            <div className={classes.duo}>
              <NativeSelect label="Destinataire" data={p.destinataires.map((d) => ({ value: d.code, label: d.libelle }))} {...f.champ(`${chemin}.destinataire`)} />
              <TextInput label="Tribunal (facultatif)" autoComplete="off" {...f.champ(`${chemin}.juridiction`)} />
            </div>
          )}
        </>
      )}
      <Textarea label="Motivation" description="Reste au dossier ; aucun courrier ne la reprend." autosize minRows={3} {...f.champ(`${chemin}.motivation`)} />
    </fieldset>
  );
}

function Questions({ p }: { p: PageDecision }) {
  return (
    <div>
      {p.questions.map((q) => (
        <div key={q.id} className={classes.question}>
          <p className={classes.discret}>Question du {dateHeure(q.demandeeLe)}{q.demandeePar && `, ${q.demandeePar}`}</p>
          <p>{q.question}</p>
          {q.reponse && (
            <>
              <p className={classes.discret}>Réponse du {dateHeure(q.repondueLe)}{q.reponduePar && `, ${q.reponduePar}`}</p>
              <p>{q.reponse}</p>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
