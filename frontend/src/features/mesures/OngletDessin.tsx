import { ParcoursDessine } from '../../commun/bpmn/ParcoursDessine';
import { Donnees } from '../../commun/Etats';
import { useDessin } from './api';

export default function OngletDessin({ mesureId }: { mesureId: string }) {
  return <Donnees requete={useDessin(mesureId)} quoi="Lecture du parcours">{(d) => <ParcoursDessine d={d} />}</Donnees>;
}
