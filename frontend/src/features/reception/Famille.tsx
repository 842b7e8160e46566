import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';

import { ChoixEnfant } from '../../commun/enfant/ChoixEnfant';
import { ChampDate, Partie } from '../../commun/formulaire';
import { choix, unites } from './api';
import { FratrieConnue } from './FratrieConnue';
import {
  EXERCICES, QUALITES, nomDe, nomTitulaire, nouveauFoyer, nouveauTitulaire, nouvelEnfant, oublierReprise, sansEnfant, type FamilleSaisie, type FoyerSaisi,
  type TitulaireSaisi,
} from './saisieFamille';
import classes from './reception.module.css';

/** The new block takes the focus, so that whoever types goes on typing: it comes before the button that asked for it. */
function ajouter(e: MouseEvent<HTMLButtonElement>, acte: () => void) {
  const parent = e.currentTarget.parentElement;
  flushSync(acte);
  [...(parent?.querySelectorAll<HTMLElement>(`.${classes.bloc}`) ?? [])].at(-1)?.querySelector<HTMLElement>('input, select')?.focus();
}

type Erreurs = Record<string, ReactNode>;

interface Proprietes {
  /** Of the form the family is part of. */
  formId: string;
  erreurs: Erreurs;
  /** Path of the family in it. */
  chemin: string;
  famille: FamilleSaisie;
  onChange: (f: FamilleSaisie) => void;
}

const sans = <T extends { cle: string }>(liste: T[], cle: string) => liste.filter((x) => x.cle !== cle);
const avec = <T extends { cle: string }>(liste: T[], cle: string, partie: Partial<T>) => liste.map((x) => (x.cle === cle ? { ...x, ...partie } : x));

/** The minors: known ones found while their name is typed, new ones described; brothers and sisters already known are offered. */
export function Mineurs({ formId, erreurs, chemin, famille, onChange, libelle = 'Mineur', autour = [] }: Proprietes & {
  libelle?: string;
  /** Ids of the children of the file, around whom others are looked for too. */
  autour?: string[];
}) {
  const connus = famille.enfants.flatMap((e) => (e.choisi?.type === 'connu' ? [e.choisi.enfantId] : []));
  const exclus = [...connus, ...autour];
  return (
    <>
      {famille.enfants.map((e, i) => (
        <div key={e.cle} className={classes.bloc}>
          <ChoixEnfant valeur={e.choisi} chemin={`${chemin}.enfants.${i}`} erreurs={erreurs} formId={formId} exclus={exclus}
            libelle={famille.enfants.length > 1 ? `${libelle} ${i + 1}` : libelle} onChange={(choisi) => { const f = oublierReprise(famille, e.cle); onChange({ ...f, enfants: avec(f.enfants, e.cle, { choisi }) }); }} />
          {famille.enfants.length > 1 && (
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(sansEnfant(famille, e.cle))}>
              Retirer {nomDe(e, i)}
            </Button>
          )}
        </div>
      ))}
      <FratrieConnue de={exclus} exclus={exclus} onAjouter={(choisi) => {
        // An empty line, if there is one, takes the child.
        const vide = famille.enfants.find((e) => !e.choisi);
        onChange({ ...famille, enfants: vide ? avec(famille.enfants, vide.cle, { choisi }) : [...famille.enfants, { ...nouvelEnfant(), choisi }] });
      }} />
      <Button variant="default" size="sm" onClick={(e) => ajouter(e, () => onChange({ ...famille, enfants: [...famille.enfants, nouvelEnfant()] }))}>
        Ajouter un mineur
      </Button>
    </>
  );
}

