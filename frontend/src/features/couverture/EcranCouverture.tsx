import { Button } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';

import { Donnees, EtatVide } from '../../commun/Etats';
import { Tableau, type Colonne } from '../../commun/liste/Tableau';
import { mot, useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, nombre, pluriel } from '../../commun/temps';
import classes from './couverture.module.css';
import { CAS, useCouverture, useEnfants, type Cas, type Choix, type LigneCouverture } from './donnees';

const CLES: (keyof Choix)[] = ['cas', 'unite', 'produit', 'duDenominateur', 'majeurs'];

/** Coverage of children by projets, by unit and product; every figure opens the children it counts. */
export default function EcranCouverture() {
  const moi = useMoi();
  const [recherche] = useSearchParams();
  const couverture = useCouverture();
  const choix = Object.fromEntries(CLES.map((c) => [c, recherche.get(c) ?? ''])) as unknown as Choix;
  const choisi = CLES.some((c) => choix[c] !== '');
  const sigle = mot(moi, 'projet', 'Projet');
  return (
    <Page titre={`Couverture ${sigle}`} large>
      <Donnees requete={couverture} quoi="Lecture de la couverture">
        {(t) => (
          <>
            <Constat ligne={t.ensemble} le={t.le} sigle={sigle} />
            <Chiffres legende={`Par ${mot(moi, 'unite', 'territoire')}`} axe="unite" lignes={[...t.unites, t.ensemble]} choix={choix} />
            <Chiffres legende="Par mesure exercée" axe="produit" lignes={t.produits} choix={choix} />
            <p className={classes.discret}>
              Un enfant suivi par deux mesures compte dans chaque ligne des mesures, et une fois au total. La couverture porte sur les enfants dont une mesure
              est exercée depuis plus de trois mois&nbsp;; les autres colonnes portent sur tous les projets ouverts. Un projet est en vigueur quand il est établi et
              n’a pas dépassé sa révision.
            </p>
          </>
        )}
      </Donnees>
      {choisi && <Enfants choix={choix} titre={titre(choix, couverture.data)} />}
    </Page>
  );
}

function Constat({ ligne, le, sigle }: { ligne: LigneCouverture; le: string; sigle: string }) {
  const retard = ligne.parCas.RETARD + ligne.parCas.JAMAIS_COMMENCE + ligne.parCas.REVISION_DEPASSEE;
  return (
    <div className={classes.constat}>
      <p>
        {ligne.part === null ? 'Aucune mesure n’est exercée depuis plus de trois mois.' : (
          <><strong>{nombre(ligne.part, 1)}&nbsp;%</strong> des enfants dont une mesure est exercée depuis plus de trois mois ont un {sigle} en vigueur
            ({nombre(ligne.couverts)} sur {nombre(ligne.enfants)}).</>
        )}
      </p>
      <p>
        {pluriel(retard, 'projet')} en retard, dont {nombre(ligne.parCas.JAMAIS_COMMENCE)} jamais {ligne.parCas.JAMAIS_COMMENCE > 1 ? 'commencés' : 'commencé'} et {nombre(ligne.parCas.REVISION_DEPASSEE)} à réviser.
        {ligne.partMep !== null && ligne.avecMep > 0 && <> {nombre(ligne.partMep, 1)}&nbsp;% de ceux en vigueur ont été mis en place dans le cadre d’une MEP.</>}
        {ligne.majeurs > 0 && <> {pluriel(ligne.majeurs, 'projet')} de jeunes devenus majeurs, compris.</>}
      </p>
      <p className={classes.discret}>Au {dateLongue(le)}.</p>
    </div>
  );
}

