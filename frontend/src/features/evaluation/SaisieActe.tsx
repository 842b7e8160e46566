import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { api, nouvelleCle } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { ChampDate, dateIllisible, Formulaire, Partie, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { chemin, options, type Acte, type Evaluation, type Listes } from './api';
import { JoindreFichier } from './JoindreFichier';
import classes from './evaluation.module.css';

type Presence = '' | 'OUI' | 'NON';

interface Personne {
  mineurId: string | null;
  adulteId: string | null;
  affiche: string;
  presence: Presence;
  seul: boolean;
  accord: boolean;
  avis: string;
}

interface Saisie {
  id: string;
  genre: string;
  le: string;
  heure: string;
  foyerId: string;
  lieu: string;
  moyen: string;
  motif: string;
  texte: string;
  documentId: string | null;
  personnes: Personne[];
}

const RENCONTRES = ['VISITE', 'ENTRETIEN'];
/** « 14h30 », « 9:05 », « 9 h »: what the server reads as an hour. */
const lireHeure = (t: string): string | null => {
  const m = /^\s*(\d{1,2})\s*(?:h|:)\s*(\d{2})?\s*$/i.exec(t);
  return m && Number(m[1]) < 24 && Number(m[2] ?? 0) < 60 ? `${m[1]!.padStart(2, '0')}:${m[2] ?? '00'}` : null;
};

/** Quick entry: the kind, the day, who was there. Enter sends. */
export function SaisieActe({ ipId, evaluation: e, listes, acte, onFini, onRenonce }: {
  ipId: string;
  evaluation: Evaluation;
  listes: Listes;
  /** The act to correct, or null for a new one. */
  acte: Acte | null;
  onFini: () => void;
  onRenonce: () => void;
}) {
  const { aujourdhui } = useMoi();
  const f = useFormulaire<Saisie, void>({
    nom: acte ? undefined : 'evaluation.acte',
    sujet: ipId,
    initiales: initiales(e, acte, aujourdhui),
    valider: (v) => ({
      genre: v.genre ? null : 'Choisissez de quel acte il s’agit.',
      le: v.le ? dateIllisible(v.le) : 'Indiquez la date.',
      heure: v.heure && !lireHeure(v.heure) ? 'Écrivez une heure, par exemple 14h30.' : null,
    }),
    envoyer: (v, { motifs, cle }) => {
      const corps = {
        id: v.id, genre: v.genre, le: v.le, heure: lireHeure(v.heure), foyerId: v.foyerId || null, lieu: v.lieu || null, moyen: v.moyen || null,
        motif: v.motif || null, texte: v.texte || null, documentId: v.documentId, motifs,
        personnes: v.personnes.filter((p) => p.presence).map((p) => ({
          mineurId: p.mineurId, adulteId: p.adulteId, present: p.presence === 'OUI', seul: p.seul, accord: p.accord, avis: p.avis || null,
        })),
      };
      return acte
        ? api.put(chemin(ipId, '/actes'), { version: acte.version, acte: corps }, { cleIdempotence: cle })
        : api.post(chemin(ipId, '/actes'), corps, { cleIdempotence: cle });
    },
    reussi: () => {
      annoncer(acte ? 'Acte corrigé.' : 'Acte noté.');
      onFini();
    },
  });
  const zone = useRef<HTMLDivElement>(null);
  useEffect(() => {
    zone.current?.querySelector('select')?.focus();
  }, []);
  const v = f.valeurs;
  const rencontre = RENCONTRES.includes(v.genre);
  return (
    <div ref={zone}>
      <Formulaire f={f} verbe={acte ? 'Corriger l’acte' : 'Noter l’acte'}
        secondaire={<Button variant="default" onClick={onRenonce}>{acte ? 'Ne rien changer' : 'Fermer'}</Button>}>
        <div className={classes.duo}>
          <NativeSelect label="Acte" {...f.champ('genre')} data={options(listes.genres, 'Choisir')} />
          <ChampDate label="Date" {...f.champ('le')} />
          <TextInput label="Heure (facultatif)" placeholder="14h30" autoComplete="off" {...f.champ('heure')} />
        </div>
        {v.genre === 'VISITE' && (
          <NativeSelect label="Domicile visité" {...f.champ('foyerId')} data={[{ value: '', label: 'Choisir' }, ...e.foyers.map((x) => ({ value: x.foyerId, label: x.nom }))]} />
        )}
        {(v.genre === 'ENTRETIEN' || v.genre === 'RENDEZ_VOUS') && <TextInput label="Lieu (facultatif)" autoComplete="off" {...f.champ('lieu')} />}
        {['RENDEZ_VOUS', 'COURRIER', 'INFORMATION'].includes(v.genre) && (
          <div className={classes.duo}>
            <NativeSelect label={v.genre === 'INFORMATION' ? 'Informé par' : 'Moyen (facultatif)'} {...f.champ('moyen')} data={options(listes.moyens, '—')} />
            {v.genre === 'INFORMATION' && <NativeSelect label="Ou non informé, parce que" {...f.champ('motif')} data={options(listes.motifsNonInformation, '—')} />}
          </div>
        )}
        <Partie titre="Avec qui">
          <div data-path="personnes">
            {v.personnes.map((p, i) => (
              <Ligne key={p.mineurId ?? p.adulteId} f={f} p={p} i={i} rencontre={rencontre} />
            ))}
          </div>
        </Partie>
        <Textarea label="Ce qui s’est dit ou passé (facultatif)" autosize minRows={2} {...f.champ('texte')} />
        {v.genre === 'OBSERVATIONS' && (
          <JoindreFichier ipId={ipId} genre="ECRIT_PERSONNE" libelle="Joindre l’écrit tel que reçu (facultatif)" erreur={f.form.errors.documentId}
            onJoint={(id) => f.form.setFieldValue('documentId', id as never)} />
        )}
      </Formulaire>
    </div>
  );
}

function Ligne({ f, p, i, rencontre }: { f: ReturnType<typeof useFormulaire<Saisie, void>>; p: Personne; i: number; rencontre: boolean }) {
  const base = `personnes.${i}`;
  return (
    <div className={classes.personne} data-path={base}>
      <NativeSelect label={p.affiche} {...f.champ(`${base}.presence`)} error={f.form.errors[base] ?? f.form.errors[`${base}.presence`]}
        data={[{ value: '', label: 'Non concerné' }, { value: 'OUI', label: rencontre ? 'Présent' : 'Concerné' }, { value: 'NON', label: 'Absent' }]} />
      {rencontre && p.mineurId && p.presence === 'OUI' && (
        <div>
          <Checkbox mt="1.9rem" label="Vu sans les titulaires" {...f.champ(`${base}.seul`, { type: 'checkbox' })} />
          {p.seul && <Checkbox mt="xs" label="Avec leur accord" {...f.champ(`${base}.accord`, { type: 'checkbox' })} />}
        </div>
      )}
      {p.presence === 'OUI' && <Textarea label="Son avis (facultatif)" autosize minRows={1} {...f.champ(`${base}.avis`)} />}
    </div>
  );
}

function initiales(e: Evaluation, acte: Acte | null, aujourdhui: string): Saisie {
  const dit = (mineurId: string | null, adulteId: string | null, affiche: string): Personne => {
    const p = acte?.personnes.find((x) => (mineurId ? x.mineurId === mineurId : x.adulteId === adulteId));
    return { mineurId, adulteId, affiche, presence: p ? (p.present ? 'OUI' : 'NON') : '', seul: p?.seul ?? false, accord: p?.accord ?? false, avis: p?.avis ?? '' };
  };
  return {
    id: acte?.id ?? nouvelleCle(), genre: acte?.genre ?? '', le: acte?.le ?? aujourdhui, heure: acte?.heure?.slice(0, 5) ?? '', foyerId: acte?.foyerId ?? '',
    lieu: acte?.lieu ?? '', moyen: acte?.moyen ?? '', motif: acte?.motif ?? '', texte: acte?.texte ?? '', documentId: acte?.documentId ?? null,
    personnes: [...e.mineurs.map((m) => dit(m.mineurId, null, m.affiche)), ...e.adultes.map((a) => dit(null, a.adulteId, a.affiche))],
  };
}
