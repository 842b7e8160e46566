import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { moiDEssai, monter, serveur } from '../../essai/monter';
import AvancerLeTemps from './AvancerLeTemps';
import DelaisDeLIp from './DelaisDeLIp';
import EcranRappels from './EcranRappels';
import EcranRegles from './EcranRegles';

const ECHEANCE = {
  id: 'e1', genre: 'EVALUATION', regle: 'EVALUATION', libelle: 'Évaluation en trois mois', article: 'D226-2-4 II du CASF', nature: 'LEGALE', aValider: false,
  objetId: 'm1', objet: 'Malo Essai', origine: '2026-11-30', dateLegale: '2027-02-28', instantLegal: null, dateOperationnelle: '2027-02-26', etat: 'OUVERTE',
  jours: 12, joursUtilises: 78, delai: 90, joursRetenus: 5, enConsigne: false, satisfaiteLe: null, enRetard: false, prochaine: true,
};
const EXPLICATION = {
  echeance: ECHEANCE, situation: 'Il reste 12 jours.', calcul: ['Point de départ : le 30 novembre.', 'C’est un dimanche.'], changement: null,
  retenues: [{ du: '2027-01-01', au: '2027-01-06', motif: 'CONSIGNE_PARQUET' }], effetRetenues: 'La date légale ne bouge pas.', deplacements: [],
  versionDu: '2000-01-01', versionAu: null, versionMotif: null,
};
const VERSION = {
  id: 'v1', code: 'EVALUATION_REDUITE', genre: 'EVALUATION', libelle: 'Évaluation en délai réduit', article: 'D226-2-4 II', nature: 'LEGALE', origine: 'RECEPTION',
  calcul: 'MOIS', periode: 'P2M', etapes: [], etapeRappel: null, rappels: ['P15D', 'P0D', '-P1D'], destinataires: ['TITULAIRE', 'EQUIPE'], aValider: true,
  source: 'COMMUN', periodeCommune: null, motif: null, du: '2000-01-01', au: null,
};
const RAPPEL = {
  id: 'r1', echeanceId: 'e1', sujetType: 'IP', sujetId: 'ip1', reference: 'IP-2026-0412', etape: 'evaluer', etapeLibelle: 'Évaluer', regle: 'Évaluation en trois mois',
  dateLegale: '2026-11-20', jours: -5, depasse: true, emisLe: '2026-11-21T06:00:00Z', vu: false, pourMoi: true,
};

afterEach(() => vi.unstubAllGlobals());

const rien = async (container: Element) => {
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  expect(violations.map((v) => v.id)).toEqual([]);
};

describe('the delays of an IP', () => {
  it('tell the days used, the last working day, and why', async () => {
    serveur((e) => ({ statut: 200, corps: e.chemin.includes('explication') ? EXPLICATION : [ECHEANCE] }));
    const { container } = monter(<DelaisDeLIp ipId="ip1" />);
    expect((await screen.findByText(/78 jours sur 90/)).textContent).toContain('dont 5 sous consigne du parquet');
    expect(screen.getByText(/dernier jour ouvré/).textContent).toContain('26\u00a0février\u00a02027');
    await userEvent.click(screen.getByRole('button', { name: /pourquoi/ }));
    expect(await screen.findByText('C’est un dimanche.')).toBeTruthy();
    expect(screen.getByText(/levée le 6/)).toBeTruthy();
    await rien(container);
  });
});

describe('reminders', () => {
  it('are listed with how late, and marked seen for me', async () => {
    const recus = serveur((e) => (e.methode === 'GET' ? { statut: 200, corps: { rappels: [RAPPEL], nonVus: 1 } } : { statut: 204 }));
    const { container } = monter(<EcranRappels />);
    expect(await screen.findByText(/en retard de 5/)).toBeTruthy();
    await rien(container);
    await userEvent.click(screen.getByRole('button', { name: 'J’ai vu' }));
    await waitFor(() => expect(recus.some((r) => r.methode === 'POST' && r.chemin === '/api/rappels/r1/vu')).toBe(true));
  });
});

describe('rules', () => {
  it('are previewed, then applied as a new dated row', async () => {
    const recus = serveur((e) => {
      if (e.methode === 'GET') return { statut: 200, corps: [{ enVigueur: VERSION, versions: [VERSION], ouvertes: 7, periodeEnMots: '2 mois', changement: null }] };
      return { statut: 200, corps: e.chemin.endsWith('/apercu') ? { concernees: 7, deplacees: 7, deviennentEnRetard: 2, neSontPlusEnRetard: 0, rapprochees: 7 } : { suivies: 7 } };
    });
    const { container } = monter(<EcranRegles />, { moi: { ...moiDEssai, missions: ['ADMINISTRATION'] } });
    await userEvent.click(await screen.findByRole('button', { name: /Modifier la règle/ }));
    const duree = screen.getByLabelText('Durée');
    await userEvent.clear(duree);
    await userEvent.type(duree, '1');
    await userEvent.click(screen.getByRole('button', { name: 'Voir ce qui change' }));
    expect(await screen.findByText('2 deviennent en retard.')).toBeTruthy();
    await rien(container);
    await userEvent.click(screen.getByRole('button', { name: 'Appliquer la règle' }));
    expect((await screen.findAllByText(/Écrivez ce qui justifie ce changement/)).length).toBeGreaterThan(0);
    fireEvent.change(screen.getByLabelText('Ce qui justifie le changement'), { target: { value: 'Note de service' } });
    await userEvent.click(screen.getByRole('button', { name: 'Appliquer la règle' }));
    await waitFor(() => expect(recus.find((r) => r.methode === 'POST' && r.chemin === '/api/regles/EVALUATION_REDUITE')?.corps).toMatchObject({
      versionId: 'v1', periode: 'P1M', du: '2026-11-25', rappels: ['P15D', 'P0D', '-P1D'], motif: 'Note de service',
    }));
  }, 20_000);
});

describe('the time of the demonstration', () => {
  it('is moved by its administrator only', async () => {
    const recus = serveur(() => ({ statut: 200, corps: { joursAvances: 7, travaux: 1, echecs: 0 } }));
    const { unmount } = monter(<AvancerLeTemps />);
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
    monter(<AvancerLeTemps />, { moi: { ...moiDEssai, missions: ['ADMINISTRATION'] } });
    await userEvent.selectOptions(screen.getByLabelText('Avancer le temps de'), '7');
    await userEvent.click(screen.getByRole('button', { name: 'Avancer' }));
    await waitFor(() => expect(recus[0]?.corps).toEqual({ jours: 7 }));
  });
});
