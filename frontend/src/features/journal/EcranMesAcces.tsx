import { useInfiniteQuery } from '@tanstack/react-query';

import { Chargement, EnErreur, EtatVide } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { mesLignes } from './api';
import { TableauLignes } from './TableauLignes';

/** What the journal holds of oneself: everybody may read it, as it is read by others. */
export default function EcranMesAcces() {
  const requete = useInfiniteQuery({
    queryKey: ['journal', 'miennes'], initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => mesLignes(pageParam, signal), getNextPageParam: (p) => p.suite || undefined,
  });
  const lignes = requete.data?.pages.flatMap((p) => p.lignes) ?? [];
  return (
    <Page titre="Mes accès" large>
      <p>Ce que le journal garde de vos ouvertures, modifications et recherches. Le délégué à la protection des données peut le lire ; personne ne peut le changer.</p>
      {requete.isError ? (
        <EnErreur erreur={requete.error} reessayer={() => void requete.refetch()} />
      ) : !requete.data ? (
        <Chargement quoi="Lecture du journal" />
      ) : lignes.length === 0 ? (
        <EtatVide titre="Vous n’avez encore ouvert aucun dossier." />
      ) : (
        <TableauLignes lignes={lignes} titre="Mes lignes du journal, les plus récentes d’abord"
          suite={requete.hasNextPage ? { enCours: requete.isFetchingNextPage, lire: () => void requete.fetchNextPage() } : undefined} />
      )}
    </Page>
  );
}
