import { Button, Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';

import { ActeOuvert } from '../../commun/acte/ActeOuvert';
import { libelleDe, useOuvert } from '../../commun/acte/actes';
import { AnnulerActe } from '../../commun/acte/AnnulerActe';
import { BoutonsActes } from '../../commun/acte/BoutonsActes';
import { Chargement } from '../../commun/Etats';
import { Page } from '../../commun/Page';
import { PageOuverte } from '../../commun/PageOuverte';
import { LIBELLES, PREMIERS } from './actes';
import { cleProjet, useProjet, type Projet } from './api';
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
  const { onglet: demande, acte, poser } = useOuvert();
  const onglets = p.limiteService ? ONGLETS.filter((o) => o.service) : ONGLETS;
  const defaut = p.limiteService || p.etape === 'rediger' ? 'ecriture' : onglets[0]!.code;
  const onglet = onglets.find((o) => o.code === demande) ?? onglets.find((o) => o.code === defaut)!;
  const ecrire = p.possibles.includes('ECRIRE') && p.etape === 'rediger' && onglet.code !== 'ecriture';
  return (
    <Page large titre={`${p.mot} de ${p.enfant.affiche}`} onglet={`${p.numero} · ${p.etatLibelle}`}
      actes={
        <>
          {ecrire && <Button onClick={() => poser('onglet', 'ecriture')}>Écrire</Button>}
          <BoutonsActes libelles={LIBELLES} possibles={p.possibles} proposes={p.etape ? PREMIERS[p.etape] : undefined} seconds={ecrire} ouvrir={(code) => poser('acte', code)} />
        </>
      }>
      <TeteProjet p={p} />
      <AnnulerActe actes={p.actes} annulable={p.acteAnnulable} sujet={p.id} version={p.version} cle={cleProjet(p.id)} nom="projet.annuler-acte" chemin={`/api/projets/${p.id}`}
        consequence="Le projet redevient ce qu’il était avant lui" />
      {acte && (
        <ActeOuvert code={acte} libelle={libelleDe(LIBELLES, p.possibles, acte)} etat={`Le projet est maintenant « ${p.etatLibelle} »`} fermer={() => poser('acte', null)}>
          <FormeProjet key={acte} code={acte} p={p} fini={() => poser('acte', null)} />
        </ActeOuvert>
      )}
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
