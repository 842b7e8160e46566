import { Button, Menu, Tabs } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useParams } from 'react-router';

import { acteIp, actesLibresIp, ongletsIp } from '../../app/features';
import type { IpOuverte } from '../../app/feature';
import { ActeOuvert } from '../../commun/acte/ActeOuvert';
import { useOuvert } from '../../commun/acte/actes';
import { Chargement } from '../../commun/Etats';
import { concerne, useMoi } from '../../commun/moi';
import { Page } from '../../commun/Page';
import { PageOuverte } from '../../commun/PageOuverte';
import { DernierActe } from '../../commun/retour/DernierActe';
import { cleIp, useFiche, type EnTete } from './donnees';
import { TeteIp } from './TeteIp';
import classes from './ip.module.css';

/** The page everyone shares: what it is, the one likely act, then tabs that each capability brings. */
export default function EcranIp() {
  const { ipId = '' } = useParams();
  const fiche = useFiche(ipId);
  return (
    <PageOuverte requete={fiche} titre="Information préoccupante" quoi="Ouverture du dossier" retour={{ vers: '/ip', libelle: 'Voir les informations préoccupantes' }}>
      {(f) => <Dossier fiche={f} />}
    </PageOuverte>
  );
}

function Dossier({ fiche }: { fiche: EnTete }) {
  const moi = useMoi();
  const { onglet: demande, acte: acteOuvert, poser } = useOuvert();
  const { ip } = fiche;
  const ouverte: IpOuverte = {
    id: ip.id, reference: ip.numero, etat: fiche.etat, etape: fiche.etape ?? null, version: ip.version, enConsigne: ip.enConsigne, evaluee: fiche.evaluee,
  };
  const possibles = ip.etapes.filter((e) => e.possible).flatMap((e) => {
    const acte = acteIp(e.etape);
    return acte ? [{ etape: e, acte }] : [];
  });
  const libres = actesLibresIp.filter((a) => concerne(moi, a) && a.possible(ouverte));
  const onglets = ongletsIp.filter((o) => concerne(moi, o));
  const onglet = onglets.find((o) => o.code === demande) ?? onglets[0];
  return (
    <Page
      large
      titre={ip.numero}
      onglet={`${ip.numero} · ${fiche.etatLibelle}`}
      actes={
        <>
          {possibles.map(({ etape, acte }, i) => (
            // By step, not by task: a file read again while somebody presses keeps the button they press.
            <Button key={etape.etape} variant={i === 0 ? 'filled' : 'default'} onClick={() => poser('acte', `etape:${etape.etape}`)}>
              {acte.libelle}
            </Button>
          ))}
          {libres.length > 0 && (
            <Menu position="bottom-end" shadow="md">
              <Menu.Target>
                <Button variant="default">Autres actes</Button>
              </Menu.Target>
              <Menu.Dropdown>
                {libres.map((a) => (
                  <Menu.Item key={a.code} onClick={() => poser('acte', `libre:${a.code}`)}>
                    {a.libelle}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
          <Button variant="subtle" onClick={() => window.print()} className={classes.sansImpression}>
            Imprimer
          </Button>
        </>
      }
    >
      <TeteIp fiche={fiche} />
      <DernierActe ipId={ip.id} />
      {acteOuvert && <ActeDeLIp code={acteOuvert} fiche={fiche} fermer={() => poser('acte', null)} />}
      <Tabs value={onglet?.code ?? null} onChange={(v) => poser('onglet', v)} keepMounted={false} mt="md">
        <Tabs.List className={`${classes.onglets} ${classes.sansImpression}`}>
          {onglets.map((o) => (
            <Tabs.Tab key={o.code} value={o.code}>
              {o.libelle}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {onglet && (
          <Tabs.Panel value={onglet.code} pt="md">
            <Suspense fallback={<Chargement />}>
              <onglet.composant ipId={ip.id} />
            </Suspense>
          </Tabs.Panel>
        )}
      </Tabs>
    </Page>
  );
}

/** The form of an act of the step, or of those possible at any moment. */
function ActeDeLIp({ code, fiche, fermer }: { code: string; fiche: EnTete; fermer: () => void }) {
  const cache = useQueryClient();
  const { ip } = fiche;
  const [genre, nom] = code.split(/:(.*)/) as [string, string];
  const etape = genre === 'etape' ? ip.etapes.find((e) => e.etape === nom) : undefined;
  const acte = genre !== 'etape' ? actesLibresIp.find((a) => a.code === nom) : etape && acteIp(nom);
  const fini = () => {
    fermer();
    void cache.invalidateQueries({ queryKey: cleIp(ip.id) });
    void cache.invalidateQueries({ queryKey: ['liste-ip'] });
    void cache.invalidateQueries({ queryKey: ['taches'] });
  };
  return (
    <ActeOuvert code={code} libelle={acte?.libelle ?? null} etat={`Le dossier est maintenant « ${fiche.etatLibelle} »`} fermer={fermer}>
      {acte && (
        <Suspense fallback={<Chargement />}>
          <acte.composant ipId={ip.id} tacheId={etape?.tacheId} onFini={fini} />
        </Suspense>
      )}
    </ActeOuvert>
  );
}
