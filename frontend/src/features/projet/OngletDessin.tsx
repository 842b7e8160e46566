import { DessinDuDossier } from '../../commun/bpmn/DessinDuDossier';
import { cleProjet } from './api';

export default function OngletDessin({ projetId }: { projetId: string }) {
  return <DessinDuDossier type="PROJET" id={projetId} cle={cleProjet(projetId)} />;
}
