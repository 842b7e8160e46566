import { Button, Checkbox, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { enProbleme } from '../../commun/api/probleme';
import { Donnees } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, Partie, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { dateLongue } from '../../commun/temps';
import { chemin, cleProjet, usePersonnes, type Masquable, type Projet, type Proposee, type Version } from './api';
import { MOYENS } from './mots';
import { telechargerApercu } from './papiers';
import classes from './projet.module.css';

interface Proprietes {
  p: Projet;
  fini: () => void;
}

interface Valeurs {
  qui: string;
  nom: string;
  masques: string[];
  moyen: string;
  le: string;
}

/** One copy for one person: what is hidden from them, the paper seen before, by what means and when. */
export function Remettre({ p, fini }: Proprietes) {
  return <Donnees requete={usePersonnes(p.id)} quoi="Lecture des personnes">{(personnes) => <Remise p={p} fini={fini} personnes={personnes} />}</Donnees>;
}

const destinataire = (v: Valeurs) => {
  const [genre, id] = v.qui.split('/');
  return { destinataire: genre ?? '', adulteId: genre === 'TITULAIRE' ? id! : null, serviceId: genre === 'SERVICE' ? id! : null, nom: genre === 'TIERS' ? v.nom || null : null };
};

function Remise({ p, fini, personnes }: Proprietes & { personnes: Proposee[] }) {
  const { aujourdhui } = useMoi();
  const cache = useQueryClient();
  const version = p.versions.filter((v) => v.etat !== 'EN_COURS').sort((a, b) => b.numero - a.numero)[0];
  const dejaRemis = (cle: string) => p.remises.filter((r) => r.versionId === version?.id && `${r.destinataire}/${r.adulteId ?? r.serviceId ?? ''}` === cle).map((r) => dateLongue(r.le)).at(-1);
  const f = useFormulaire<Valeurs>({
    nom: 'projet.remettre', sujet: p.id, version: p.version,
    initiales: { qui: '', nom: '', masques: [], moyen: '', le: aujourdhui },
    valider: (v) => ({
      qui: v.qui ? null : 'Choisissez à qui le projet est remis.', nom: v.qui === 'TIERS/' && !v.nom.trim() ? 'Dites à qui précisément.' : null,
      moyen: v.moyen ? null : 'Choisissez comment il est remis.', le: v.le ? dateIllisible(v.le) : 'Indiquez la date.',
    }),
    envoyer: (v, { cle }) => api.post(chemin(p.id, '/remises'), { version: p.version, versionId: version!.id, remises: [{ ...destinataire(v), masques: v.masques, moyen: v.moyen, le: v.le, documentId: null }] }, { cleIdempotence: cle }),
    reussi: () => { annoncer('La remise est notée ; l’exemplaire est gardé.'); void cache.invalidateQueries({ queryKey: cleProjet(p.id) }); fini(); },
  });
  if (!version) return <p>Aucune version n’est établie.</p>;
  const choix = [
    ...personnes.map((x) => ({ value: `${x.qualite}/${x.adulteId ?? x.serviceId ?? ''}`, label: x.nom, description: x.precision })),
    { value: 'JUGE/', label: 'Le juge des enfants', description: 'Rien n’est masqué d’office' },
    { value: 'TIERS/', label: 'Une autre personne', description: 'Tiers digne de confiance, personne désignée par le projet' },
  ];
  return (
    <Formulaire f={f} verbe="Noter la remise" libelleChamps={(c) => (c.startsWith('remises.0.') ? undefined : undefined)}
      consequence={f.valeurs.qui && 'L’exemplaire remis est gardé tel quel, avec ce qui y est masqué : imprimé de nouveau, il sera identique.'}>
      <p className={classes.discret}>Version {version.numero}, établie le {dateLongue(version.etablieLe)}.</p>
      <Radio.Group label="À qui" {...f.champ('qui')} onChange={(qui) => f.form.setValues({ qui, masques: [] } as never)}>
        {choix.map((c) => {
          const quand = dejaRemis(c.value);
          return <Radio key={c.value} value={c.value} label={c.label} description={quand ? `${c.description} · remis le ${quand}` : c.description} mt="xs" />;
        })}
      </Radio.Group>
      {f.valeurs.qui === 'TIERS/' && <TextInput label="Nom" autoComplete="off" {...f.champ('nom')} />}
      {f.valeurs.qui && <Masques key={f.valeurs.qui} p={p} version={version} v={f.valeurs} poser={(masques) => f.form.setFieldValue('masques', masques)} />}
      <div className={classes.duo}>
        <NativeSelect label="Comment" data={MOYENS} {...f.champ('moyen')} />
        <ChampDate label="Remis le" passe {...f.champ('le')} />
      </div>
    </Formulaire>
  );
}

function Masques({ p, version, v, poser }: { p: Projet; version: Version; v: Valeurs; poser: (masques: string[]) => void }) {
  const pour = destinataire(v);
  const requete = useQuery({
    queryKey: [...cleProjet(p.id), 'masques', version.numero, v.qui],
    queryFn: async () => {
      const lu = await api.post<{ possibles: Masquable[]; aRelire: string[] }>(chemin(p.id, `/versions/${version.numero}/masques`), { ...pour, masques: v.masques });
      const proposes = lu.possibles.filter((m) => m.propose && !m.impose).map((m) => m.code);
      if (proposes.length && v.masques.length === 0) poser(proposes);
      return lu;
    },
    gcTime: 0,
  });
  const [souci, setSouci] = useState<string | null>(null);
  const apercu = async (variante: string) => {
    setSouci(null);
    try {
      await telechargerApercu(p.id, version.numero, { ...pour, masques: v.masques, variante });
    } catch (e) {
      setSouci(enProbleme(e).detail);
    }
  };
  return (
    <Donnees requete={requete} quoi="Lecture de ce qui peut être masqué">
      {(lu) => (
        <Partie titre="Ce qui est masqué dans cet exemplaire" aide="Une adresse protégée l’est d’office, où qu’elle soit écrite.">
          {lu.possibles.filter((m) => m.impose).map((m) => <p key={m.code}>✓ {m.libelle} : <strong>masquée d’office</strong></p>)}
          {lu.aRelire.length > 0 && (
            <div className={classes.avertir} role="note">
              <strong>À relire avant de remettre.</strong> La commune d’une adresse masquée est écrite dans : {lu.aRelire.join(' ; ')}. Une machine ne peut pas dire si elle la révèle.
            </div>
          )}
          <Checkbox.Group label="Masquer aussi" value={v.masques} onChange={poser}>
            <Stack gap="xs" mt="xs">
              {lu.possibles.filter((m) => !m.impose).map((m) => <Checkbox key={m.code} value={m.code} label={m.libelle} />)}
            </Stack>
          </Checkbox.Group>
          <div className={classes.boutons}>
            <Button variant="default" size="sm" onClick={() => void apercu('COMPLET')}>Voir l’exemplaire avant de le remettre</Button>
            <Button variant="subtle" size="sm" onClick={() => void apercu('GRAND')}>En grands caractères</Button>
            {v.qui.startsWith('ENFANT') && <Button variant="subtle" size="sm" onClick={() => void apercu('ENFANT')}>La page de l’enfant</Button>}
          </div>
          {souci && <p role="alert" className={classes.souci}>{souci}</p>}
        </Partie>
      )}
    </Donnees>
  );
}
