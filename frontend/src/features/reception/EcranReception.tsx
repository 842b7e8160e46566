import { Button } from '@mantine/core';
import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';

import { MarqueConsigne } from '../../commun/Echeance';
import { Chargement, EnErreur, EtatVide } from '../../commun/Etats';
import { ListeVolet } from '../../commun/liste/ListeVolet';
import { Tableau } from '../../commun/liste/Tableau';
import { concerne, useMoi } from '../../commun/moi';
import { useTitre } from '../../commun/Page';
import { useRaccourcis } from '../../commun/raccourcis';
import { dateHeure, pluriel } from '../../commun/temps';
import { INFORMATIONS, lireFile, useCompteurs, type Ligne, type Vue } from './api';
import { PageInformation } from './PageInformation';
import classes from './reception.module.css';

const VUES: { vue: Vue; libelle: string; vide: string }[] = [
  { vue: 'A_ANALYSER', libelle: 'À analyser', vide: 'Chaque information reçue attend ici sa première analyse.' },
  { vue: 'URGENTES', libelle: 'Urgentes', vide: 'Les informations où une urgence est notée à la réception viennent ici.' },
  { vue: 'PARQUET', libelle: 'Parquet', vide: 'Les soit-transmis et les demandes du parquet viennent ici.' },
  { vue: 'DOUBLONS', libelle: 'Doublons possibles', vide: 'Les informations du même mois sur un même mineur, ou de même référence, viennent ici.' },
  { vue: 'NAVETTES', libelle: 'Navettes', vide: 'Les questions posées aux services, tant qu’elles sont sans réponse, viennent ici.' },
  { vue: 'COMPLEMENTS', libelle: 'Compléments', vide: 'Une information jointe à une évaluation en cours vient ici jusqu’à ce que vous l’ouvriez.' },
  { vue: 'ANALYSEES', libelle: 'Analysées', vide: 'Les informations analysées restent consultables ici, les plus récentes d’abord.' },
];

const reste = (vue: Vue) => `?vue=${vue}`;

type Tranche = { lignes: Ligne[]; suite: string | null };

/** The entry queue and, beside it, the information being read. */
export default function EcranReception() {
  useTitre('Informations reçues');
  const moi = useMoi();
  const aller = useNavigate();
  const { informationId } = useParams();
  const [parametres] = useSearchParams();
  const recoit = concerne(moi, { missions: ['RECUEIL'] });
  // Whoever evaluates or decides comes here for what was joined to their files.
  const premiere: Vue = recoit || concerne(moi, { missions: ['MANDAT', 'SUPERVISION'] }) ? 'A_ANALYSER' : 'COMPLEMENTS';
  const vue = VUES.find((v) => v.vue === (parametres.get('vue') ?? premiere)) ?? VUES[0]!;
  const compteurs = useCompteurs();
  const h1 = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!informationId) h1.current?.focus({ preventScroll: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- on arrival only
  }, []);
  const file = useInfiniteQuery<Tranche, Error, InfiniteData<Tranche>, readonly unknown[], string | undefined>({
    queryKey: [...INFORMATIONS, 'file', vue.vue],
    queryFn: ({ pageParam, signal }) => lireFile(vue.vue, pageParam, signal),
    initialPageParam: undefined,
    getNextPageParam: (derniere) => derniere.suite ?? undefined,
    refetchInterval: 60_000,
  });
  useRaccourcis('Informations reçues', recoit ? [{ touche: 'n', libelle: 'Nouvelle information', action: () => void aller('/informations/nouvelle') }] : []);
  const lignes = file.data?.pages.flatMap((p) => p.lignes) ?? [];
  return (
    <ListeVolet cle={informationId} nomVolet="Information choisie" onFermer={() => void aller(`/informations${reste(vue.vue)}`)}
      liste={
        <>
          <div className={classes.tete}>
            <h1 ref={h1} tabIndex={-1}>Informations reçues</h1>
            {recoit && (
              <Button component={Link} to="/informations/nouvelle">
                Recevoir une information
              </Button>
            )}
          </div>
          <nav aria-label="Vues des informations reçues">
            <ul className={classes.vues}>
              {VUES.map((v) => (
                <li key={v.vue}>
                  <Link to={`/informations${reste(v.vue)}`} aria-current={v.vue === vue.vue ? 'page' : undefined}>
                    {v.libelle}
                    {compteurs.data?.[v.vue] !== undefined && <span className={classes.discret}>{compteurs.data[v.vue]}</span>}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {file.isError && !file.data ? (
            <EnErreur erreur={file.error} reessayer={() => void file.refetch()} />
          ) : !file.data ? (
            <Chargement quoi="Lecture de la liste" />
          ) : lignes.length === 0 ? (
            <EtatVide titre="Rien n’attend ici">{vue.vide}</EtatVide>
          ) : (
            <Tableau legende={`${vue.libelle} : ${pluriel(lignes.length, 'information')}${file.hasNextPage ? ' affichées, d’autres suivent' : ''}`} lignes={lignes} cle={(l) => l.id}
              active={informationId} adresse={(l) => `/informations/${l.id}${reste(vue.vue)}`}
              colonnes={[
                { titre: 'Mineurs', rendu: (l) => l.enfants.map((e) => `${e.affiche}, ${e.age}`).join(' · ') || l.numero },
                { titre: 'Reçue', rendu: (l) => dateHeure(l.recueLe) },
                { titre: 'Vient de', rendu: (l) => `${l.origine} · ${l.nature}`, large: true },
                { titre: 'À savoir', rendu: (l) => <Alertes ligne={l} /> },
                { titre: 'Unité', rendu: (l) => l.unite, large: true },
              ]} />
          )}
          {file.hasNextPage && (
            <div className={classes.suite}>
              <Button variant="default" loading={file.isFetchingNextPage} onClick={() => void file.fetchNextPage()}>
                Afficher la suite
              </Button>
            </div>
          )}
        </>
      }
      volet={
        informationId ? (
          <PageInformation key={informationId} id={informationId} />
        ) : (
          <EtatVide titre="Choisissez une information">Elle s’ouvre ici. Les flèches j et k parcourent la liste{recoit ? ', n en reçoit une nouvelle' : ''}.</EtatVide>
        )
      } />
  );
}

/** What makes a line different from the others, in words. */
function Alertes({ ligne: l }: { ligne: Ligne }) {
  return (
    <span className={classes.alertes}>
      {l.urgence && <strong className={classes.urgence}>▲ urgence à la réception</strong>}
      {l.consigne && <MarqueConsigne />}
      {l.parquet && <span>parquet</span>}
      {l.enEvaluation && <span>évaluation en cours</span>}
      {l.doublon && <span>peut-être en double</span>}
      {l.navettes > 0 && <span>{pluriel(l.navettes, 'question')} en attente</span>}
      {l.etat !== 'A_ANALYSER' && <span className={classes.discret}>{l.etatLibelle}</span>}
    </span>
  );
}
