import { describe, expect, it } from 'vitest';

import type { EntourageConnu } from './api';
import { corpsFamille, manqueALaFamille, nouveauFoyer, nouveauTitulaire, nouvelEnfant, nouvelleFamille, oublierReprise, reprendre } from './saisieFamille';

describe('a family as typed', () => {
  it('keeps the paths of the server, so that a refusal finds its field', () => {
    expect(manqueALaFamille(nouvelleFamille(), 'famille')).toHaveProperty(['famille.enfants.0']);
    const connu = { ...nouvelEnfant(), choisi: { type: 'connu' as const, enfantId: 'e1', affiche: 'Zoé', detail: '' } };
    expect(manqueALaFamille({ enfants: [connu, nouvelEnfant()], titulaires: [], foyers: [] }, 'domicile')).toEqual({ 'domicile.enfants.1': expect.any(String) });
  });

  it('sends nothing for what was left empty', () => {
    const corps = corpsFamille({ enfants: [], titulaires: [nouveauTitulaire()], foyers: [nouveauFoyer(true)] });
    expect(corps.titulaires[0]).toMatchObject({ nouveau: { civilite: null, telephone: null } });
    expect(corps.foyers[0]).toMatchObject({ principal: true, nouveau: { uniteId: null } });
  });
});

const ENTOURAGE: EntourageConnu = {
  enfantId: 'e1', source: 'Zoé Lemoine', proches: [],
  titulaires: [{ adulteId: 'a1', affiche: 'Anne Lemoine', qualite: 'MERE', qualiteLibelle: 'Mère', exercice: 'CONJOINT', exerciceLibelle: 'Exercice conjoint', telephone: null as never, du: '2026-03-03' }],
  foyers: [{ foyerId: 'f1', libelle: null as never, adresse: null as never, unite: null as never, adresseProtegee: true, principal: true, du: null as never, adultes: [{ adulteId: 'a1', affiche: 'Anne Lemoine' }] }],
};

describe('what the file of a known child says', () => {
  const depart = { enfants: [{ cle: 'x', choisi: null }, { cle: 'y', choisi: null }], titulaires: [], foyers: [] };

  it('comes once, is kept by default, and never shows a withheld address', () => {
    const une = reprendre(depart, 'x', ENTOURAGE);
    expect(une.titulaires[0]!.connu).toMatchObject({ affiche: 'Anne Lemoine', source: expect.stringMatching(/^D’après le dossier de Zoé Lemoine, depuis le 3\smars\s2026$/) });
    expect(une.foyers[0]!.connu!.affiche).toBe('adresse protégée');
    expect(reprendre(une, 'x', ENTOURAGE)).toBe(une);
    expect(corpsFamille(une)).toMatchObject({ titulaires: [{ adulteId: 'a1', enfants: ['x'] }], foyers: [{ foyerId: 'f1', enfants: ['x'] }], departs: [] });
  });

  it('is shared by two children, and goes when its child goes', () => {
    const deux = reprendre(reprendre(depart, 'x', ENTOURAGE), 'y', { ...ENTOURAGE, enfantId: 'e2', source: 'Malo' });
    expect(deux.titulaires).toHaveLength(1);
    expect(deux.titulaires[0]!.enfants).toEqual(['x', 'y']);
    const une = oublierReprise(deux, 'x');
    expect(une.foyers[0]!.enfants).toEqual(['y']);
    expect(oublierReprise(une, 'y')).toMatchObject({ titulaires: [], foyers: [], repris: [] });
  });

  it('says who no longer lives there', () => {
    const f = reprendre(depart, 'x', ENTOURAGE);
    const parti = { ...f, foyers: [{ ...f.foyers[0]!, partis: ['a1'], departLe: '2026-01-15' }] };
    expect(corpsFamille(parti).departs).toEqual([{ foyerId: 'f1', adulteId: 'a1', enfants: ['x'], le: '2026-01-15' }]);
    const quitte = { ...f, foyers: [{ ...f.foyers[0]!, garde: false }] };
    expect(corpsFamille(quitte)).toMatchObject({ foyers: [], departs: [{ foyerId: 'f1', adulteId: null, le: null }] });
  });
});
