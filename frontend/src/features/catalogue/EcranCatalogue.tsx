import { useRef } from 'react';
import { useSearchParams } from 'react-router';

import { Donnees } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { Ajouter } from './Ajouter';
import { Couverture } from './Couverture';
import { FicheIndicateur } from './FicheIndicateur';
import { ListeCatalogue } from './ListeCatalogue';
import { useAjoutes, useLignes, useRapport } from './api';
import classes from './catalogue.module.css';

/** Every indicator with its own words and what counts it; those the département adds, as text; what counts by itself and what does not. The address holds what is open. */
export default function EcranCatalogue() {
  const [choix, choisir] = useSearchParams();
  const ouvreur = useRef<HTMLElement | null>(null);
  const code = choix.get('code');
  const poser = (valeurs: Record<string, string>) =>
    choisir((avant) => {
      const apres = new URLSearchParams(avant);
      Object.entries(valeurs).forEach(([k, v]) => (v === '' ? apres.delete(k) : apres.set(k, v)));
      return apres;
    }, { replace: true });
  return (
    <Page titre="Catalogue des indicateurs" large>
      <Donnees requete={useLignes()} quoi="Lecture du catalogue">
        {(c) => (
          <>
            <div className={classes.deux}>
              <ListeCatalogue catalogue={c} q={choix.get('q') ?? ''} sorte={choix.get('sorte') ?? ''} code={code} poser={poser}
                ouvrir={(x, b) => { ouvreur.current = b; poser({ code: x }); }} />
              {code
                ? <FicheIndicateur key={code} catalogue={c} code={code} fermer={() => { poser({ code: '' }); ouvreur.current?.focus(); }} />
                : <p className={classes.discret}>Choisissez un indicateur : ce qu’il compte, ce qui le place dans une année, ce qui est compris ou non, sa formule et ses chiffres.</p>}
            </div>
            <h2>Indicateurs ajoutés par le département</h2>
            <Ajoutes />
            <details>
              <summary><h2 style={{ display: 'inline-block' }}>Ce qui se compte, par document et par classe</h2></summary>
              <CeQuiSeCompte />
            </details>
          </>
        )}
      </Donnees>
    </Page>
  );
}

function Ajoutes() {
  return <Donnees requete={useAjoutes()} quoi="Lecture des indicateurs ajoutés">{(a) => <Ajouter ajoutes={a} />}</Donnees>;
}

function CeQuiSeCompte() {
  return <Donnees requete={useRapport()} quoi="Lecture de la couverture">{(r) => <Couverture rapport={r} />}</Donnees>;
}
