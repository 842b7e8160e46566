import { describe, expect, it } from 'vitest';

import { acteDe } from './actes';
import type { Autonomie, Choix } from './api';
import { bornes, constat, prochaines } from './chemin';
import { situations } from './champs';

const AUJOURDHUI = '2026-03-14';
const parcours = (p: Partial<Autonomie>): Autonomie =>
  ({
    id: 'a', version: 3, mna: false, mdph: false, tardive: false, enCharge: true, jeuneMajeur: false, seizeLe: '2025-06-01', dixSeptLe: '2026-06-01', dixHuitLe: '2027-06-01', vingtEtUnLe: '2030-06-01',
    entretienDuLe: '2026-06-01', entretienIssue: null, entretienLe: null, rendezVousLe: null, sixMoisLe: null, sixMoisFaitLe: null, closeLe: null, sortieLe: null, terme: null, motifFin: null, reperes: [],
    ...p,
  }) as unknown as Autonomie;

describe('where the path of a young person stands, in one sentence', () => {
  it('says by when the interview is owed, how far that is, and that no date is set', () => {
    expect(constat(parcours({}), AUJOURDHUI)).toMatch(/^Entretien dû le 1er.juin.2026, dans 79.jours, sans date fixée$/);
  });
  it('says how late it is', () => {
    expect(constat(parcours({ dixSeptLe: '2026-03-10' }), AUJOURDHUI)).toMatch(/en retard, dû le 10.mars.2026, il y a 4.jours/);
  });
  it('never says late of who came in at 17 or later', () => {
    expect(constat(parcours({ tardive: true, dixSeptLe: '2026-01-01' }), AUJOURDHUI)).toBe('Entré à 17 ans ou plus : entretien dans les meilleurs délais');
  });
  it('says declined, never refused', () => {
    expect(constat(parcours({ entretienIssue: { code: 'DECLINE', libelle: 'Décliné par le jeune' }, entretienLe: '2026-02-01' }), AUJOURDHUI)).toMatch(/Entretien décliné par le jeune le 1er.février.2026/);
  });
});

describe('the dates to come', () => {
  it('put the meeting before the day it is owed, and leave out what is done', () => {
    const p = prochaines(parcours({ rendezVousLe: '2026-05-02' }), AUJOURDHUI);
    expect(p.map((d) => d.le)).toEqual(['2026-05-02', '2026-06-01', '2027-06-01']);
    expect(prochaines(parcours({ entretienIssue: { code: 'TENU', libelle: 'Tenu' } }), AUJOURDHUI).map((d) => d.le)).toEqual(['2027-06-01']);
  });
  it('reach six months after an exit that comes late', () => {
    expect(bornes(parcours({ sixMoisLe: '2030-12-01' })).a > '2030-12-01').toBe(true);
  });
});

describe('the forms', () => {
  it('send ticked answers with their rubric, and nothing else of them', () => {
    expect(situations({ issue: 'TENU', 'situations-LOGEMENT': ['SANS_SOLUTION'], 'situations-SANTE': [] })).toEqual({ situations: ['LOGEMENT.SANS_SOLUTION'], reste: { issue: 'TENU' } });
  });
  it('say who exercises an agreement, the unit or a service', () => {
    const choix = { motifsRefus: [], produits: [], services: [], recours: '' } as unknown as Choix;
    const acte = acteDe('DECISION', { a: parcours({}), choix, aujourdhui: AUJOURDHUI })!;
    expect(acte.corps!({ accord: true, exercice: 'UNITE' })).toMatchObject({ exerceeParUnite: true, serviceId: null });
    expect(acte.corps!({ accord: true, exercice: 'svc' })).toMatchObject({ exerceeParUnite: false, serviceId: 'svc' });
  });
});
