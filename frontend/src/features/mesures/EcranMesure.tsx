import { Button, Tabs } from '@mantine/core';
import { Suspense } from 'react';
import { useParams } from 'react-router';

import { ongletsMesure } from '../../app/features';
import { ActeOuvert } from '../../commun/acte/ActeOuvert';
import { libelleDe, useOuvert } from '../../commun/acte/actes';
import { AnnulerActe } from '../../commun/acte/AnnulerActe';
import { BoutonsActes } from '../../commun/acte/BoutonsActes';
import { Chargement } from '../../commun/Etats';
import { concerne, useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { PageOuverte } from '../../commun/PageOuverte';
import { LIBELLES, PREMIERS } from './actes';
import { cleMesure, useMesure, type Mesure } from './api';
import { FormeMesure } from './FormeMesure';
import { TeteMesure } from './TeteMesure';
import classes from './mesures.module.css';

/** The page of a measure: what it is, the one likely act, then tabs. */
export default function EcranMesure() {
  const { mesureId = '' } = useParams();
  return (
    <PageOuverte requete={useMesure(mesureId)} titre="Mesure" quoi="Ouverture de la mesure" retour={{ vers: '/mesures/liste', libelle: 'Voir les mesures' }}>
      {(m) => <Dossier m={m} />}
    </PageOuverte>
  );
}

function Dossier({ m }: { m: Mesure }) {
  const moi = useMoi();
  const { onglet: demande, acte, poser } = useOuvert();
  const onglets = ongletsMesure.filter((o) => concerne(moi, o) && (o.code !== 'accueil' || m.accueil || m.base.code.includes('HEBERGEMENT')));
  const onglet = onglets.find((o) => o.code === demande) ?? onglets[0];
  return (
    <Page large titre={m.numero} onglet={`${m.numero} · ${m.etatLibelle}`}
      actes={
        <>
          <BoutonsActes libelles={LIBELLES} possibles={m.possibles} proposes={m.etape ? PREMIERS[m.etape] : undefined} ouvrir={(code) => poser('acte', code)} />
          <Button variant="subtle" onClick={() => window.print()} className={classes.sansImpression}>Imprimer</Button>
        </>
      }>
      <TeteMesure m={m} />
      <AnnulerActe actes={m.actes} annulable={m.acteAnnulable} sujet={m.id} version={m.version} cle={cleMesure(m.id)} nom="mesure.annuler-acte" chemin={`/api/mesures/${m.id}`}
        consequence="La mesure redevient ce qu’elle était avant lui" />
      {acte && (
        <ActeOuvert code={acte} libelle={libelleDe(LIBELLES, m.possibles, acte)} etat={`La mesure est maintenant « ${m.etatLibelle} »`} fermer={() => poser('acte', null)}>
          <FormeMesure key={acte} code={acte} mesure={m} fini={() => poser('acte', null)} />
        </ActeOuvert>
      )}
      <Tabs value={onglet?.code ?? null} onChange={(v) => poser('onglet', v)} keepMounted={false} mt="md">
        <Tabs.List className={classes.sansImpression} aria-label="Dossier de la mesure">
          {onglets.map((o) => <Tabs.Tab key={o.code} value={o.code}>{o.libelle}</Tabs.Tab>)}
        </Tabs.List>
        {onglet && (
          <Tabs.Panel value={onglet.code} pt="md">
            <Suspense fallback={<Chargement />}>
              <onglet.composant mesureId={m.id} />
            </Suspense>
          </Tabs.Panel>
        )}
      </Tabs>
    </Page>
  );
}
