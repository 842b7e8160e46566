import { Button, Checkbox, FileInput, NativeSelect, Radio, Textarea, TextInput, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { ChampDateHeure, dateIllisible, Formulaire, Partie, useFormulaire } from '../../commun/formulaire';
import { Donnees } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { choix, joindre, unites, useEntourages, useFormulaireReception, type FormulaireReception } from './api';
import { Entourage, Mineurs } from './Famille';
import { corpsFamille, estRepris, manqueALaFamille, nouvelleFamille, reprendre, type FamilleSaisie } from './saisieFamille';
import classes from './reception.module.css';

interface Valeurs {
  mode: string;
  nature: string;
  origine: string;
  transmetteur: { cadre: string; nom: string; qualite: string; contact: string; confidentiel: boolean; retourDemande: boolean };
  famille: FamilleSaisie;
  faits: string;
  urgence: boolean;
  parentsInformes: string;
  parentsInformesPrecision: string;
  reference: string;
  maintenant: boolean;
  recueLe: string;
  regularisation: boolean;
  astreinte: string;
  unite: string;
}

/** Whoever these come from speaks for themselves; everybody else transmits in their profession, unless it is said otherwise. */
const PARTICULIERS = ['FAMILLE', 'PARTICULIER', 'MINEUR'];

export default function EcranSaisie() {
  const requete = useFormulaireReception();
  return (
    <Page titre="Nouvelle information">
      <Donnees requete={requete} quoi="Ouverture du formulaire">
        {(listes) => <Saisie listes={listes} />}
      </Donnees>
    </Page>
  );
}

function Saisie({ listes }: { listes: FormulaireReception }) {
  const aller = useNavigate();
  const [fichiers, setFichiers] = useState<File[]>([]);
  const f = useFormulaire<Valeurs, { id: string; numero: string }>({
    nom: 'information.recevoir',
    initiales: {
      mode: 'TELEPHONE', nature: 'INFORMATION', origine: '',
      transmetteur: { cadre: 'PROFESSIONNEL', nom: '', qualite: '', contact: '', confidentiel: false, retourDemande: false },
      famille: nouvelleFamille(), faits: '', urgence: false, parentsInformes: '', parentsInformesPrecision: '', reference: '',
      maintenant: true, recueLe: '', regularisation: false, astreinte: '', unite: listes.uniteParDefaut ?? '',
    },
    valider: (v) => ({
      origine: v.origine ? null : 'Choisissez de qui vient l’information.',
      ...manqueALaFamille(v.famille, 'famille'),
      faits: v.faits.trim() ? null : 'Écrivez les faits tels qu’ils ont été rapportés.',
      recueLe: v.maintenant ? null : v.recueLe ? dateIllisible(v.recueLe, true) : 'Écrivez la date et l’heure de réception.',
      unite: listes.unites.length > 1 && !v.unite ? 'Choisissez l’unité qui reçoit.' : null,
    }),
    envoyer: (v, { motifs, cle }) => api.post('/api/informations', corps(v, motifs), { cleIdempotence: cle }),
    reussi: (recue, v) => void apres(recue, v.nature === 'SOIT_TRANSMIS'),
  });
  const v = f.valeurs;
  useReprise(v.famille, (x) => f.form.setFieldValue('famille', x));
  const t = v.transmetteur;
  const anonyme = t.cadre === 'ANONYME';
  const snated = v.nature === 'SNATED_119';

  // What came from the parquet may bring a request: its form is offered at once, with the reference already typed.
  // Files leave once the information exists; one that fails is told and can be attached again from its page.
  async function apres(recue: { id: string; numero: string }, parquet: boolean) {
    const echecs: string[] = [];
    for (const fichier of fichiers) {
      try {
        await joindre(recue.id, fichier);
      } catch {
        echecs.push(fichier.name);
      }
    }
    annoncer(`${recue.numero} est enregistrée.`);
    if (echecs.length) annoncer(`Non joint : ${echecs.join(', ')}. Joignez-le depuis la page de l’information.`, { ton: 'erreur' });
    await aller(`/informations/${recue.id}${parquet ? '?consigne=nouvelle' : ''}`);
  }

  const choisirOrigine = (origine: string) => {
    f.form.setFieldValue('origine', origine);
    f.form.setFieldValue('transmetteur.cadre', origine === 'ANONYME' ? 'ANONYME' : PARTICULIERS.includes(origine) ? 'PARTICULIER' : 'PROFESSIONNEL');
  };

  return (
    <Formulaire f={f} verbe="Enregistrer l’information"
      secondaire={<Button variant="default" onClick={() => void aller('/informations')}>Revenir à la liste</Button>}>
      <Partie titre="Qui transmet, et comment">
        <div className={classes.duo}>
          <NativeSelect label="Arrivée par" data={choix(listes.modes).slice(1)} {...f.champ('mode')} data-autofocus />
          <NativeSelect label="Nature" data={choix(listes.natures).slice(1)} {...f.champ('nature')} />
        </div>
        <NativeSelect label="De qui vient-elle ?" data={choix(listes.origines)} {...f.champ('origine')} onChange={(e) => choisirOrigine(e.currentTarget.value)} />
        <Radio.Group label="La personne transmet" {...f.champ('transmetteur.cadre')}>
          <Group gap="lg" mt={4}>
            <Radio value="PROFESSIONNEL" label="dans sa profession" />
            <Radio value="PARTICULIER" label="comme particulier" />
            <Radio value="ANONYME" label="anonymement" />
          </Group>
        </Radio.Group>
        {!anonyme && (
          <>
            <TextInput label="Nom de la personne ayant transmis l’information (facultatif)" autoComplete="off" {...f.champ('transmetteur.nom')} />
            <div className={classes.duo}>
              <TextInput label="Qualité (facultatif)" placeholder="directrice d’école, voisin…" autoComplete="off" {...f.champ('transmetteur.qualite')} />
              <TextInput label="Où la joindre (facultatif)" autoComplete="off" {...f.champ('transmetteur.contact')} />
            </div>
            <Checkbox label="Demande que son identité reste confidentielle" {...f.champ('transmetteur.confidentiel', { type: 'checkbox' })} />
            {t.cadre === 'PARTICULIER' && (
              <Checkbox label="Souhaite être informée des suites" description="Le délai de trois mois court de cette demande. Un professionnel est informé sans le demander."
                {...f.champ('transmetteur.retourDemande', { type: 'checkbox' })} />
            )}
          </>
        )}
        <TextInput label={snated ? 'Référence du 119' : 'Référence (facultatif)'} description={snated ? undefined : 'Numéro du 119, du parquet, d’un autre département…'} autoComplete="off" {...f.champ('reference')} />
      </Partie>

      <Partie titre="Mineurs concernés">
        <Mineurs formId={f.id} erreurs={f.form.errors} chemin="famille" famille={v.famille} onChange={(x) => f.form.setFieldValue('famille', x)} />
      </Partie>

      <Partie titre="Faits rapportés">
        <Textarea label="Ce qui est rapporté, dans les mots de la personne" autosize minRows={5} {...f.champ('faits')} />
        <Checkbox label="Urgence à la réception" {...f.champ('urgence', { type: 'checkbox' })} />
      </Partie>

      <Entourage erreurs={f.form.errors} chemin="famille" famille={v.famille} onChange={(x) => f.form.setFieldValue('famille', x)} territoires={listes.territoires} />

      <Partie titre="Les parents sont-ils informés de cette transmission ?">
        <Radio.Group aria-label="Parents informés" {...f.champ('parentsInformes')}>
          <Group gap="lg" mt={4}>
            <Radio value="OUI" label="Oui" />
            <Radio value="NON" label="Non" />
            <Radio value="INCONNU" label="On ne sait pas" />
          </Group>
        </Radio.Group>
        {v.parentsInformes && <TextInput label="Précision (facultatif)" autoComplete="off" {...f.champ('parentsInformesPrecision')} />}
      </Partie>

      <Partie titre="Réception" aide="La date et l’heure de réception font partir les délais.">
        <Checkbox label="Reçue à l’instant" {...f.champ('maintenant', { type: 'checkbox' })} />
        {!v.maintenant && (
          <>
            <ChampDateHeure label="Reçue le" passe {...f.champ('recueLe')} />
            <Checkbox label="Régularisation : reçue la nuit ou le week-end par un cadre d’astreinte" {...f.champ('regularisation', { type: 'checkbox' })} />
            {v.regularisation && <NativeSelect label="Cadre d’astreinte" data={choix(listes.astreintes)} {...f.champ('astreinte')} />}
          </>
        )}
        {listes.unites.length > 1 && <NativeSelect label="Unité qui reçoit" data={unites(listes.unites)} {...f.champ('unite')} />}
        <FileInput label="Fichiers (facultatif)" description="Ils partent avec l’enregistrement. 20 Mo au plus chacun." multiple clearable value={fichiers} onChange={setFichiers}
          clearButtonProps={{ 'aria-label': 'Retirer les fichiers' }} placeholder="Choisir des fichiers" />
      </Partie>
    </Formulaire>
  );
}

/** The surroundings of each known child come in once its file is read: nothing is asked twice in the life of a file. */
function useReprise(famille: FamilleSaisie, onChange: (f: FamilleSaisie) => void) {
  const connus = famille.enfants.flatMap((e) => (e.choisi?.type === 'connu' ? [{ cle: e.cle, id: e.choisi.enfantId }] : []));
  const lus = useEntourages(connus.map((c) => c.id));
  const aReprendre = connus.flatMap((c) => lus.filter((l) => l.enfantId === c.id && !estRepris(famille, c.cle, l.enfantId)).map((l) => ({ cle: c.cle, lu: l })));
  useEffect(() => {
    if (aReprendre.length) onChange(aReprendre.reduce((x, r) => reprendre(x, r.cle, r.lu), famille));
  });
}

function corps(v: Valeurs, motifs: Record<string, string>) {
  const { maintenant, famille, transmetteur: t, ...reste } = v;
  const anonyme = t.cadre === 'ANONYME';
  return {
    ...reste, motifs,
    transmetteur: anonyme ? { cadre: t.cadre, confidentiel: false, retourDemande: false } : { ...t, retourDemande: t.cadre === 'PARTICULIER' && t.retourDemande },
    famille: corpsFamille(famille),
    recueLe: maintenant ? null : v.recueLe,
    regularisation: !maintenant && v.regularisation,
    astreinte: v.astreinte || null,
    parentsInformes: v.parentsInformes || null,
    unite: v.unite || null,
  };
}
