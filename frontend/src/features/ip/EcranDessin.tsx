import { useParams } from 'react-router';

import { Page } from '../../commun/Page';
import { DessinDuDossier } from './DessinDuDossier';

/** The drawing of any file, at an address of its own. */
export default function EcranDessin() {
  const { type = 'IP', id = '' } = useParams();
  return (
    <Page titre="Parcours dessiné" large>
      <DessinDuDossier type={type.toUpperCase()} id={id} />
    </Page>
  );
}
