import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { ChoixEnfant } from '../../commun/enfant/ChoixEnfant';
import { Chargement, EnErreur } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, Partie, useFormulaire } from '../../commun/formulaire';
import { mot, useMoi } from '../../commun/moi';
import { pluriel } from '../../commun/temps';
import { options, useChoix, usePreparation, type Choix, type EnfantProposable, type Preparation } from './api';
import { DUREES } from './durees';
import classes from './mesures.module.css';

interface Proprietes {
  ip: string | null;
  enfants: string[];
  fini: (mesures: string[]) => void;
}

/** Opens a measure for one child or several under one decision; each has their own. */
export function Ouverture(p: Proprietes) {
  const choix = useChoix();
  const depart = usePreparation(p.ip, p.enfants);
  const attend = p.ip !== null || p.enfants.length > 0;
  if (choix.isError) return <EnErreur erreur={choix.error} reessayer={() => void choix.refetch()} />;
  if (depart.isError) return <EnErreur erreur={depart.error} reessayer={() => void depart.refetch()} />;
  if (!choix.data || (attend && !depart.data)) return <Chargement quoi="Ouverture du formulaire" />;
  return <Forme {...p} choix={choix.data} depart={depart.data ?? null} />;
}

interface Valeurs {
  enfants: string[];
  baseLegale: string;
  produit: string;
  uniteId: string;
  exercice: string;
  serviceId: string;
  urgence: boolean;
  provisoire: boolean;
  autorite: string;
  juridiction: string;
  magistrat: string;
  reference: string;
  decideeLe: string;
  duree: string;
  terme: string;
  debutPrevu: string;
  intensite: string;
  lieu: string;
  audienceLe: string;
  ordonnanceRecueLe: string;
  tiersRecherches: string;
  motivation: string;
  accords: { adulteId: string; statut: string; le: string; motif: string }[];
}

function lire(choix: Choix, v: Valeurs) {
  const base = choix.bases.find((b) => b.code === v.baseLegale);
  return { base, produit: choix.produits.find((x) => x.code === v.produit), judiciaire: base?.cadre === 'JUDICIAIRE' };
}

