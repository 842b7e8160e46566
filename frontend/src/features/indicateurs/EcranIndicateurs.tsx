import { useRef } from 'react';
import { useSearchParams } from 'react-router';

import { Donnees } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { useMoi } from '../../commun/moi';
import { adresse } from '../../commun/api/client';
import { useAnnees, useAnneesFictives, useCatalogue, type Catalogue, type Diffusion, type TableauAnnees } from './api';
import classes from './indicateurs.module.css';
import { ArreterAnnee } from './ArreterAnnee';
import { ParAxe } from './ParAxe';
import { ParUnite } from './ParUnite';
import { Chiffre } from './Chiffre';
import { Tableau } from './Tableau';
import { Volumes } from './Volumes';

const DIFFUSIONS: { valeur: Diffusion; libelle: string }[] = [
  { valeur: 'INTERNE', libelle: 'Interne, chiffres exacts' }, { valeur: 'PARTENAIRES', libelle: 'Partenaires' }, { valeur: 'PUBLIC', libelle: 'Public' },
];

/** The yearly table: every figure opens what it counts and the files behind it. The address holds the choices, to be sent to a colleague. */
export default function EcranIndicateurs() {
  return (
    <Page titre="Indicateurs" large>
      <Donnees requete={useCatalogue()} quoi="Lecture du catalogue">
        {(catalogue) => <Choisi catalogue={catalogue} />}
      </Donnees>
    </Page>
  );
}

function Choisi({ catalogue }: { catalogue: Catalogue }) {
  const moi = useMoi();
  const [choix, choisir] = useSearchParams();
  const ouvreur = useRef<HTMLElement | null>(null);
  const au = Number(choix.get('au')) || catalogue.anneeCourante;
  const du = Number(choix.get('du')) || au - 7;
  const unite = choix.get('unite') ?? '';
  const code = choix.get('indicateur');
  const annee = Number(choix.get('annee')) || au;
  const diffusion = (DIFFUSIONS.find((d) => d.valeur === choix.get('diffusion')) ?? DIFFUSIONS[0]!).valeur;
  const tableau = useAnnees(du, au, unite, diffusion);
  const fictives = useAnneesFictives(moi.demonstration);
  const poser = (valeurs: Record<string, string | null>) =>
    choisir((avant) => {
      const apres = new URLSearchParams(avant);
      Object.entries(valeurs).forEach(([k, v]) => (v === null || v === '' ? apres.delete(k) : apres.set(k, v)));
      return apres;
    });
  const annees = Array.from({ length: 15 }, (_, n) => catalogue.anneeCourante - 14 + n);
  return (
    <>
      <form className={classes.choix} onSubmit={(e) => e.preventDefault()}>
        <label>
          Périmètre
          <select value={unite} onChange={(e) => poser({ unite: e.currentTarget.value })}>
            <option value="">{moi.perimetreDepartement || moi.missions.includes('COMPTAGE') ? 'Tout le département' : 'Mes unités'}</option>
            {catalogue.unites.map((u) => <option key={u.id} value={u.id}>{u.nom}</option>)}
          </select>
        </label>
        <label>
          De
          <select value={du} onChange={(e) => poser({ du: e.currentTarget.value })}>{annees.filter((a) => a <= au).map((a) => <option key={a}>{a}</option>)}</select>
        </label>
        <label>
          À
          <select value={au} onChange={(e) => poser({ au: e.currentTarget.value })}>{annees.filter((a) => a >= du).map((a) => <option key={a}>{a}</option>)}</select>
        </label>
        <label>
          Pour qui
          <select value={diffusion} onChange={(e) => poser({ diffusion: e.currentTarget.value === 'INTERNE' ? null : e.currentTarget.value, indicateur: null, annee: null })}>
            {DIFFUSIONS.map((d) => <option key={d.valeur} value={d.valeur}>{d.libelle}</option>)}
          </select>
        </label>
        <a className={classes.export} href={adresse('/api/indicateurs/export', { du, au, unite, diffusion })} download>
          Télécharger le tableau (CSV)
        </a>
      </form>
      <Donnees requete={tableau} quoi="Comptage">
        {(t) => {
          const ligne = t.lignes.find((l) => l.indicateur.code === code);
          return (
            <>
              <Volumes tableau={t} />
              <Tableau tableau={t} fictives={fictives.data?.anneesFictives ?? []} choisi={code ? { code, annee } : null} occupe={tableau.isPlaceholderData}
                ouvrir={(c, a, bouton) => { ouvreur.current = bouton; poser({ indicateur: c, annee: String(a) }); }} />
              {ligne && (
                <Chiffre key={`${code}-${annee}-${unite}-${diffusion}`} ligne={ligne} annee={annee} unite={unite}
                  fermer={() => { poser({ indicateur: null, annee: null }); ouvreur.current?.focus(); }} />
              )}
              {diffusion === 'INTERNE' && (
                <>
                  {moi.missions.includes('COMPTAGE') && <ArreterAnnee annees={aArreter(t, catalogue.anneeCourante)} />}
                  <ParAxe annees={t.annees} unite={unite} definitions={catalogue.indicateurs} />
                  {!unite && catalogue.unites.length > 1 && <ParUnite annees={t.annees} definitions={catalogue.indicateurs} />}
                </>
              )}
            </>
          );
        }}
      </Donnees>
    </>
  );
}

/** Finished years shown that hold something and are not final yet. */
const aArreter = (t: TableauAnnees, courante: number): number[] =>
  t.annees.filter((a) => a < courante && t.lignes.some((l) => l.valeurs.some((v) => v.annee === a && v.valeur !== null)) && !t.lignes.some((l) => l.valeurs.some((v) => v.annee === a && v.definitif)));
