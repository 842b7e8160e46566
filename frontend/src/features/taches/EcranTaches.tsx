import { Page } from '../../commun/Page';

export default function EcranTaches() {
  return <Page titre="Tâches">…</Page>;
}
