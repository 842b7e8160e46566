import { NativeSelect, Textarea } from '@mantine/core';

import type { ProprietesActe } from '../../app/feature';
import { api } from '../../commun/api/client';
import { annoncer } from '../../commun/annonces';
import { Donnees } from '../../commun/Etats';
import { Formulaire, useFormulaire } from '../../commun/formulaire';
import { useAnnulation } from '../../commun/retour/annulation';
import { dateLongue } from '../../commun/temps';
import { chemin, options, useCandidats, useEvaluation, useListes, type Evaluation, type Listes } from './api';

type Props = ProprietesActe & { ipId: string };

/** An absent evaluator is replaced, or the team completed: neither the work nor the legal date moves. */
export default function Remplacer({ ipId, onFini }: Props) {
  const evaluation = useEvaluation(ipId);
  const listes = useListes();
  return (
    <Donnees requete={evaluation} quoi="Lecture de l’équipe">
      {(e) => <Donnees requete={listes}>{(l) => <Saisir {...{ ipId, onFini, evaluation: e, listes: l }} />}</Donnees>}
    </Donnees>
  );
}

function Saisir({ ipId, onFini, evaluation, listes }: Props & { evaluation: Evaluation; listes: Listes }) {
  const annuler = useAnnulation(ipId);
  const f = useFormulaire({
    nom: 'ip.remplacer-evaluateur',
    sujet: ipId,
    initiales: { sortant: '', motif: '', precision: '', entrant: { utilisateurId: '', profession: '' } },
    envoyer: (v, { motifs, cle }) =>
      api.post(chemin(ipId, '/remplacement'), {
        sortant: v.sortant || null, motif: v.motif || null, precision: v.precision, motifs,
        entrant: v.entrant.utilisateurId ? { utilisateurId: v.entrant.utilisateurId, profession: v.entrant.profession || null } : null,
      }, { cleIdempotence: cle }),
    reussi: () => {
      annoncer('Équipe mise à jour. Rien de ce qui est écrit n’est perdu.', { annuler });
      onFini();
    },
  });
  const presents = evaluation.equipe.filter((x) => !x.au);
  const pilote = useCandidats(ipId, evaluation.unitePilote);
  const associee = useCandidats(ipId, evaluation.uniteAssociee);
  const candidats = [...(pilote.data?.personnes ?? []), ...(associee.data?.personnes ?? [])].filter((p) => !presents.some((x) => x.utilisateurId === p.utilisateurId));
  return (
    <Formulaire f={f} verbe="Changer l’équipe" consequence="Les actes, les avis et le rapport restent. La date légale ne bouge pas.">
      <NativeSelect label="Quitte l’évaluation (facultatif)" {...f.champ('sortant')}
        data={[{ value: '', label: 'Personne\u00a0: l’équipe est complétée' }, ...presents.map((x) => ({ value: x.id, label: `${x.nom}, ${x.professionLibelle}` }))]} />
      <NativeSelect label="Entre dans l’évaluation (facultatif)" {...f.champ('entrant.utilisateurId')}
        data={[{ value: '', label: 'Personne' }, ...candidats.map((p) => ({ value: p.utilisateurId, label: `${p.fonction ? `${p.nom}, ${p.fonction}` : p.nom}${p.absentJusquau ? ` (absence jusqu’au ${dateLongue(p.absentJusquau)})` : ''}` }))]} />
      {f.valeurs.entrant.utilisateurId && <NativeSelect label="Profession" {...f.champ('entrant.profession')} data={options(listes.professions, 'Choisir')} />}
      <NativeSelect label="Motif" {...f.champ('motif')} data={options(listes.motifsRemplacement, 'Choisir')} />
      <Textarea label="Précision (facultatif)" autosize minRows={2} {...f.champ('precision')} />
    </Formulaire>
  );
}
