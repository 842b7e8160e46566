import { Alert, Button, Menu, Tabs } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';

import { DessinDuDossier } from '../../commun/bpmn/DessinDuDossier';
import { FormeActe } from '../../commun/formulaire/FormeActe';
import { Page } from '../../commun/Page';
import { PageOuverte } from '../../commun/PageOuverte';
import { dateLongue } from '../../commun/temps';
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
  const [recherche, setRecherche] = useSearchParams();
  const poser = (cle: 'onglet' | 'acte', valeur: string | null) =>
    setRecherche((avant) => {
      const apres = new URLSearchParams(avant);
      if (valeur) apres.set(cle, valeur);
      else apres.delete(cle);
      return apres;
    });
  const possibles = LIBELLES.filter(([code]) => a.possibles.includes(code));
  const premiers = (a.etape ? PREMIERS[a.etape] ?? [] : []).filter((code) => a.possibles.includes(code)).slice(0, 2);
  const autres = possibles.filter(([code]) => !premiers.includes(code));
  const onglet = recherche.get('onglet') ?? 'calendrier';
  const acte = recherche.get('acte');
  return (
    <Page large titre={`Vers la majorité : ${a.jeune.affiche}`} onglet={`Autonomie · ${a.etatLibelle}`}
      actes={
        <>
          {premiers.map((code, i) => (
            <Button key={code} variant={i === 0 ? 'filled' : 'default'} onClick={() => poser('acte', code)}>{LIBELLES.find(([c]) => c === code)![1]}</Button>
          ))}
          {autres.length > 0 && (
            <Menu position="bottom-end" shadow="md" withinPortal={false} transitionProps={{ duration: 0 }}>
              <Menu.Target>
                <Button variant="default">Autres actes</Button>
              </Menu.Target>
              <Menu.Dropdown>
                {autres.map(([code, libelle]) => <Menu.Item key={code} onClick={() => poser('acte', code)}>{libelle}</Menu.Item>)}
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      }>
      <TeteAutonomie a={a} />
      {a.acteAnnulable && <AnnulerActe a={a} acte={a.acteAnnulable} />}
      {acte && <ActeOuvert code={acte} a={a} fermer={() => poser('acte', null)} />}
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

/** The form of an act, above the rest so that the path stays readable while it is filled. */
function ActeOuvert({ code, a, fermer }: { code: string; a: Autonomie; fermer: () => void }) {
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    titre.current?.focus({ preventScroll: true });
    titre.current?.scrollIntoView({ block: 'start' });
  }, [code]);
  const libelle = LIBELLES.find(([c]) => c === code)?.[1];
  if (!libelle || !a.possibles.includes(code))
    return (
      <Alert color="gray" title="Cet acte n’est plus attendu" withCloseButton closeButtonLabel="Fermer" onClose={fermer} mt="md">
        Le parcours est maintenant « {a.etatLibelle} ». L’acte que vous vouliez faire vient d’être fait, ou ne l’est plus à cette étape.
      </Alert>
    );
  return (
    <section className={classes.acte} aria-label={libelle}>
      <div className={classes.acteTete}>
        <h2 ref={titre} tabIndex={-1}>{libelle}</h2>
        <Button variant="subtle" size="sm" onClick={fermer}>Fermer sans envoyer</Button>
      </div>
      <FormeAutonomie code={code} a={a} fini={fermer} />
    </section>
  );
}

/** The last act and its way back: what it changed is undone, with a reason, and it stays readable. */
function AnnulerActe({ a, acte }: { a: Autonomie; acte: string }) {
  const [ouvert, setOuvert] = useState(false);
  const x = a.actes.find((v) => v.id === acte);
  if (!x) return null;
  return (
    <div className={`${classes.retour} ${classes.sansImpression}`}>
      <span>{x.libelle}, {dateLongue(x.le)}{x.par && `, par ${x.par}`}.</span>
      {!ouvert && <Button size="sm" variant="default" onClick={() => setOuvert(true)}>Annuler cet acte</Button>}
      {ouvert && (
        <FormeActe sujet={a.id} version={a.version} cle={cleAutonomie(a.id)} fini={() => setOuvert(false)} secondaire={<Button variant="subtle" onClick={() => setOuvert(false)}>Renoncer</Button>}
          acte={{
            nom: 'autonomie.annuler-acte', verbe: 'Annuler cet acte', chemin: `/api/autonomies/${a.id}/actes/${acte}/annulation`, annonce: 'L’acte est annulé.',
            consequence: 'Le parcours redevient ce qu’il était avant lui ; l’acte annulé reste lisible.',
            champs: [{ nom: 'motif', libelle: 'Pourquoi', genre: 'long', requis: 'Écrivez pourquoi cet acte est annulé.' }],
          }} />
      )}
    </div>
  );
}
