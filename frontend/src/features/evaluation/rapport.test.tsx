import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { monter, serveur, type Envoi } from '../../essai/monter';
import { RapportEcrit } from './RapportEcrit';
import type { Evaluation } from './api';

const SECTION = { code: 'ENFANT', libelle: 'L’enfant', aide: null, obligatoire: true, texte: 'Elle parle peu.', version: 3, auteur: 'Anne', modifieeLe: '2026-11-24T10:00:00Z' };
const evaluation = { evaluable: true, rapportRenduLe: null, sections: [SECTION] } as unknown as Evaluation;
const puts = (recus: Envoi[]) => recus.filter((r) => r.methode === 'PUT');
const ecrire = (t: string) => fireEvent.change(screen.getByLabelText(/L’enfant/), { target: { value: t } });
const attendre = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a section of the report', () => {
  it('is saved on the version that was read, once the hand rests, and the next save follows', async () => {
    let version = 3;
    const recus = serveur(() => ({ statut: 200, corps: { code: 'ENFANT', version: ++version, modifieeLe: '2026-11-25T10:00:00Z' } }));
    monter(<RapportEcrit ipId="ip1" evaluation={evaluation} />);
    ecrire('Elle parle peu. Elle dess');
    ecrire('Elle parle peu. Elle dessine.');
    await attendre(1_600);
    expect(puts(recus).map((r) => r.corps)).toEqual([{ version: 3, texte: 'Elle parle peu. Elle dessine.' }]);
    await screen.findByText(/Enregistré à/);
    ecrire('Elle parle peu. Elle dessine beaucoup.');
    await attendre(1_600);
    expect(puts(recus)[1]!.corps).toEqual({ version: 4, texte: 'Elle parle peu. Elle dessine beaucoup.' });
  });

  it('whose line is cut keeps the words, says so, and leaves again by itself', async () => {
    let coupe = true;
    const recus = serveur(() => (coupe ? 'coupure' : { statut: 200, corps: { code: 'ENFANT', version: 4, modifieeLe: '2026-11-25T10:00:00Z' } }));
    monter(<RapportEcrit ipId="ip1" evaluation={evaluation} />);
    ecrire('Des mots.');
    await attendre(1_600);
    await screen.findByText(/Pas encore enregistré/);
    coupe = false;
    await attendre(5_100);
    await screen.findByText(/Enregistré à/);
    expect(puts(recus).at(-1)!.corps).toEqual({ version: 3, texte: 'Des mots.' });
  });

  it('that a colleague wrote meanwhile shows both texts, and what is chosen is saved on theirs', async () => {
    const recus = serveur((e) =>
      (e.corps as { version: number })?.version === 3
        ? { statut: 409, corps: { title: 'x', detail: 'x', conflit: { par: 'Bruno', le: '2026-11-25T09:00:00Z', quoi: 'Modifiée', version: 5, texte: 'Texte de Bruno.' } } }
        : { statut: 200, corps: { code: 'ENFANT', version: 6, modifieeLe: '2026-11-25T10:00:00Z' } });
    monter(<RapportEcrit ipId="ip1" evaluation={evaluation} />);
    ecrire('Mon texte.');
    await attendre(1_600);
    const dialogue = await screen.findByRole('dialog');
    expect(dialogue.textContent).toContain('Texte de Bruno.');
    expect(dialogue.textContent).toContain('Mon texte.');
    vi.useRealTimers();
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer le texte réuni' }));
    await waitFor(() => expect(puts(recus).at(-1)!.corps).toEqual({ version: 5, texte: 'Texte de Bruno.\n\nMon texte.' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is saved within two seconds by a hand that never rests', async () => {
    let version = 3;
    const recus = serveur(() => ({ statut: 200, corps: { code: 'ENFANT', version: ++version, modifieeLe: '2026-11-25T10:00:00Z' } }));
    monter(<RapportEcrit ipId="ip1" evaluation={evaluation} />);
    for (let i = 0; i < 10; i++) {
      ecrire(`Elle parle peu. ${'x'.repeat(i)}`);
      await attendre(400);
    }
    expect(puts(recus).length).toBeGreaterThanOrEqual(2);
  });
});
