import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link } from 'react-router';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire, type FormulaireVue } from '../../commun/formulaire';
import { useAnnulation } from '../../commun/retour/annulation';
import { dateLongue, pluriel } from '../../commun/temps';
import { useInformations, type DestinataireLu, type PageInformation } from './api';
import classes from './decision.module.css';

interface Ligne {
  cle: string;
  /** '' nothing yet, a means, or « non:<motif> ». */
  reponse: string;
  donneeLe: string;
  precision: string;
}

interface Valeurs {
  lignes: Ligne[];
  terminer: boolean;
}

export const cleDestinataire = (d: { genre: string; referenceId: string; mineurId: string | null }) => `${d.genre}/${d.referenceId}/${d.mineurId ?? ''}`;

/** The people who are owed the outcome: told, by what means and when, or why not. */
export default function Information({ ipId, onFini }: { ipId: string; tacheId?: string; onFini: () => void }) {
  return (
    <Donnees requete={useInformations(ipId)} quoi="Lecture des personnes à informer">
      {(p) => <Formule key={p.version} p={p} onFini={onFini} />}
    </Donnees>
  );
}

function Formule({ p, onFini }: { p: PageInformation; onFini: () => void }) {
  const annuler = useAnnulation(p.ipId);
  const restants = p.destinataires.filter((d) => !d.information);
  const f = useFormulaire<Valeurs, PageInformation>({
    nom: 'ip.informer',
    sujet: p.ipId,
    version: p.version,
    initiales: { lignes: restants.map((d) => ({ cle: cleDestinataire(d), reponse: '', donneeLe: p.aujourdhui, precision: '' })), terminer: false },
    valider: (v) => ({
      terminer: v.lignes.some((l) => l.reponse) || manquants(v, restants) === 0 ? null : 'Écrivez au moins ce qu’une personne a su, ou pourquoi elle ne l’a pas su.',
      ...Object.fromEntries(v.lignes.map((l, i) => [`lignes.${i}.donneeLe`, dite(l) ? (l.donneeLe ? dateIllisible(l.donneeLe) : 'Indiquez le jour.') : null])),
    }),
    envoyer: (v, { cle }) => {
      const ecrites = v.lignes.flatMap((l, i) => (l.reponse ? [{ l, d: restants[i]! }] : []));
      return api.post<PageInformation>(`/api/ip/${p.ipId}/informations`, {
        version: p.version,
        terminer: p.etat === 'A_INFORMER' && manquants(v, restants) === 0,
        lignes: ecrites.map(({ l, d }) => ({
          genre: d.genre, referenceId: d.referenceId, mineurId: d.mineurId, moyen: dite(l) ? l.reponse : null, donneeLe: dite(l) ? l.donneeLe : null,
          motifRefus: dite(l) ? null : l.reponse.slice(4), precision: l.precision || null,
        })),
      }, { cleIdempotence: cle });
    },
    reussi: (page) => {
      annoncer(page.reste === 0 ? 'Toutes les personnes sont informées.' : `C’est enregistré ; ${pluriel(page.reste, 'personne')} à informer encore.`, { annuler });
      onFini();
    },
  });
  const reste = manquants(f.valeurs, restants);
  const toutesDites = p.etat === 'A_INFORMER' && reste === 0;
  return (
    <Formulaire f={f} verbe={toutesDites ? 'Terminer l’information' : 'Enregistrer'}
      libelleChamps={(c) => {
        const n = c.match(/^lignes\.(\d+)/)?.[1];
        return n === undefined ? undefined : restants[Number(n)]?.nom;
      }}
      consequence={toutesDites ? 'Toutes les personnes auront été informées, ou il sera écrit pourquoi non : le délai de traitement s’arrête.'
        : `${pluriel(reste, 'personne')} à informer encore : vous pourrez revenir.`}>
      {p.destinataires.some((d) => d.information) && (
        <ul className={classes.liste}>
          {p.destinataires.filter((d) => d.information).map((d) => (
            <li key={cleDestinataire(d)}>
              ✓ {d.nom}{d.mineur && ` pour ${d.mineur}`} : {d.information!.moyenLibelle ? `${d.information!.moyenLibelle.toLowerCase()}, le ${dateLongue(d.information!.donneeLe)}` : `pas informé : ${d.information!.motifLibelle?.toLowerCase()}`}
            </li>
          ))}
        </ul>
      )}
      {restants.map((d, i) => (
        <UneLigne key={cleDestinataire(d)} f={f} p={p} d={d} i={i} />
      ))}
      <div data-path="terminer" />
    </Formulaire>
  );
}

