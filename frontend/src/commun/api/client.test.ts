import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';

import { moiDEssai, serveur } from '../../essai/monter';
import { MOI, requeteMoi } from '../moi';
import { adresse, api } from './client';
import { Probleme } from './probleme';
import { reconnecte, session } from './session';

afterEach(() => vi.unstubAllGlobals());

it('an act carries the token of the cookie and its key', async () => {
  document.cookie = 'XSRF-TOKEN=abc%2Bd';
  const recus = serveur(() => ({ statut: 204 }));
  await api.post('/api/ip/1/decision', { issue: 'CLOTURE' }, { cleIdempotence: 'cle-12345' });
  expect(recus[0]!.entetes).toMatchObject({ 'X-XSRF-TOKEN': 'abc+d', 'Cle-Idempotence': 'cle-12345', 'Content-Type': 'application/json' });
  expect(recus[0]!.corps).toEqual({ issue: 'CLOTURE' });
});

it('a session that ends holds the act until somebody logs in again, and loses nothing', async () => {
  let connecte = false;
  const recus = serveur(() => (connecte ? { statut: 200, corps: { fait: true } } : { statut: 401, corps: { title: 'Session terminée' } }));
  const acte = api.post<{ fait: boolean }>('/api/ip/1/rapport', { texte: 'long' });
  await vi.waitFor(() => expect(session.perdue()).toBe(true));
  connecte = true;
  reconnecte();
  expect(await acte).toEqual({ fait: true });
  expect(recus.map((r) => r.corps)).toEqual([{ texte: 'long' }, { texte: 'long' }]);
  expect(session.perdue()).toBe(false);
});

it('a page that learns by itself that nobody is logged in any more waits too, and goes on as the same person', async () => {
  let connecte = false;
  serveur(() => ({ statut: 200, corps: { ...moiDEssai, connecte, id: connecte ? 'u1' : null } }));
  const cache = new QueryClient();
  cache.setQueryData(MOI, moiDEssai);
  const relu = cache.fetchQuery({ ...requeteMoi, staleTime: 0 });
  await vi.waitFor(() => expect(session.perdue()).toBe(true));
  expect(cache.getQueryData(MOI)).toMatchObject({ connecte: true });
  connecte = true;
  reconnecte();
  expect(await relu).toMatchObject({ connecte: true, id: 'u1' });
});

it('a refusal is a problem with its fields, warnings and conflict', async () => {
  serveur(() => ({ statut: 422, corps: { title: 'Saisie à corriger', detail: 'Corrigez', erreurs: [{ champ: 'recueLe', message: 'Dans le futur.' }] } }));
  const p = (await api.post('/api/x', {}).catch((e) => e)) as Probleme;
  expect(p).toBeInstanceOf(Probleme);
  expect([p.statut, p.erreurs[0]!.champ, p.passager]).toEqual([422, 'recueLe', false]);
});

it('a line that is down is told in French and may be tried again', async () => {
  serveur(() => 'coupure');
  const p = (await api.get('/api/x').catch((e) => e)) as Probleme;
  expect([p.statut, p.passager]).toEqual([0, true]);
  expect(p.detail).toContain('Votre saisie est conservée');
});

it('an answer without French problem is still told in French', async () => {
  vi.stubGlobal('fetch', async () => new Response('<html>Bad gateway</html>', { status: 502 }));
  const p = (await api.get('/api/x').catch((e) => e)) as Probleme;
  expect([p.titre, p.passager]).toEqual(['Jalon ne répond pas', true]);
});

it('an address leaves out what is empty', () => {
  expect(adresse('/api/taches', { vue: 'MOI', etape: '', unite: undefined, ids: ['a', 'b'] })).toBe('/api/taches?vue=MOI&ids=a&ids=b');
});
