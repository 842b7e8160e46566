import { describe, expect, it } from 'vitest';

import { ecrirePeriode, lirePeriode, lireRappels, motsPeriode, motsRappel } from './periode';

describe('periods of the rules', () => {
  it('reads and writes what the server writes', () => {
    for (const iso of ['P3M', 'P15D', 'P17Y', 'PT72H', '-P1D', 'P0D']) expect(ecrirePeriode(lirePeriode(iso)!)).toBe(iso);
    expect(lirePeriode('trois mois')).toBeNull();
  });

  it('says them in French', () => {
    expect(motsPeriode('P3M')).toBe('3\u00a0mois');
    expect(motsPeriode('P1D')).toBe('1\u00a0jour');
    expect(motsRappel('P15D')).toBe('15\u00a0jours avant');
    expect(motsRappel('P0D')).toBe('le jour même');
    expect(motsRappel('-P1D')).toBe('1\u00a0jour après');
  });

  it('reads reminders as an administrator types them', () => {
    expect(lireRappels('30, 15,7 0 -1')).toEqual(['P30D', 'P15D', 'P7D', 'P0D', '-P1D']);
    expect(lireRappels('15, quinze')).toBeNull();
    expect(lireRappels('7, 7')).toEqual(['P7D']);
  });
});