const dite = (l: Ligne) => l.reponse !== '' && !l.reponse.startsWith('non:');

/** How many are owed the outcome and have no answer in the form. */
const manquants = (v: Valeurs, restants: DestinataireLu[]) => restants.filter((d, i) => d.du && !v.lignes[i]?.reponse).length;

function UneLigne({ f, p, d, i }: { f: FormulaireVue<Valeurs>; p: PageInformation; d: DestinataireLu; i: number }) {
  const l = f.valeurs.lignes[i];
  if (!l) return null;
  const lettre = new URLSearchParams({ genre: d.genre, reference: d.referenceId, ...(d.mineurId ? { mineur: d.mineurId } : {}) });
  // The other lines of the same adult: one letter often tells of every minor.
  const autres = p.destinataires.filter((x) => !x.information).flatMap((x, n) => (n !== i && x.genre === d.genre && x.referenceId === d.referenceId ? [n] : []));
  return (
    <fieldset className={classes.bloc} data-path={`lignes.${i}`}>
      <legend>
        {d.nom}
        {d.qualite && `, ${d.qualite.toLowerCase()}`}
        {d.mineur && `, pour ${d.mineur}`}
      </legend>
      <p className={classes.discret}>
        {d.droit} {d.issueLibelle && `Décision : ${d.issueLibelle.toLowerCase()}.`}
      </p>
      {d.interdit && <p className={classes.interdit}>⏸ {d.interdit}</p>}
      <div className={classes.duo}>
        <NativeSelect label="Informé par, ou pourquoi non" {...f.champ(`lignes.${i}.reponse`)} error={f.champ(`lignes.${i}.reponse`).error ?? f.form.errors[`lignes.${i}.moyen`] ?? f.form.errors[`lignes.${i}.motifRefus`]}
          data={[
            { value: '', label: d.du ? 'À informer' : 'Rien n’est dû' },
            { group: 'Informé par', items: p.moyens.map((m) => ({ value: m.code, label: m.libelle })) },
            ...(d.motifs.length ? [{ group: 'Pas informé', items: d.motifs.map((m) => ({ value: `non:${m.code}`, label: m.libelle })) }] : []),
          ]} />
        {dite(l) && <ChampDate label="Le" passe {...f.champ(`lignes.${i}.donneeLe`)} />}
        {l.reponse.startsWith('non:') && <TextInput label="Précision (facultatif)" autoComplete="off" {...f.champ(`lignes.${i}.precision`)} />}
      </div>
      <div className={classes.actes}>
        {!d.interdit && <Link to={`/ip/${p.ipId}/lettre?${lettre}`}>Préparer le courrier</Link>}
        {l.reponse && autres.some((n) => f.valeurs.lignes[n]?.reponse !== l.reponse) && (
          <Button size="compact-sm" variant="subtle" onClick={() => autres.forEach((n) => {
            f.form.setFieldValue(`lignes.${n}.reponse`, l.reponse as never);
            f.form.setFieldValue(`lignes.${n}.donneeLe`, l.donneeLe as never);
          })}>
            La même réponse pour ses autres enfants
          </Button>
        )}
      </div>
    </fieldset>
  );
}
