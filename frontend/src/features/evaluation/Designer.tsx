import { Button, NativeSelect } from '@mantine/core';

import type { ProprietesActe } from '../../app/feature';
import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { Donnees } from '../../commun/Etats';
import { Formulaire, Partie, useFormulaire } from '../../commun/formulaire';
import { useAnnulation } from '../../commun/retour/annulation';
import { dateLongue } from '../../commun/temps';
import { chemin, options, useCandidats, useEvaluation, useListes, type Evaluation, type Listes } from './api';
import { EtatTravail } from './CoupDoeil';
import classes from './evaluation.module.css';

type Props = ProprietesActe & { ipId: string };

interface Saisie {
  unitePilote: string;
  uniteAssociee: string;
  evaluateurs: { utilisateurId: string; profession: string }[];
}

/** Takes an evaluation from the team's list: two people or more, each with the profession they evaluate as. */
export default function Designer({ ipId, onFini }: Props) {
  const evaluation = useEvaluation(ipId);
  const listes = useListes();
  return (
    <Donnees requete={evaluation} quoi="Lecture de l’évaluation">
      {(e) => <Donnees requete={listes}>{(l) => <Saisir {...{ ipId, onFini, evaluation: e, listes: l }} />}</Donnees>}
    </Donnees>
  );
}

function Saisir({ ipId, onFini, evaluation, listes }: Props & { evaluation: Evaluation; listes: Listes }) {
  const annuler = useAnnulation(ipId);
  const f = useFormulaire<Saisie, void>({
    nom: 'ip.designer',
    sujet: ipId,
    version: evaluation.version,
    initiales: {
      unitePilote: evaluation.unitePilote,
      uniteAssociee: evaluation.uniteAssociee ?? '',
      evaluateurs: [{ utilisateurId: '', profession: '' }, { utilisateurId: '', profession: '' }],
    },
    envoyer: (v, { motifs, cle }) =>
      api.post(chemin(ipId, '/designation'), {
        version: evaluation.version, unitePilote: v.unitePilote, uniteAssociee: v.uniteAssociee, motifs,
        evaluateurs: v.evaluateurs.filter((x) => x.utilisateurId || x.profession).map((x) => ({ utilisateurId: x.utilisateurId || null, profession: x.profession || null })),
      }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Évaluateurs désignés\u00a0: l’évaluation est ouverte.', { annuler });
      onFini();
    },
  });
  const pilote = useCandidats(ipId, f.valeurs.unitePilote);
  const associee = useCandidats(ipId, f.valeurs.uniteAssociee || null);
  const unites = (pilote.data?.unites ?? []).map((u) => ({ value: u.id, label: u.nom }));
  const personnes = [...(pilote.data?.personnes ?? []), ...(f.valeurs.uniteAssociee ? (associee.data?.personnes ?? []) : [])];
  return (
    <Formulaire f={f} verbe="Désigner les évaluateurs" enTete={<EtatTravail evaluation={evaluation} />}
      consequence="Les personnes désignées trouvent l’évaluation dans leurs tâches, avec le dossier préparé. La date légale ne bouge pas.">
      <Partie titre="Évaluateurs" aide="Deux professionnels au moins, de professions différentes.">
        {f.valeurs.evaluateurs.map((_, i) => (
          <div key={i} className={classes.evaluateur}>
            <NativeSelect label={`Évaluateur ${i + 1}`} {...f.champ(`evaluateurs.${i}.utilisateurId`)}
              data={[{ value: '', label: 'Choisir' }, ...personnes.map((p) => ({ value: p.utilisateurId, label: `${p.fonction ? `${p.nom}, ${p.fonction}` : p.nom}${p.absentJusquau ? ` (absence jusqu’au ${dateLongue(p.absentJusquau)})` : ''}` }))]}
              onChange={(ev) => {
                const choisi = ev.currentTarget.value;
                const connue = personnes.find((p) => p.utilisateurId === choisi)?.profession;
                f.form.setFieldValue(`evaluateurs.${i}.utilisateurId`, choisi as never);
                if (connue && !f.valeurs.evaluateurs[i]!.profession) f.form.setFieldValue(`evaluateurs.${i}.profession`, connue as never);
              }} />
            <NativeSelect label="Profession" {...f.champ(`evaluateurs.${i}.profession`)} data={options(listes.professions, 'Choisir')} />
            {f.valeurs.evaluateurs.length > 2 && (
              <Button variant="subtle" size="compact-sm" onClick={() => f.form.removeListItem('evaluateurs', i)}>
                Retirer<span className="jalon-invisible"> l’évaluateur {i + 1}</span>
              </Button>
            )}
          </div>
        ))}
        <Button variant="default" size="xs" onClick={() => f.form.insertListItem('evaluateurs', { utilisateurId: '', profession: '' })}>
          Ajouter un évaluateur
        </Button>
      </Partie>
      <Partie titre="Unités" aide="Deux territoires&nbsp;: une seule évaluation, conjointe, pilotée par l’une des deux unités.">
        <div className={classes.duo}>
          <NativeSelect label="Unité qui pilote" {...f.champ('unitePilote')} data={unites} />
          <NativeSelect label="Unité associée (facultatif)" {...f.champ('uniteAssociee')}
            data={[{ value: '', label: 'Aucune' }, ...unites.filter((u) => u.value !== f.valeurs.unitePilote)]} />
        </div>
      </Partie>
    </Formulaire>
  );
}
