import { DessinDuDossier } from '../../commun/bpmn/DessinDuDossier';
import { cleIp } from './donnees';

export default function OngletDessin({ ipId }: { ipId: string }) {
  return <DessinDuDossier type="IP" id={ipId} cle={cleIp(ipId)} />;
}
