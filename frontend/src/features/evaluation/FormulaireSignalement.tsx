import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

import { api, nouvelleCle } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { annoncer } from '../../commun/annonces';
import { ChampDateHeure, dateIllisible, Formulaire, useFormulaire, useMaintenant } from '../../commun/formulaire';
import { enInstant } from '../../commun/temps';
import { options, type Evaluation, type Listes, type Projet } from './api';
import classes from './evaluation.module.css';

interface Saisie {
  id: string;
  mineurId: string;
  transmisLe: string;
  destinataire: string;
  juridiction: string;
  critere: string;
  actionsTentees: string;
  expose: string;
  reference: string;
}

/** A signalement for one minor: to whom, on what ground, what was tried; the draft comes from the dated list of acts. */
export function FormulaireSignalement({ ipId, evaluation: e, listes, onFini, onRenonce }: {
  ipId: string;
  evaluation: Evaluation;
  listes: Listes;
  onFini: () => void;
  onRenonce?: () => void;
}) {
  const maintenant = useMaintenant();
  const [souci, setSouci] = useState<string | null>(null);
  const f = useFormulaire<Saisie, void>({
    nom: 'ip.signaler',
    sujet: ipId,
    initiales: {
      id: nouvelleCle(), mineurId: e.mineurs.length === 1 ? e.mineurs[0]!.mineurId : '', transmisLe: maintenant, destinataire: 'PARQUET', juridiction: '',
      critere: '', actionsTentees: '', expose: '', reference: '',
    },
    valider: (v) => ({
      mineurId: v.mineurId ? null : 'Choisissez le mineur concerné.',
      transmisLe: v.transmisLe ? dateIllisible(v.transmisLe, true) : 'Indiquez la date et l’heure de la transmission.',
      critere: v.critere ? null : 'Choisissez le cas de l’article L226-4.',
    }),
    envoyer: (v, { cle }) => api.post(`/api/ip/${ipId}/signalements`, { ...v, transmisLe: enInstant(v.transmisLe) }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Signalement noté. L’évaluation continue.');
      onFini();
    },
  });
  const v = f.valeurs;
  const preparer = async () => {
    setSouci(null);
    try {
      const p = await api.get<Projet>(`/api/ip/${ipId}/mineurs/${v.mineurId}/projet-signalement`);
      f.form.setValues({
        expose: v.expose ? `${v.expose}\n\n${p.expose}` : p.expose,
        actionsTentees: v.actionsTentees || p.actionsTentees,
        critere: v.critere || (p.critereSuggere ?? ''),
      } as never);
    } catch (erreur) {
      setSouci(enProbleme(erreur).detail);
    }
  };
  const attendues = listes.criteres.find((c) => c.code === v.critere)?.actionsAttendues;
  return (
    <Formulaire f={f} verbe="Noter le signalement" secondaire={onRenonce && <Button variant="default" onClick={onRenonce}>Fermer</Button>}
      consequence="Le dossier reste à son étape&nbsp;: signaler un mineur ne ferme pas l’évaluation.">
      <NativeSelect label="Mineur concerné" {...f.champ('mineurId')} data={[{ value: '', label: 'Choisir' }, ...e.mineurs.map((m) => ({ value: m.mineurId, label: `${m.affiche}, ${m.age}` }))]} />
      <div className={classes.duo}>
        <ChampDateHeure label="Transmis le" passe {...f.champ('transmisLe')} />
        <NativeSelect label="À" {...f.champ('destinataire')} data={options(listes.destinataires)} />
        <TextInput label="Juridiction (facultatif)" autoComplete="off" {...f.champ('juridiction')} />
        <TextInput label="Référence (facultatif)" autoComplete="off" {...f.champ('reference')} />
      </div>
      <NativeSelect label="Cas de l’article L226-4" {...f.champ('critere')} data={[{ value: '', label: 'Choisir' }, ...listes.criteres.map((c) => ({ value: c.code, label: c.libelle }))]} />
      <div>
        <Button variant="default" disabled={!v.mineurId} onClick={() => void preparer()}>
          Préparer à partir des actes notés
        </Button>
        <p className={classes.discret} role="status">
          {souci ?? 'La liste datée des démarches, à relire et à compléter : rien ne part sans vous.'}
        </p>
      </div>
      <Textarea label={attendues ? 'Actions déjà menées ou tentées' : 'Actions déjà menées ou tentées (facultatif)'} autosize minRows={3} {...f.champ('actionsTentees')} />
      <Textarea label="Exposé (facultatif)" autosize minRows={6} {...f.champ('expose')} />
    </Formulaire>
  );
}
