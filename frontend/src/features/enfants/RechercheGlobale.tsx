import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import type { components } from '../../api/generated/dossier';
import { api } from '../../commun/api/client';
import type { Rempli } from '../../commun/api/rempli';
import { CarteEnfantConnu } from '../../commun/enfant/CarteEnfantConnu';
import { Donnees } from '../../commun/Etats';
import classes from './enfants.module.css';

type ResultatGlobal = Rempli<components['schemas']['ResultatGlobal']>;

/** Under the field of the header: children by name, informations and IPs by number. */
export default function RechercheGlobale({ q, onChoisi }: { q: string; onChoisi: () => void }) {
  const requete = useQuery({
    queryKey: ['enfants', 'recherche-globale', q], queryFn: () => api.post<ResultatGlobal>('/api/enfants/recherche-globale', { q, naissance: null, partiel: true, limite: 6 }),
    staleTime: 30_000, gcTime: 60_000,
  });
  return (
    <Donnees requete={requete} quoi="Recherche">
      {(r) => (
        <div className={classes.resultats}>
          {r.dossiers.map((d) => (
            <Link key={d.id} to={d.lien} onClick={onChoisi} className={classes.resultat}>
              <strong>{d.reference}</strong> · {d.libelle}
            </Link>
          ))}
          {r.enfants.map((c, i) => c.id ? (
            <Link key={c.id} to={`/enfants/${c.id}`} onClick={onChoisi} className={classes.resultat}>
              <CarteEnfantConnu carte={c} />
            </Link>
          ) : (
            <div key={i} className={classes.resultat}>
              <CarteEnfantConnu carte={c} />
            </div>
          ))}
          {r.dossiers.length + r.enfants.length === 0 && <p className={classes.rien}>Rien ne ressemble à « {q} ».</p>}
          {r.suite && <p className={classes.rien}>D’autres enfants répondent : précisez le nom ou la date de naissance.</p>}
        </div>
      )}
    </Donnees>
  );
}
