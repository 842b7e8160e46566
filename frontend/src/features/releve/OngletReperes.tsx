import { Link } from 'react-router';

import { Donnees, EtatVide } from '../../commun/Etats';
import { useReleves } from './api';
import { FormReleve } from './Formes';
import { Lignes } from './Lignes';

/** On the page of a child: what the département's documents ask to count and no other page says, noted in seconds. */
export default function OngletReperes({ enfantId }: { enfantId: string }) {
  return (
    <Donnees requete={useReleves(enfantId)} quoi="Lecture des repères">
      {(p) => (
        <>
          {p.peutNoter && p.genres.length > 0 && (
            <section aria-label="Noter un repère">
              <h2>Noter un repère</h2>
              <FormReleve genres={p.genres} adresse={`/api/enfants/${enfantId}/releves`} />
            </section>
          )}
          <section aria-label="Repères notés">
            <h2>Repères notés</h2>
            {p.lignes.length === 0
              ? <EtatVide titre="Aucun repère n’est noté.">Un parrainage, un bilan de santé, une notification de la MDPH… : ce qui se note ici se compte de soi-même dans les indicateurs.</EtatVide>
              : <Lignes lignes={p.lignes} genres={p.genres} agir={p.peutNoter} />}
          </section>
          {p.seances && <p><Link to="/seances">Noter une séance d’une commission</Link> : elle n’est d’aucun enfant.</p>}
        </>
      )}
    </Donnees>
  );
}
