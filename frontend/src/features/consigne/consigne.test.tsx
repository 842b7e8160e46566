import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { moiDEssai, monter, serveur } from '../../essai/monter';
import ConsignesDeLInformation from './ConsignesDeLInformation';
import ConsignesDeLIp from './ConsignesDeLIp';

const PORTEES = [
  { code: 'CONTACT', libelle: 'Ne pas prendre contact avec la famille ni l’enfant' },
  { code: 'INFORMATION', libelle: 'Ne pas informer les titulaires de l’autorité parentale' },
];
const EN_VIGUEUR = {
  id: 'c1', du: '2026-11-10', auteur: 'Substitut de permanence', reference: '26/123', portees: [PORTEES[0]], precisions: null, saisieLe: '2026-11-10T09:00:00Z',
  saisiePar: 'Claire Essai', leveeLe: null, leveeReference: null, leveeMotif: null, repriseLe: null, ipId: null, enVigueur: true, annulee: false, annuleeMotif: null,
};

const avec = (consignes: unknown[], ouverte = true, reference: string | null = null) =>
  serveur((e) => {
    if (e.chemin.startsWith('/api/brouillons')) return { statut: e.methode === 'GET' ? 404 : 204, corps: e.methode === 'GET' ? { title: '', detail: '' } : undefined };
    if (e.methode === 'GET') return { statut: 200, corps: { version: 4, ouverte, reference, consignes, portees: PORTEES } };
    return e.chemin.endsWith('/consignes') ? { statut: 201, corps: { id: 'c2' } } : { statut: 204 };
  });

afterEach(() => vi.unstubAllGlobals());

describe('requests of the parquet', () => {
  it('are recorded with what they forbid, their date and their author, on the version that was read', async () => {
    const recus = avec([]);
    monter(<ConsignesDeLIp ipId="ip1" onFini={() => undefined} />);
    await userEvent.click(await screen.findByRole('checkbox', { name: /prendre contact/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la consigne' }));
    expect(await screen.findAllByText('Indiquez qui a donné la consigne.')).not.toHaveLength(0);
    expect(recus.filter((r) => r.methode === 'POST' && r.chemin === '/api/ip/ip1/consignes')).toHaveLength(0);
    await userEvent.type(screen.getByLabelText('Donnée par'), 'Substitut de permanence');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la consigne' }));
    await waitFor(() => expect(recus.find((r) => r.methode === 'POST' && r.chemin === '/api/ip/ip1/consignes')?.corps).toMatchObject({
      version: 4, du: '2026-11-25', auteur: 'Substitut de permanence', portees: ['CONTACT'],
    }));
  });

  it('are lifted from a day on', async () => {
    const recus = avec([EN_VIGUEUR]);
    monter(<ConsignesDeLIp ipId="ip1" />);
    await userEvent.click(await screen.findByRole('button', { name: 'Lever la consigne' }));
    await userEvent.click(screen.getByRole('button', { name: 'Lever la consigne' }));
    await waitFor(() => expect(recus.find((r) => r.chemin === '/api/ip/ip1/consignes/c1/levee')?.corps).toMatchObject({ version: 4, le: '2026-11-25' }));
  });

  it('are only read by somebody without a duty on the file, and on a closed file', async () => {
    avec([EN_VIGUEUR]);
    const { unmount } = monter(<ConsignesDeLIp ipId="ip1" />, { moi: { ...moiDEssai, missions: ['COMPTAGE'] } });
    await screen.findByText(/Substitut de permanence/);
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
    avec([EN_VIGUEUR], false);
    monter(<ConsignesDeLIp ipId="ip1" />);
    await screen.findByText(/Substitut de permanence/);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('have nothing for axe to find', async () => {
    avec([EN_VIGUEUR]);
    const { container } = monter(<ConsignesDeLIp ipId="ip1" />);
    await userEvent.click(await screen.findByRole('button', { name: 'Enregistrer une consigne' }));
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'heading-order': { enabled: false } } });
    expect(violations.map((v) => v.id)).toEqual([]);
  });
});

describe('requests of the parquet on an information not yet qualified', () => {
  const recoit = { ...moiDEssai, missions: ['RECUEIL' as const] };

  it('are offered right after a soit-transmis, with the reference it was received under', async () => {
    const recus = avec([], true, '26/4512');
    monter(<ConsignesDeLInformation informationId="i1" ouverte />, { moi: recoit });
    await userEvent.click(await screen.findByRole('checkbox', { name: /prendre contact/ }));
    await userEvent.type(screen.getByLabelText('Donnée par'), 'Substitut de permanence');
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la consigne' }));
    await waitFor(() => expect(recus.find((r) => r.methode === 'POST' && r.chemin === '/api/informations/i1/consignes')?.corps).toMatchObject({
      version: 4, du: '2026-11-25', auteur: 'Substitut de permanence', reference: '26/4512', portees: ['CONTACT'],
    }));
  });

  it('may be declined, and recorded later from the page', async () => {
    avec([]);
    monter(<ConsignesDeLInformation informationId="i1" ouverte />, { moi: recoit });
    await userEvent.click(await screen.findByRole('button', { name: 'Renoncer' }));
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer une consigne du parquet' }));
    expect(await screen.findByLabelText('Donnée par')).toBeDefined();
  });

  it('are lifted from the page, and only read beside the form of the first analysis or without the duty', async () => {
    const recus = avec([EN_VIGUEUR]);
    const premier = monter(<ConsignesDeLInformation informationId="i1" />, { moi: recoit });
    await userEvent.click(await screen.findByRole('button', { name: 'Lever la consigne' }));
    await userEvent.click(screen.getByRole('button', { name: 'Lever la consigne' }));
    await waitFor(() => expect(recus.find((r) => r.chemin === '/api/informations/i1/consignes/c1/levee')?.corps).toMatchObject({ version: 4, le: '2026-11-25' }));
    premier.unmount();
    for (const [moi, lecture] of [[recoit, true], [moiDEssai, false]] as const) {
      const { unmount } = monter(<ConsignesDeLInformation informationId="i1" lecture={lecture} />, { moi });
      await screen.findByText(/Substitut de permanence/);
      expect(screen.queryByRole('button')).toBeNull();
      unmount();
    }
  });

  it('say why they ended and which IP they follow', async () => {
    avec([
      { ...EN_VIGUEUR, enVigueur: false, leveeLe: '2026-11-20', leveeMotif: 'l’information a été orientée sans devenir une information préoccupante' },
      { ...EN_VIGUEUR, id: 'c2', repriseLe: '2026-11-21', ipId: 'ip1' },
    ], false);
    monter(<ConsignesDeLInformation informationId="i1" />, { moi: recoit });
    expect(await screen.findByText(/a été orientée sans devenir/)).toBeDefined();
    expect(screen.getByRole('link', { name: 'information préoccupante' }).getAttribute('href')).toBe('/ip/ip1?onglet=consignes');
  });

  it('have nothing for axe to find', async () => {
    avec([EN_VIGUEUR]);
    const { container } = monter(<ConsignesDeLInformation informationId="i1" />, { moi: recoit });
    await userEvent.click(await screen.findByRole('button', { name: 'Enregistrer une consigne du parquet' }));
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'heading-order': { enabled: false } } });
    expect(violations.map((v) => v.id)).toEqual([]);
  });
});
