import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { moiDEssai, monter, serveur, type Envoi } from '../../essai/monter';
import EcranListe from './EcranListe';
import EcranMesure from './EcranMesure';
import { Ouverture } from './Ouverture';

const mot = (code: string, libelle: string) => ({ code, libelle });
const CHOIX = {
  bases: [
    { code: 'AED', libelle: 'Aide éducative à domicile', article: 'L222-3 du CASF', cadre: 'ADMINISTRATIF', autorites: ['PRESIDENT'], termeUsuel: 'P1Y', accueil: false, sansAccord: false, heures: false, aValider: false },
    { code: 'AEMO', libelle: 'Action éducative en milieu ouvert', article: '375-2 al. 1 du code civil', cadre: 'JUDICIAIRE', autorites: ['JUGE_ENFANTS'], termeUsuel: 'P2Y', accueil: false, sansAccord: false, heures: false, aValider: false },
  ],
  produits: [{ code: 'MEP', sigle: 'MEP', libelle: 'Mesure éducative personnalisée', domaine: 'DOMICILE', bases: ['AED', 'AEMO'], exercice: 'SERVICE', intensites: [mot('SIMPLE', 'Simple'), mot('RENFORCEE', 'Renforcée')], tiersObligatoires: false, termeUsuel: null, aValider: false }],
  services: [mot('svc-apase', 'APASE')], territoires: [mot('cdas-redon', 'CDAS Redon')], autorites: [mot('PRESIDENT', 'Président du conseil départemental'), mot('JUGE_ENFANTS', 'Juge des enfants')],
  lieux: [mot('DOMICILE', 'Domicile des parents')], motifsSuspension: [mot('FUGUE', 'Fugue')], motifsFin: [mot('TERME', 'Terme atteint'), mot('TRANSFERT', 'Transférée')], suites: [mot('AUCUNE', 'Plus d’accompagnement')], etats: [mot('EXERCEE', 'Exercée')],
};
const MESURE = {
  id: 'm1', numero: 'MES-2026-0007', version: 3, enfant: { id: 'e1', affiche: 'Malo Le Goff', age: '9\u00a0ans', naissance: '2017-02-03', moinsDeDeuxAns: false, visible: false }, decisionId: 'd1', memeDecision: [],
  origine: mot('ORDONNANCE', 'Ordonnance'), ipId: null, cadre: mot('JUDICIAIRE', 'Judiciaire'), base: { code: 'AEMO', libelle: 'Action éducative en milieu ouvert', article: '375-2 al. 1 du code civil', aValider: false },
  produit: { code: 'MEP', sigle: 'MEP', libelle: 'Mesure éducative personnalisée', aValider: false }, accueil: false, urgence: false, provisoire: false, etat: 'EXERCEE', etatLibelle: 'Exercée', etape: 'exercer',
  unite: mot('cdas-redon', 'CDAS Redon'), service: mot('svc-apase', 'APASE'), exercice: 'SERVICE', autorite: mot('JUGE_ENFANTS', 'Juge des enfants'), juridiction: 'Rennes', magistrat: null, reference: null, decideeLe: '2026-03-02',
  duree: 'P1Y', terme: '2027-03-02', auDela: false, debutPrevu: null, intensite: mot('SIMPLE', 'Simple'), lieu: null, attenteDepuis: '2026-03-02', affecteeLe: '2026-04-01', demarreeLe: '2026-04-13', demarreeA: null, finieLe: null, motifFin: null,
  suiteFin: null, tiersRecherches: null, motivation: null, alerte: null,
  attente: [{ code: 'DECISION_AFFECTATION', libelle: 'De la décision à l’affectation', du: '2026-03-02', au: '2026-04-01', jours: 30 }, { code: 'AFFECTATION_DEMARRAGE', libelle: 'De l’affectation à la première intervention', du: '2026-04-01', au: '2026-04-13', jours: 12 }],
  accords: [], referents: [{ id: 'r1', genre: 'MESURE', utilisateurId: null, nom: 'Mme Rault', du: '2026-04-13', au: null }],
  actes: [{ id: 'a1', genre: 'DECISION', libelle: 'Décision', le: '2026-03-02', details: [], avertissements: [], texte: null, par: 'Claire Essai', saisiLe: '2026-03-04T09:00:00Z', annuleLe: null, annuleMotif: null },
    { id: 'a2', genre: 'DEMARRAGE', libelle: 'Première intervention', le: '2026-04-13', details: [], avertissements: [], texte: null, par: 'Claire Essai', saisiLe: '2026-04-14T09:00:00Z', annuleLe: null, annuleMotif: null }],
  echeances: [], possibles: ['RAPPORT', 'MODULER', 'SUSPENDRE', 'RENOUVELER', 'TERMINER', 'ANNULER_ACTE'], acteAnnulable: 'a2',
};

