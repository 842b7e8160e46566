import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire, type FormulaireVue } from '../../commun/formulaire';
import { useAnnulation } from '../../commun/retour/annulation';
import { dateLongue } from '../../commun/temps';
import { useFin, type PageFin } from './api';
import classes from './decision.module.css';

const VIDES = {
  motif: '', le: '', departement: '', informes: 'oui', parentsInformesLe: '', parentsNonInformes: '', pieces: '', envoyeeLe: '', accuseRecuLe: '',
  cafInterrogeeLe: '', cafReponse: '', cpamInterrogeeLe: '', cpamReponse: '', doublonNumero: '', precision: '',
};
type Valeurs = typeof VIDES;

/** Endings that are not decisions. */
export default function Fin({ ipId, onFini }: { ipId: string; tacheId?: string; onFini: () => void }) {
  return (
    <Donnees requete={useFin(ipId)} quoi="Lecture du dossier">
      {(p) => (p.peutClore ? <Formule p={p} onFini={onFini} /> : <EtatVide titre={`Ce dossier est « ${p.etatLibelle} » : il ne finit plus autrement.`} />)}
    </Donnees>
  );
}

function Formule({ p, onFini }: { p: PageFin; onFini: () => void }) {
  const annuler = useAnnulation(p.ipId);
  const f = useFormulaire<Valeurs>({
    nom: 'ip.fin',
    sujet: p.ipId,
    version: p.version,
    initiales: { ...VIDES, le: p.aujourdhui },
    valider: (v) => ({
      motif: v.motif ? null : 'Choisissez pourquoi ce dossier finit sans décision.',
      le: v.le ? dateIllisible(v.le) : 'Indiquez la date.',
      doublonDe: v.motif === 'DOUBLON' && !v.doublonNumero.trim() ? 'Indiquez le dossier qui reste.' : null,
    }),
    envoyer: (v, { motifs, cle }) =>
      api.post(`/api/ip/${p.ipId}/fin`, {
        version: p.version, motifs, motif: v.motif, le: v.le, departement: v.departement || null,
        parentsInformesLe: v.informes === 'oui' ? v.parentsInformesLe || null : null, parentsNonInformes: v.informes === 'non' ? v.parentsNonInformes || null : null,
        pieces: v.pieces.split('\n').map((x) => x.trim()).filter(Boolean), envoyeeLe: v.envoyeeLe || null, accuseRecuLe: v.accuseRecuLe || null,
        cafInterrogeeLe: v.cafInterrogeeLe || null, cafReponse: v.cafReponse || null, cpamInterrogeeLe: v.cpamInterrogeeLe || null, cpamReponse: v.cpamReponse || null,
        doublonNumero: v.motif === 'DOUBLON' ? v.doublonNumero : null, precision: v.precision || null,
      }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Le dossier est clos sans décision.', { annuler });
      onFini();
    },
  });
  const v = f.valeurs;
  return (
    <Formulaire f={f} verbe="Mettre fin au dossier" consequence="Plus rien n’attendra dans ce dossier. Il reste lisible, et se rouvre s’il a été clos par erreur.">
      <Radio.Group label="Pourquoi ce dossier finit-il sans décision ?" {...f.champ('motif')}>
        <div data-path="motif">
          {p.motifs.map((m) => (
            <Radio key={m.code} value={m.code} mt={8} label={m.libelle} />
          ))}
        </div>
      </Radio.Group>
      <ChampDate label={v.motif === 'DECEDE' ? 'Décès le' : v.motif === 'DEVENU_MAJEUR' ? 'Majeur le' : 'Depuis le'} passe {...f.champ('le')} />
      {v.motif === 'TRANSFEREE' && <Transfert f={f} p={p} />}
      {v.motif === 'INTROUVABLE' && <Recherche f={f} />}
      {v.motif === 'DOUBLON' && (
        <div data-path="doublonDe">
          <TextInput label="Le dossier qui reste" description="Son numéro, par exemple IP-2026-0412." autoComplete="off" {...f.champ('doublonNumero')} error={f.form.errors.doublonDe} />
        </div>
      )}
      <Textarea label="Précision (facultatif)" autosize minRows={2} {...f.champ('precision')} />
    </Formulaire>
  );
}

