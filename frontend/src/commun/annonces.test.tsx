import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { annoncer, retirer, useAnnonces } from './annonces';

const lues = () => renderHook(() => useAnnonces()).result.current;
const textes = () => lues().map((a) => a.texte);

afterEach(() => {
  const restantes = lues();
  act(() => restantes.forEach((a) => retirer(a.id)));
});

it('the same word is said once, the last time', () => {
  act(() => ['Vérifié.', 'Enregistré.', 'Vérifié.'].forEach((t) => annoncer(t)));
  expect(textes()).toEqual(['Enregistré.', 'Vérifié.']);
});

it('two acts that can each be undone keep their own undo', () => {
  act(() => [1, 2].forEach(() => annoncer('Étape close.', { annuler: () => undefined })));
  expect(textes()).toEqual(['Étape close.', 'Étape close.']);
});
