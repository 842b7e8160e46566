import axe from 'axe-core';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { moiDEssai, monter, serveur } from '../../essai/monter';
import EcranEnfant from './EcranEnfant';

const PAGE = {
  id: 'e1', version: 3,
  identite: { affiche: 'Maëlys Le Goff', nom: 'Le Goff', nomUsage: null, prenoms: 'Maëlys', nonNomme: false, sexe: 'FILLE', naissance: { precision: 'EXACTE', le: '2025-09-12', termePrevu: null }, age: '14\u00a0mois', moinsDeDeuxAns: true, communeNaissance: null, decesLe: null, personneSeDeclarantMineure: false, restreint: false, creeLe: '2026-01-01T10:00:00Z' },
  autresNoms: [], alertes: [{ code: 'PARQUET', libelle: 'Consigne du parquet en cours' }, { code: 'MOINS_DE_DEUX_ANS', libelle: 'Moins de deux ans' }], unites: [{ id: 'cdas-redon', nom: 'CDAS Redon' }],
  titulaires: [{ id: 't1', adulteId: 'a1', affiche: 'Mme Anne Le Goff', nom: 'Le Goff', nomUsage: null, prenoms: 'Anne', civilite: 'MADAME', naissanceLe: null, qualite: 'MERE', qualiteLibelle: 'Mère', exercice: 'CONJOINT', exerciceLibelle: 'Exercice conjoint', titulaire: true, precision: null, du: null, au: null, actuel: true, telephone: null, courriel: null, decesLe: null, version: 0 }],
  foyers: [{ id: 'm1', foyerId: 'f1', libelle: 'Chez sa mère', adresse: null, codePostal: null, commune: null, uniteId: null, unite: null, telephone: null, adresseProtegee: true, principal: true, du: null, au: null, actuel: true, habitants: [{ id: 'e1', adulte: false, affiche: 'Maëlys' }, { id: 'a1', adulte: true, affiche: 'Anne Le Goff' }], version: 0 }],
  foyersProches: [], accueils: [{ id: 'l9', nature: 'Lieu principal', type: 'Famille d’accueil', depuis: '2026-02-03', lien: '/mesures/m7?onglet=accueil' }], liens: [{ id: 'l1', enfantId: 'e2', affiche: 'Malo Le Goff', age: '4\u00a0ans', sexe: 'GARCON', aNaitre: false, adultes: [{ adulteId: 'a1', affiche: 'Mme Anne Le Goff', civilite: 'MADAME', qualiteLibelle: 'Mère', exerciceLibelle: 'Exercice exclusif', titulaire: true }], genre: 'FRATRIE', libelle: 'Frère ou sœur', ouvrable: true }],
  enCours: [{ genre: 'IP', id: 'i1', reference: 'IP-2026-0412', libelle: 'En évaluation', lien: '/ip/i1', unite: 'CDAS Redon', depuis: '2026-10-02', prochaineEcheance: '2027-01-02', ouvert: true, ouvrable: true }],
  prochaines: [{ le: '2027-01-02', libelle: 'IP-2026-0412 : En évaluation', lien: '/ip/i1' }],
  reunions: [], documents: 2, droits: { ecrire: true, superviser: false, reunir: true },
};

const FRISE = {
  voies: [{ code: 'INFORMATION', libelle: 'Informations et IP' }, { code: 'EVALUATION', libelle: 'Évaluation' }],
  faits: [{ id: 'v1', le: '2026-10-02', libelle: 'Information reçue', voie: 'INFORMATION', annule: false }, { id: 'v2', le: '2026-10-03', libelle: 'Évaluation confiée', voie: 'EVALUATION', annule: true }],
  periodes: [{ id: 'p1', voie: 'EVALUATION', libelle: 'Évaluation', reference: 'IP-2026-0412', lien: '/ip/i1', du: '2026-10-05', au: null }], tronquee: false,
};

const reponses = (e: { chemin: string }) =>
  e.chemin === '/api/enfants/e1' ? { statut: 200, corps: PAGE } : e.chemin === '/api/enfants/e1/frise' ? { statut: 200, corps: FRISE } : { statut: 404 };

