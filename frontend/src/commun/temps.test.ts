import { describe, expect, it } from 'vitest';

import { age, dateHeure, dateLongue, enInstant, enLocal, joursEntre, lireDate, lireDateHeure, plusJours } from './temps';

const JOUR = '2026-11-25';

describe('dates as people write them', () => {
  it.each([
    ['14/03/2026', '2026-03-14'], ['14/3/26', '2026-03-14'], ['140326', '2026-03-14'], ['14032026', '2026-03-14'], ['14-03-2026', '2026-03-14'],
    ['14 mars 2026', '2026-03-14'], ['1er août 2019', '2019-08-01'], ['3 janv. 2020', '2020-01-03'], ['2026-03-14', '2026-03-14'],
    ['14/03', '2026-03-14'], ['hier', '2026-11-24'], ['aujourd’hui', JOUR], ['29/02/2024', '2024-02-29'], ['12/05/87', '1987-05-12'],
  ])('%s is read', (texte, attendu) => expect(lireDate(texte, JOUR)).toBe(attendu));

  it.each(['31/02/2026', '29/02/2026', '14/13/2026', 'mardi', '', '14 brumaire 2026', '5'])('%s is not a date', (texte) => expect(lireDate(texte, JOUR)).toBeNull());

  it.each([
    ['14/03/2026 14:30', '2026-03-14T14:30'], ['14/03/2026 14h', '2026-03-14T14:00'], ['14 mars 2026 à 9h05', '2026-03-14T09:05'],
    ['hier 22h', '2026-11-24T22:00'], ['8h30', '2026-11-25T08:30'], ['maintenant', '2026-11-25T11:12'],
  ])('%s is a date and an hour', (texte, attendu) => expect(lireDateHeure(texte, '2026-11-25T11:12')).toBe(attendu));

  it.each(['14/03/2026', '14/03/2026 25:00', '14/03/2026 12:75'])('%s lacks its hour', (texte) => expect(lireDateHeure(texte, '2026-11-25T11:12')).toBeNull());
});

describe('dates as people read them', () => {
  it('names the month and never moves a day', () => {
    expect(dateLongue('2026-03-14')).toBe('14\u00a0mars\u00a02026');
    expect(dateLongue('2026-04-01')).toBe('1er\u00a0avril\u00a02026');
  });

  it('shows an instant in the zone of the département, summer and winter', () => {
    expect(dateHeure('2026-03-14T13:30:00Z')).toBe('14\u00a0mars\u00a02026 à 14\u00a0h\u00a030');
    expect(dateHeure('2026-07-14T22:00:00Z')).toBe('15\u00a0juillet\u00a02026 à 0\u00a0h');
    expect(dateHeure('2026-07-14T22:05')).toBe('14\u00a0juillet\u00a02026 à 22\u00a0h\u00a005');
  });

  it('reads a local hour back as the instant it is, across both changes of hour', () => {
    expect(enInstant('2026-01-15T12:00')).toBe('2026-01-15T11:00:00.000Z');
    expect(enInstant('2026-07-15T12:00')).toBe('2026-07-15T10:00:00.000Z');
    expect(enInstant('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(enInstant('2026-03-29T03:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(enLocal(enInstant('2026-03-29T01:59'))).toBe('2026-03-29T01:59');
  });

  it('counts days across a change of hour', () => {
    expect(joursEntre('2026-03-28', '2026-03-30')).toBe(2);
    expect(plusJours('2026-02-28', 1)).toBe('2026-03-01');
  });
});

describe('an age', () => {
  it.each([
    ['2026-11-20', '5\u00a0jours'], ['2026-11-25', '0\u00a0jour'], ['2026-10-25', '1\u00a0mois'], ['2024-11-26', '23\u00a0mois'], ['2024-11-25', '2\u00a0ans'],
    ['2009-11-26', '16\u00a0ans'], ['2027-01-02', 'à naître'],
  ])('of %s is %s', (naissance, attendu) => expect(age(naissance, JOUR)).toBe(attendu));
});
