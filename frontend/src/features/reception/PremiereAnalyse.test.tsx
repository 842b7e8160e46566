import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { monter, serveur } from '../../essai/monter';
import PremiereAnalyse from './PremiereAnalyse';

const ENFANTS = [
  { id: 'e1', affiche: 'Zoé Lemoine', age: '10\u00a0ans', moinsDeDeuxAns: false, aNaitre: false },
  { id: 'e2', affiche: 'Noé Lemoine', age: '8\u00a0mois', moinsDeDeuxAns: true, aNaitre: false },
];
const INFORMATION = {
  id: 'i1', numero: 'INF-2026-0001', version: 3, etat: 'A_ANALYSER', urgence: true, enfants: ENFANTS, titulaires: [], foyers: [], navettes: [], orientation: null,
  proches: [{ genre: 'IP', id: 'ip1', reference: 'IP-2026-0412', etatLibelle: 'En évaluation', uniteNom: 'CDAS Redon', recueLe: '2026-02-01', joignable: true, enfants: ['e1'] }],
};
const code = (c: string, libelle: string, actionsAttendues = false) => ({ code: c, libelle, actionsAttendues });
const LISTES = {
  orientations: [code('NON_QUALIFIEE', 'Non qualifiée, orientée vers…'), code('COMPLEMENT', 'Complément d’une évaluation en cours'), code('IP', 'Information préoccupante')],
  suites: [code('PMI', 'PMI')], services: [], unites: [], destinataires: [code('PARQUET', 'Procureur de la République')],
  criteres: [code('DANGER_GRAVE_IMMEDIAT', 'Danger grave et immédiat'), code('ACTIONS_SANS_EFFET', 'Actions sans effet', true)],
};

function ouvrir() {
  const fini = vi.fn();
  const recus = serveur((r) =>
    r.methode === 'POST' ? { statut: 200, corps: { informationId: 'i1', orientation: 'IP', ipId: 'ip2', numero: 'IP-2026-0500' } }
      : r.chemin.endsWith('/analyse') ? { statut: 200, corps: LISTES }
        : r.chemin.startsWith('/api/informations/') ? { statut: 200, corps: INFORMATION } : { statut: 204 });
  monter(<PremiereAnalyse informationId="i1" onFini={fini} />);
  const envoye = () => recus.filter((r) => r.methode === 'POST').map((r) => r.corps as Record<string, unknown>);
  return { fini, envoye };
}

afterEach(() => vi.unstubAllGlobals());

describe('the first analysis', () => {
  it('asks where to before it sends, with a link to the field', async () => {
    const { envoye } = ouvrir();
    await userEvent.click(await screen.findByRole('radio', { name: /Non qualifiée/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la première analyse' }));
    expect(await screen.findByRole('link', { name: /Dites vers qui/ })).toBeTruthy();
    expect(envoye()).toHaveLength(0);
    await userEvent.selectOptions(screen.getByLabelText('Orientée vers'), 'PMI');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la première analyse' }));
    await waitFor(() => expect(envoye()[0]).toMatchObject({ version: 3, orientation: 'NON_QUALIFIEE', vers: 'PMI', ipId: null, domicile: null, signalements: [] }));
  });

  it('names the only evaluation under way for a complement, and says that the date does not move', async () => {
    const { envoye, fini } = ouvrir();
    await userEvent.click(await screen.findByRole('radio', { name: /Complément/ }));
    expect(screen.getByRole('radio', { name: /IP-2026-0412/ })).toHaveProperty('checked', true);
    expect(screen.getByText(/la date légale ne bouge pas/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la première analyse' }));
    await waitFor(() => expect(fini).toHaveBeenCalled());
    expect(envoye()[0]).toMatchObject({ orientation: 'COMPLEMENT', ipId: 'ip1', urgence: true, mineurs: null });
  });

  it('refers one minor at once beside the evaluation', async () => {
    const { envoye } = ouvrir();
    await userEvent.click(await screen.findByRole('radio', { name: 'Information préoccupante' }));
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter un signalement' }));
    await userEvent.selectOptions(screen.getByLabelText('Mineur signalé'), 'e2');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la première analyse' }));
    await waitFor(() => expect(envoye()[0]).toMatchObject({
      orientation: 'IP', mineurs: ['e1', 'e2'],
      signalements: [{ enfantId: 'e2', destinataire: 'PARQUET', critere: 'DANGER_GRAVE_IMMEDIAT', transmisLe: null }],
    }));
  });
});