const ouvrir = (adresse = '/enfants/e1') =>
  monter(<Routes><Route path="/enfants/:enfantId" element={<EcranEnfant />} /></Routes>, { adresse, moi: { ...moiDEssai, missions: ['EVALUATION'] } });

afterEach(() => vi.unstubAllGlobals());

describe('the page of a child', () => {
  it('answers who, where, with whom and what comes next, and axe finds nothing', async () => {
    serveur(reponses);
    ouvrir();
    await screen.findByRole('heading', { name: 'Maëlys Le Goff' }, { timeout: 5000 });
    expect(within(screen.getByRole('region', { name: 'Identité' })).getByText(/14.mois, fille/)).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'Où et avec qui' })).getByText(/adresse protégée/)).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'Où et avec qui' })).getByRole('link', { name: 'Famille d’accueil' }).getAttribute('href')).toBe('/mesures/m7?onglet=accueil');
    expect(within(screen.getByRole('region', { name: 'Où et avec qui' })).getByText(/depuis le 3 février 2026/)).toBeTruthy();
    expect(within(screen.getByRole('region', { name: 'Prochaines dates' })).getByText(/IP-2026-0412/)).toBeTruthy();
    expect(screen.getByText('Consigne du parquet en cours')).toBeTruthy();
    expect(await screen.findByText(/reçue le/)).toBeTruthy();
    // The journal is for whoever supervises.
    expect(screen.queryByRole('tab', { name: 'Journal' })).toBeNull();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
  });

  it('draws, and says the same in a table that a screen reader always has', async () => {
    serveur(reponses);
    ouvrir();
    const table = await screen.findByRole('table', { name: /Faits, périodes/ }, { timeout: 5000 });
    expect(within(table).getByText('Information reçue')).toBeTruthy();
    expect(within(table).getByText('Évaluation confiée (annulé)')).toBeTruthy();
    expect(within(table).getByText('à ce jour')).toBeTruthy();
    expect(within(table).queryByRole('link')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'En tableau' }));
    expect(within(table).getByRole('link', { name: 'IP-2026-0412' })).toBeTruthy();
  });

  it('comes closer, moves and shows all again by keyboard', async () => {
    serveur(reponses);
    ouvrir();
    const dessin = () => screen.getByRole('img', { name: /Le tableau qui suit/ }).getAttribute('aria-label');
    (await screen.findByRole('button', { name: 'Rapprocher' }, { timeout: 5000 })).focus();
    const tout = dessin();
    await userEvent.keyboard('+');
    const pres = dessin();
    expect(pres).not.toBe(tout);
    await userEvent.keyboard('{ArrowLeft}');
    expect(dessin()).not.toBe(pres);
    await userEvent.keyboard('0');
    expect(dessin()).toBe(tout);
  });

  it('tells the genogram in words and hides a withheld address until it is asked for', async () => {
    const recus = serveur((e) => (e.chemin === '/api/enfants/e1' ? { statut: 200, corps: PAGE }
      : e.chemin.endsWith('/adresse-protegee') ? { statut: 200, corps: { adresse: '3 rue Cachée', codePostal: '35600', commune: 'Redon', telephone: null, motif: null } } : { statut: 404 }));
    ouvrir('/enfants/e1?onglet=personnes');
    expect(await screen.findByText(/Mme Anne Le Goff, mère, exercice conjoint/, undefined, { timeout: 5000 })).toBeTruthy();
    // The brother's own tie to the same mother is drawn too: each child has their own holders.
    expect(screen.getByText(/Malo Le Goff, 4.ans\. Adultes.: Mme Anne Le Goff, mère, exercice exclusif/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('3 rue Cachée');
    await userEvent.click(screen.getByRole('button', { name: /Voir l’adresse/ }));
    expect(await screen.findByText(/3 rue Cachée/)).toBeTruthy();
    expect(recus.filter((r) => r.chemin.endsWith('/adresse-protegee'))).toHaveLength(1);
  });
});
