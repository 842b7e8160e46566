import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { Donnees, EtatVide } from '../../commun/Etats';
import { mot, useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { nombre, pluriel } from '../../commun/temps';
import { Affecter } from './Affecter';
import { ecrireFiltre, lireFiltre, useAttente, type Filtre, type Ligne, type Tableau } from './donnees';
import { Exercees } from './Exercees';
import { File } from './File';
import { Filtres } from './Filtres';
import { constat, direPassees } from './mots';
import { Places } from './Places';
import classes from './attente.module.css';

/** The REF's measures: who waits and how near the term is, where there is a place, what is exercised and what ends soon. */
export default function EcranAttente() {
  const moi = useMoi();
  const [recherche, setRecherche] = useSearchParams();
  const filtre = lireFiltre(recherche);
  const attente = useAttente(filtre);
  const [affectee, setAffectee] = useState<Ligne | null>(null);
  const changer = (f: Filtre) => setRecherche(ecrireFiltre(f), { preventScrollReset: true });
  const unite = filtre.unite ?? (moi.unites.length === 1 && !moi.perimetreDepartement ? moi.unites[0]!.id : '');
  return (
    <Page titre="Mesures" large
      actes={
        <>
          {moi.missions.includes('SUPERVISION') && moi.perimetreDepartement && (
            <Button component={Link} to="/mesures/places" variant="default" className={classes.sansImpression}>
              Tenir les places
            </Button>
          )}
          <Button component={Link} to="/mesures/liste" variant="default" className={classes.sansImpression}>
            Toutes les mesures
          </Button>
          <Button variant="default" onClick={() => window.print()} className={classes.sansImpression}>
            Imprimer
          </Button>
          {moi.missions.includes('MESURE') && (
            <Button component={Link} to="/mesures/nouvelle" className={classes.sansImpression}>
              Ouvrir une mesure
            </Button>
          )}
        </>
      }>
      <Donnees requete={attente} quoi="Lecture de la liste d’attente">
        {(donnees) => {
          const t = donnees.pages[0]!;
          const lignes = donnees.pages.flatMap((p) => p.lignes);
          return (
            <>
              <p className={classes.constat}>{constat(t, filtre)}</p>
              <Chiffres t={t} filtre={filtre} />
              <div className={classes.grille}>
                <section aria-labelledby="attente-liste" className={classes.liste}>
                  <h2 id="attente-liste">{filtre.accord ? 'Accord des titulaires attendu' : 'En attente d’exercice'}</h2>
                  <Filtres t={t} filtre={filtre} changer={changer} territoire={mot(moi, 'unite', 'Territoire')} />
                  {lignes.length === 0 ? (
                    <EtatVide titre={filtre.accord ? 'Aucun accord n’est attendu.' : 'Aucune mesure n’attend.'}>
                      Une mesure apparaît ici dès qu’elle est décidée, et en sort le jour de la première intervention.
                    </EtatVide>
                  ) : (
                    <File lignes={lignes} filtre={filtre} total={t.attendent} affecter={moi.missions.includes('MESURE') ? setAffectee : undefined}
                      ordonner={!filtre.accord && filtre.tri === 'ORDRE' && (moi.missions.includes('MESURE') || moi.missions.includes('SUPERVISION'))} />
                  )}
                  {attente.hasNextPage && (
                    <Button variant="default" mt="sm" className={classes.sansImpression} loading={attente.isFetchingNextPage} onClick={() => void attente.fetchNextPage()}>
                      Afficher la suite ({nombre(t.attendent - lignes.length)})
                    </Button>
                  )}
                </section>
                <Places unite={unite} produit={filtre.produit} />
              </div>
              <Exercees unite={filtre.unite ?? ''} />
            </>
          );
        }}
      </Donnees>
      {affectee && <Affecter ligne={affectee} fermer={() => setAffectee(null)} />}
    </Page>
  );
}

/** Each figure is a link to the list it counts. */
function Chiffres({ t, filtre }: { t: Tableau; filtre: Filtre }) {
  const vers = (f: Partial<Filtre>) => ({ search: `?${ecrireFiltre({ unite: filtre.unite, produit: filtre.produit, tri: filtre.tri, ...f })}` });
  const passees = direPassees(t);
  return (
    <>
      <ul className={classes.chiffres} aria-label="Chiffres ; chacun ouvre la liste des mesures qu’il compte">
        {!filtre.accord && (
          <>
            <Chiffre vers={vers({ cadre: filtre.cadre, service: filtre.service, moinsDeDeuxAns: true })} n={t.moinsDeDeuxAns}>
              {t.moinsDeDeuxAns > 1 ? 'enfants de moins de deux ans' : 'enfant de moins de deux ans'}
            </Chiffre>
            <Chiffre vers={vers({ cadre: filtre.cadre, service: filtre.service, fratrie: true })} n={t.enFratrie}>
              avec un frère ou une sœur qui attend aussi
            </Chiffre>
            <Chiffre vers={vers({ cadre: filtre.cadre, service: '-' })} n={t.sansService}>
              à affecter à un service
            </Chiffre>
          </>
        )}
        <Chiffre vers={filtre.accord ? vers({}) : vers({ accord: true })} n={filtre.accord ? null : t.accord}>
          {filtre.accord ? 'Revenir à l’attente d’exercice' : 'en attente de l’accord des titulaires, à part'}
        </Chiffre>
      </ul>
      {!filtre.accord && t.ageMedian !== null && (
        <p className={classes.discret}>
          Depuis la décision : {pluriel(t.ageMedian, 'jour')} pour la moitié d’entre elles, {pluriel(t.agePlusAncien ?? 0, 'jour')} pour la plus ancienne.
          {passees && ` ${passees}`}{' '}
          {passees && filtre.tri !== 'ORDRE' && (
            <Anchor component={Link} to={vers({ cadre: filtre.cadre, tri: 'ORDRE' })} className={classes.sansImpression}>
              Voir l’ordre
            </Anchor>
          )}
        </p>
      )}
    </>
  );
}

function Chiffre({ vers, n, children }: { vers: { search: string }; n: number | null; children: React.ReactNode }) {
  return (
    <li>
      <Link to={vers} preventScrollReset>
        {n !== null && <b>{nombre(n)}</b>} {children}
      </Link>
    </li>
  );
}
