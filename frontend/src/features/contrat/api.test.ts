import { describe, expect, it } from 'vitest';

import { ecrireCellule, lireCellule } from './api';

describe('a cell typed by keyboard', () => {
  it('reads numbers as French writes them, and what is not a number', () => {
    expect(lireCellule('1 254', false)).toEqual({ sorte: 'CHIFFRE', valeur: 1254, texte: null });
    expect(lireCellule('12,5 %', false).valeur).toBe(12.5);
    expect(lireCellule('nr', false).sorte).toBe('NR');
    expect(lireCellule('sans objet', false).sorte).toBe('SANS_OBJET');
    expect(lireCellule('Oui', false)).toEqual({ sorte: 'OUI_NON', valeur: null, texte: 'oui' });
    expect(lireCellule('', false).sorte).toBe('RETIREE');
    expect(lireCellule('convention.pdf', true)).toEqual({ sorte: 'DOCUMENT', valeur: null, texte: 'convention.pdf' });
  });

  it('gives back what it holds', () => {
    const s = { version: 1, sorte: 'CHIFFRE' as const, valeur: 12.5, texte: null, base: null, source: null, arreteAu: null, commentaire: null, par: null, le: '' };
    expect(ecrireCellule(s)).toBe('12,5');
    expect(ecrireCellule({ ...s, sorte: 'RETIREE', valeur: null })).toBe('');
    expect(ecrireCellule({ ...s, sorte: 'NR', valeur: null })).toBe('NR');
  });
});
