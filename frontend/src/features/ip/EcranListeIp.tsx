import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useSearchParams } from 'react-router';

import { bandeDe, Echeance, MarqueConsigne } from '../../commun/Echeance';
import { Donnees, EtatVide } from '../../commun/Etats';
import { Tableau } from '../../commun/liste/Tableau';
import { mot, useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, jourDe, pluriel } from '../../commun/temps';
import { useFiltresIp, useListeIp } from './donnees';
import classes from './ip.module.css';

/** Every IP one may see, the last received first. Filters stand in the address: it can be sent. */
export default function EcranListeIp() {
  const moi = useMoi();
  const [recherche, setRecherche] = useSearchParams();
  const [numero, setNumero] = useState(recherche.get('numero') ?? '');
  const [numeroPose] = useDebouncedValue(numero, 250);
  const filtres = useFiltresIp();
  const criteres = {
    numero: numeroPose.trim(),
    etat: recherche.get('etat') ?? '',
    unite: recherche.get('unite') ?? '',
    ouvertes: recherche.get('ouvertes') !== 'non',
    retard: recherche.get('retard') === 'oui',
  };
  const liste = useListeIp(criteres);
  const poser = (cle: string, valeur: string | null) =>
    setRecherche(
      (avant) => {
        const apres = new URLSearchParams(avant);
        if (valeur) apres.set(cle, valeur);
        else apres.delete(cle);
        return apres;
      },
      { replace: true },
    );
  return (
    <Page titre="Informations préoccupantes" large>
      <form className={classes.filtres} role="search" aria-label="Filtrer les informations préoccupantes" onSubmit={(e) => e.preventDefault()}>
        <TextInput label="Numéro" placeholder="IP-2026-0412" value={numero} onChange={(e) => setNumero(e.currentTarget.value)} />
        <Select label="État" placeholder="Tous" clearable data={(filtres.data?.etats ?? []).map((e) => ({ value: e.code, label: e.libelle }))}
          value={criteres.etat || null} onChange={(v) => poser('etat', v)} />
        {(filtres.data?.unites.length ?? 0) > 1 && (
          <Select label={mot(moi, 'unite', 'Unité')} placeholder="Toutes" clearable searchable
            data={filtres.data!.unites.map((u) => ({ value: u.id, label: u.nom }))} value={criteres.unite || null} onChange={(v) => poser('unite', v)} />
        )}
        <Checkbox label="En cours seulement" checked={criteres.ouvertes} onChange={(e) => poser('ouvertes', e.currentTarget.checked ? null : 'non')} />
        <Checkbox label="En retard" checked={criteres.retard} onChange={(e) => poser('retard', e.currentTarget.checked ? 'oui' : null)} />
      </form>
      <Donnees requete={liste} quoi="Lecture des informations préoccupantes">
        {(donnees) => {
          const lignes = donnees.pages.flatMap((p) => p.lignes);
          const total = donnees.pages[0]?.total ?? 0;
          if (total === 0)
            return (
              <EtatVide titre="Aucune information préoccupante ne répond à ces filtres.">
                Une IP apparaît ici dès qu’une information reçue est qualifiée, si elle est confiée à votre territoire ou recueillie par lui.
              </EtatVide>
            );
          return (
            <>
              <p role="status">{pluriel(total, 'information préoccupante', 'informations préoccupantes')}</p>
              <Tableau
                legende="Informations préoccupantes, de la plus récemment reçue à la plus ancienne"
                cacherLegende
                lignes={lignes}
                cle={(l) => l.id}
                adresse={(l) => `/ip/${l.id}`}
                colonnes={[
                  { titre: 'Numéro', rendu: (l) => l.numero },
                  { titre: 'Mineurs', rendu: (l) => l.enfants.join(', ') || 'Enfant non nommé' },
                  {
                    titre: 'État',
                    rendu: (l) => (
                      <>
                        {l.etatLibelle}
                        {l.urgence && <strong> · urgence à la réception</strong>}
                      </>
                    ),
                  },
                  { titre: 'Échéance de l’étape', rendu: (l) => (
                    <>
                      <Echeance bande={bandeDe(l.jours, l.enConsigne)} jours={l.jours} dateLegale={l.dateLegale} />
                      {l.consigne && !l.enConsigne && <> · <MarqueConsigne /></>}
                    </>
                  ) },
                  { titre: mot(moi, 'unite', 'Unité'), rendu: (l) => l.unite, large: true },
                  { titre: 'Reçue le', rendu: (l) => dateLongue(jourDe(l.recueLe)), large: true },
                ]}
              />
              {liste.hasNextPage && (
                <Button variant="default" mt="md" loading={liste.isFetchingNextPage} onClick={() => void liste.fetchNextPage()}>
                  Voir la suite
                </Button>
              )}
            </>
          );
        }}
      </Donnees>
    </Page>
  );
}
