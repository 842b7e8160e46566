import { Checkbox, NativeSelect } from '@mantine/core';
import { Link } from 'react-router';

import { nombre } from '../../commun/temps';
import { ecrireFiltre, type Bande, type Filtre, type Part, type Tableau, type Tri } from './donnees';
import { SIGNE } from './mots';
import classes from './attente.module.css';

const TRIS: { value: Tri; label: string }[] = [
  { value: 'TERME', label: 'Terme le plus proche' },
  { value: 'ORDRE', label: 'Ordre de passage proposé' },
  { value: 'DECISION', label: 'Décision la plus ancienne' },
];

/** Bands by nearness of the term, then what narrows the list; each choice says how many it would list. */
export function Filtres({ t, filtre, changer, territoire }: { t: Tableau; filtre: Filtre; changer: (f: Filtre) => void; territoire: string }) {
  return (
    <>
      <ul className={classes.bandes} aria-label="Selon la distance au terme">
        {t.bandes.filter((b) => b.nombre > 0 || filtre.bande === b.code).map((b) => {
          const choisie = filtre.bande === b.code;
          return (
            <li key={b.code}>
              <Link to={{ search: `?${ecrireFiltre({ ...filtre, bande: choisie ? undefined : b.code })}` }} preventScrollReset aria-current={choisie ? 'true' : undefined}
                data-bande={SIGNE[b.code as Bande].bande}>
                <span aria-hidden="true">{SIGNE[b.code as Bande].signe}</span> <b>{nombre(b.nombre)}</b> {b.libelle}
                {choisie && <span className={classes.lever}> — montrer toutes</span>}
              </Link>
            </li>
          );
        })}
      </ul>
      <div className={`${classes.filtres} ${classes.sansImpression}`} role="group" aria-label="Restreindre la liste">
        {(t.unites.length > 1 || filtre.unite) && <Choix label={territoire} tous="Tous" parts={t.unites} valeur={filtre.unite} changer={(unite) => changer({ ...filtre, unite })} />}
        <Choix label="Mesure" tous="Toutes" parts={t.produits} valeur={filtre.produit} changer={(produit) => changer({ ...filtre, produit })} />
        <Choix label="Cadre" tous="Les deux" parts={t.cadres} valeur={filtre.cadre} changer={(cadre) => changer({ ...filtre, cadre })} />
        <Choix label="Service" tous="Tous" parts={t.services} valeur={filtre.service} changer={(service) => changer({ ...filtre, service })} />
        <NativeSelect label="En premier" data={TRIS} value={filtre.tri} onChange={(e) => changer({ ...filtre, tri: e.currentTarget.value as Tri })} />
        <Checkbox label="Moins de deux ans" checked={!!filtre.moinsDeDeuxAns} onChange={(e) => changer({ ...filtre, moinsDeDeuxAns: e.currentTarget.checked || undefined })} />
        <Checkbox label="Fratries" checked={!!filtre.fratrie} onChange={(e) => changer({ ...filtre, fratrie: e.currentTarget.checked || undefined })} />
      </div>
    </>
  );
}

function Choix({ label, tous, parts, valeur, changer }: { label: string; tous: string; parts: Part[]; valeur: string | undefined; changer: (v: string | undefined) => void }) {
  const data = [{ value: '', label: tous }, ...parts.map((p) => ({ value: p.code, label: `${p.libelle} (${nombre(p.nombre)})` }))];
  if (valeur && !parts.some((p) => p.code === valeur)) data.push({ value: valeur, label: `${valeur} (0)` });
  return <NativeSelect label={label} data={data} value={valeur ?? ''} onChange={(e) => changer(e.currentTarget.value || undefined)} />;
}