/** Holders of parental authority and homes: as many as were said, none if nothing was. */
export function Entourage({ erreurs, chemin, famille, onChange, territoires }: Omit<Proprietes, 'formId'> & { territoires: { id: string; nom: string }[] }) {
  const presents = famille.foyers.filter((y) => y.garde !== false);
  return (
    <>
      <Partie titre="Titulaires de l’autorité parentale (facultatif)" aide="Ceux dont on vous a parlé. Chaque mineur a les siens ; ceux que son dossier connaît sont repris.">
        {famille.titulaires.map((t, i) => t.connu ? (
          <TitulaireConnu key={t.cle} {...{ famille, t }} connu={t.connu} onChange={(partie) => onChange({ ...famille, titulaires: avec(famille.titulaires, t.cle, partie) })} />
        ) : (
          <Titulaire key={t.cle} {...{ erreurs, famille, t }} chemin={`${chemin}.titulaires.${i}`} rang={i}
            onChange={(partie) => onChange({ ...famille, titulaires: avec(famille.titulaires, t.cle, partie) })}
            retirer={() => onChange({ ...famille, titulaires: sans(famille.titulaires, t.cle), foyers: famille.foyers.map((y) => ({ ...y, adultes: y.adultes.filter((a) => a !== t.cle) })) })} />
        ))}
        <Button variant="default" size="sm" onClick={(e) => ajouter(e, () => onChange({ ...famille, titulaires: [...famille.titulaires, { ...nouveauTitulaire(), qualite: famille.titulaires.length ? 'PERE' : 'MERE' }] }))}>
          Ajouter un titulaire
        </Button>
      </Partie>
      <Partie titre="Lieux de vie (facultatif)" aide="Un ou deux : un enfant peut vivre chez chacun de ses parents.">
        {famille.foyers.map((y, i) => y.connu ? (
          <LieuConnu key={y.cle} {...{ erreurs, famille, y }} connu={y.connu} onChange={(partie) => onChange({ ...famille, foyers: avec(famille.foyers, y.cle, partie) })} />
        ) : (
          <Foyer key={y.cle} {...{ erreurs, famille, y, territoires }} chemin={`${chemin}.foyers.${i}`} rang={i}
            onChange={(partie) => onChange({ ...famille, foyers: avec(famille.foyers, y.cle, partie) })}
            retirer={() => onChange({ ...famille, foyers: sans(famille.foyers, y.cle) })} />
        ))}
        {presents.length < 2 && (
          <Button variant="default" size="sm" onClick={(e) => ajouter(e, () => onChange({ ...famille, foyers: [...famille.foyers, nouveauFoyer(presents.length === 0)] }))}>
            {presents.length ? 'Ajouter un second lieu de vie' : 'Ajouter le lieu de vie'}
          </Button>
        )}
      </Partie>
    </>
  );
}

function Titulaire({ erreurs, famille, t, chemin, rang, onChange, retirer }: {
  erreurs: Erreurs; famille: FamilleSaisie; t: TitulaireSaisi; chemin: string; rang: number; onChange: (p: Partial<TitulaireSaisi>) => void; retirer: () => void;
}) {
  const nouveau = (partie: Partial<TitulaireSaisi['nouveau']>) => onChange({ nouveau: { ...t.nouveau, ...partie } });
  const erreur = (champ: string) => erreurs[`${chemin}.${champ}`];
  return (
    <fieldset className={classes.bloc}>
      <legend>Titulaire {rang + 1}</legend>
      <div className={classes.duo}>
        <NativeSelect label="Lien" data={choix(QUALITES).slice(1)} value={t.qualite} onChange={(e) => onChange({ qualite: e.currentTarget.value })} />
        <NativeSelect label="Civilité (facultatif)" data={[{ value: '', label: '—' }, { value: 'MADAME', label: 'Madame' }, { value: 'MONSIEUR', label: 'Monsieur' }]} value={t.nouveau.civilite}
          error={erreur('nouveau.civilite')} data-path={`${chemin}.nouveau.civilite`} onChange={(e) => nouveau({ civilite: e.currentTarget.value })} />
      </div>
      <div className={classes.duo}>
        <TextInput label="Nom" autoComplete="off" value={t.nouveau.nom} error={erreur('nouveau.nom')} data-path={`${chemin}.nouveau.nom`} onChange={(e) => nouveau({ nom: e.currentTarget.value })} />
        <TextInput label="Prénom (facultatif)" autoComplete="off" value={t.nouveau.prenoms} onChange={(e) => nouveau({ prenoms: e.currentTarget.value })} />
      </div>
      <div className={classes.duo}>
        <NativeSelect label="Autorité parentale" data={choix(EXERCICES).slice(1)} value={t.exercice} onChange={(e) => onChange({ exercice: e.currentTarget.value })} />
        <TextInput label="Téléphone (facultatif)" autoComplete="off" inputMode="tel" value={t.nouveau.telephone} onChange={(e) => nouveau({ telephone: e.currentTarget.value })} />
      </div>
      <PourQui libelle="Titulaire pour" famille={famille} choisis={t.enfants} onChange={(enfants) => onChange({ enfants })} />
      <Button variant="subtle" size="compact-sm" onClick={retirer}>
        Retirer le titulaire {rang + 1}
      </Button>
    </fieldset>
  );
}

