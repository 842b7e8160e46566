import { useQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/chemin';
import { api } from '../api/client';
import { Donnees } from '../Etats';
import { ParcoursDessine } from './ParcoursDessine';

type Chemin = components['schemas']['Chemin'];

/** @param cle query key under which everything read about the file lives: an act refreshes its drawing too */
export function DessinDuDossier({ type, id, cle }: { type: string; id: string; cle: readonly unknown[] }) {
  const requete = useQuery({ queryKey: [...cle, 'dessin', type], queryFn: ({ signal }) => api.get<Chemin>(`/api/dessins/${type}/${id}`, undefined, signal) });
  return <Donnees requete={requete} quoi="Lecture du parcours">{(d) => <ParcoursDessine d={d} />}</Donnees>;
}
