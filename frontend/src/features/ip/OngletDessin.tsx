import { DessinDuDossier } from './DessinDuDossier';

export default function OngletDessin({ ipId }: { ipId: string }) {
  return <DessinDuDossier type="IP" id={ipId} />;
}
