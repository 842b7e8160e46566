import { ParcoursDessine } from '../../commun/bpmn/ParcoursDessine';
import { Donnees } from '../../commun/Etats';
import { useDessin } from './api';

export default function OngletDessin({ id }: { id: string }) {
  return <Donnees requete={useDessin(id)} quoi="Lecture du parcours">{(d) => <ParcoursDessine d={d} />}</Donnees>;
}
