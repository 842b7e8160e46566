import { useParams } from 'react-router';

import { Page } from '../../commun/Page';
import { DessinDuDossier } from '../../commun/bpmn/DessinDuDossier';
import { cleIp } from './donnees';

/** The drawing of any file, at an address of its own. */
export default function EcranDessin() {
  const { type = 'IP', id = '' } = useParams();
  return (
    <Page titre="Parcours dessiné" large>
      <DessinDuDossier type={type.toUpperCase()} id={id} cle={cleIp(id)} />
    </Page>
  );
}
