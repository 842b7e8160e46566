import { Tableau } from '../../commun/liste/Tableau';
import type { Rapport } from './api';

/** What counts by itself, what does not, and why. */
export function Couverture({ rapport }: { rapport: Rapport }) {
  return (
    <>
      <p>
        {rapport.lignes} lignes et {rapport.valeurs} valeurs imprimées dans les documents de cinq départements. Ici, {rapport.formules} indicateurs se comptent, dont {rapport.cumulees} sont additionnés chaque nuit.
      </p>
      <Tableau legende="Lignes comptées par département et par classe" defilant lignes={rapport.comptes} cle={(c) => c.departement + c.classe}
        colonnes={[
          { titre: 'Département', rendu: (c) => c.departement },
          { titre: 'Classe', rendu: (c) => c.classe },
          { titre: 'Lignes', nombre: true, rendu: (c) => c.lignes },
          { titre: 'Comptées', nombre: true, rendu: (c) => c.vivantes },
          { titre: 'À la main', nombre: true, rendu: (c) => c.aLaMain },
          { titre: 'Sans formule, raison dite', nombre: true, rendu: (c) => c.sansFormule },
          { titre: 'À construire', nombre: true, rendu: (c) => c.aConstruire },
        ]} />
      {rapport.sansFormule.length > 0 && (
        <>
          <h3>Lignes A et B sans formule</h3>
          <dl>
            {rapport.sansFormule.map((s) => (
              <div key={s.code}>
                <dt>{s.code} · {s.libelle}</dt>
                <dd>{s.raison ?? 'Formule à construire.'}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}
