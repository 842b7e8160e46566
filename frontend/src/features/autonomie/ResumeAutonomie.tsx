import { Donnees } from '../../commun/Etats';
import { useAutonomie } from './api';
import { TeteAutonomie } from './TeteAutonomie';

/** Under the form of a step: the path in short. */
export default function ResumeAutonomie({ sujetId }: { sujetId: string }) {
  return <Donnees requete={useAutonomie(sujetId)} quoi="Lecture du parcours">{(a) => <TeteAutonomie a={a} courte />}</Donnees>;
}
