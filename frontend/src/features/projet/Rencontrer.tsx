import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, Partie, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { dateLongue } from '../../commun/temps';
import { chemin, cleProjet, usePersonnes, type Projet, type Proposee } from './api';
import { QUALITES } from './mots';
import { autre, convives, corpsPersonne, Presences, proposee, type PersonneSaisie } from './Personnes';
import classes from './projet.module.css';

interface Proprietes {
  p: Projet;
  fini: () => void;
}

/** Who is invited to the shared meeting, and when. */
export function Inviter({ p, fini }: Proprietes) {
  return <Donnees requete={usePersonnes(p.id)} quoi="Lecture des personnes">{(personnes) => <Invitation p={p} fini={fini} personnes={personnes} />}</Donnees>;
}

function Invitation({ p, fini, personnes }: Proprietes & { personnes: Proposee[] }) {
  const { aujourdhui } = useMoi();
  const cache = useQueryClient();
  const f = useFormulaire({
    nom: 'projet.inviter', sujet: p.id, version: p.version,
    initiales: { le: aujourdhui, prevueLe: '', lieu: '', personnes: personnes.map((x) => ({ ...proposee(x, ''), retenue: true })) as (PersonneSaisie & { retenue: boolean })[] },
    valider: (v) => ({
      le: v.le ? dateIllisible(v.le) : 'Indiquez la date.', prevueLe: v.prevueLe ? dateIllisible(v.prevueLe) : 'Indiquez le jour de la rencontre.',
      personnes: v.personnes.some((x) => x.retenue) ? null : 'Dites qui est invité.',
    }),
    envoyer: (v, { cle }) => api.post(chemin(p.id, '/invitations'), {
      version: p.version, le: v.le, prevueLe: v.prevueLe, lieu: v.lieu || null, personnes: v.personnes.filter((x) => x.retenue).map((x) => corpsPersonne(x, false)),
    }, { cleIdempotence: cle }),
    reussi: () => { annoncer('L’invitation est notée.'); void cache.invalidateQueries({ queryKey: cleProjet(p.id) }); fini(); },
  });
  return (
    <Formulaire f={f} verbe="Noter l’invitation">
      <ChampDate label="Invitations envoyées le" passe {...f.champ('le')} />
      <ChampDate label="Rencontre prévue le" {...f.champ('prevueLe')} />
      <TextInput label="Lieu (facultatif)" autoComplete="off" {...f.champ('lieu')} />
      <Partie titre="Qui est invité">
        {f.form.errors.personnes && <p className={classes.souci} id={`${f.id}-personnes`} tabIndex={-1}>{f.form.errors.personnes}</p>}
        {f.valeurs.personnes.map((x, i) => (
          <div key={i} className={x.libre ? classes.personne : undefined}>
            <Checkbox mt="xs" label={x.libre ? 'Autre personne' : x.nom} description={x.libre ? undefined : x.precision} {...f.champ(`personnes.${i}.retenue`, { type: 'checkbox' })} />
            {x.libre && <TextInput label="Nom" autoComplete="off" {...f.champ(`personnes.${i}.nom`)} />}
            {x.libre && <NativeSelect label="Qualité" data={['TIERS', 'PROFESSIONNEL', 'SERVICE'].map((q) => ({ value: q, label: QUALITES[q]! }))} {...f.champ(`personnes.${i}.qualite`)} />}
          </div>
        ))}
        <div className={classes.boutons}>
          <Button variant="default" size="sm" onClick={() => f.form.setFieldValue('personnes', [...f.valeurs.personnes, { ...autre(''), retenue: true }])}>Ajouter une personne</Button>
        </div>
      </Partie>
    </Formulaire>
  );
}

/** What was said at the shared meeting: who came, the child's own words, each view, what stays in disagreement. */
export function TenirRencontre({ p, fini }: Proprietes) {
  return <Donnees requete={usePersonnes(p.id)} quoi="Lecture des personnes">{(personnes) => <Tenue key={prevueDe(p)?.id ?? 'aucune'} p={p} fini={fini} personnes={personnes} />}</Donnees>;
}

