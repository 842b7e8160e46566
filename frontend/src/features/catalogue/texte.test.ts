import { describe, expect, it } from 'vitest';

import { ajouterExemple, lieu, position } from './texte';

describe('the text of added indicators', () => {
  it('leads to the line and the column a sentence tells', () => {
    expect(lieu('Ligne 5, colonne 21\u00a0: La formule « x » n’est pas connue.')).toEqual({ ligne: 5, colonne: 21 });
    expect(position('ab\ncdef\ng', 2, 3)).toBe(5);
    expect(position('ab', 9, 9)).toBe(2);
  });

  it('adds an example under a code that is free', () => {
    const un = ajouterExemple('', '- code: A\n  unite: x\n');
    expect(un.texte).toBe('- code: A\n  unite: x\n');
    const deux = ajouterExemple(un.texte, '- code: A\n  unite: x\n');
    expect(deux.texte).toBe('- code: A\n  unite: x\n- code: A_2\n  unite: x\n');
    expect(deux.texte.slice(deux.debut, deux.fin)).toBe('A_2');
  });
});
