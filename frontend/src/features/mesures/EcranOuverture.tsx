import { useNavigate, useSearchParams } from 'react-router';

import { Page } from '../../commun/Page';
import { Ouverture } from './Ouverture';

/** A measure opened by itself, from a child's page or from the decision on an IP. */
export default function EcranOuverture() {
  const [recherche] = useSearchParams();
  const aller = useNavigate();
  return (
    <Page titre="Ouvrir une mesure">
      <Ouverture ip={recherche.get('ip')} enfants={recherche.getAll('enfant')} fini={(mesures) => void aller(mesures.length === 1 ? `/mesures/${mesures[0]}` : '/mesures/liste')} />
    </Page>
  );
}