/** The meeting that was prepared last and has no answer yet. */
const prevueDe = (p: Projet) => p.rencontres.filter((r) => r.statut === 'PREVUE').at(-1);

function Tenue({ p, fini, personnes }: Proprietes & { personnes: Proposee[] }) {
  const { aujourdhui } = useMoi();
  const cache = useQueryClient();
  const prevue = prevueDe(p);
  const f = useFormulaire({
    nom: 'projet.rencontre', sujet: p.id, version: p.version,
    initiales: {
      statut: 'TENUE', le: prevue?.prevueLe && prevue.prevueLe <= aujourdhui ? prevue.prevueLe : aujourdhui, lieu: prevue?.lieu ?? '', personnes: convives(prevue?.personnes ?? [], personnes),
      paroleEnfant: '', synthese: '', desaccords: '', motif: '',
    },
    valider: (v) => ({
      le: v.le ? dateIllisible(v.le) : 'Indiquez la date.',
      motif: v.statut === 'NON_TENUE' && !v.motif.trim() ? 'Écrivez pourquoi la rencontre n’a pas eu lieu.' : null,
      personnes: v.statut === 'TENUE' && !v.personnes.some((x) => x.presence === 'PRESENTE') ? 'Dites qui est venu.' : null,
    }),
    envoyer: (v, { motifs, cle }) => api.post(chemin(p.id, '/rencontres'), {
      version: p.version, motifs, rencontreId: prevue?.id ?? null, statut: v.statut, le: v.le, lieu: v.lieu || null,
      personnes: v.statut === 'TENUE' ? v.personnes.filter((x) => x.presence).map((x) => corpsPersonne(x, true)) : [],
      paroleEnfant: v.statut === 'TENUE' ? v.paroleEnfant || null : null, synthese: v.statut === 'TENUE' ? v.synthese || null : null,
      desaccords: v.statut === 'TENUE' ? v.desaccords || null : null, motif: v.statut === 'NON_TENUE' ? v.motif : null,
    }, { cleIdempotence: cle }),
    reussi: (_, v) => { annoncer(v.statut === 'TENUE' ? 'La rencontre est notée.' : 'La rencontre est notée comme non tenue.'); void cache.invalidateQueries({ queryKey: cleProjet(p.id) }); fini(); },
  });
  const tenue = f.valeurs.statut === 'TENUE';
  return (
    <Formulaire f={f} verbe="Noter la rencontre">
      {prevue && <p className={classes.discret}>Rencontre prévue{prevue.prevueLe && ` le ${dateLongue(prevue.prevueLe)}`}{prevue.lieu && `, ${prevue.lieu}`}.</p>}
      <Radio.Group label="La rencontre" {...f.champ('statut')}>
        <Radio mt="xs" value="TENUE" label="a eu lieu" />
        <Radio mt="xs" value="NON_TENUE" label="n’a pas eu lieu" />
      </Radio.Group>
      <ChampDate label="Le" passe {...f.champ('le')} />
      {!tenue && <Textarea label="Pourquoi" autosize minRows={2} {...f.champ('motif')} />}
      {tenue && (
        <>
          <Partie titre="Qui est venu">
            {f.form.errors.personnes && <p className={classes.souci} id={`${f.id}-personnes`} tabIndex={-1}>{f.form.errors.personnes}</p>}
            <Presences f={f} />
          </Partie>
          <Textarea label="Les mots de l’enfant (facultatif)" description={p.enfant.moinsDeDeuxAns ? 'Ce qu’il montre, ce qui l’apaise : décrivez, ne traduisez pas.' : 'Tels qu’il les a dits : ils sont imprimés ainsi, sans correction.'} autosize minRows={3} {...f.champ('paroleEnfant')} />
          <Textarea label="Ce qui a été dit ensemble (facultatif)" autosize minRows={3} {...f.champ('synthese')} />
          <Textarea label="Points de désaccord (facultatif)" description="Gardés tels quels et imprimés avec le projet" autosize minRows={3} {...f.champ('desaccords')} />
        </>
      )}
    </Formulaire>
  );
}
