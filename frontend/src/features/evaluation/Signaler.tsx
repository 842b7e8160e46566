import type { ProprietesActe } from '../../app/feature';
import { Donnees } from '../../commun/Etats';
import { useEvaluation, useListes } from './api';
import { FormulaireSignalement } from './FormulaireSignalement';

/** The same form from the acts of the IP, at whatever step it stands. */
export default function Signaler({ ipId, onFini }: ProprietesActe & { ipId: string }) {
  const evaluation = useEvaluation(ipId);
  const listes = useListes();
  return (
    <Donnees requete={evaluation} quoi="Lecture du dossier">
      {(e) => <Donnees requete={listes}>{(l) => <FormulaireSignalement ipId={ipId} evaluation={e} listes={l} onFini={onFini} />}</Donnees>}
    </Donnees>
  );
}
