import { ParcoursDessine } from '../../commun/bpmn/ParcoursDessine';
import { Donnees } from '../../commun/Etats';
import { useDessin } from './donnees';

/** The path of a file on its model. */
export function DessinDuDossier({ type, id }: { type: string; id: string }) {
  return <Donnees requete={useDessin(type, id)} quoi="Lecture du parcours">{(d) => <ParcoursDessine d={d} />}</Donnees>;
}
