import { Documents } from '../../commun/document/Documents';
import { Donnees } from '../../commun/Etats';
import { useEnfant } from './api';

/** The child's files, with those of the IPs and informations one may see. */
export default function DocumentsEnfant({ enfantId }: { enfantId: string }) {
  return <Donnees requete={useEnfant(enfantId)}>{(page) => <Documents sujetType="ENFANT" sujetId={page.id} ecrire={page.droits.ecrire} />}</Donnees>;
}
