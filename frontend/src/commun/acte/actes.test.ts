import { describe, expect, it } from 'vitest';

import { libelleDe, ranger, type Libelle } from './actes';

const LIBELLES: Libelle[] = [['A', 'Faire A'], ['B', 'Faire B'], ['C', 'Faire C'], ['D', 'Faire D']];

describe('acts of a page', () => {
  it('puts forward the two possible acts the step proposes, in its order, and the rest in the house’s', () => {
    expect(ranger(LIBELLES, ['A', 'B', 'C', 'D'], ['Z', 'D', 'B', 'A'])).toEqual({ premiers: [['D', 'Faire D'], ['B', 'Faire B']], autres: [['A', 'Faire A'], ['C', 'Faire C']] });
  });

  it('offers nothing that the server does not say possible', () => {
    expect(ranger(LIBELLES, ['C'], ['A'])).toEqual({ premiers: [], autres: [['C', 'Faire C']] });
    expect(libelleDe(LIBELLES, ['C'], 'A')).toBeNull();
    expect(libelleDe(LIBELLES, ['C'], 'C')).toBe('Faire C');
  });
});
