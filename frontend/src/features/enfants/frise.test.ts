import { describe, expect, it } from 'vitest';

import { joursEntre } from '../../commun/temps';
import { bornes, graduations, grouper, ranger, recadrer } from './frise';

const AUJOURDHUI = '2026-11-25';
const fait = (le: string) => ({ id: le, le, libelle: '', voie: 'DOSSIER', annule: false });

describe('a timeline', () => {
  it('shows all that happened and the dates of the coming year, not a majority in ten years', () => {
    const f = bornes({ faits: [fait('2020-01-10')], periodes: [], prochaines: [{ le: '2027-02-01', libelle: '', lien: '' }, { le: '2036-01-01', libelle: '', lien: '' }] }, AUJOURDHUI);
    expect(f.de < '2020-01-10').toBe(true);
    expect(f.a > '2027-02-01' && f.a < '2028-01-01').toBe(true);
  });

  it('of an empty file stands around today', () => {
    const f = bornes({ faits: [], periodes: [], prochaines: [] }, AUJOURDHUI);
    expect(f.de < AUJOURDHUI && f.a > AUJOURDHUI).toBe(true);
  });

  it('comes closer around today and never under a month', () => {
    let f = { de: '2020-01-01', a: '2027-01-01' };
    for (let i = 0; i < 20; i++) {
      f = recadrer(f, 0.5, AUJOURDHUI);
      expect(f.de <= AUJOURDHUI && f.a >= AUJOURDHUI).toBe(true);
    }
    expect(joursEntre(f.de, f.a)).toBe(30);
  });

  it('has marks one can read, whatever the span', () => {
    for (const de of ['2005-01-01', '2019-06-10', '2025-05-05', '2026-10-20']) {
      const n = graduations({ de, a: '2026-12-31' }).length;
      expect(n).toBeGreaterThan(0);
      expect(n).toBeLessThan(14);
    }
  });

  it('gives each period a row of its own when it overlaps another, and the same when it follows', () => {
    const p = (id: string, du: string, au: string | null) => ({ id, du, au, voie: 'ACCUEIL', libelle: id, reference: '', lien: null });
    const rangs = Object.fromEntries(ranger([p('principal', '2025-01-01', null), p('relais 1', '2025-03-01', '2025-03-08'), p('relais 2', '2025-03-08', '2025-03-15'), p('repli', '2025-03-10', '2025-03-12')], AUJOURDHUI).map((r) => [r.p.id, r.rang]));
    expect(rangs).toEqual({ principal: 0, 'relais 1': 1, 'relais 2': 1, repli: 2 });
  });

  it('makes one mark of events that would hide each other', () => {
    const groupes = grouper([fait('2026-01-01'), fait('2026-01-02'), fait('2026-06-01')], (j) => joursEntre('2026-01-01', j), 13);
    expect(groupes.map((g) => g.faits.length)).toEqual([2, 1]);
  });
});
