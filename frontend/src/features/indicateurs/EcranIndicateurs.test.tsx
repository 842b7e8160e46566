import axe from 'axe-core';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { moiDEssai, monter, serveur } from '../../essai/monter';
import EcranIndicateurs from './EcranIndicateurs';

const definition = (code: string, libelle: string, unite = 'IP') => ({
  code, reference: '35-F06-01', libelle, unite, groupe: 'Volumes', compte: 'Les informations reçues.', date: 'Le jour de réception.', inclus: ['Qualifiées'], exclus: ['Compléments'],
  lecture: null, source: 'Fiche 6', aUneDate: false, ventilable: code.startsWith('MESURES'),
});
const valeur = (annee: number, v: number | null, texte: string, base: number | null = null, definitif = false) => ({
  annee, valeur: v, texte, raison: v === null ? 'Aucune date légale n’est échue sur cette période.' : null, effectif: v ?? 0, base, definitif, arreteLe: definitif ? '2024-03-01T10:00:00Z' : null, le: null as string | null,
});
const TABLEAU = {
  annees: [2023, 2024], titre: '28,7\u00a0% d’IP reçues de plus en 2023 qu’en 2019.',
  lignes: [
    { indicateur: definition('IP_RECUES', 'Nombre d’IP entrantes'), valeurs: [valeur(2023, 2689, '2\u00a0689', null, true), valeur(2024, 2742, '2\u00a0742')] },
    { indicateur: definition('IP_EVALUEES', 'Nombre d’IP évaluées'), valeurs: [valeur(2023, 1830, '1\u00a0830', null, true), valeur(2024, 1884, '1\u00a0884')] },
    {
      indicateur: { ...definition('MESURES_EN_ATTENTE', 'Nombre de mesures de milieu ouvert en attente', 'mesures'), groupe: 'Attente d’exercice', aUneDate: true },
      valeurs: [{ ...valeur(2023, 480, '480'), le: '2024-03-02' }, valeur(2024, 318, '318')],
    },
    { indicateur: definition('PART_TROIS_MOIS', 'Part dans les trois mois', '%'), valeurs: [valeur(2023, 62.6, '62,6\u00a0%', 12, true), valeur(2024, null, 'n.c.')] },
  ],
};
const CATALOGUE = { anneeCourante: 2024, unites: [{ id: 'cdas-redon', nom: 'CDAS Redon' }], indicateurs: TABLEAU.lignes.map((l) => l.indicateur) };

const serveurDEssai = () =>
  serveur((e) => {
    if (e.chemin === '/api/indicateurs') return { statut: 200, corps: CATALOGUE };
    if (e.chemin.startsWith('/api/indicateurs/annees')) return { statut: 200, corps: TABLEAU };
    if (e.chemin.startsWith('/api/indicateurs/axes/')) {
      const service = e.chemin.includes('SERVICE');
      return { statut: 200, corps: { annee: 2024, lignes: [{ cle: 'x', libelle: service ? 'APASE' : 'Mesure éducative personnalisée', valeurs: [{ code: 'MESURES_EN_ATTENTE', valeur: 300, texte: '300', raison: null, effectif: 300, base: null }] }] } };
    }
    if (e.chemin.includes('MESURES_EN_ATTENTE/dossiers')) {
      return { statut: 200, corps: { total: 480, page: 0, pages: 10, ailleurs: 0, dossiers: [{ id: 'm1', type: 'MESURE', numero: 'MES-2019-0412', unite: 'CDAS Redon', recueLe: '2019-11-04T11:00:00Z', terminee: true }] } };
    }
    if (e.chemin.startsWith('/api/demo')) return { statut: 200, corps: { actif: false, pourcent: 100, dossiers: 1, phrase: '', anneesFictives: [2024] } };
    if (e.chemin.includes('/dossiers')) {
      return { statut: 200, corps: { total: 2, page: 0, pages: 1, ailleurs: 1, dossiers: [{ id: 'i1', type: 'INFORMATION', numero: 'INF-2023-0001', unite: 'CDAS Redon', recueLe: '2023-01-04T09:00:00Z', terminee: true }] } };
    }
    return { statut: 404 };
  });

afterEach(() => vi.unstubAllGlobals());