function Forme({ ip, fini, choix, depart }: Proprietes & { choix: Choix; depart: Preparation | null }) {
  const moi = useMoi();
  const aide = depart?.aides.find((a) => !a.mesureId);
  const aOuvrir = depart?.aides.filter((a) => !a.mesureId).map((a) => a.enfantId) ?? [];
  const f = useFormulaire<Valeurs, { mesures: string[] }>({
    nom: 'mesure.ouvrir',
    sujet: ip,
    initiales: {
      enfants: aOuvrir.length ? aOuvrir : (depart?.enfants.map((e) => e.id) ?? []), baseLegale: choix.produits.find((x) => x.code === aide?.produit)?.bases[0] ?? '', produit: aide?.produit ?? '',
      uniteId: choix.territoires.find((t) => moi.unites.some((u) => u.id === t.code))?.code ?? choix.territoires[0]?.code ?? '', exercice: '', serviceId: '', urgence: false, provisoire: false,
      autorite: aide ? 'PRESIDENT' : '', juridiction: '', magistrat: '', reference: '', decideeLe: aide?.decideeLe ?? moi.aujourdhui, duree: '', terme: '', debutPrevu: '', intensite: '', lieu: '',
      audienceLe: '', ordonnanceRecueLe: '', tiersRecherches: '', motivation: '', accords: [],
    },
    valider: (v) => ({
      enfants: v.enfants.length ? null : 'Choisissez l’enfant ou les enfants que la décision concerne.',
      produit: v.produit ? null : 'Choisissez la mesure.',
      baseLegale: v.baseLegale ? null : 'Choisissez la base légale.',
      autorite: v.autorite ? null : 'Choisissez qui a décidé.',
      uniteId: v.uniteId ? null : 'Choisissez le territoire.',
      decideeLe: v.decideeLe ? dateIllisible(v.decideeLe) : 'Indiquez la date de la décision.',
      terme: dateIllisible(v.terme), debutPrevu: dateIllisible(v.debutPrevu), audienceLe: dateIllisible(v.audienceLe), ordonnanceRecueLe: dateIllisible(v.ordonnanceRecueLe),
      ...Object.fromEntries(v.accords.map((a, i) => [`accords.${i}.le`, a.statut !== 'ATTENDU' && a.statut !== '' ? (a.le ? dateIllisible(a.le) : 'Indiquez la date.') : null])),
    }),
    envoyer: (v, { motifs, cle }): Promise<{ mesures: string[] }> => {
      const vide = (t: string) => (t === '' ? null : t);
      const { produit, judiciaire } = lire(choix, v);
      const { exercice, ...reste } = v;
      return api.post('/api/mesures', {
        ...reste, ipId: ip, exerceeParUnite: exercice === 'UNITE' || (exercice === '' && produit?.exercice === 'UNITE'), serviceId: exercice === 'UNITE' ? null : vide(v.serviceId), juridiction: judiciaire ? vide(v.juridiction) : null,
        magistrat: judiciaire ? vide(v.magistrat) : null, reference: judiciaire ? vide(v.reference) : null, duree: vide(v.duree), terme: v.duree ? null : vide(v.terme), debutPrevu: vide(v.debutPrevu),
        intensite: vide(v.intensite), lieu: vide(v.lieu), audienceLe: judiciaire ? vide(v.audienceLe) : null, ordonnanceRecueLe: judiciaire ? vide(v.ordonnanceRecueLe) : null, tiersRecherches: vide(v.tiersRecherches),
        motivation: vide(v.motivation), accords: judiciaire ? [] : v.accords.filter((a) => a.statut).map((a) => ({ ...a, le: a.statut === 'ATTENDU' ? null : vide(a.le), motif: vide(a.motif) })), motifs,
      }, { cleIdempotence: cle });
    },
    reussi: (r) => {
      annoncer(r.mesures.length === 1 ? 'La mesure est ouverte.' : `${pluriel(r.mesures.length, 'mesure est ouverte', 'mesures sont ouvertes')} par cette décision.`);
      fini(r.mesures);
    },
  });
  const v = f.valeurs;
  const lus = usePreparation(ip, v.enfants);
  const connus = lus.data?.enfants ?? depart?.enfants ?? [];
  const { base, produit, judiciaire } = lire(choix, v);
  const parService = v.exercice !== 'UNITE' && produit?.exercice !== 'UNITE';
  const choisis = connus.filter((e) => v.enfants.includes(e.id));
  const titulaires = [...new Map(choisis.flatMap((e) => e.titulaires).map((t) => [t.adulteId, t])).values()];
  const accordAttendu = base && !judiciaire && !base.sansAccord;
  // Each holder of the children named has a line; what was typed of one stays.
  const cles = titulaires.map((t) => t.adulteId).join();
  useEffect(() => {
    const avant = f.form.getValues().accords;
    if (cles !== avant.map((a) => a.adulteId).join())
      f.form.setFieldValue('accords', (cles ? cles.split(',') : []).map((id) => avant.find((a) => a.adulteId === id) ?? { adulteId: id, statut: 'ATTENDU', le: '', motif: '' }) as never);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the form's setters are stable
  }, [cles]);
  const bases = choix.bases.filter((b) => !produit || produit.bases.includes(b.code) || b.code === v.baseLegale);
  return (
    <Formulaire f={f} verbe={v.enfants.length > 1 ? `Ouvrir ${v.enfants.length} mesures` : 'Ouvrir la mesure'}
      consequence={v.enfants.length > 1 && 'Une seule décision, une mesure pour chaque enfant : chacune a ensuite sa propre vie.'}>
      <Partie titre="Pour qui">
        <Enfants connus={connus} aides={depart?.aides ?? []} choisis={v.enfants} changer={(e) => f.form.setFieldValue('enfants', e as never)} erreur={f.form.errors.enfants} formId={f.id} />
      </Partie>
      <Partie titre="Quelle mesure">
        <NativeSelect label="Mesure" data={options(choix.produits, 'Choisissez…')} {...f.champ('produit')}
          onChange={(e) => {
            const x = choix.produits.find((y) => y.code === e.currentTarget.value);
            f.form.setFieldValue('produit', e.currentTarget.value as never);
            if (x && !x.bases.includes(v.baseLegale)) f.form.setFieldValue('baseLegale', (x.bases.length === 1 ? x.bases[0]! : '') as never);
          }} />
        <NativeSelect label="Base légale" description={base && `${base.article}, cadre ${base.cadre.toLowerCase()}${base.aValider ? ', à valider' : ''}`}
          data={options(bases.map((b) => ({ code: b.code, libelle: b.libelle })), 'Choisissez…')} {...f.champ('baseLegale')} />
        {(produit?.intensites.length ?? 0) > 0 && <NativeSelect label="Intensité" data={options(produit!.intensites, 'Non précisée')} {...f.champ('intensite')} />}
        <Checkbox label="En urgence" mt="xs" {...f.champ('urgence', { type: 'checkbox' })} />
        {judiciaire && <Checkbox label="Mesure provisoire" mt="xs" {...f.champ('provisoire', { type: 'checkbox' })} />}
      </Partie>
      <Partie titre="La décision">
        <NativeSelect label="Décidée par" data={options(choix.autorites.filter((a) => !base || base.autorites.includes(a.code) || a.code === v.autorite), 'Choisissez…')} {...f.champ('autorite')} />
        <ChampDate label={judiciaire ? 'Ordonnance du' : 'Décidée le'} passe {...f.champ('decideeLe')} />
        {judiciaire && (
          <>
            <TextInput label="Tribunal (facultatif)" autoComplete="off" {...f.champ('juridiction')} />
            <TextInput label="Magistrat (facultatif)" autoComplete="off" {...f.champ('magistrat')} />
            <TextInput label="Référence (facultatif)" autoComplete="off" {...f.champ('reference')} />
            <ChampDate label="Audience tenue le (facultatif)" passe {...f.champ('audienceLe')} />
            <ChampDate label="Ordonnance reçue le (facultatif)" passe {...f.champ('ordonnanceRecueLe')} />
          </>
        )}
        <NativeSelect label="Durée" data={[{ value: '', label: 'Selon le terme écrit' }, ...DUREES]} {...f.champ('duree')} />
        {!v.duree && <ChampDate label="Terme (facultatif)" description="Dernier jour de la mesure, tel que la décision l’écrit" {...f.champ('terme')} />}
        <ChampDate label="Début prévu (facultatif)" {...f.champ('debutPrevu')} />
        {produit?.tiersObligatoires && base?.accueil && !v.urgence && (
          <Radio.Group label="Un accueil par un tiers a-t-il été recherché ?" description="Passage obligatoire avant un placement, hors urgence" {...f.champ('tiersRecherches')}>
            <Radio value="OUI" label="Oui, un tiers est possible" mt="xs" />
            <Radio value="SANS_RESULTAT" label="Oui, sans résultat" mt="xs" />
            <Radio value="NON" label="Non" mt="xs" />
          </Radio.Group>
        )}
        <Textarea label="Motivation (facultatif)" autosize minRows={2} {...f.champ('motivation')} />
      </Partie>
      {accordAttendu && (
        <Partie titre="Accord des titulaires de l’autorité parentale" aide={titulaires.length ? 'Tant qu’un accord est attendu, la mesure n’attend pas d’être exercée. Un accord se retire à tout moment.' : 'Aucun titulaire n’est connu pour ces enfants : complétez leur dossier pour noter les accords.'}>
          {v.accords.map((a, i) => (
            <fieldset key={a.adulteId} className={classes.accord}>
              <legend>{titulaires.find((t) => t.adulteId === a.adulteId)?.nom ?? 'Titulaire'}</legend>
              <NativeSelect label="Sa réponse" data={[{ value: 'ATTENDU', label: 'Attendue' }, { value: 'DONNE', label: 'Accord donné' }, { value: 'REFUSE', label: 'Accord refusé' }, { value: 'IMPOSSIBLE', label: 'Impossible à demander' }]} {...f.champ(`accords.${i}.statut`)} />
              {a.statut !== 'ATTENDU' && <ChampDate label="Le" passe {...f.champ(`accords.${i}.le`)} />}
              {a.statut === 'IMPOSSIBLE' && <TextInput label="Pourquoi" autoComplete="off" {...f.champ(`accords.${i}.motif`)} />}
            </fieldset>
          ))}
        </Partie>
      )}
      <Partie titre="Qui l’exerce">
        <NativeSelect label={mot(moi, 'unite', 'Territoire')} data={options(choix.territoires, 'Choisissez…')} {...f.champ('uniteId')} />
        {produit?.exercice === 'MIXTE' && (
          <Radio.Group label="Exercée par" {...f.champ('exercice')}>
            <Radio value="UNITE" label="le territoire lui-même" mt="xs" />
            <Radio value="SERVICE" label="un service habilité" mt="xs" />
          </Radio.Group>
        )}
        {produit && parService && <NativeSelect label="Service" description="S’il n’est pas encore choisi, la mesure entre dans la liste d’attente." data={options(choix.services, 'À affecter')} {...f.champ('serviceId')} />}
        {produit && !parService && <p className={classes.discret}>Cette mesure est exercée par le territoire lui-même.</p>}
        <NativeSelect label="Lieu de l’intervention" data={options(choix.lieux, 'Non précisé')} {...f.champ('lieu')} />
      </Partie>
    </Formulaire>
  );
}