function Chiffres({ legende, axe, lignes, choix }: { legende: string; axe: 'unite' | 'produit'; lignes: LigneCouverture[]; choix: Choix }) {
  const lien = (ligne: LigneCouverture, valeur: number, voulu: Partial<Choix>) =>
    valeur === 0 ? <span className={classes.zero}>0</span> : <Chiffre valeur={valeur} voulu={{ ...voulu, [axe]: ligne.code ?? '' }} choix={choix} quoi={`${ligne.libelle}\u00a0: ${nombre(valeur)}`} />;
  const colonnes: Colonne<LigneCouverture>[] = [
    { titre: axe === 'unite' ? 'Unité' : 'Mesure', rendu: (l) => (l.code === null ? <strong>{l.libelle}</strong> : l.libelle) },
    { titre: 'Couverture', nombre: true, rendu: (l) => (l.part === null ? '—' : `${nombre(l.part, 1)}\u00a0%`) },
    { titre: 'Enfants, plus de trois mois', nombre: true, rendu: (l) => lien(l, l.enfants, { duDenominateur: 'true' }) },
    ...CAS.map((c) => ({ titre: c.libelle, nombre: true, rendu: (l: LigneCouverture) => lien(l, l.parCas[c.code], { cas: c.code }) })),
    { titre: 'Devenus majeurs', nombre: true, large: true, rendu: (l) => lien(l, l.majeurs, { majeurs: 'true' }) },
  ];
  if (lignes.length === 0) return null;
  return <Tableau legende={legende} lignes={lignes} cle={(l) => l.code ?? 'ensemble'} colonnes={colonnes} />;
}

function Chiffre({ valeur, voulu, choix, quoi }: { valeur: number; voulu: Partial<Choix>; choix: Choix; quoi: string }) {
  const parametres = new URLSearchParams(Object.entries(voulu).filter(([, v]) => v));
  const actif = CLES.every((c) => (voulu[c] ?? '') === choix[c]);
  return (
    <Link to={`?${parametres.toString()}#enfants`} className={classes.lien} aria-current={actif ? 'true' : undefined} aria-label={`${quoi}, voir les enfants`}>
      {nombre(valeur)}
    </Link>
  );
}

function titre(choix: Choix, t: { unites: LigneCouverture[]; produits: LigneCouverture[] } | undefined): string {
  const cas = CAS.find((c) => c.code === (choix.cas as Cas))?.libelle;
  const ou = t?.unites.find((u) => u.code === choix.unite)?.libelle ?? t?.produits.find((p) => p.code === choix.produit)?.libelle;
  const quoi = cas ?? (choix.duDenominateur ? 'Mesure exercée depuis plus de trois mois' : choix.majeurs ? 'Jeunes devenus majeurs' : 'Projets ouverts');
  return ou ? `${quoi}, ${ou}` : quoi;
}

function Enfants({ choix, titre: quoi }: { choix: Choix; titre: string }) {
  const enfants = useEnfants(choix, true);
  return (
    <section id="enfants" className={classes.enfants} aria-labelledby="enfants-titre">
      <h2 id="enfants-titre">{quoi}</h2>
      <Donnees requete={enfants} quoi="Lecture des enfants">
        {(donnees) => {
          const lignes = donnees.pages.flatMap((p) => p.lignes);
          if (lignes.length === 0) return <EtatVide titre="Aucun enfant.">Ceux dont le dossier est réservé sont comptés et ne sont pas nommés.</EtatVide>;
          return (
            <>
              <p role="status">{pluriel(donnees.pages[0]?.total ?? 0, 'enfant')}</p>
              <Tableau legende={quoi} cacherLegende lignes={lignes} cle={(l) => l.projetId} adresse={(l) => `/projets/${l.projetId}`}
                colonnes={[
                  { titre: 'Enfant', rendu: (l) => `${l.enfant}, ${l.age}` },
                  { titre: 'Projet', rendu: (l) => l.numero },
                  { titre: 'Situation', rendu: (l) => <>{l.casLibelle}{l.majeur && ', majeur'}</> },
                  { titre: 'Ouvert le', rendu: (l) => dateLongue(l.depuis) },
                  { titre: 'Établi le', rendu: (l) => (l.etabliLe ? dateLongue(l.etabliLe) : '—'), large: true },
                  { titre: 'À réviser le', rendu: (l) => (l.revisionLe ? dateLongue(l.revisionLe) : '—'), large: true },
                  { titre: 'Unité', rendu: (l) => l.unite, large: true },
                ]} />
              {enfants.hasNextPage && <Button variant="default" mt="md" loading={enfants.isFetchingNextPage} onClick={() => void enfants.fetchNextPage()}>Voir la suite</Button>}
            </>
          );
        }}
      </Donnees>
    </section>
  );
}