describe('the yearly table', () => {
  it('shows what leaves as the file does, without what is for the inside', async () => {
    const recus = serveurDEssai();
    monter(<EcranIndicateurs />, { moi: { ...moiDEssai, missions: ['COMPTAGE'] } });
    await screen.findByRole('button', { name: 'Nombre d’IP entrantes, 2023 : 2\u00a0689' });
    await userEvent.selectOptions(screen.getByLabelText('Pour qui'), 'PUBLIC');
    await waitFor(() => expect(recus.some((e) => e.chemin.includes('diffusion=PUBLIC'))).toBe(true));
    expect(screen.getByRole('link', { name: /Télécharger le tableau/ }).getAttribute('href')).toContain('diffusion=PUBLIC');
    expect(screen.queryByRole('region', { name: /Par produit/ })).toBeNull();
  });

  it('gives each figure, says what is final, what is invented and what is not known, and axe finds nothing', async () => {
    serveurDEssai();
    monter(<EcranIndicateurs />, { moi: { ...moiDEssai, missions: ['COMPTAGE'] } });
    expect(await screen.findByRole('button', { name: 'Nombre d’IP entrantes, 2023 : 2\u00a0689' })).toBeTruthy();
    expect(screen.getByRole('button', { name: /Part dans les trois mois, 2024 : non connu. Aucune date légale/ })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: /2023.*définitif/ })).toBeTruthy();
    expect(await screen.findByRole('columnheader', { name: /2024.*provisoire.*volumes fictifs/ })).toBeTruthy();
    expect(screen.getByText(/de plus en 2023 qu’en 2019/)).toBeTruthy();
    expect(screen.getByRole('img', { name: /2023 : 2.689 reçues, 1.830 évaluées/ })).toBeTruthy();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
  });

  it('opens a figure on its definition and, for whoever follows the files, on its list', async () => {
    serveurDEssai();
    monter(<EcranIndicateurs />, { moi: { ...moiDEssai, missions: ['SUPERVISION'] } });
    await userEvent.click(await screen.findByRole('button', { name: /Nombre d’IP entrantes, 2023/ }));
    const ouvert = await screen.findByRole('region', { name: /Nombre d’IP entrantes, 2023/ });
    expect(within(ouvert).getByText('Le jour de réception.')).toBeTruthy();
    expect(within(ouvert).getByText(/Définitif, arrêté le 1er.mars.2024/)).toBeTruthy();
    const lien = await within(ouvert).findByRole('link', { name: 'INF-2023-0001' });
    expect(lien.getAttribute('href')).toBe('/informations/i1');
    expect(within(ouvert).getByText(/n’est plus ouvert/)).toBeTruthy();
  });

  it('gives whoever only counts the figure without the files', async () => {
    const recus = serveurDEssai();
    monter(<EcranIndicateurs />, { moi: { ...moiDEssai, missions: ['COMPTAGE'] } });
    await userEvent.click(await screen.findByRole('button', { name: /Nombre d’IP entrantes, 2023/ }));
    expect(await screen.findByText(/ouverte à qui suit les délais/)).toBeTruthy();
    expect(recus.some((e) => e.chemin.includes('/dossiers'))).toBe(false);
  });

  it('reads a stock on the day of the document and opens the list of its measures', async () => {
    serveurDEssai();
    monter(<EcranIndicateurs />, { moi: { ...moiDEssai, missions: ['SUPERVISION'] } });
    await userEvent.click(await screen.findByRole('button', { name: /milieu ouvert en attente, 2023 : 480, au 2.mars.2024/ }));
    const ouvert = await screen.findByRole('region', { name: /milieu ouvert en attente, 2023/ });
    expect(within(ouvert).getByText(/Le 2.mars.2024, date du document/)).toBeTruthy();
    const lien = await within(ouvert).findByRole('link', { name: 'MES-2019-0412' });
    expect(lien.getAttribute('href')).toBe('/mesures/m1');
    expect(within(ouvert).getByText(/décidée le 4.novembre.2019/)).toBeTruthy();
  });

  it('splits the counts of measures by product, then by service', async () => {
    serveurDEssai();
    monter(<EcranIndicateurs />, { moi: { ...moiDEssai, missions: ['COMPTAGE'] } });
    expect(await screen.findByRole('rowheader', { name: 'Mesure éducative personnalisée' })).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Détailler par'), 'SERVICE');
    expect(await screen.findByRole('rowheader', { name: 'APASE' })).toBeTruthy();
  });

  it('lets whoever counts declare a finished year final, once it is confirmed, and nobody else', async () => {
    const recus = serveur((e) =>
      e.methode === 'POST' ? { statut: 204 }
        : e.chemin === '/api/indicateurs' ? { statut: 200, corps: { ...CATALOGUE, anneeCourante: 2025 } }
          : e.chemin.startsWith('/api/indicateurs/annees') ? { statut: 200, corps: TABLEAU } : { statut: 404 });
    const { unmount } = monter(<EcranIndicateurs />, { moi: { ...moiDEssai, missions: ['SUPERVISION'] } });
    await screen.findByRole('button', { name: /Nombre d’IP entrantes, 2023/ });
    expect(screen.queryByRole('button', { name: /Arrêter/ })).toBeNull();
    unmount();
    monter(<EcranIndicateurs />, { moi: { ...moiDEssai, missions: ['COMPTAGE'] } });
    await userEvent.click(await screen.findByRole('button', { name: 'Arrêter une année…' }));
    // 2023 is final already.
    expect(within(screen.getByLabelText('Année')).getAllByRole('option').map((o) => o.textContent)).toEqual(['2024']);
    expect(recus.filter((r) => r.methode === 'POST')).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Arrêter l’année 2024' }));
    expect(recus.filter((r) => r.methode === 'POST').map((r) => r.chemin)).toEqual(['/api/indicateurs/exercices/2024/arret']);
  });
});
