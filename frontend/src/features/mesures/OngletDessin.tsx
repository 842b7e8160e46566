import { DessinDuDossier } from '../../commun/bpmn/DessinDuDossier';
import { cleMesure } from './api';

export default function OngletDessin({ mesureId }: { mesureId: string }) {
  return <DessinDuDossier type="MESURE" id={mesureId} cle={cleMesure(mesureId)} />;
}
