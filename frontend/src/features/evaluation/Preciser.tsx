import { Textarea } from '@mantine/core';

import type { ProprietesActe } from '../../app/feature';
import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { Donnees } from '../../commun/Etats';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { useAnnulation } from '../../commun/retour/annulation';
import { dateHeure } from '../../commun/temps';
import { chemin, useEvaluation, type Evaluation } from './api';
import classes from './evaluation.module.css';

type Props = ProprietesActe & { ipId: string };

/** Answers the question of the decider; the report stays handed in. */
export default function Preciser({ ipId, onFini }: Props) {
  const evaluation = useEvaluation(ipId);
  return <Donnees requete={evaluation} quoi="Lecture de la question">{(e) => <Repondre {...{ ipId, onFini, evaluation: e }} />}</Donnees>;
}

function Repondre({ ipId, onFini, evaluation }: Props & { evaluation: Evaluation }) {
  const annuler = useAnnulation(ipId);
  const f = useFormulaire({
    nom: 'ip.preciser',
    sujet: ipId,
    version: evaluation.version,
    initiales: { reponse: '' },
    valider: (v) => ({ reponse: v.reponse.trim() ? null : 'Écrivez la réponse à la question posée.' }),
    envoyer: (v, { cle }) => api.post(chemin(ipId, '/precision'), { version: evaluation.version, reponse: v.reponse }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Précisions apportées. La personne qui décide est prévenue.', { annuler });
      onFini();
    },
  });
  const q = evaluation.question;
  return (
    <Formulaire f={f} verbe="Apporter les précisions" consequence="Le rapport rendu reste rendu&nbsp;: la date de l’évaluation n’est ni déplacée ni recomptée."
      enTete={q && (
        <div>
          <p className={classes.discret}>
            Question{q.demandeePar && ` de ${q.demandeePar}`}, le {dateHeure(q.demandeeLe)}
          </p>
          <p className={classes.texte}>{q.question}</p>
        </div>
      )}>
      <Textarea label="Réponse" autosize minRows={5} {...f.champ('reponse')} />
    </Formulaire>
  );
}
