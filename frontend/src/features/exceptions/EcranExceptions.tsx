import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';

import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { Tableau } from '../../commun/liste/Tableau';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateHeure, pluriel } from '../../commun/temps';
import { useAccesDuMois, type LigneAcces } from './api';

/** Who opened a file of another territory for a day, and why: the month's list, and what nobody who supervises has read yet. */
export default function EcranExceptions() {
  const moi = useMoi();
  const [mois, setMois] = useState(moi.aujourdhui.slice(0, 7));
  const requete = useAccesDuMois(mois);
  const cache = useQueryClient();
  const vus = useMutation({ mutationFn: (ids: string[]) => api.post('/api/acces-exceptionnels/vus', { ids }), onSuccess: () => cache.invalidateQueries({ queryKey: ['acces-exceptionnels'] }) });
  const nouveaux = requete.data?.filter((l) => !l.vu).map((l) => l.id) ?? [];
  return (
    <Page titre="Accès exceptionnels" large actes={nouveaux.length > 0 && <Button loading={vus.isPending} onClick={() => vus.mutate(nouveaux)}>J’ai vu {nouveaux.length === 1 ? 'le nouveau' : `les ${nouveaux.length} nouveaux`}</Button>}>
      <p>Un dossier hors de son territoire s’ouvre pour vingt-quatre heures, en lecture, sur un motif écrit. Chaque ouverture reste ici et au journal.</p>
      <TextInput type="month" label="Mois" w="14rem" mb="md" value={mois} onChange={(e) => setMois(e.currentTarget.value || moi.aujourdhui.slice(0, 7))} />
      <Donnees requete={requete} quoi="Lecture des accès">
        {(lignes) => (lignes.length === 0 ? <EtatVide titre="Aucun accès exceptionnel ce mois-ci.">Ceux qui s’ouvriront apparaîtront aussitôt.</EtatVide> : <Liste lignes={lignes} />)}
      </Donnees>
    </Page>
  );
}

function Liste({ lignes }: { lignes: LigneAcces[] }) {
  return (
    <>
      <p role="status">{pluriel(lignes.length, 'accès', 'accès')}</p>
      <Tableau legende="Accès exceptionnels du mois, les plus récents d’abord" cacherLegende lignes={lignes} cle={(l) => l.id}
        colonnes={[
          { titre: 'Ouvert le', rendu: (l) => <>{dateHeure(l.du)}{!l.vu && <strong> nouveau</strong>}</> },
          { titre: 'Par', rendu: (l) => `${l.qui}${l.fonction ? `, ${l.fonction}` : ''}` },
          { titre: 'Enfant', rendu: (l) => <Link to={`/enfants/${l.enfantId}`}>{l.enfant}</Link> },
          { titre: 'Motif', rendu: (l) => l.motif },
          { titre: 'Jusqu’au', rendu: (l) => (l.enCours ? <strong>{dateHeure(l.au)}, ouvert</strong> : dateHeure(l.au)) },
        ]} />
    </>
  );
}
