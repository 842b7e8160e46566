import axe from 'axe-core';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { moiDEssai, monter, serveur } from '../../essai/monter';
import type { LigneCouverture } from './donnees';
import EcranCouverture from './EcranCouverture';

const ligne = (code: string | null, libelle: string, plus: Partial<LigneCouverture> = {}): LigneCouverture => ({
  code, libelle, enfants: 40, couverts: 18, part: 45, parCas: { VALIDE: 20, REVISION_DEPASSEE: 3, DANS_LES_DELAIS: 6, RETARD: 4, JAMAIS_COMMENCE: 12 },
  majeurs: 2, enVigueur: 20, avecMep: 13, partMep: 65, ...plus,
});
const TABLEAU = {
  le: '2026-11-25', ensemble: ligne(null, 'Ensemble'), unites: [ligne('cdas-redon', 'CDAS Redon')],
  produits: [ligne('MEP', 'MEP'), ligne('PLACEMENT', 'Placement', { part: null, enfants: 0, couverts: 0 })],
};
const ENFANTS = {
  total: 12, suivante: null, lignes: [{ projetId: 'p1', numero: 'PPE-2026-0001', enfant: 'Enfant Essai', age: '7\u00a0ans', unite: 'CDAS Redon', depuis: '2026-03-01',
    mesureDepuis: '2026-03-01', etabliLe: null, revisionLe: null, cas: 'JAMAIS_COMMENCE', casLibelle: 'En retard, jamais commencé', majeur: false }],
};
const REF = { ...moiDEssai, missions: ['MESURE' as const], departement: { ...moiDEssai.departement, mots: { unite: 'CDAS', projet: 'PPEF' } } };

afterEach(() => vi.unstubAllGlobals());

describe('coverage', () => {
  it('is told in a sentence in the département’s words, each figure opens the children it counts, and axe finds nothing', async () => {
    const recus = serveur((e) => (e.chemin.includes('/enfants') ? { statut: 200, corps: ENFANTS } : { statut: 200, corps: TABLEAU }));
    const { container } = monter(<EcranCouverture />, { moi: REF, adresse: '/projets/couverture' });
    expect((await screen.findByText(/des enfants dont une mesure est exercée/)).textContent).toContain('ont un PPEF en vigueur (18 sur 40)');
    expect(screen.getByText(/19.projets en retard, dont 12 jamais commencés et 3 à réviser/)).toBeTruthy();
    const unites = screen.getByRole('table', { name: 'Par CDAS' });
    await userEvent.click(within(unites).getByRole('link', { name: /CDAS Redon.: 12, voir les enfants/ }));
    expect(await screen.findByRole('heading', { name: 'En retard, jamais commencé, CDAS Redon' })).toBeTruthy();
    expect((await screen.findByRole('link', { name: /Enfant Essai, 7.ans/ })).getAttribute('href')).toBe('/projets/p1');
    expect(recus.at(-1)?.chemin).toContain('cas=JAMAIS_COMMENCE');
    expect(recus.at(-1)?.chemin).toContain('unite=cdas-redon');
    expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  });

  it('says that there is nobody to cover rather than a share of nothing', async () => {
    serveur(() => ({ statut: 200, corps: { ...TABLEAU, ensemble: ligne(null, 'Ensemble', { part: null, enfants: 0, couverts: 0 }), unites: [], produits: [] } }));
    monter(<EcranCouverture />, { moi: REF, adresse: '/projets/couverture' });
    expect(await screen.findByText('Aucune mesure n’est exercée depuis plus de trois mois.')).toBeTruthy();
  });
});