function Foyer({ erreurs, famille, y, chemin, rang, territoires, onChange, retirer }: {
  erreurs: Erreurs; famille: FamilleSaisie; y: FoyerSaisi; chemin: string; rang: number; territoires: { id: string; nom: string }[];
  onChange: (p: Partial<FoyerSaisi>) => void; retirer: () => void;
}) {
  const nouveau = (partie: Partial<FoyerSaisi['nouveau']>) => onChange({ nouveau: { ...y.nouveau, ...partie } });
  return (
    <fieldset className={classes.bloc} data-path={chemin}>
      <legend>Lieu de vie {rang + 1}</legend>
      <TextInput label="Adresse (facultatif)" autoComplete="off" value={y.nouveau.adresse} onChange={(e) => nouveau({ adresse: e.currentTarget.value })} />
      <div className={classes.duo}>
        <TextInput label="Code postal (facultatif)" autoComplete="off" inputMode="numeric" value={y.nouveau.codePostal} error={erreurs[`${chemin}.nouveau.codePostal`]}
          onChange={(e) => nouveau({ codePostal: e.currentTarget.value })} />
        <TextInput label="Commune (facultatif)" autoComplete="off" value={y.nouveau.commune} onChange={(e) => nouveau({ commune: e.currentTarget.value })} />
      </div>
      <NativeSelect label="Territoire (facultatif)" description="L’équipe dont dépend ce lieu : elle sera proposée pour l’évaluation." data={unites(territoires, 'Non précisé')} value={y.nouveau.uniteId}
        onChange={(e) => nouveau({ uniteId: e.currentTarget.value })} />
      <PourQui libelle="Y vivent" famille={famille} choisis={y.enfants} onChange={(enfants) => onChange({ enfants })} />
      {famille.titulaires.length > 0 && (
        <Checkbox.Group label="Adultes qui y vivent (facultatif)" value={y.adultes} onChange={(adultes) => onChange({ adultes })}>
          <Group gap="md" mt={4}>
            {famille.titulaires.map((t, i) => (
              <Checkbox key={t.cle} value={t.cle} label={nomTitulaire(t, i)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      {famille.foyers.length > 1 && <Checkbox label="Lieu de vie principal" checked={y.principal} onChange={(e) => onChange({ principal: e.currentTarget.checked })} />}
      <Checkbox label="Adresse protégée : l’autre parent ne doit pas la connaître" checked={y.nouveau.adresseProtegee} onChange={(e) => nouveau({ adresseProtegee: e.currentTarget.checked })} />
      {y.nouveau.adresseProtegee && (
        <TextInput label="Pourquoi (facultatif)" value={y.nouveau.protectionMotif} onChange={(e) => nouveau({ protectionMotif: e.currentTarget.value })} />
      )}
      <Button variant="subtle" size="compact-sm" onClick={retirer}>
        Retirer le lieu de vie {rang + 1}
      </Button>
    </fieldset>
  );
}

/** A holder the file already knows: kept as it is, for these children. */
function TitulaireConnu({ famille, t, connu, onChange }: { famille: FamilleSaisie; t: TitulaireSaisi; connu: NonNullable<TitulaireSaisi['connu']>; onChange: (p: Partial<TitulaireSaisi>) => void }) {
  const garde = t.garde !== false;
  return (
    <fieldset className={classes.bloc}>
      <legend>{`Déjà connu\u00a0: ${connu.affiche}`}</legend>
      <Checkbox label={`Reprendre ${connu.affiche}, ${connu.detail}`} checked={garde} onChange={(e) => onChange({ garde: e.currentTarget.checked })}
        description={garde ? `${connu.source}.` : 'Rien n’est changé à ce que dit son dossier.'} />
      {garde && <PourQui libelle="Titulaire pour" famille={famille} choisis={t.enfants} onChange={(enfants) => onChange({ enfants })} />}
    </fieldset>
  );
}

/** A home the file already knows; a withheld address is not shown. Who no longer lives there is said here. */
function LieuConnu({ erreurs, famille, y, connu, onChange }: {
  erreurs: Erreurs; famille: FamilleSaisie; y: FoyerSaisi; connu: NonNullable<FoyerSaisi['connu']>; onChange: (p: Partial<FoyerSaisi>) => void;
}) {
  const garde = y.garde !== false;
  const partis = y.partis ?? [];
  const qui = famille.enfants.length > 1 ? famille.enfants.flatMap((e, i) => (connu.de.includes(e.cle) ? [nomDe(e, i)] : [])).join(', ') : 'Le mineur';
  return (
    <fieldset className={classes.bloc}>
      <legend>{`Déjà connu\u00a0: ${connu.affiche}`}</legend>
      <Checkbox label={`${qui}\u00a0: y vit toujours`} checked={garde} onChange={(e) => onChange({ garde: e.currentTarget.checked })} description={`${connu.source}.`} />
      {garde && connu.adultes.map((a) => (
        <Checkbox key={a.adulteId} label={`${a.affiche} y vit toujours`} checked={!partis.includes(a.adulteId)}
          onChange={(e) => onChange({ partis: e.currentTarget.checked ? partis.filter((p) => p !== a.adulteId) : [...partis, a.adulteId] })} />
      ))}
      {(!garde || partis.length > 0) && (
        <ChampDate label="Dernier jour dans ce lieu (facultatif)" description="Sans date, ce sera aujourd’hui." passe value={y.departLe ?? ''} error={Object.entries(erreurs).find(([c]) => c.includes('departs'))?.[1]}
          onChange={(departLe) => onChange({ departLe })} />
      )}
      {garde && <PourQui libelle="Y vivent" famille={famille} choisis={y.enfants} onChange={(enfants) => onChange({ enfants })} />}
      {garde && famille.foyers.length > 1 && <Checkbox label="Lieu de vie principal" checked={y.principal} onChange={(e) => onChange({ principal: e.currentTarget.checked })} />}
    </fieldset>
  );
}

/** For which of several children; nothing is asked when there is only one. None ticked means all of them. */
function PourQui({ libelle, famille, choisis, onChange }: { libelle: string; famille: FamilleSaisie; choisis: string[]; onChange: (cles: string[]) => void }) {
  if (famille.enfants.length < 2) return null;
  const toutes = famille.enfants.map((e) => e.cle);
  return (
    <Checkbox.Group label={libelle} value={choisis.length ? choisis : toutes} onChange={(c) => onChange(c.length === toutes.length ? [] : c)}>
      <Group gap="md" mt={4}>
        {famille.enfants.map((e, i) => (
          <Checkbox key={e.cle} value={e.cle} label={nomDe(e, i)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
