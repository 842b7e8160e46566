import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';

import { Donnees, EtatVide } from '../../commun/Etats';
import { Tableau } from '../../commun/liste/Tableau';
import { mot, useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, pluriel } from '../../commun/temps';
import { useListe } from './api';
import classes from './projet.module.css';

const ETATS = [
  { value: '', label: 'Tous' }, { value: 'A_PREPARER', label: 'À préparer' }, { value: 'A_RENCONTRER', label: 'Rencontre à tenir' }, { value: 'A_ECRIRE', label: 'À écrire' },
  { value: 'A_ETABLIR', label: 'À établir' }, { value: 'A_REMETTRE', label: 'À remettre' }, { value: 'SUIVI', label: 'En cours' }, { value: 'CLOS', label: 'Clos' },
];

/** Every projet one may see: for a service, those of the children it works with. */
export default function EcranListe() {
  const moi = useMoi();
  const [recherche, setRecherche] = useSearchParams();
  const [numero, setNumero] = useState(recherche.get('numero') ?? '');
  const [numeroPose] = useDebouncedValue(numero, 250);
  const criteres = { numero: numeroPose.trim(), etat: recherche.get('etat') ?? '', ouverts: recherche.get('ouverts') !== 'non' };
  const liste = useListe(criteres);
  const poser = (cle: string, valeur: string | null) =>
    setRecherche((avant) => {
      const apres = new URLSearchParams(avant);
      if (valeur) apres.set(cle, valeur);
      else apres.delete(cle);
      return apres;
    }, { replace: true });
  const sigle = mot(moi, 'projet', 'Projet');
  return (
    <Page titre={`${sigle} des enfants`} large>
      <form className={classes.filtres} role="search" aria-label="Filtrer les projets" onSubmit={(e) => e.preventDefault()}>
        <TextInput label="Numéro" value={numero} onChange={(e) => setNumero(e.currentTarget.value)} />
        <NativeSelect label="État" data={ETATS} value={criteres.etat} onChange={(e) => poser('etat', e.currentTarget.value)} />
        <Checkbox label="Ouverts seulement" checked={criteres.ouverts} onChange={(e) => poser('ouverts', e.currentTarget.checked ? null : 'non')} />
      </form>
      <Donnees requete={liste} quoi="Lecture des projets">
        {(donnees) => {
          const lignes = donnees.pages.flatMap((p) => p.lignes);
          const total = donnees.pages[0]?.total ?? 0;
          if (total === 0) return <EtatVide titre="Aucun projet ne répond à ces filtres.">Un projet s’ouvre de lui-même le jour où une première mesure commence.</EtatVide>;
          return (
            <>
              <p role="status">{pluriel(total, 'projet')}</p>
              <Tableau legende="Projets" cacherLegende lignes={lignes} cle={(l) => l.id} adresse={(l) => `/projets/${l.id}`}
                colonnes={[
                  { titre: 'Numéro', rendu: (l) => l.numero },
                  { titre: 'Enfant', rendu: (l) => `${l.enfant}, ${l.age}` },
                  { titre: 'État', rendu: (l) => <>{l.etatLibelle}{l.enRetard && <strong className={classes.alerte}> ▲ en retard</strong>}</> },
                  { titre: 'À établir ou réviser le', rendu: (l) => (l.limite ? dateLongue(l.limite) : '—') },
                  { titre: 'Établi le', rendu: (l) => (l.etabliLe ? dateLongue(l.etabliLe) : '—'), large: true },
                  { titre: mot(moi, 'unite', 'Territoire'), rendu: (l) => l.unite.libelle, large: true },
                ]} />
              {liste.hasNextPage && <Button variant="default" mt="md" loading={liste.isFetchingNextPage} onClick={() => void liste.fetchNextPage()}>Voir la suite</Button>}
            </>
          );
        }}
      </Donnees>
    </Page>
  );
}
