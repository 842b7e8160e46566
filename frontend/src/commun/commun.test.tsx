import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { moiDEssai, monter } from '../essai/monter';
import { bandeDe, Echeance, motsEcheance } from './Echeance';
import { Tableau } from './liste/Tableau';
import { concerne } from './moi';
import { basculerRaccourcis, useRaccourcis } from './raccourcis';

describe('a due date', () => {
  it.each([
    [-6, 'RETARD', 'en retard de 6\u00a0j'], [0, 'J15', 'aujourd’hui'], [15, 'J15', 'J-15'], [16, 'J30', 'J-16'], [30, 'J30', 'J-30'], [31, 'OK', 'J-31'], [null, 'AUCUNE', 'sans échéance'],
  ] as const)('of %s days stands in band %s and says « %s »', (jours, bande, mots) => {
    expect(bandeDe(jours)).toBe(bande);
    expect(motsEcheance({ bande, jours })).toBe(mots);
  });

  it('held by the parquet says so whatever its date', () => {
    expect(bandeDe(-40, true)).toBe('CONSIGNE');
    monter(<Echeance bande="CONSIGNE" jours={-40} dateLegale="2026-10-16" complete />);
    expect(document.body.textContent).toContain('consigne du parquet · 16\u00a0octobre\u00a02026');
  });
});

describe('single keys', () => {
  const action = vi.fn();
  function Ecran() {
    useRaccourcis('Essai', [{ touche: 'p', libelle: 'Je prends', action }]);
    return <input aria-label="Champ" />;
  }
  beforeEach(() => action.mockClear());
  afterEach(() => basculerRaccourcis(true));

  it('act outside fields only, and never with a modifier', async () => {
    monter(<Ecran />);
    await userEvent.keyboard('p');
    expect(action).toHaveBeenCalledTimes(1);
    await userEvent.keyboard('{Control>}p{/Control}');
    await userEvent.type(screen.getByLabelText('Champ'), 'p');
    expect(action).toHaveBeenCalledTimes(1);
  });

  it('can be put off, and leave with their screen', async () => {
    const { unmount } = monter(<Ecran />);
    basculerRaccourcis(false);
    await userEvent.keyboard('p');
    basculerRaccourcis(true);
    unmount();
    await userEvent.keyboard('p');
    expect(action).not.toHaveBeenCalled();
  });
});

it('j and k go down and up a table, and stop at its ends', async () => {
  monter(<Tableau legende="Informations" colonnes={[{ titre: 'Référence', rendu: (l: string) => l }]} lignes={['a', 'b']} cle={(l) => l} adresse={(l) => `/x/${l}`} />);
  await userEvent.keyboard('jjj');
  expect(document.activeElement?.textContent).toBe('b');
  await userEvent.keyboard('k');
  expect(document.activeElement?.textContent).toBe('a');
});

it('what is for a mission or a role is shown to whoever holds one of them', () => {
  expect(concerne(moiDEssai, {})).toBe(true);
  expect(concerne(moiDEssai, { missions: ['DECISION', 'RECUEIL'] })).toBe(true);
  expect(concerne(moiDEssai, { missions: ['RECUEIL'] })).toBe(false);
  expect(concerne(moiDEssai, { roles: ['REF'] })).toBe(true);
  expect(concerne(moiDEssai, { missions: ['DECISION'], si: (m) => m.perimetreDepartement })).toBe(false);
  expect(concerne({ ...moiDEssai, perimetreDepartement: true }, { missions: ['DECISION'], si: (m) => m.perimetreDepartement })).toBe(true);
});
