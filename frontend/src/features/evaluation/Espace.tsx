import { Tabs } from '@mantine/core';
import { useSearchParams } from 'react-router';

import { Donnees } from '../../commun/Etats';
import { useEvaluation, useListes, type Evaluation } from './api';
import { Actes } from './Actes';
import { AvisDemandes } from './AvisDemandes';
import { Conclusions } from './Conclusions';
import { CoupDoeil } from './CoupDoeil';
import { RapportEcrit } from './RapportEcrit';
import { Ressources } from './Ressources';
import { Signalements } from './Signalements';

const VOLETS = ['actes', 'avis', 'entourage', 'rapport', 'conclusions', 'signalements'];

/** The evaluation workspace: a tab of the IP. */
export default function Espace({ ipId }: { ipId: string }) {
  const evaluation = useEvaluation(ipId);
  const listes = useListes();
  const [parametres, changer] = useSearchParams();
  const demande = parametres.get('volet') ?? '';
  const volet = VOLETS.includes(demande) ? demande : 'actes';
  const aller = (v: string | null) =>
    changer((p) => {
      p.set('volet', v ?? 'actes');
      return p;
    }, { replace: true });
  return (
    <Donnees requete={evaluation} quoi="Lecture de l’évaluation">
      {(e) => (
        <Donnees requete={listes}>
          {(l) => (
            <>
              <CoupDoeil evaluation={e} ipId={ipId} />
              <Tabs value={volet} onChange={aller} keepMounted={false}>
                <Tabs.List aria-label="Évaluation">
                  {onglets(e).map(([code, libelle]) => (
                    <Tabs.Tab key={code} value={code}>
                      {libelle}
                    </Tabs.Tab>
                  ))}
                </Tabs.List>
                <Tabs.Panel value="actes" pt="md"><Actes ipId={ipId} evaluation={e} listes={l} /></Tabs.Panel>
                <Tabs.Panel value="avis" pt="md"><AvisDemandes ipId={ipId} evaluation={e} listes={l} /></Tabs.Panel>
                <Tabs.Panel value="entourage" pt="md"><Ressources ipId={ipId} evaluation={e} /></Tabs.Panel>
                <Tabs.Panel value="rapport" pt="md"><RapportEcrit ipId={ipId} evaluation={e} /></Tabs.Panel>
                <Tabs.Panel value="conclusions" pt="md"><Conclusions ipId={ipId} evaluation={e} listes={l} /></Tabs.Panel>
                <Tabs.Panel value="signalements" pt="md"><Signalements ipId={ipId} evaluation={e} listes={l} /></Tabs.Panel>
              </Tabs>
            </>
          )}
        </Donnees>
      )}
    </Donnees>
  );
}

const onglets = (e: Evaluation): [string, string][] => {
  const n = (libelle: string, combien: number) => (combien ? `${libelle} (${combien})` : libelle);
  return [
    ['actes', n('Actes', e.actes.filter((a) => !a.annule).length)],
    ['avis', n('Avis attendus', e.avis.filter((a) => a.etat === 'ATTENDU').length)],
    ['entourage', n('Entourage', e.ressources.length)],
    ['rapport', 'Rapport'],
    ['conclusions', 'Conclusions'],
    ['signalements', n('Signalements', e.signalements.filter((s) => !s.annule).length)],
  ];
};