/** Children of the decision: those of the IP or of the page it came from, and others by search. */
function Enfants({ connus, aides, choisis, changer, erreur, formId }: {
  connus: EnfantProposable[];
  aides: Preparation['aides'];
  choisis: string[];
  changer: (enfants: string[]) => void;
  erreur: React.ReactNode;
  formId: string;
}) {
  const [autre, setAutre] = useState(connus.length === 0);
  return (
    <>
      {connus.length > 0 && (
        <div role="group" aria-label="Enfants" data-path="enfants">
          {connus.map((e) => {
            const a = aides.find((x) => x.enfantId === e.id);
            return (
              <Checkbox key={e.id} mt="xs" label={`${e.affiche}, ${e.age}`} checked={choisis.includes(e.id)}
                description={a && `${a.aideLibelle}${a.mesureId ? ' : mesure déjà ouverte' : ''}`}
                onChange={(x) => changer(x.currentTarget.checked ? [...choisis, e.id] : choisis.filter((c) => c !== e.id))} />
            );
          })}
        </div>
      )}
      {autre ? (
        <ChoixEnfant valeur={null} chemin={connus.length ? 'autreEnfant' : 'enfants'} formId={formId} libelle={connus.length ? 'Autre enfant' : 'Enfant'} exclus={choisis} seulementConnu
          erreurs={connus.length ? {} : { enfants: erreur }}
          onChange={(c) => {
            if (c?.type === 'connu') {
              changer([...choisis, c.enfantId]);
              setAutre(false);
            }
          }} />
      ) : (
        <div className={classes.boutons}><Button variant="default" size="sm" onClick={() => setAutre(true)}>Ajouter un enfant à cette décision</Button></div>
      )}
      {connus.length > 0 && erreur && <p role="alert" className={classes.alerte}>{erreur}</p>}
    </>
  );
}
