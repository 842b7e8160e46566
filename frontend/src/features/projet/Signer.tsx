import { NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';

import { annoncer } from '../../commun/annonces';
import { api } from '../../commun/api/client';
import { Donnees } from '../../commun/Etats';
import { ChampDate, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { chemin, cleProjet, usePersonnes, type Projet, type Proposee } from './api';
import { STATUTS } from './mots';
import classes from './projet.module.css';

/** The signature of each parent, of the child and of the service, as it is: it describes and never blocks. */
export function Signer({ p, fini }: { p: Projet; fini: () => void }) {
  return <Donnees requete={usePersonnes(p.id)} quoi="Lecture des personnes">{(personnes) => <Signatures p={p} fini={fini} personnes={personnes} />}</Donnees>;
}

function Signatures({ p, fini, personnes }: { p: Projet; fini: () => void; personnes: Proposee[] }) {
  const { aujourdhui } = useMoi();
  const cache = useQueryClient();
  const connue = (x: Proposee) => p.signatures.find((s) => s.versionId === p.versionId && s.qualite === x.qualite && (s.adulteId ?? null) === (x.adulteId ?? null) && (s.serviceId ?? null) === (x.serviceId ?? null));
  const f = useFormulaire({
    nom: 'projet.signer', sujet: p.id, version: p.version,
    initiales: { signatures: personnes.map((x) => ({ qualite: x.qualite, adulteId: x.adulteId ?? '', serviceId: x.serviceId ?? '', nom: x.nom, precision: x.precision, statut: '', le: aujourdhui, motif: '' })) },
    valider: (v) => ({
      ...(v.signatures.every((s) => !s.statut) ? { 'signatures.0.statut': 'Dites qui a signé, ou pourquoi non.' } : {}),
      ...Object.fromEntries(v.signatures.map((s, i) => [`signatures.${i}.le`, s.statut && s.statut !== 'SANS_OBJET' ? (s.le ? dateIllisible(s.le) : 'Indiquez la date.') : null])),
    }),
    envoyer: (v, { cle }) => api.post(chemin(p.id, '/signatures'), {
      version: p.version, versionId: p.versionId,
      signatures: v.signatures.filter((s) => s.statut).map((s) => ({ qualite: s.qualite, adulteId: s.adulteId || null, serviceId: s.serviceId || null, nom: null, statut: s.statut, le: s.le || null, motif: s.motif || null })),
    }, { cleIdempotence: cle }),
    reussi: () => { annoncer('Les signatures sont notées.'); void cache.invalidateQueries({ queryKey: cleProjet(p.id) }); fini(); },
  });
  return (
    <Formulaire f={f} verbe="Noter les signatures" consequence="Refuser de signer n’empêche pas le projet de s’appliquer : la signature est notée comme elle est.">
      {f.valeurs.signatures.map((s, i) => {
        const avant = connue(personnes[i]!);
        return (
          <div key={i} className={classes.personne}>
            <p><strong>{s.nom}</strong><br /><span className={classes.discret}>{s.precision}{avant && ` · noté : ${STATUTS[avant.statut]?.toLowerCase()}`}</span></p>
            <NativeSelect label={<>Signature<span className="jalon-invisible"> de {s.nom}</span></>} data={[{ value: '', label: avant ? 'Ne rien changer' : 'À noter plus tard' }, ...Object.entries(STATUTS).map(([value, label]) => ({ value, label }))]} {...f.champ(`signatures.${i}.statut`)} />
            {s.statut && s.statut !== 'SANS_OBJET' && <ChampDate label={<>Le<span className="jalon-invisible"> ({s.nom})</span></>} passe {...f.champ(`signatures.${i}.le`)} />}
            {s.statut && s.statut !== 'SIGNEE' && <TextInput label={<>Motif ou désaccord (facultatif)<span className="jalon-invisible"> : {s.nom}</span></>} autoComplete="off" {...f.champ(`signatures.${i}.motif`)} />}
          </div>
        );
      })}
    </Formulaire>
  );
}
