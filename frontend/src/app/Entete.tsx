import { Menu as MenuMantine } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';

import { api } from '../commun/api/client';
import { concerne, useMoi } from '../commun/moi';
import { Chargement } from '../commun/Etats';
import { liensPersonne, recherchesGlobales } from './features';
import classes from './cadre.module.css';

/** Where one is (département), the search, and who one is. */
export function Entete({ menuOuvert, basculerMenu, aide }: { menuOuvert: boolean; basculerMenu: () => void; aide: () => void }) {
  const moi = useMoi();
  return (
    <header className={classes.entete}>
      <button type="button" className={classes.burger} aria-expanded={menuOuvert} aria-controls="menu" onClick={basculerMenu}>
        <span aria-hidden="true">☰</span>
        <span className="jalon-invisible">Menu</span>
      </button>
      <Link to="/" className={classes.marque}>
        <strong>Jalon</strong> <span className={classes.departement}>· {moi.departement.nom}</span>
      </Link>
      {recherchesGlobales.some((r) => concerne(moi, r)) ? <Recherche /> : <span />}
      <MenuMantine position="bottom-end" shadow="md" withinPortal={false} transitionProps={{ duration: 0 }}>
        <MenuMantine.Target>
          <button type="button" className={classes.moi}>
            <span className={classes.moiNom}>{moi.nom}</span>
            <span className={classes.moiDetail}>
              {[moi.fonction, moi.unites.length === 1 ? moi.unites[0]!.nom : moi.unites.length ? `${moi.unites.length} unités` : moi.departement.nom].filter(Boolean).join(' · ')}
            </span>
          </button>
        </MenuMantine.Target>
        <MenuMantine.Dropdown>
          {moi.unites.length > 1 && <MenuMantine.Label>{moi.unites.map((u) => u.nom).join(', ')}</MenuMantine.Label>}
          {liensPersonne.map((l) => (
            <MenuMantine.Item key={l.chemin} component={Link} to={l.chemin}>{l.libelle}</MenuMantine.Item>
          ))}
          <MenuMantine.Item onClick={aide}>Raccourcis clavier</MenuMantine.Item>
          <MenuMantine.Item onClick={() => void seDeconnecter()}>Se déconnecter</MenuMantine.Item>
        </MenuMantine.Dropdown>
      </MenuMantine>
    </header>
  );
}

/** Leaving Jalon leaves the directory too, whose address comes in the answer. */
async function seDeconnecter(): Promise<void> {
  const suite = await api.post<{ url?: string } | undefined>('/api/deconnexion', undefined, { sansReprise: true }).catch(() => undefined);
  location.assign(suite?.url ?? '/');
}

function Recherche() {
  const [q, setQ] = useState('');
  const [demande, setDemande] = useState('');
  const [ouvert, setOuvert] = useState(false);
  const boite = useRef<HTMLDivElement>(null);
  const { key } = useLocation();
  // A service that exercises measures finds its own by number, and searches no child.
  const parNumero = useMoi().missions.join() === 'EXERCICE';
  useEffect(() => {
    const t = setTimeout(() => setDemande(q.trim()), 250);
    return () => clearTimeout(t);
  }, [q]);
  useEffect(() => setOuvert(false), [key]);
  const fermer = () => {
    setOuvert(false);
    setQ('');
  };
  const aller = (pas: number) => {
    const cibles = [...(boite.current?.querySelectorAll<HTMLElement>('input, [data-resultats] a, [data-resultats] button') ?? [])];
    cibles[Math.max(0, Math.min(cibles.length - 1, cibles.indexOf(document.activeElement as HTMLElement) + pas))]?.focus();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- only moves the focus between the controls inside
    <div className={classes.recherche} ref={boite}
      onBlur={(e) => !e.currentTarget.contains(e.relatedTarget) && setOuvert(false)}
      onKeyDown={(e) => {
        if (e.key === 'Escape') {
          fermer();
          document.getElementById('recherche-globale')?.focus();
        } else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
          e.preventDefault();
          aller(e.key === 'ArrowDown' ? 1 : -1);
        }
      }}>
      <form role="search" onSubmit={(e) => { e.preventDefault(); setDemande(q.trim()); setOuvert(true); }}>
        <label htmlFor="recherche-globale" className="jalon-invisible">
          {parNumero ? 'Rechercher une mesure par son numéro' : 'Rechercher un enfant, une information préoccupante, une mesure'}
        </label>
        <input id="recherche-globale" type="search" autoComplete="off" placeholder={parNumero ? '/ numéro de mesure' : '/ rechercher un enfant, une IP'} value={q}
          onChange={(e) => { setQ(e.currentTarget.value); setOuvert(true); }} onFocus={() => q && setOuvert(true)} />
      </form>
      {ouvert && demande.length >= 2 && (
        <div className={classes.resultats} data-resultats role="region" aria-label="Résultats de la recherche">
          <Suspense fallback={<Chargement quoi="Recherche" />}>
            {recherchesGlobales.map(({ composant: Resultats }, i) => (
              <Resultats key={i} q={demande} onChoisi={fermer} />
            ))}
          </Suspense>
        </div>
      )}
    </div>
  );
}

/** Kept for screens that show how the house runs: its mode of login. */
export const useModeDeConnexion = () =>
  useQuery({ queryKey: ['connexion', 'mode'], queryFn: () => api.get<{ mode: 'oidc' | 'demonstration'; url: string | null }>('/api/connexion/mode'), staleTime: Infinity });
