import { Donnees, EtatVide } from '../../commun/Etats';
import { Tableau } from '../../commun/liste/Tableau';
import { Page } from '../../commun/Page';
import { dateLongue, jourDe, pluriel } from '../../commun/temps';
import { useEliminations } from './api';
import { LiensConservation } from './LiensConservation';

/** What was proposed, visaed, refused, executed: the latest first. */
export default function EcranEliminations() {
  return (
    <Page titre="Éliminations" large>
      <LiensConservation />
      <Donnees requete={useEliminations()} quoi="Lecture des éliminations">
        {(lignes) => (lignes.length === 0 ? <EtatVide titre="Aucune élimination proposée.">Les propositions faites depuis les dossiers échus apparaîtront ici.</EtatVide> : (
          <Tableau legende="Éliminations, les dernières d’abord" cacherLegende lignes={lignes} cle={(l) => l.id} adresse={(l) => `/conservation/eliminations/${l.id}`}
            colonnes={[
              { titre: 'Élimination', rendu: (l) => l.numero },
              { titre: 'État', rendu: (l) => l.etatLibelle },
              { titre: 'Dossiers', rendu: (l) => pluriel(l.nombreEnfants, 'enfant') },
              { titre: 'Proposée', rendu: (l) => `le ${dateLongue(jourDe(l.proposeeLe))} par ${l.proposeePar}` },
              { titre: 'Visa', rendu: (l) => (l.visaReference ? `${l.visaReference}, ${dateLongue(l.visaLe)}` : ''), large: true },
            ]} />
        ))}
      </Donnees>
    </Page>
  );
}
