import { Link } from 'react-router';

import { Donnees } from '../../commun/Etats';
import { Lisible } from '../../commun/Lisible';
import { dateHeure } from '../../commun/temps';
import { useInformation, useMandat } from './api';
import { FicheInformation } from './FicheInformation';
import { Navettes } from './Navettes';
import { Pieces } from './Pieces';
import classes from './reception.module.css';

const GENRES: Record<string, string> = { MANDAT: 'Évaluation confiée', VOIE: 'Voie changée', UNITE: 'Équipe changée' };

/** On an IP's page: everything that was received for it, and to whom it was entrusted. */
export default function InformationsDeLIp({ ipId }: { ipId: string }) {
  return (
    <Donnees requete={useMandat(ipId)} quoi="Lecture du dossier">
      {(m) => (
        <>
          {m.informations.map((id) => (
            <Une key={id} id={id} />
          ))}
          {m.liees.length > 0 && (
            <>
              <h3 className={classes.titre3}>IP liées</h3>
              <ul className={classes.liste}>
                {m.liees.map((l) => (
                  <li key={l.id}>
                    <Link to={`/ip/${l.id}`}>{l.numero}</Link> · {l.etatLibelle} · {l.avant ? 'antérieure' : 'ouverte ensuite'}
                  </li>
                ))}
              </ul>
            </>
          )}
          {m.lignes.length > 0 && <h3 className={classes.titre3}>Mandats</h3>}
          {m.lignes.map((l, n) => (
            <Lisible key={n}
              faits={[
                [GENRES[l.genre] ?? l.genre, `${dateHeure(l.faitLe)}${l.par ? ` par ${l.par}` : ''}`],
                ['Équipe', l.associeeNom ? `${l.uniteNom} (pilote), avec ${l.associeeNom}` : l.uniteNom],
                ['Voie', l.leveeDeDoutes ? 'Levée de doutes' : l.voieLibelle],
                ['Message', l.message],
                ['Motif', l.motif],
              ]} />
          ))}
        </>
      )}
    </Donnees>
  );
}

function Une({ id }: { id: string }) {
  return (
    <Donnees requete={useInformation(id)} quoi="Lecture de l’information">
      {(i) => (
        <section aria-label={i.numero}>
          <h2 className={classes.titre}>{i.numero}</h2>
          <FicheInformation i={i} />
          <Navettes information={i} />
          <Pieces informationId={id} />
        </section>
      )}
    </Donnees>
  );
}
