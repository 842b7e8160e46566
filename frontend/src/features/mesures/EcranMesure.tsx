import { Alert, Button, Menu, Tabs } from '@mantine/core';
import { Suspense, useEffect, useRef } from 'react';
import { useParams, useSearchParams } from 'react-router';

import { ongletsMesure } from '../../app/features';
import { Chargement } from '../../commun/Etats';
import { concerne, useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { PageOuverte } from '../../commun/PageOuverte';
import { LIBELLES, PREMIERS } from './actes';
import { useMesure, type Mesure } from './api';
import { AnnulerActe } from './AnnulerActe';
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
  const [recherche, setRecherche] = useSearchParams();
  const poser = (cle: 'onglet' | 'acte', valeur: string | null) =>
    setRecherche((avant) => {
      const apres = new URLSearchParams(avant);
      if (valeur) apres.set(cle, valeur);
      else apres.delete(cle);
      return apres;
    });
  const possibles = LIBELLES.filter(([code]) => m.possibles.includes(code));
  const premiers = (m.etape ? PREMIERS[m.etape] ?? [] : []).filter((code) => m.possibles.includes(code)).slice(0, 2);
  const autres = possibles.filter(([code]) => !premiers.includes(code));
  const onglets = ongletsMesure.filter((o) => concerne(moi, o) && (o.code !== 'accueil' || m.accueil || m.base.code.includes('HEBERGEMENT')));
  const onglet = onglets.find((o) => o.code === recherche.get('onglet')) ?? onglets[0];
  const acte = recherche.get('acte');
  return (
    <Page large titre={m.numero} onglet={`${m.numero} · ${m.etatLibelle}`}
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
          <Button variant="subtle" onClick={() => window.print()} className={classes.sansImpression}>Imprimer</Button>
        </>
      }>
      <TeteMesure m={m} />
      {m.acteAnnulable && <AnnulerActe m={m} acte={m.acteAnnulable} />}
      {acte && <ActeOuvert code={acte} m={m} fermer={() => poser('acte', null)} />}
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

/** The form of an act, above the tabs so that the file stays readable while it is filled. */
function ActeOuvert({ code, m, fermer }: { code: string; m: Mesure; fermer: () => void }) {
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    titre.current?.focus({ preventScroll: true });
    titre.current?.scrollIntoView({ block: 'start' });
  }, [code]);
  const libelle = LIBELLES.find(([c]) => c === code)?.[1];
  if (!libelle || !m.possibles.includes(code))
    return (
      <Alert color="gray" title="Cet acte n’est plus attendu" withCloseButton closeButtonLabel="Fermer" onClose={fermer} mt="md">
        La mesure est maintenant « {m.etatLibelle} ». L’acte que vous vouliez faire vient d’être fait, ou ne l’est plus à cette étape.
      </Alert>
    );
  return (
    <section className={classes.acte} aria-label={libelle}>
      <div className={classes.acteTete}>
        <h2 ref={titre} tabIndex={-1}>{libelle}</h2>
        <Button variant="subtle" size="sm" onClick={fermer}>Fermer sans envoyer</Button>
      </div>
      <FormeMesure key={code} code={code} mesure={m} fini={fermer} />
    </section>
  );
}
