import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';

import type { components } from '../../api/generated/dossier';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';
import { Chargement, EnErreur, EtatVide } from '../../commun/Etats';
import { dateHeure, heureDe } from '../../commun/temps';
import classes from './enfants.module.css';

type PageJournal = Rempli<components['schemas']['PageJournal']>;

/** Who opened or changed this file, the latest first. */
export default function Journal({ enfantId }: { enfantId: string }) {
  const requete = useInfiniteQuery({
    queryKey: ['enfants', 'journal', enfantId], initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => api.get<PageJournal>(`/api/enfants/${enfantId}/journal`, { apres: pageParam }, signal),
    getNextPageParam: (p) => p.suite || undefined,
  });
  if (requete.isError) return <EnErreur erreur={requete.error} reessayer={() => void requete.refetch()} />;
  if (!requete.data) return <Chargement quoi="Lecture du journal" />;
  const lignes = requete.data.pages.flatMap((p) => p.lignes);
  if (!lignes.length) return <EtatVide titre="Personne n’a encore ouvert ce dossier" />;
  return (
    <>
      <table className={classes.tableau}>
        <caption className="jalon-invisible">Ouvertures et modifications de ce dossier, les plus récentes d’abord</caption>
        <thead>
          <tr>
            <th scope="col">Quand</th>
            <th scope="col">Qui</th>
            <th scope="col">Quoi</th>
          </tr>
        </thead>
        <tbody>
          {lignes.map((l) => (
            <tr key={l.id}>
              <td>{dateHeure(l.le)}{l.fois > 1 && heureDe(l.le) !== heureDe(l.jusqua) && `, jusqu’à ${heureDe(l.jusqua)}`}</td>
              <td>{l.qui}{l.fonction && <span className={classes.discret}> · {l.fonction}</span>}</td>
              <td>{l.quoi}{l.fois > 1 && ` (${l.fois} fois)`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {requete.hasNextPage && (
        <Button variant="default" mt="sm" loading={requete.isFetchingNextPage} onClick={() => void requete.fetchNextPage()}>
          Lignes plus anciennes
        </Button>
      )}
    </>
  );
}
