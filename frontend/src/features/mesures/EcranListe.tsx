import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { Donnees, EtatVide } from '../../commun/Etats';
import { Tableau } from '../../commun/liste/Tableau';
import { mot, useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, pluriel } from '../../commun/temps';
import { options, useChoix, useListe } from './api';
import classes from './mesures.module.css';

/** Every measure one may see: for a service, its own and no other. */
export default function EcranListe() {
  const moi = useMoi();
  const [recherche, setRecherche] = useSearchParams();
  const [numero, setNumero] = useState(recherche.get('numero') ?? '');
  const [numeroPose] = useDebouncedValue(numero, 250);
  const choix = useChoix();
  const criteres = { numero: numeroPose.trim(), etat: recherche.get('etat') ?? '', produit: recherche.get('produit') ?? '', ouvertes: recherche.get('ouvertes') !== 'non' };
  const liste = useListe(criteres);
  const poser = (cle: string, valeur: string | null) =>
    setRecherche((avant) => {
      const apres = new URLSearchParams(avant);
      if (valeur) apres.set(cle, valeur);
      else apres.delete(cle);
      return apres;
    }, { replace: true });
  const service = moi.roles.includes('SERVICE_HABILITE') && !moi.missions.includes('MESURE');
  return (
    <Page titre={service ? 'Mesures confiées à mon service' : 'Toutes les mesures'} large
      actes={moi.missions.includes('MESURE') && (
        <>
          <Button component={Link} to="/mesures/nouvelle">Ouvrir une mesure</Button>
          <Button component={Link} to="/mesures/familles" variant="default">Familles d’accueil</Button>
        </>
      )}>
      <form className={classes.filtres} role="search" aria-label="Filtrer les mesures" onSubmit={(e) => e.preventDefault()}>
        <TextInput label="Numéro" value={numero} onChange={(e) => setNumero(e.currentTarget.value)} />
        <NativeSelect label="État" data={options(choix.data?.etats ?? [], 'Tous')} value={criteres.etat} onChange={(e) => poser('etat', e.currentTarget.value)} />
        <NativeSelect label="Mesure" data={options((choix.data?.produits ?? []).map((p) => ({ code: p.code, libelle: p.sigle })), 'Toutes')} value={criteres.produit} onChange={(e) => poser('produit', e.currentTarget.value)} />
        <Checkbox label="En cours seulement" checked={criteres.ouvertes} onChange={(e) => poser('ouvertes', e.currentTarget.checked ? null : 'non')} />
      </form>
      <Donnees requete={liste} quoi="Lecture des mesures">
        {(donnees) => {
          const lignes = donnees.pages.flatMap((p) => p.lignes);
          const total = donnees.pages[0]?.total ?? 0;
          if (total === 0)
            return (
              <EtatVide titre="Aucune mesure ne répond à ces filtres.">
                {service ? 'Une mesure apparaît ici le jour où elle est affectée à votre service, et en sort quand elle se termine.' : 'Une mesure apparaît ici dès qu’elle est décidée.'}
              </EtatVide>
            );
          return (
            <>
              <p role="status">{pluriel(total, 'mesure')}</p>
              <Tableau legende="Mesures, de la plus récemment décidée à la plus ancienne" cacherLegende lignes={lignes} cle={(l) => l.id} adresse={(l) => `/mesures/${l.id}`}
                colonnes={[
                  { titre: 'Numéro', rendu: (l) => l.numero },
                  { titre: 'Enfant', rendu: (l) => `${l.enfant}, ${l.age}` },
                  { titre: 'Mesure', rendu: (l) => `${l.produit.libelle}, ${l.cadre.libelle.toLowerCase()}` },
                  { titre: 'État', rendu: (l) => <>{l.etatLibelle}{l.alerte && <strong className={classes.alerte}> ▲ {l.alerte}</strong>}</> },
                  { titre: 'Terme', rendu: (l) => (l.terme ? dateLongue(l.terme) : '—') },
                  service ? { titre: mot(moi, 'unite', 'Territoire'), rendu: (l) => l.unite.libelle, large: true } : { titre: 'Service', rendu: (l) => l.service?.libelle ?? '—', large: true },
                  { titre: 'Décidée le', rendu: (l) => dateLongue(l.decideeLe), large: true },
                ]} />
              {liste.hasNextPage && <Button variant="default" mt="md" loading={liste.isFetchingNextPage} onClick={() => void liste.fetchNextPage()}>Voir la suite</Button>}
            </>
          );
        }}
      </Donnees>
    </Page>
  );
}
