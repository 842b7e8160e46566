import { Donnees } from '../../commun/Etats';
import { useProjet } from './api';
import { TeteProjet } from './TeteProjet';

/** Above the form of a step: the projet in short. */
export default function ResumeProjet({ sujetId }: { sujetId: string }) {
  return <Donnees requete={useProjet(sujetId)} quoi="Lecture du projet">{(p) => <TeteProjet p={p} courte />}</Donnees>;
}
