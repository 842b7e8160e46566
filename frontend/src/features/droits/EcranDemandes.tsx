import { Button } from '@mantine/core';
import { useState } from 'react';

import { Donnees, EtatVide } from '../../commun/Etats';
import { Tableau } from '../../commun/liste/Tableau';
import { useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { dateLongue, pluriel } from '../../commun/temps';
import { useDemandes, type LigneDemande } from './api';
import classes from './droits.module.css';

/** Requests of people about a file, by the date they must be answered. Whoever only follows dates reads no name. */
export default function EcranDemandes() {
  const moi = useMoi();
  const [closes, setCloses] = useState(false);
  const instruit = moi.missions.includes('DROITS');
  return (
    <Page titre="Droits des personnes" large actes={<Button variant="default" onClick={() => setCloses(!closes)}>{closes ? 'Voir les demandes ouvertes' : 'Voir les demandes closes'}</Button>}>
      <p>
        Une demande se répond dans le mois ; un mois de silence vaut refus. {instruit
          ? 'Elle s’enregistre depuis la page de l’enfant, onglet « Droits ».' : 'Vous suivez ici les dates ; les dossiers restent à celles et ceux qui les instruisent.'}
      </p>
      <Donnees requete={useDemandes(closes)} quoi="Lecture des demandes">
        {(lignes) => (lignes.length === 0 ? <EtatVide titre={closes ? 'Aucune demande close.' : 'Aucune demande ouverte.'}>Les demandes d’accès, de rectification, d’opposition ou de limitation apparaîtront ici.</EtatVide> : (
          <>
            <p role="status">{pluriel(lignes.length, 'demande')}</p>
            <Tableau legende={closes ? 'Demandes closes, les dernières d’abord' : 'Demandes ouvertes, la plus pressée d’abord'} cacherLegende lignes={lignes} cle={(l) => l.id}
              adresse={instruit ? (l) => `/droits/${l.id}` : undefined}
              colonnes={[
                { titre: 'Demande', rendu: (l) => l.numero },
                { titre: 'Objet', rendu: (l) => l.genreLibelle },
                ...(instruit ? [{ titre: 'Enfant', rendu: (l: LigneDemande) => l.enfant }] : []),
                { titre: 'En qualité de', rendu: (l) => l.qualiteLibelle, large: true },
                { titre: 'Reçue le', rendu: (l) => dateLongue(l.recueLe), large: true },
                { titre: closes ? 'Réponse' : 'Répondre avant le', rendu: (l) => (closes ? <>{l.decisionLibelle ?? l.etatLibelle}{l.repondueLe && ` le ${dateLongue(l.repondueLe)}`}</> : <Delai l={l} />) },
                { titre: 'Unité', rendu: (l) => l.unite ?? '', large: true },
              ]} />
          </>
        ))}
      </Donnees>
    </Page>
  );
}

function Delai({ l }: { l: LigneDemande }) {
  return <>{dateLongue(l.echeance)} {l.jours < 0 ? <span className={classes.retard}>▲ en retard de {pluriel(-l.jours, 'jour')}</span> : <span>{l.jours <= 7 ? '◆' : '●'} J-{l.jours}</span>}</>;
}
