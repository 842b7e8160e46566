import { describe, expect, it } from 'vitest';

import { corpsFamille, manqueALaFamille, nouveauFoyer, nouveauTitulaire, nouvelEnfant, nouvelleFamille } from './saisieFamille';

describe('a family as typed', () => {
  it('keeps the paths of the server, so that a refusal finds its field', () => {
    expect(manqueALaFamille(nouvelleFamille(), 'famille')).toHaveProperty(['famille.enfants.0']);
    const connu = { ...nouvelEnfant(), choisi: { type: 'connu' as const, enfantId: 'e1', affiche: 'Zoé', detail: '' } };
    expect(manqueALaFamille({ enfants: [connu, nouvelEnfant()], titulaires: [], foyers: [] }, 'domicile')).toEqual({ 'domicile.enfants.1': expect.any(String) });
  });

  it('sends nothing for what was left empty', () => {
    const corps = corpsFamille({ enfants: [], titulaires: [nouveauTitulaire()], foyers: [nouveauFoyer(true)] });
    expect(corps.titulaires[0]!.nouveau).toMatchObject({ civilite: null, telephone: null });
    expect(corps.foyers[0]).toMatchObject({ principal: true, nouveau: { uniteId: null } });
  });
});
