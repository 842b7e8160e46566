import { Tabs } from '@mantine/core';
import { useParams } from 'react-router';

import { ActeOuvert } from '../../commun/acte/ActeOuvert';
import { libelleDe, useOuvert } from '../../commun/acte/actes';
import { AnnulerActe } from '../../commun/acte/AnnulerActe';
import { BoutonsActes } from '../../commun/acte/BoutonsActes';
import { DessinDuDossier } from '../../commun/bpmn/DessinDuDossier';
import { Page } from '../../commun/Page';
import { PageOuverte } from '../../commun/PageOuverte';
import { LIBELLES, PREMIERS } from './actes';
import { ActesDits } from './ActesDits';
import { cleAutonomie, useAutonomie, type Autonomie } from './api';
import { Calendrier, ProchainesDates } from './Calendrier';
import { CheminDessine } from './CheminDessine';
import { FormeAutonomie } from './FormeAutonomie';
import { Papiers } from './Papiers';
import { TeteAutonomie } from './TeteAutonomie';
import classes from './autonomie.module.css';

/** The page of one young person's path: where it stands, the one likely act, the calendar, the papers, what was done. */
export default function EcranAutonomie() {
  const { autonomieId = '' } = useParams();
  return (
    <PageOuverte requete={useAutonomie(autonomieId)} titre="Autonomie" quoi="Ouverture du parcours" retour={{ vers: '/autonomie', libelle: 'Voir les jeunes' }}>
      {(a) => <Dossier a={a} />}
    </PageOuverte>
  );
}

function Dossier({ a }: { a: Autonomie }) {
  const { onglet: demande, acte, poser } = useOuvert();
  const onglet = demande ?? 'calendrier';
  return (
    <Page large titre={`Vers la majorité : ${a.jeune.affiche}`} onglet={`Autonomie · ${a.etatLibelle}`}
      actes={<BoutonsActes libelles={LIBELLES} possibles={a.possibles} proposes={a.etape ? PREMIERS[a.etape] : undefined} ouvrir={(code) => poser('acte', code)} />}>
      <TeteAutonomie a={a} />
      <AnnulerActe actes={a.actes} annulable={a.acteAnnulable} sujet={a.id} version={a.version} cle={cleAutonomie(a.id)} nom="autonomie.annuler-acte" chemin={`/api/autonomies/${a.id}`}
        consequence="Le parcours redevient ce qu’il était avant lui" />
      {acte && (
        <ActeOuvert code={acte} libelle={libelleDe(LIBELLES, a.possibles, acte)} etat={`Le parcours est maintenant « ${a.etatLibelle} »`} fermer={() => poser('acte', null)}>
          <FormeAutonomie code={acte} a={a} fini={() => poser('acte', null)} />
        </ActeOuvert>
      )}
      <CheminDessine a={a} />
      <Tabs value={onglet} onChange={(v) => poser('onglet', v)} keepMounted={false}>
        <Tabs.List className={classes.sansImpression} aria-label="Parcours du jeune">
          <Tabs.Tab value="calendrier">Dates et calendrier</Tabs.Tab>
          <Tabs.Tab value="actes">Ce qui a été fait</Tabs.Tab>
          <Tabs.Tab value="dessin">Parcours dessiné</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="calendrier" pt="md">
          <div className={classes.colonnes}>
            <Calendrier a={a} />
            <div>
              <ProchainesDates a={a} />
              <Papiers a={a} />
            </div>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="actes" pt="md"><ActesDits a={a} /></Tabs.Panel>
        <Tabs.Panel value="dessin" pt="md">
          <DessinDuDossier type="AUTONOMIE" id={a.id} cle={cleAutonomie(a.id)} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
