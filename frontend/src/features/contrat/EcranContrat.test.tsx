import axe from 'axe-core';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { moiDEssai, monter, serveur } from '../../essai/monter';
import EcranContrat from './EcranContrat';

const change = (de: number, a: number, valeur: number | null, texte: string, plus = {}) => ({ de, a, valeur, points: false, texte, raison: valeur === null ? 'La valeur de 2022 : non renseignée.' : null, reserve: null, imprimee: null, fausse: false, ...plus });
const cellule = (annee: number, valeur: number | null, texte: string, plus = {}) => ({
  annee, valeur, texte, raison: valeur === null ? 'Pas encore saisie.' : null, origine: valeur === null ? 'AUCUNE' : 'IMPRIME', compte: null, saisie: null, imprime: null, difference: null, commentaire: null,
  versionCommentaire: 0, alerte: null, definitif: false, revision: null, masquee: false, ...plus,
});
const cible = (valeur: number | null) => ({ valeur, texte: valeur === null ? '' : String(valeur), raison: valeur === null ? 'aucune cible n’est fixée' : null, origine: valeur === null ? 'AUCUNE' : 'IMPRIME', saisie: null, imprime: null });
const ligne = (code: string, libelle: string, plus = {}) => ({
  code, fiche: '6', intituleFiche: 'Évaluer les IP', libelle, unite: 'IP', nature: 'FLUX', classe: 'A', compte: false, indicateur: null, saisissable: true, niveau: cellule(2021, 200, '200'),
  annees: [{ annee: 2022, cible: cible(null), realise: cellule(2022, 200, '200'), ecart: change(2022, 2022, null, 'n.c.') }, { annee: 2023, cible: cible(300), realise: cellule(2023, null, 'n.c.'), ecart: change(2023, 2023, null, 'n.c.') }],
  evolutions: [change(2022, 2023, 59, '+59,0\u00a0%', { imprimee: '+6\u00a0%', fausse: true })], periode: change(2022, 2023, 59, '+59,0\u00a0%'), depuisReference: change(2021, 2023, 59, '+59,0\u00a0%'), remarque: null,
  commentaireImprime: null, alerte: null, sansAnnee: [], ...plus,
});
const annee = (a: number, plus = {}) => ({ annee: a, fini: true, definitif: false, arreteLe: null, nom: null, qualite: null, empreinte: null, intact: true, revisions: 0, ...plus });
const TABLEAU = {
  plan: '2020-2023', titre: 'Contrat départemental', sorte: 'CONTRAT', reference: 2021, du: 2022, au: 2023, connuLe: null, diffusion: 'INTERNE',
  annees: [annee(2021), annee(2022, { definitif: true, arreteLe: '2023-04-01T08:00:00Z', nom: 'Mme A.', empreinte: 'ab' }), annee(2023)],
  lignes: [ligne('35-F06-01', 'Nombre d’IP entrantes'), ligne('35-F19-03', 'Mesures en attente', { commentaireImprime: 'baisse', alerte: 'Le commentaire parle de baisse ; le chiffre monte.' })], aVerifier: 2,
};
const ACCUEIL = { anneeCourante: 2026, plans: [{ code: '2020-2023', titre: 'Contrat départemental', sorte: 'CONTRAT', reference: 2021, du: 2022, au: 2023 }] };

const serveurDEssai = (saisie: { statut: number; corps?: unknown } = { statut: 200, corps: { version: 1 } }) =>
  serveur((e) => {
    if (e.methode === 'PUT') return saisie;
    if (e.chemin === '/api/contrat') return { statut: 200, corps: ACCUEIL };
    if (e.chemin.startsWith('/api/contrat/tableau')) return { statut: 200, corps: TABLEAU };
    return { statut: 404 };
  });

afterEach(() => vi.unstubAllGlobals());

describe('the contract table', () => {
  it('gives the printed form and what is wrong in it', async () => {
    serveurDEssai();
    monter(<EcranContrat />, { moi: { ...moiDEssai, missions: ['COMPTAGE'] } });
    expect(await screen.findByRole('button', { name: /Nombre d’IP entrantes, réalisé 2022 : 200, imprimé/ })).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /cible 2022 : aucune cible.*Tapez pour saisir/ })).toHaveLength(2);
    expect(screen.getAllByText(/imprimé \+6/)).toHaveLength(2);
    expect(screen.getByText(/2 points sont à vérifier/)).toBeTruthy();
  });

  it('enters what is typed on a cell and tells a refusal under it', async () => {
    const recus = serveurDEssai();
    monter(<EcranContrat />, { moi: { ...moiDEssai, missions: ['COMPTAGE'] } });
    const vide = await screen.findByRole('button', { name: /Nombre d’IP entrantes, réalisé 2023 : n\.c\./ });
    vide.focus();
    await userEvent.keyboard('2 689{Enter}');
    const envoi = recus.find((e) => e.methode === 'PUT');
    expect(envoi?.chemin).toBe('/api/contrat/saisies/35-F06-01/2023/REALISE');
    expect(envoi?.corps).toMatchObject({ sorte: 'CHIFFRE', valeur: 2689, version: 0 });
  });

  it('keeps a closed year from being typed on, moves by arrows, and axe finds nothing', async () => {
    const recus = serveurDEssai({ statut: 422, corps: { title: 'Saisie à corriger', detail: '', erreurs: [{ champ: 'valeur', message: 'La cible de cet indicateur est un nombre.' }] } });
    monter(<EcranContrat />, { moi: { ...moiDEssai, missions: ['COMPTAGE'] } });
    const fermee = await screen.findByRole('button', { name: /Nombre d’IP entrantes, réalisé 2022/ });
    fermee.focus();
    await userEvent.keyboard('7{Enter}');
    expect(recus.some((e) => e.methode === 'PUT')).toBe(false);
    const but = screen.getByRole('button', { name: /Nombre d’IP entrantes, cible 2023 : 300/ });
    but.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Mesures en attente, cible 2023/);
    await userEvent.keyboard('beaucoup{Enter}');
    expect(await screen.findByText(/est un nombre.*Échap pour renoncer/)).toBeTruthy();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
  });
});
