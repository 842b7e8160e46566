import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';

import { api } from '../../commun/api/client';
import { Donnees, EtatVide } from '../../commun/Etats';
import { Tableau } from '../../commun/liste/Tableau';
import { mot, useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, pluriel } from '../../commun/temps';
import { type PointOrdreDuJour } from './api';

/** The agenda of a commission, filled from the files. */
export default function EcranCommission() {
  const moi = useMoi();
  const [recherche, setRecherche] = useSearchParams();
  const seances = useQuery({ queryKey: ['commission', 'seances'], queryFn: ({ signal }) => api.get<string[]>('/api/commission/seances', undefined, signal) });
  const titre = mot(moi, 'commission', 'Commission');
  return (
    <Page titre={titre} large>
      <Donnees requete={seances} quoi="Lecture des séances">
        {(jours) => {
          const seance = recherche.get('seance') ?? jours.find((j) => j >= moi.aujourdhui) ?? jours.at(-1);
          if (!seance) return <EtatVide titre="Aucune séance n’a d’ordre du jour.">Depuis un dossier à décider, « {titre} » l’inscrit à une séance.</EtatVide>;
          return (
            <>
              <NativeSelect label="Séance" value={seance} onChange={(e) => setRecherche({ seance: e.currentTarget.value })} mb="md" maw={320}
                data={[...new Set([...jours, seance])].sort().map((j) => ({ value: j, label: dateLongue(j) }))} />
              <OrdreDuJour seance={seance} />
            </>
          );
        }}
      </Donnees>
    </Page>
  );
}

function OrdreDuJour({ seance }: { seance: string }) {
  const points = useQuery({
    queryKey: ['commission', 'ordre-du-jour', seance],
    queryFn: ({ signal }) => api.get<PointOrdreDuJour[]>('/api/commission/ordre-du-jour', { seance }, signal),
  });
  return (
    <Donnees requete={points} quoi="Lecture de l’ordre du jour">
      {(lignes) =>
        lignes.length === 0 ? <EtatVide titre="Aucun mineur n’est inscrit à cette séance." /> : (
          <Tableau legende={`${pluriel(lignes.length, 'mineur')} à l’ordre du jour du ${dateLongue(seance)}`} lignes={lignes} cle={(l) => l.mineurId}
            adresse={(l) => `/ip/${l.ipId}?acte=libre:commission`}
            colonnes={[
              { titre: 'Mineur', rendu: (l) => `${l.nom}, ${l.age}` },
              { titre: 'Dossier', rendu: (l) => <Link to={`/ip/${l.ipId}`}>{l.numero}</Link> },
              { titre: 'Rapport rendu', rendu: (l) => dateLongue(l.rapportRenduLe) || 'pas encore', large: true },
              { titre: 'Où en est le dossier', rendu: (l) => l.etatLibelle, large: true },
              { titre: 'Avis', rendu: (l) => (l.rendu ? (l.issueLibelle ?? 'en mots') : 'à rendre') },
            ]} />
        )
      }
    </Donnees>
  );
}