const repondre = (autres: (e: Envoi) => { statut: number; corps?: unknown } | null = () => null) =>
  serveur((e) => autres(e) ?? (e.chemin.startsWith('/api/brouillons') ? { statut: e.methode === 'GET' ? 404 : e.methode === 'PUT' ? 200 : 204, corps: e.methode === 'PUT' ? { enregistreLe: '2026-11-25T10:00:00Z' } : undefined }
    : e.chemin === '/api/mesures/choix' ? { statut: 200, corps: CHOIX } : e.chemin === '/api/mesures/m1' ? { statut: 200, corps: MESURE } : e.methode === 'POST' ? { statut: 200, corps: MESURE } : { statut: 404 }));

const page = (adresse = '/mesures/m1') => monter(<Routes><Route path="/mesures/:mesureId" element={<EcranMesure />} /></Routes>, { adresse, moi: { ...moiDEssai, missions: ['EXERCICE'], roles: ['SERVICE_HABILITE'] } });

afterEach(() => vi.unstubAllGlobals());

describe('the page of a measure', () => {
  it('tells child, product, law, wait in parts and acts, links to no file out of sight, and axe finds nothing', async () => {
    repondre();
    page();
    await screen.findByRole('heading', { name: 'MES-2026-0007' }, { timeout: 5000 });
    expect(screen.getByText('Malo Le Goff')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Malo Le Goff' })).toBeNull();
    expect(screen.getByText(/375-2 al\. 1 du code civil\)/)).toBeTruthy();
    expect(await screen.findByRole('heading', { name: '42\u00a0jours jusqu’à la première intervention' }, { timeout: 5000 })).toBeTruthy();
    expect(screen.getByRole('list', { name: /de l’audience à la première intervention/ })).toBeTruthy();
    expect(screen.queryByRole('tab', { name: 'Lieux et droits' })).toBeNull();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
  });

  it('sends a modulation on the version read, once its account is written', async () => {
    const recus = repondre();
    page('/mesures/m1?acte=MODULER');
    await userEvent.selectOptions(await screen.findByLabelText('Intensité', undefined, { timeout: 5000 }), 'RENFORCEE');
    await userEvent.click(screen.getByRole('button', { name: 'Moduler la mesure' }));
    expect(await screen.findAllByText('Écrivez le compte rendu de cette modulation.')).not.toHaveLength(0);
    await userEvent.type(screen.getByLabelText('Compte rendu'), 'Deux visites par semaine');
    await userEvent.click(screen.getByRole('button', { name: 'Moduler la mesure' }));
    await waitFor(() => expect(recus.find((r) => r.methode === 'POST')).toMatchObject({ chemin: '/api/mesures/m1/modulations', corps: { version: 3, intensite: 'RENFORCEE', lieu: null, le: '2026-11-25', compteRendu: 'Deux visites par semaine' } }));
  });

  it('asks why when the server warns, and sends the reason', async () => {
    const recus = repondre((e) => (e.chemin.endsWith('/renouvellement') && !(e.corps as { motifs?: Record<string, string> }).motifs?.TERME_LONG
      ? { statut: 422, corps: { title: 'Un motif est attendu', status: 422, detail: '', avertissements: [{ code: 'TERME_LONG', message: 'Ce terme dépasse la durée habituelle.' }] } } : null));
    page('/mesures/m1?acte=RENOUVELER');
    await userEvent.selectOptions(await screen.findByLabelText('Durée', undefined, { timeout: 5000 }), 'P2Y');
    await userEvent.click(screen.getByRole('button', { name: 'Renouveler la mesure' }));
    const dialogue = await screen.findByRole('dialog', { name: 'Un motif est attendu' });
    await userEvent.type(within(dialogue).getByRole('textbox'), 'Décidé ainsi');
    await userEvent.click(within(dialogue).getByRole('button', { name: 'Renouveler la mesure' }));
    await waitFor(() => expect(recus.filter((r) => r.chemin.endsWith('/renouvellement'))).toHaveLength(2));
    expect(recus.filter((r) => r.chemin.endsWith('/renouvellement'))[1]!.corps).toMatchObject({ version: 3, duree: 'P2Y', baseLegale: 'AEMO', motifs: { TERME_LONG: 'Décidé ainsi' } });
  });

  it('cancels the last act with a reason', async () => {
    const recus = repondre();
    page();
    await userEvent.click(await screen.findByRole('button', { name: 'Annuler cet acte' }, { timeout: 5000 }));
    await userEvent.type(screen.getByLabelText('Pourquoi'), 'Autre enfant');
    await userEvent.click(screen.getByRole('button', { name: 'Annuler cet acte' }));
    await waitFor(() => expect(recus.find((r) => r.methode === 'POST')).toMatchObject({ chemin: '/api/mesures/m1/actes/a2/annulation', corps: { version: 3, motif: 'Autre enfant' } }));
  });
});

