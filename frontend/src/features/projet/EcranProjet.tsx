import { Alert, Button, Menu, Tabs } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';

import { Chargement } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { PageOuverte } from '../../commun/PageOuverte';
import { dateLongue } from '../../commun/temps';
import { LIBELLES, PREMIERS } from './actes';
import { useProjet, type Projet } from './api';
import { FormeProjet } from './FormeProjet';
import Redaction from './Redaction';
import { TeteProjet } from './TeteProjet';
import Versions from './Versions';
import { Histoire, Suivi } from './Vie';
import classes from './projet.module.css';

/** The page of a projet: what it is, the one likely act, then what is written, followed and printed. */
export default function EcranProjet() {
  const { projetId = '' } = useParams();
  return (
    <PageOuverte requete={useProjet(projetId)} titre="Projet pour l’enfant" quoi="Ouverture du projet" retour={{ vers: '/projets', libelle: 'Voir les projets' }}>
      {(p) => <Dossier p={p} />}
    </PageOuverte>
  );
}

const ONGLETS = [
  { code: 'suivi', libelle: 'Rencontres et actions', composant: Suivi, service: 'Vos actions' },
  { code: 'ecriture', libelle: 'Écriture', composant: Redaction, service: 'Votre partie' },
  { code: 'versions', libelle: 'Versions et papiers', composant: Versions, service: null },
  { code: 'actes', libelle: 'Actes', composant: Histoire, service: null },
  { code: 'dessin', libelle: 'Parcours dessiné', composant: lazy(() => import('./OngletDessin')), service: null },
];

function Dossier({ p }: { p: Projet }) {
  const [recherche, setRecherche] = useSearchParams();
  const poser = (cle: 'onglet' | 'acte', valeur: string | null) =>
    setRecherche((avant) => {
      const apres = new URLSearchParams(avant);
      if (valeur) apres.set(cle, valeur);
      else apres.delete(cle);
      return apres;
    });
  const possibles = LIBELLES.filter(([code]) => p.possibles.includes(code));
  const premiers = (p.etape ? PREMIERS[p.etape] ?? [] : []).filter((code) => p.possibles.includes(code) && LIBELLES.some(([c]) => c === code)).slice(0, 2);
  const autres = possibles.filter(([code]) => !premiers.includes(code));
  const onglets = p.limiteService ? ONGLETS.filter((o) => o.service) : ONGLETS;
  const defaut = p.limiteService || p.etape === 'rediger' ? 'ecriture' : onglets[0]!.code;
  const onglet = onglets.find((o) => o.code === recherche.get('onglet')) ?? onglets.find((o) => o.code === defaut)!;
  const acte = recherche.get('acte');
  const ecrire = p.possibles.includes('ECRIRE') && p.etape === 'rediger' && onglet.code !== 'ecriture';
  return (
    <Page large titre={`${p.mot} de ${p.enfant.affiche}`} onglet={`${p.numero} · ${p.etatLibelle}`}
      actes={
        <>
          {ecrire && <Button onClick={() => poser('onglet', 'ecriture')}>Écrire</Button>}
          {premiers.map((code, i) => (
            <Button key={code} variant={i === 0 && !ecrire ? 'filled' : 'default'} onClick={() => poser('acte', code)}>{LIBELLES.find(([c]) => c === code)![1]}</Button>
          ))}
          {autres.length > 0 && (
            <Menu position="bottom-end" shadow="md" withinPortal={false} transitionProps={{ duration: 0 }}>
              <Menu.Target><Button variant="default">Autres actes</Button></Menu.Target>
              <Menu.Dropdown>
                {autres.map(([code, libelle]) => <Menu.Item key={code} onClick={() => poser('acte', code)}>{libelle}</Menu.Item>)}
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }>
      <TeteProjet p={p} />
      {p.acteAnnulable && <AnnulerActe p={p} acte={p.acteAnnulable} />}
      {acte && <ActeOuvert code={acte} p={p} fermer={() => poser('acte', null)} />}
      <Tabs value={onglet.code} onChange={(v) => poser('onglet', v)} keepMounted={false} mt="md">
        <Tabs.List className={classes.sansImpression} aria-label="Dossier du projet">
          {onglets.map((o) => <Tabs.Tab key={o.code} value={o.code}>{p.limiteService ? o.service : o.libelle}</Tabs.Tab>)}
        </Tabs.List>
        <Tabs.Panel value={onglet.code} pt="md">
          <Suspense fallback={<Chargement />}>
            <onglet.composant projetId={p.id} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** The form of an act, above the tabs so that the file stays readable while it is filled. */
function ActeOuvert({ code, p, fermer }: { code: string; p: Projet; fermer: () => void }) {
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    titre.current?.focus({ preventScroll: true });
    titre.current?.scrollIntoView({ block: 'start' });
  }, [code]);
  const libelle = LIBELLES.find(([c]) => c === code)?.[1];
  if (!libelle || !p.possibles.includes(code))
    return (
      <Alert color="gray" title="Cet acte n’est plus attendu" withCloseButton closeButtonLabel="Fermer" onClose={fermer} mt="md">
        Le projet est maintenant « {p.etatLibelle} ». L’acte que vous vouliez faire vient d’être fait, ou ne l’est plus à cette étape.
      </Alert>
    );
  return (
    <section className={classes.acte} aria-label={libelle}>
      <div className={classes.acteTete}>
        <h2 ref={titre} tabIndex={-1}>{libelle}</h2>
        <Button variant="subtle" size="sm" onClick={fermer}>Fermer sans envoyer</Button>
      </div>
      <FormeProjet key={code} code={code} p={p} fini={fermer} />
    </section>
  );
}

/** The last act and its way back. */
function AnnulerActe({ p, acte }: { p: Projet; acte: string }) {
  const [ouvert, setOuvert] = useState(false);
  const a = p.actes.find((x) => x.id === acte);
  if (!a) return null;
  return (
    <div className={`${classes.retour} ${classes.sansImpression}`}>
      <span>{a.libelle}, {dateLongue(a.le)}{a.par && `, par ${a.par}`}.</span>
      <Button size="sm" variant="default" aria-expanded={ouvert} onClick={() => setOuvert(!ouvert)}>{ouvert ? 'Renoncer' : 'Annuler cet acte'}</Button>
      {ouvert && <FormeProjet code="ANNULER_ACTE" p={p} fini={() => setOuvert(false)} />}
    </div>
  );
}
