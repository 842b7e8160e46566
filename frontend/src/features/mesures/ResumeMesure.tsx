import { Donnees } from '../../commun/Etats';
import { useMesure } from './api';
import { TeteMesure } from './TeteMesure';

/** Under the form of a step: the measure in short. */
export default function ResumeMesure({ mesureId }: { mesureId: string }) {
  return <Donnees requete={useMesure(mesureId)} quoi="Lecture de la mesure">{(m) => <TeteMesure m={m} courte />}</Donnees>;
}
