import { describe, expect, it } from 'vitest';

import { direNaissance, ecrireNaissance, lireNaissance, NAISSANCE_INCONNUE } from './naissance';

const AUJOURDHUI = '2026-03-14';

describe('a birth as it is said on the phone', () => {
  it('is as exact as it was given, and no more', () => {
    expect(lireNaissance('12/03/2016', AUJOURDHUI)).toEqual({ precision: 'EXACTE', le: '2016-03-12', termePrevu: null });
    expect(lireNaissance('mars 2016', AUJOURDHUI)).toEqual({ precision: 'MOIS', le: '2016-03-01', termePrevu: null });
    expect(lireNaissance('3/2016', AUJOURDHUI)).toEqual({ precision: 'MOIS', le: '2016-03-01', termePrevu: null });
    expect(lireNaissance('2016', AUJOURDHUI)).toEqual({ precision: 'ANNEE', le: '2016-01-01', termePrevu: null });
    expect(lireNaissance('vers 2016', AUJOURDHUI)).toEqual({ precision: 'VERS', le: '2016-01-01', termePrevu: null });
    expect(lireNaissance('', AUJOURDHUI)).toEqual(NAISSANCE_INCONNUE);
  });

  it('is nothing when it cannot be read', () => {
    expect(lireNaissance('31/02/2016', AUJOURDHUI)).toBeNull();
    expect(lireNaissance('13/2016', AUJOURDHUI)).toBeNull();
    expect(lireNaissance('petit', AUJOURDHUI)).toBeNull();
  });

  it('comes back as it was typed, and is told in words', () => {
    for (const t of ['12/03/2016', '03/2016', '2016', 'vers 2016', '']) expect(ecrireNaissance(lireNaissance(t, AUJOURDHUI))).toBe(t);
    expect(direNaissance(lireNaissance('03/2016', AUJOURDHUI))).toBe('en mars 2016');
    expect(direNaissance({ precision: 'A_NAITRE', le: null, termePrevu: null })).toBe('à naître');
  });
});
