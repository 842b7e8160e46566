import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';

import { Donnees } from '../../commun/Etats';
import { dateLongue, nombre, pluriel } from '../../commun/temps';
import { SANS_SERVICE, useExercees, useMesuresExercees, type DemandeExercees, type Exercees as LigneExercees } from './donnees';
import { direTermeExercee } from './mots';
import classes from './attente.module.css';

const COLONNES = [
  { tranche: 'EXERCEES', titre: 'Exercées', de: (l: LigneExercees) => l.exercees },
  { tranche: 'SUSPENDUES', titre: 'Suspendues', de: (l: LigneExercees) => l.suspendues },
  { tranche: 'TERME_PASSE', titre: 'Terme passé', de: (l: LigneExercees) => l.termePasse },
  { tranche: 'TERMES_30', titre: 'd’ici 30 jours', de: (l: LigneExercees) => l.termes30 },
  { tranche: 'TERMES_90', titre: 'd’ici 90 jours', de: (l: LigneExercees) => l.termes90 },
];

/** What is exercised in the territory, by product and service, and the terms ahead; each figure opens its list. */
export function Exercees({ unite }: { unite: string }) {
  const [recherche] = useSearchParams();
  const exercees = useExercees(unite);
  const tranche = recherche.get('exercees');
  const demande = tranche ? { tranche, unite: unite || undefined, produit: recherche.get('eProduit') ?? undefined, service: recherche.get('eService') ?? undefined } : null;
  return (
    <section aria-labelledby="attente-exercees">
      <h2 id="attente-exercees">Exercées</h2>
      <Donnees requete={exercees} quoi="Lecture des mesures exercées">
        {(lignes) =>
          lignes.length === 0 ? (
            <p className={classes.discret}>Aucune mesure n’est exercée dans ce territoire.</p>
          ) : (
            <div className={classes.defile}>
              <table className={classes.table}>
                <caption>
                  {pluriel(lignes.reduce((n, l) => n + l.exercees + l.suspendues, 0), 'mesure')}, dont {nombre(lignes.reduce((n, l) => n + l.termes90, 0))} à terme d’ici 90 jours
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Mesure</th>
                    <th scope="col">Service</th>
                    {COLONNES.map((c) => (
                      <th key={c.tranche} scope="col" data-nombre="">{c.titre}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {lignes.map((l) => (
                    <tr key={`${l.produit} ${l.service ?? l.serviceNom}`}>
                      <th scope="row">{l.produitLibelle}</th>
                      <td>{l.serviceNom}</td>
                      {COLONNES.map((c) => (
                        <td key={c.tranche} data-nombre="" data-alerte={c.tranche === 'TERME_PASSE' && c.de(l) > 0 ? '' : undefined}>
                          {c.de(l) === 0 ? <span className={classes.discret}>0</span> : (
                            <Link to={{ search: `?${vers(recherche, c.tranche, l)}`, hash: '#exercees' }} preventScrollReset
                              aria-label={`${nombre(c.de(l))} ${l.produitLibelle}, ${l.serviceNom}, ${c.titre}`}>
                              {nombre(c.de(l))}
                            </Link>
                          )}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Donnees>
      {demande && <Liste demande={demande} fermer={sans(recherche)} />}
    </section>
  );
}

function vers(recherche: URLSearchParams, tranche: string, l: LigneExercees): URLSearchParams {
  const r = new URLSearchParams(recherche);
  r.set('exercees', tranche);
  r.set('eProduit', l.produit);
  r.set('eService', l.service ?? SANS_SERVICE);
  return r;
}

function sans(recherche: URLSearchParams): URLSearchParams {
  const r = new URLSearchParams(recherche);
  ['exercees', 'eProduit', 'eService'].forEach((c) => r.delete(c));
  return r;
}

function Liste({ demande, fermer }: { demande: DemandeExercees; fermer: URLSearchParams }) {
  const mesures = useMesuresExercees(demande);
  const titre = useRef<HTMLHeadingElement>(null);
  const cle = JSON.stringify(demande);
  const lue = mesures.data !== undefined;
  useEffect(() => {
    titre.current?.focus({ preventScroll: true });
    titre.current?.scrollIntoView({ block: 'start' });
  }, [cle, lue]);
  return (
    <div id="exercees" className={classes.ouverte}>
      <Donnees requete={mesures} quoi="Lecture des mesures">
        {(donnees) => {
          const lignes = donnees.pages.flatMap((p) => p.lignes);
          const { libelle, total } = donnees.pages[0]!;
          return (
            <>
              <h3 ref={titre} tabIndex={-1}>
                {libelle} : {pluriel(total, 'mesure')}
              </h3>
              <div className={classes.defile}>
                <table className={classes.table}>
                  <caption className="jalon-invisible">{libelle}</caption>
                  <thead>
                    <tr>
                      <th scope="col">Enfant</th>
                      <th scope="col">Terme</th>
                      <th scope="col">Mesure</th>
                      <th scope="col">Service</th>
                      <th scope="col">Démarrée le</th>
                    </tr>
                  </thead>
                  <tbody>
                    {lignes.map((e) => (
                      <tr key={e.id}>
                        <td className={classes.enfant}>
                          <Link to={`/mesures/${e.id}`}>{e.enfant}</Link>
                          {e.age && <span className={classes.discret}>, {e.age}</span>}
                          <div className={`${classes.discret} ${classes.numero}`}>{e.numero}</div>
                        </td>
                        <td>
                          {direTermeExercee(e)}
                          {e.terme && <div className={classes.discret}>{dateLongue(e.terme)}</div>}
                        </td>
                        <td>
                          {e.produitLibelle}, {e.cadre === 'JUDICIAIRE' ? 'judiciaire' : 'administratif'}
                          {e.suspendue && ', suspendue'}
                          <div className={classes.discret}>{e.baseLegale}</div>
                        </td>
                        <td>
                          {e.service}
                          <div className={classes.discret}>{e.unite}</div>
                        </td>
                        <td>{dateLongue(e.demarreeLe)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              {mesures.hasNextPage && (
                <Button variant="default" className={classes.sansImpression} loading={mesures.isFetchingNextPage} onClick={() => void mesures.fetchNextPage()}>
                  Afficher la suite ({nombre(total - lignes.length)})
                </Button>
              )}{' '}
              <Link to={{ search: `?${fermer}` }} preventScrollReset className={classes.sansImpression}>
                Fermer cette liste
              </Link>
            </>
          );
        }}
      </Donnees>
    </div>
  );
}
