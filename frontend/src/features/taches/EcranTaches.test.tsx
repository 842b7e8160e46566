import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { monter, serveur } from '../../essai/monter';
import { RELIRE } from './api';
import EcranTaches from './EcranTaches';

let finir: (() => void) | undefined;
vi.mock('../../app/features', () => ({
  acteIp: () => ({ etape: 'decider', libelle: 'Décider', composant: Forme }),
  acteInformation: () => undefined,
  explicationEcheance: undefined, resumeInformation: undefined, resumeIp: undefined, sujets: {},
}));

function Forme({ onFini }: { onFini: () => void }) {
  finir = onFini;
  return <label>Motif <input /></label>;
}

const ligne = (n: number) => ({
  id: `t${n}`, titre: `Enfant ${n}`, sujetType: 'IP', sujetId: `ip${n}`, reference: `IP-2026-000${n}`, etape: 'decider', etapeLibelle: 'Décider', mission: 'decision',
  unite: { id: 'cdas-redon', nom: 'CDAS Redon' }, urgence: false, nonLue: false, depuis: '2026-11-01T08:00:00Z', titulaire: null,
  echeance: { id: null, bande: 'OK', jours: 40, dateLegale: '2027-01-04' },
});
const COMPTE = { moi: 0, equipe: 3, unite: 3, toutes: 3, retard: 0, j15: 0, j30: 0, consigne: 0, nonLues: 0 };
let ouvertes: number[];
let suite: () => { statut: number; corps?: unknown };

function ouvrir(adresse = '/taches') {
  const recus = serveur(({ chemin }) => {
    if (chemin.startsWith('/api/taches/compteurs')) return { statut: 200, corps: { ...COMPTE, equipe: ouvertes.length } };
    if (chemin.startsWith('/api/taches/reperes')) return { statut: 200, corps: { etapes: [], unites: [] } };
    if (chemin.startsWith('/api/taches/suivante')) return suite();
    if (chemin.startsWith('/api/filtres')) return { statut: 200, corps: [] };
    const seule = /^\/api\/taches\/t(\d)/.exec(chemin);
    if (seule) return ouvertes.includes(+seule[1]!) ? { statut: 200, corps: ligne(+seule[1]!) } : { statut: 404, corps: { title: 'Introuvable' } };
    if (chemin.startsWith('/api/taches')) return { statut: 200, corps: { lignes: ouvertes.map(ligne), total: ouvertes.length, suivante: null, precedente: null } };
    return { statut: 204 };
  });
  monter(
    <Routes>
      <Route path="taches/:tacheId?" element={<EcranTaches />} />
    </Routes>,
    { adresse },
  );
  return { recus, lien: (n: number) => screen.findByRole('link', { name: new RegExp(`Enfant ${n}`) }) };
}
const attendre = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  ouvertes = [1, 2, 3];
  suite = () => ({ statut: 200, corps: ligne(3) });
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const agent = () => userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });

describe('the task list, while colleagues work', () => {
  it('drops what a colleague did and counts again, and the focus stays at its place', async () => {
    const { lien, recus } = ouvrir();
    (await lien(2)).focus();
    const comptes = () => recus.filter((r) => r.chemin.includes('/compteurs')).length;
    const avant = comptes();
    ouvertes = [1, 3];
    await attendre(RELIRE + 100);
    await waitFor(() => expect(screen.queryByRole('link', { name: /Enfant 2/ })).toBeNull());
    expect(document.activeElement).toBe(await lien(3));
    await waitFor(() => expect(comptes()).toBe(avant + 1));
  });

  it('does not move the focus of somebody who is elsewhere', async () => {
    const { lien } = ouvrir();
    await lien(2);
    const filtre = screen.getByRole('searchbox');
    filtre.focus();
    ouvertes = [1, 3];
    await attendre(RELIRE + 100);
    await waitFor(() => expect(screen.queryByRole('link', { name: /Enfant 2/ })).toBeNull());
    expect(document.activeElement).toBe(filtre);
  });

  it('keeps the form being filled when the task is done by somebody else, and says so', async () => {
    ouvrir('/taches/t2');
    await agent().click(await screen.findByRole('button', { name: 'Décider' }));
    await agent().type(screen.getByLabelText('Motif'), 'La mère');
    ouvertes = [1, 3];
    await attendre(RELIRE + 100);
    expect(await screen.findByText(/Quelqu’un vient de faire cette tâche/)).toBeTruthy();
    expect(screen.getByLabelText('Motif')).toHaveProperty('value', 'La mère');
  });
});

describe('the next task', () => {
  it('opens when one is done', async () => {
    ouvrir('/taches/t2');
    await agent().click(await screen.findByRole('button', { name: 'Décider' }));
    await act(async () => finir!());
    expect(await screen.findByRole('heading', { level: 2, name: 'Enfant 3' })).toBeTruthy();
  });

  it('does not take the place of the one opened while the act was sent', async () => {
    const { lien, recus } = ouvrir('/taches/t2');
    await agent().click(await screen.findByRole('button', { name: 'Décider' }));
    const finirDeux = finir!;
    await agent().click(await lien(1));
    await act(async () => finirDeux());
    expect(await screen.findByRole('heading', { level: 2, name: 'Enfant 1' })).toBeTruthy();
    expect(recus.some((r) => r.chemin.includes('/suivante'))).toBe(false);
  });
});
