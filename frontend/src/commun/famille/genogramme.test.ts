import { describe, expect, it } from 'vitest';

import { dessiner, raconter, type FamilleDessinee } from './genogramme';

const FAMILLE: FamilleDessinee = {
  enfants: [
    { id: 'e1', nom: 'Maëlys', age: '9\u00a0ans', sexe: 'FILLE', concerne: true },
    { id: 'e2', nom: 'Malo', age: '', sexe: 'GARCON', aNaitre: true },
  ],
  adultes: [
    { id: 'a1', nom: 'Mme Anne Le Goff', liens: [{ enfantId: 'e1', qualite: 'Mère', exercice: 'Exercice conjoint', titulaire: true }, { enfantId: 'e2', qualite: 'Mère', exercice: 'Exercice inconnu', titulaire: true }] },
    { id: 'a2', nom: 'M. Paul Riou', liens: [{ enfantId: 'e1', qualite: 'Père', exercice: 'Autorité retirée', titulaire: false }] },
  ],
  foyers: [{ id: 'f1', libelle: 'Chez sa mère, Redon', membres: ['e1', 'a1'], principalDe: ['e1'] }],
};

describe('a genogram', () => {
  it('places everybody once, without two in one place, inside the drawing', () => {
    const d = dessiner(FAMILLE);
    expect([...d.places.keys()].sort()).toEqual(['a1', 'a2', 'e1', 'e2']);
    expect(new Set([...d.places.values()].map((p) => `${p.x},${p.y}`)).size).toBe(4);
    for (const p of d.places.values()) expect(p.x > 0 && p.x < d.largeur && p.y > 0 && p.y < d.hauteur).toBe(true);
  });

  it('draws each tie of each child, whole for a holder and broken otherwise', () => {
    expect(dessiner(FAMILLE).traits.map((t) => [t.cle, t.titulaire])).toEqual([['a1-e1', true], ['a1-e2', true], ['a2-e1', false]]);
  });

  it('says in words all that it draws', () => {
    const textes = raconter(FAMILLE).map((p) => p.texte);
    expect(textes[0]).toBe('Maëlys, 9\u00a0ans, concerné par ce dossier. Adultes\u00a0: Mme Anne Le Goff, mère, exercice conjoint\u00a0; M. Paul Riou, père, autorité retirée. Vit\u00a0: Chez sa mère, Redon (principal).');
    expect(textes[1]).toContain('à naître');
    expect(textes[2]).toBe('Chez sa mère, Redon\u00a0: Maëlys et Mme Anne Le Goff.');
  });

  it('of an unknown family draws the child alone', () => {
    const d = dessiner({ enfants: [FAMILLE.enfants[0]!], adultes: [], foyers: [] });
    expect(d.traits).toEqual([]);
    expect(raconter({ enfants: [FAMILLE.enfants[0]!], adultes: [], foyers: [] })[0]!.texte).toContain('Aucun adulte connu');
  });
});
