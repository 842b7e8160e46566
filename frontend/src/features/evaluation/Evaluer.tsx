import { NativeSelect } from '@mantine/core';
import { Link } from 'react-router';

import type { ProprietesActe } from '../../app/feature';
import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { Donnees } from '../../commun/Etats';
import { ChampDateHeure, dateIllisible, Formulaire, useFormulaire } from '../../commun/formulaire';
import { useAnnulation } from '../../commun/retour/annulation';
import { enInstant } from '../../commun/temps';
import { chemin, options, useEvaluation, useListes, type Evaluation, type Listes } from './api';
import { CoupDoeil } from './CoupDoeil';

type Props = ProprietesActe & { ipId: string };

/** The step « évaluer »: where the work stands, and handing the report in. */
export default function Evaluer({ ipId, onFini }: Props) {
  const evaluation = useEvaluation(ipId);
  const listes = useListes();
  return (
    <Donnees requete={evaluation} quoi="Lecture de l’évaluation">
      {(e) => <Donnees requete={listes}>{(l) => <Rendre {...{ ipId, onFini, evaluation: e, listes: l }} />}</Donnees>}
    </Donnees>
  );
}

function Rendre({ ipId, onFini, evaluation, listes }: Props & { evaluation: Evaluation; listes: Listes }) {
  const retard = evaluation.joursRestants !== null && evaluation.joursRestants < 0;
  const annuler = useAnnulation(ipId);
  const f = useFormulaire({
    nom: 'ip.rendre-rapport',
    sujet: ipId,
    version: evaluation.version,
    initiales: { renduLe: '', motifDepassement: '' },
    valider: (v) => ({
      renduLe: dateIllisible(v.renduLe, true),
      motifDepassement: retard && !v.motifDepassement ? 'Choisissez le motif du dépassement.' : null,
    }),
    envoyer: (v, { motifs, cle }) =>
      api.post(chemin(ipId, '/rapport'), {
        version: evaluation.version, motifs, renduLe: v.renduLe ? enInstant(v.renduLe) : null, motifDepassement: v.motifDepassement || null,
      }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Rapport rendu. La personne qui décide est prévenue.', { annuler });
      onFini();
    },
  });
  return (
    <Formulaire f={f} verbe="Rendre le rapport"
      enTete={
        <>
          <CoupDoeil evaluation={evaluation} ipId={ipId} />
          <p>
            <Link to={`/ip/${ipId}?onglet=evaluation&volet=rapport`}>Écrire le rapport</Link>
            {' · '}
            <Link to={`/ip/${ipId}?onglet=evaluation&volet=conclusions`}>Conclure pour chaque mineur</Link>
            {' · '}
            <Link to={`/ip/${ipId}?onglet=evaluation&volet=actes`}>Noter un acte</Link>
          </p>
        </>
      }
      libelleChamps={(c) => evaluation.bilan.mineurs[Number(/^conclusions\.(\d+)\./.exec(c)?.[1] ?? -1)]?.affiche}
      consequence="Le rapport passe à la personne qui décide et n’est plus modifiable ; l’horloge de l’évaluation s’arrête.">
      <ChampDateHeure label="Rendu le (facultatif&nbsp;: maintenant)" passe {...f.champ('renduLe')} />
      {retard && (
        <NativeSelect label="Motif du dépassement" description="La date légale est passée&nbsp;: le motif est compté." {...f.champ('motifDepassement')}
          data={options(listes.motifsDepassement, 'Choisir')} />
      )}
    </Formulaire>
  );
}
