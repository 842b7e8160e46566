import { useState } from 'react';

import { Donnees, EtatVide } from '../../commun/Etats';
import { ChampDate, dateIllisible } from '../../commun/formulaire';
import { useMoi } from '../../commun/moi';
import { nombre, pluriel } from '../../commun/temps';
import { usePlaces, type Places as LignePlaces } from './donnees';
import classes from './attente.module.css';

/** Where there is a place, by product and service; for a territory, what a child who lives there could be given. */
export function Places({ unite, produit }: { unite: string; produit?: string }) {
  const { aujourdhui } = useMoi();
  const [le, setLe] = useState('');
  const jour = le && !dateIllisible(le) ? le : '';
  const places = usePlaces(unite, jour);
  return (
    <section aria-labelledby="attente-places" className={classes.places}>
      <h2 id="attente-places">Places libres</h2>
      <div className={classes.sansImpression}>
        <ChampDate label="Au (aujourd’hui si vide)" value={le} onChange={setLe} maw={220} />
      </div>
      <Donnees requete={places} quoi="Lecture des places">
        {(toutes) => {
          const lignes = toutes.filter((p) => !produit || p.produit === produit);
          if (lignes.length === 0) return <EtatVide titre="Aucune place n’est enregistrée.">L’administrateur fonctionnel tient les places des services, datées.</EtatVide>;
          const produits = [...new Set(lignes.map((p) => p.produit))];
          return (
            <>
              <p className={classes.discret}>
                {jour && jour < aujourdhui ? 'Places et mesures de ce jour-là.' : jour ? 'Places ouvertes ce jour-là ; mesures en cours aujourd’hui.' : 'Les places promises aux mesures affectées sont comptées comme prises.'}
              </p>
              {produits.map((code) => (
                <Produit key={code} lignes={lignes.filter((p) => p.produit === code)} ici={unite !== ''} futur={!jour || jour >= aujourdhui} />
              ))}
            </>
          );
        }}
      </Donnees>
    </section>
  );
}

function Produit({ lignes, ici, futur }: { lignes: LignePlaces[]; ici: boolean; futur: boolean }) {
  const libre = (p: LignePlaces) => (ici && p.libresIci !== null ? p.libresIci : Math.max(0, p.libres));
  const rangees = [...lignes].sort((a, b) => libre(b) - libre(a) || a.serviceNom.localeCompare(b.serviceNom, 'fr'));
  return (
    <div className={classes.produit}>
      <table className={classes.table}>
        <caption>{lignes[0]!.produitLibelle}</caption>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col" data-nombre="">{ici ? 'Libres ici' : 'Libres'}</th>
            <th scope="col" data-nombre="">Prises sur</th>
          </tr>
        </thead>
        <tbody>
          {rangees.map((p) => (
            <tr key={p.service ?? ''}>
              <th scope="row">
                {p.serviceNom}
                {futur && p.termes30 > 0 && <div className={classes.discret}>{pluriel(p.termes30, 'terme')} d’ici 30 jours</div>}
                {p.lots.filter((l) => l.unite !== null && l.places > 0).map((l) => (
                  <div key={l.unite} className={classes.discret}>
                    {l.uniteNom} : {nombre(l.places)} réservées, {nombre(Math.max(0, l.libres))} libres
                  </div>
                ))}
              </th>
              <td data-nombre="">
                {!p.connue ? <span className={classes.discret}>places inconnues</span> : libre(p) > 0 ? <b>{nombre(libre(p))}</b> : p.libres < 0 ? `complet, ${nombre(-p.libres)} au-delà` : 'complet'}
              </td>
              <td data-nombre="">
                <span className={classes.entier}>
                  {nombre(p.exercees + p.reservees)}
                  {p.connue && ` / ${nombre(p.places)}`}
                </span>
                {p.occupation !== null && <div className={classes.discret}>{nombre(p.occupation)}{'\u00a0'}%</div>}
                {p.reservees > 0 && <div className={classes.discret}>dont {nombre(p.reservees)} à démarrer</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
