import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { Donnees, EtatVide } from '../../commun/Etats';
import { Tableau, type Colonne } from '../../commun/liste/Tableau';
import { mot, useMoi } from '../../commun/moi';
import { dateLongue, joursEntre, nombre, pluriel } from '../../commun/temps';
import { useListe, type Figure, type LigneJeune, type Mna } from './api';
import { LienVue } from './LienVue';
import { deSortie, JOUR } from './vues';
import classes from './autonomie.module.css';

/** The young people a figure counts, the nearest day first, and the same by unit. */
export function ListeDeVue({ figure, unite, mna }: { figure: Figure; unite: string; mna: Mna }) {
  const moi = useMoi();
  const liste = useListe(figure.vue, unite, mna);
  const haut = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    haut.current?.focus({ preventScroll: true });
    haut.current?.scrollIntoView({ block: 'start' });
  }, []);
  const plus = Math.max(1, ...figure.parUnite.map((p) => p.nombre));
  return (
    <section className={classes.liste} aria-labelledby="liste-jeunes">
      <h2 id="liste-jeunes" ref={haut} tabIndex={-1}>{figure.libelle}</h2>
      {figure.parUnite.length > 1 && (
        <ul className={classes.parUnite} aria-label={`Par ${mot(moi, 'unite', 'unité')}`}>
          {figure.parUnite.map((p) => (
            <li key={p.unite.code}>
              <LienVue vue={figure.vue} unite={p.unite.code}>{p.unite.libelle}</LienVue>
              <span className={classes.barre}>
                <svg width="160" height="12" aria-hidden="true"><rect x="0.5" y="0.5" width={Math.max(2, (158 * p.nombre) / plus)} height="11" rx="2" className={classes.accompagne} /></svg>
                {nombre(p.nombre)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Donnees requete={liste} quoi="Lecture de la liste">
        {(d) => {
          const lignes = d.pages.flatMap((p) => p.lignes);
          if (lignes.length === 0) return <EtatVide titre="Personne dans cette liste." />;
          return (
            <>
              <p role="status">{pluriel(d.pages[0]?.total ?? lignes.length, 'jeune')}</p>
              <Tableau legende={figure.libelle} cacherLegende lignes={lignes} cle={(l) => l.enfantId} adresse={(l) => (l.id ? `/autonomie/${l.id}` : `/enfants/${l.enfantId}`)} colonnes={colonnes(figure.vue, mot(moi, 'unite', 'Unité'), moi.aujourdhui)} />
              {liste.hasNextPage && <Button variant="default" mt="md" loading={liste.isFetchingNextPage} onClick={() => void liste.fetchNextPage()}>Voir la suite</Button>}
            </>
          );
        }}
      </Donnees>
    </section>
  );
}

const dit = (v: boolean | null) => (v === null ? '—' : v ? 'oui' : 'non');

function colonnes(vue: string, motUnite: string, aujourdhui: string): Colonne<LigneJeune>[] {
  const jour: Colonne<LigneJeune> = { titre: JOUR[vue] ?? 'Dû le', rendu: (l) => <Jour l={l} vue={vue} aujourdhui={aujourdhui} /> };
  const base: Colonne<LigneJeune>[] = [
    { titre: 'Jeune', rendu: (l) => <>{l.affiche}, {l.age}{l.mna && ' · MNA'}{l.tardive && ' · entré à 17 ans ou plus'}</> },
    jour,
  ];
  const unite: Colonne<LigneJeune> = { titre: motUnite, rendu: (l) => l.unite.libelle, large: true };
  if (deSortie(vue))
    return [...base, { titre: 'Logement', rendu: (l) => l.logement?.libelle ?? '—' }, { titre: 'Stable', rendu: (l) => dit(l.logementStable) }, { titre: 'Ressources', rendu: (l) => dit(l.ressources) }, { titre: 'Activité', rendu: (l) => dit(l.activite) }, unite];
  return [...base, { titre: 'Entretien', rendu: (l) => entretien(l) }, { titre: 'Parcours', rendu: (l) => l.etatLibelle ?? 'pas encore ouvert', large: true }, unite];
}

const entretien = (l: LigneJeune): string =>
  l.entretienIssue && l.entretienIssue.code !== 'NON_TENU' ? `${l.entretienIssue.libelle} le ${dateLongue(l.entretienLe)}` : l.rendezVousLe ? `rendez-vous le ${dateLongue(l.rendezVousLe)}` : l.id ? 'sans date' : '—';

function Jour({ l, vue, aujourdhui }: { l: LigneJeune; vue: string; aujourdhui: string }) {
  if (vue !== 'EN_RETARD') return <>{dateLongue(l.jour)}</>;
  return <span className={classes.retard}>▲ {dateLongue(l.jour)}, il y a {pluriel(joursEntre(l.jour, aujourdhui), 'jour')}</span>;
}
