import { Suspense, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';

import { Chargement } from '../commun/Etats';
import { useDernierEnregistrement } from '../commun/formulaire/enregistrement';
import { useMoi } from '../commun/moi';
import { useRaccourcis } from '../commun/raccourcis';
import { dateLongue, heureDe } from '../commun/temps';
import { AideClavier } from './AideClavier';
import { Annonces } from './Annonces';
import { Entete } from './Entete';
import { Menu } from './Menu';
import { Reconnexion } from './Reconnexion';
import { entreesMenu, piedsDemonstration } from './features';
import classes from './cadre.module.css';

/** Header, menu, the screen, and the strip at the foot. */
export function Cadre() {
  const moi = useMoi();
  const [aide, setAide] = useState(false);
  const [menu, setMenu] = useState<string | null>(null);
  const { pathname } = useLocation();
  const naviguer = useNavigate();
  const enregistre = useDernierEnregistrement();
  useRaccourcis('Partout', [
    { touche: '/', libelle: 'Rechercher', action: () => document.getElementById('recherche-globale')?.focus() },
    ...(moi.missions.includes('RECUEIL') && entreesMenu.some((e) => e.chemin === '/informations')
      ? [{ touche: 'n', libelle: 'Nouvelle information reçue', action: () => void naviguer('/informations/nouvelle') }]
      : []),
    { touche: '?', libelle: 'Cette aide', action: () => setAide(true) },
  ]);
  return (
    <div className={classes.cadre}>
      <a className={classes.evitement} href="#contenu" onClick={(e) => { e.preventDefault(); document.getElementById('contenu')?.focus(); }}>
        Aller au contenu
      </a>
      <Entete menuOuvert={menu === pathname} basculerMenu={() => setMenu(menu === pathname ? null : pathname)} aide={() => setAide(true)} />
      <Menu ouvert={menu === pathname} />
      <main id="contenu" tabIndex={-1} className={classes.contenu}>
        <Suspense fallback={<Chargement />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className={classes.pied}>
        {moi.demonstration && <strong className={classes.demonstration}>DÉMONSTRATION</strong>}
        {moi.demonstration && <span>personnes et familles inventées · nous sommes le {dateLongue(moi.aujourdhui)}</span>}
        {moi.demonstration && <Suspense fallback={null}>{piedsDemonstration.map((Pied, i) => <Pied key={i} />)}</Suspense>}
        <span className={classes.piedDroite}>
          {enregistre && <span>Enregistré à {heureDe(enregistre)}</span>}
          <button type="button" className={classes.piedBouton} onClick={() => setAide(true)}>
            <kbd>?</kbd> raccourcis
          </button>
        </span>
      </footer>
      <AideClavier ouverte={aide} fermer={() => setAide(false)} />
      <Annonces />
      <Reconnexion />
    </div>
  );
}