describe('opening a measure', () => {
  const preparation = { enfants: [{ id: 'e1', affiche: 'Malo Le Goff', age: '9\u00a0ans', titulaires: [{ adulteId: 'a1', nom: 'Mme Anne Le Goff' }] }, { id: 'e2', affiche: 'Maëlys Le Goff', age: '3\u00a0ans', titulaires: [{ adulteId: 'a1', nom: 'Mme Anne Le Goff' }] }], aides: [], aujourdhui: '2026-11-25' };

  it('makes one measure a child from one decision, with the agreement of each holder', async () => {
    const recus = repondre((e) => (e.chemin.startsWith('/api/mesures/preparation') ? { statut: 200, corps: preparation } : e.chemin === '/api/mesures' && e.methode === 'POST' ? { statut: 201, corps: { mesures: ['m1', 'm2'] } } : null));
    const fini = vi.fn();
    monter(<Ouverture ip={null} enfants={['e1', 'e2']} fini={fini} />, { moi: { ...moiDEssai, missions: ['MESURE'] } });
    await userEvent.selectOptions(await screen.findByLabelText('Mesure', undefined, { timeout: 5000 }), 'MEP');
    await userEvent.selectOptions(screen.getByLabelText('Base légale'), 'AED');
    await userEvent.selectOptions(screen.getByLabelText('Décidée par'), 'PRESIDENT');
    await userEvent.selectOptions(screen.getByLabelText('Durée'), 'P1Y');
    await userEvent.selectOptions(within(screen.getByRole('group', { name: 'Mme Anne Le Goff' })).getByLabelText('Sa réponse'), 'DONNE');
    await userEvent.type(within(screen.getByRole('group', { name: 'Mme Anne Le Goff' })).getByLabelText('Le'), '20/11/2026');
    await userEvent.click(screen.getByRole('button', { name: 'Ouvrir 2 mesures' }));
    await waitFor(() => expect(fini).toHaveBeenCalledWith(['m1', 'm2']));
    expect(recus.find((r) => r.chemin === '/api/mesures' && r.methode === 'POST')?.corps).toMatchObject({
      enfants: ['e1', 'e2'], produit: 'MEP', baseLegale: 'AED', autorite: 'PRESIDENT', duree: 'P1Y', uniteId: 'cdas-redon', serviceId: null, exerceeParUnite: false,
      accords: [{ adulteId: 'a1', statut: 'DONNE', le: '2026-11-20' }],
    });
  });
});

describe('the list of a service', () => {
  it('says that these are its own, and that none is not an error', async () => {
    repondre((e) => (e.chemin.startsWith('/api/mesures?') ? { statut: 200, corps: { lignes: [], total: 0, suivante: null } } : null));
    monter(<EcranListe />, { moi: { ...moiDEssai, missions: ['EXERCICE'], roles: ['SERVICE_HABILITE'] } });
    expect(await screen.findByRole('heading', { name: 'Mesures confiées à mon service' })).toBeTruthy();
    expect(await screen.findByText(/le jour où elle est affectée à votre service/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Ouvrir une mesure' })).toBeNull();
  });
});