function Transfert({ f, p }: { f: FormulaireVue<Valeurs>; p: PageFin }) {
  const v = f.valeurs;
  return (
    <>
      <p className={classes.discret}>L’information a été reçue le {dateLongue(p.recueLe)} : cette date d’origine suit le dossier.</p>
      <TextInput label="Département qui reçoit le dossier" autoComplete="off" {...f.champ('departement')} />
      <Radio.Group label="Les parents sont-ils informés du transfert ?" {...f.champ('informes')}>
        <Radio value="oui" label="Oui" mt={8} />
        <Radio value="non" label="Non" mt={8} />
      </Radio.Group>
      {v.informes === 'oui' ? <ChampDate label="Informés le" passe {...f.champ('parentsInformesLe')} /> : <TextInput label="Pourquoi non" autoComplete="off" {...f.champ('parentsNonInformes')} />}
      <Textarea label="Pièces transmises" description="Une par ligne." autosize minRows={3} {...f.champ('pieces')} />
      <div className={classes.duo}>
        <ChampDate label="Envoyé le" passe {...f.champ('envoyeeLe')} />
        <ChampDate label="Accusé de réception reçu le (facultatif)" passe {...f.champ('accuseRecuLe')} />
      </div>
    </>
  );
}

function Recherche({ f }: { f: FormulaireVue<Valeurs> }) {
  return (
    <>
      <p className={classes.discret}>La CAF et la CPAM ont dix jours pour donner l’adresse (L221-3).</p>
      <div className={classes.duo}>
        <ChampDate label="CAF interrogée le" passe {...f.champ('cafInterrogeeLe')} />
        <TextInput label="Réponse de la CAF (facultatif)" autoComplete="off" {...f.champ('cafReponse')} />
      </div>
      <div className={classes.duo}>
        <ChampDate label="CPAM interrogée le" passe {...f.champ('cpamInterrogeeLe')} />
        <TextInput label="Réponse de la CPAM (facultatif)" autoComplete="off" {...f.champ('cpamReponse')} />
      </div>
    </>
  );
}

/** One minor leaves, the file goes on for the others. */
export function SortieMineur({ ipId, onFini }: { ipId: string; tacheId?: string; onFini: () => void }) {
  return (
    <Donnees requete={useFin(ipId)} quoi="Lecture du dossier">
      {(p) => (p.mineurs.length > 1 ? <Sortie p={p} onFini={onFini} /> : <EtatVide titre="C’est le seul mineur du dossier.">Mettez fin au dossier avec ce motif.</EtatVide>)}
    </Donnees>
  );
}

function Sortie({ p, onFini }: { p: PageFin; onFini: () => void }) {
  const annuler = useAnnulation(p.ipId);
  const f = useFormulaire({
    nom: 'ip.sortie-mineur',
    sujet: p.ipId,
    version: p.version,
    initiales: { mineurId: p.mineurs[0]!.mineurId, motif: 'DEVENU_MAJEUR', le: p.aujourdhui },
    valider: (v) => ({ le: v.le ? dateIllisible(v.le) : 'Indiquez la date.' }),
    envoyer: (v, { cle }) => api.post(`/api/ip/${p.ipId}/sortie-mineur`, { ...v, version: p.version }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Le mineur est sorti du dossier, qui continue pour les autres.', { annuler });
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Sortir ce mineur du dossier" consequence="Le dossier continue pour les autres mineurs ; les échéances de celui-ci s’arrêtent.">
      <NativeSelect label="Mineur" data={p.mineurs.map((m) => ({ value: m.mineurId, label: `${m.nom}, ${m.age}` }))} {...f.champ('mineurId')} />
      <NativeSelect label="Pourquoi" data={p.motifs.filter((m) => m.code === 'DEVENU_MAJEUR' || m.code === 'DECEDE').map((m) => ({ value: m.code, label: m.libelle }))} {...f.champ('motif')} />
      <ChampDate label="Le" passe {...f.champ('le')} />
    </Formulaire>
  );
}

/** The département that received the file says so. */
export function AccuseReception({ ipId, onFini }: { ipId: string; tacheId?: string; onFini: () => void }) {
  return (
    <Donnees requete={useFin(ipId)} quoi="Lecture du dossier">
      {(p) => (p.accuseAttendu ? <Accuse p={p} onFini={onFini} /> : <EtatVide titre="Aucun accusé de réception n’est attendu pour ce dossier." />)}
    </Donnees>
  );
}

function Accuse({ p, onFini }: { p: PageFin; onFini: () => void }) {
  const f = useFormulaire({
    initiales: { le: p.aujourdhui },
    valider: (v) => ({ le: v.le ? dateIllisible(v.le) : 'Indiquez la date.' }),
    envoyer: (v, { cle }) => api.post(`/api/ip/${p.ipId}/fin/accuse-reception`, v, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('L’accusé de réception est noté.');
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Noter l’accusé de réception">
      <ChampDate label={`Reçu de ${p.fin?.departement ?? 'l’autre département'} le`} passe {...f.champ('le')} />
    </Formulaire>
  );
}
