import axe from 'axe-core';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { moiDEssai, monter, serveur } from '../../essai/monter';
import type { Ligne, Tableau } from './donnees';
import EcranAttente from './EcranAttente';
import EcranCapacites from './EcranCapacites';
import { constat, deplacer, direPassees, direTerme, repere } from './mots';

const ligne = (n: number, plus: Partial<Ligne> = {}): Ligne => ({
  id: `m${n}`, numero: `MES-2026-000${n}`, position: n, enfantId: `e${n}`, enfant: `Enfant ${n}`, age: '7\u00a0ans', moinsDeDeuxAns: false, freres: 0, cadre: 'JUDICIAIRE',
  baseLegale: 'Action éducative en milieu ouvert (375-2)', produit: 'MEP', produitLibelle: 'MEP', uniteId: 'cdas-redon', unite: 'CDAS Redon', serviceId: null, service: null,
  affectable: true, decideeLe: '2026-03-01', ageJours: 269, attenteDepuis: '2026-03-01', attenteJours: 269, terme: '2027-01-04', jours: 40, bande: 'J40', debutPrevu: null,
  urgence: false, version: 3, proposition: null, ...plus,
});
const part = (code: string, nombre: number, libelle = code) => ({ code, libelle, nombre });
const TABLEAU: Tableau = {
  jour: '2026-11-25', attendent: 3, accord: 2, sansService: 2, moinsDeDeuxAns: 1, enFratrie: 2, derriere: 1, depassees: 0, ageMedian: 269, agePlusAncien: 400,
  bandes: [part('DEPASSE', 1, 'Terme dépassé sans exercice'), part('J40', 2, 'Sera caduque dans 40 jours au plus'), part('J90', 0)],
  unites: [part('cdas-redon', 3, 'CDAS Redon')], produits: [part('MEP', 3)], cadres: [part('JUDICIAIRE', 2, 'Judiciaire'), part('ADMINISTRATIF', 1, 'Administratif')],
  services: [part('-', 2, 'Aucun service encore'), part('svc-apase', 1, 'APASE')],
  lignes: [
    ligne(1, { jours: -35, bande: 'DEPASSE', terme: '2026-10-21' }),
    ligne(2, { moinsDeDeuxAns: true, freres: 1, cadre: 'ADMINISTRATIF', proposition: { par: 'Claire Essai', le: '2026-11-20T09:00:00Z', motif: 'La mère attend une réponse.' } }),
    ligne(3, { serviceId: 'svc-apase', service: 'APASE' }),
  ],
  suivante: null,
};
const PLACES = [{
  service: 'svc-apase', serviceNom: 'APASE', produit: 'MEP', produitLibelle: 'MEP', places: 10, exercees: 8, reservees: 1, libres: 1, libresIci: 1, occupation: 90, termes30: 2, connue: true,
  lots: [{ unite: null, uniteNom: 'Tous les territoires', places: 10, exercees: 8, reservees: 1, libres: 1 }],
}];
const EXERCEES = [{ produit: 'MEP', produitLibelle: 'MEP', service: 'svc-apase', serviceNom: 'APASE', exercees: 8, suspendues: 1, termePasse: 1, termes30: 2, termes90: 4 }];
const SERVICES = [{ service: 'svc-apase', nom: 'APASE', connue: true, libres: 1 }, { service: 'svc-semo', nom: 'SEMO', connue: false, libres: 0 }];
const REF = { ...moiDEssai, missions: ['MESURE' as const, 'DECISION' as const] };

const serveurDEssai = (poste: (chemin: string, corps: unknown) => { statut: number; corps?: unknown } = () => ({ statut: 204 })) =>
  serveur((e) => {
    if (e.methode === 'POST') return poste(e.chemin, e.corps);
    if (e.chemin.startsWith('/api/attente/places')) return { statut: 200, corps: PLACES };
    if (e.chemin.startsWith('/api/attente/exercees/mesures')) {
      return { statut: 200, corps: { libelle: 'À terme d’ici 30 jours', total: 1, suivante: null, lignes: [{ id: 'x1', numero: 'MES-2025-0101', enfant: 'Enfant X', age: '8\u00a0ans', cadre: 'JUDICIAIRE', baseLegale: 'AEMO', produitLibelle: 'MEP', unite: 'CDAS Redon', service: 'APASE', suspendue: false, demarreeLe: '2026-01-05', terme: '2026-12-07', jours: 12 }] } };
    }
    if (e.chemin.startsWith('/api/attente/exercees')) return { statut: 200, corps: EXERCEES };
    if (e.chemin.endsWith('/services')) return { statut: 200, corps: SERVICES };
    if (e.chemin.startsWith('/api/attente/capacites')) {
      return { statut: 200, corps: { lignes: [{ id: 'c1', service: 'svc-apase', serviceNom: 'APASE', produit: 'MEP', produitLibelle: 'MEP', unite: null, uniteNom: null, places: 24, du: '2019-01-01', au: null, source: 'Fiche 19', ouverte: true, version: 0 }],
        services: [{ code: 'svc-apase', libelle: 'APASE' }], produits: [{ code: 'MEP', libelle: 'Mesure éducative personnalisée' }], territoires: [{ code: 'cdas-redon', libelle: 'CDAS Redon' }] } };
    }
    if (e.chemin.startsWith('/api/attente')) return { statut: 200, corps: TABLEAU };
    return { statut: 404 };
  });

afterEach(() => vi.unstubAllGlobals());

describe('words of the waiting list', () => {
  it('say what happens if nothing starts', () => {
    expect(direTerme({ terme: '2027-01-04', jours: 40 })).toBe('Sera caduque dans 40\u00a0jours');
    expect(direTerme({ terme: '2026-11-26', jours: 1 })).toBe('Sera caduque dans 1\u00a0jour');
    expect(direTerme({ terme: '2026-11-25', jours: 0 })).toBe('Sera caduque ce soir');
    expect(direTerme({ terme: '2026-10-21', jours: -35 })).toBe('Terme dépassé de 35\u00a0jours sans exercice');
    expect(direTerme({ terme: null, jours: null })).toBe('Sans terme écrit');
  });

  it('tell the finding and the risk that administrative measures wait behind judicial ones', () => {
    expect(constat(TABLEAU, { tri: 'TERME' })).toBe('3\u00a0mesures décidées attendent d’être exercées : 1 a dépassé son terme sans exercice, 2 seront caduques d’ici 40 jours.');
    expect(constat({ ...TABLEAU, attendent: 0 }, { tri: 'TERME' })).toContain('Aucune mesure');
    expect(direPassees({ derriere: 0, depassees: 0 })).toBeNull();
    expect(direPassees({ derriere: 4, depassees: 2 })).toContain('4\u00a0mesures administratives attendent derrière une judiciaire du même territoire ; 2 attendaient avant elle.');
  });

  it('know where a moved line stands: before the next, or after the one above at the end', () => {
    const l = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    expect(deplacer(l, 3, 1).map((x) => x.id)).toEqual(['a', 'd', 'b', 'c']);
    expect(repere(deplacer(l, 3, 1), 1)).toEqual({ repere: 'b', avant: true });
    expect(deplacer(l, 0, 3).map((x) => x.id)).toEqual(['b', 'c', 'd', 'a']);
    expect(repere(deplacer(l, 0, 3), 3)).toEqual({ repere: 'd', avant: false });
    expect(repere(l.slice(0, 1), 0)).toBeNull();
  });
});

describe('the REF’s screen', () => {
  it('shows who waits by nearness of the term, places and exercised measures, each figure a link, and axe finds nothing', async () => {
    serveurDEssai();
    monter(<EcranAttente />, { moi: REF, adresse: '/mesures' });
    expect(await screen.findByText(/3.mesures décidées attendent/)).toBeTruthy();
    expect(screen.getByRole('rowheader', { name: /Terme dépassé sans exercice/ })).toBeTruthy();
    expect(screen.getByText(/Terme dépassé de 35.jours sans exercice/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /2 en attente de l’accord des titulaires, à part/ }).getAttribute('href')).toContain('accord=true');
    expect(screen.getByText('1 frère ou sœur attend aussi')).toBeTruthy();
    expect(screen.getByText(/Place proposée par Claire Essai le 20.novembre.2026/)).toBeTruthy();
    expect(await screen.findByRole('table', { name: 'MEP' })).toBeTruthy();
    expect(await screen.findByRole('table', { name: /9.mesures, dont 4 à terme d’ici 90 jours/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /2 Sera caduque dans 40 jours au plus/ }).getAttribute('href')).toContain('bande=J40');
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
  });

  it('gives a place in two keystrokes, and says how many places it had seen', async () => {
    const recus = serveurDEssai();
    monter(<EcranAttente />, { moi: REF, adresse: '/mesures' });
    (await screen.findByRole('link', { name: 'Enfant 2' })).focus();
    await userEvent.keyboard('a');
    const premier = await screen.findByRole('radio', { name: /APASE/ });
    await waitFor(() => expect(document.activeElement).toBe(premier));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(recus.find((r) => r.methode === 'POST')).toBeTruthy());
    const envoi = recus.find((r) => r.methode === 'POST')!;
    expect(envoi.chemin).toBe('/api/attente/mesures/m2/affectation');
    expect(envoi.corps).toEqual({ service: 'svc-apase', le: '2026-11-25', version: 3, placesVues: 1, motifs: {} });
  });

  it('holds the place of a file for named people, and opens nothing of it', async () => {
    const tue = ligne(1, { enfantId: null, enfant: 'Dossier restreint', age: null, affectable: false });
    serveur((e) =>
      e.chemin.startsWith('/api/attente/places') ? { statut: 200, corps: PLACES } : e.chemin.startsWith('/api/attente/exercees') ? { statut: 200, corps: EXERCEES }
        : e.chemin.startsWith('/api/attente') ? { statut: 200, corps: { ...TABLEAU, lignes: [tue, ligne(2)] } } : { statut: 404 });
    monter(<EcranAttente />, { moi: REF, adresse: '/mesures?tri=ORDRE' });
    expect(await screen.findByText('Dossier restreint')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Dossier restreint' })).toBeNull();
    expect(screen.queryByRole('button', { name: /MES-2026-0001/ })).toBeNull();
    expect(screen.getByRole('button', { name: /Monter MES-2026-0002/ })).toBeTruthy();
  });

  it('tells who took the last place, and asks why when going beyond', async () => {
    let fois = 0;
    serveurDEssai(() => (++fois === 1
      ? { statut: 409, corps: { title: 'Conflit', detail: '', conflit: { par: 'Anne Autre', le: '2026-11-25T09:00:00Z', quoi: 'La dernière place vient d’être donnée.' } } }
      : { statut: 422, corps: { title: 'Motif', detail: '', avertissements: [{ code: 'SERVICE_COMPLET', message: 'APASE n’a plus de place. Pourquoi aller au-delà ?' }] } }));
    monter(<EcranAttente />, { moi: REF, adresse: '/mesures' });
    await userEvent.click(await screen.findByRole('button', { name: 'Affecter MES-2026-0001 (Enfant 1)' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Affecter la mesure' }));
    expect(await screen.findByText('Anne Autre')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Relire le dossier' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Affecter la mesure' }));
    expect(await screen.findByLabelText(/Pourquoi aller au-delà/)).toBeTruthy();
  });

  it('moves a line by keyboard or button, keeps the focus on it, and proposes nothing without a reason', async () => {
    const recus = serveurDEssai();
    monter(<EcranAttente />, { moi: REF, adresse: '/mesures?tri=ORDRE' });
    const lien = await screen.findByRole('link', { name: 'Enfant 3' });
    lien.focus();
    fireEvent.keyDown(lien, { key: 'ArrowUp', altKey: true });
    expect(await screen.findByText(/passe de la 3e à la 2e place/)).toBeTruthy();
    const lignes = () => within(screen.getByRole('table', { name: 'Mesures en attente' })).getAllByRole('link').map((l) => l.textContent);
    expect(lignes()).toEqual(['Enfant 1', 'Enfant 3', 'Enfant 2']);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Enfant 3'));
    await userEvent.click(screen.getByRole('button', { name: 'Proposer cet ordre' }));
    expect(recus.some((r) => r.methode === 'POST')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: /Monter MES-2026-0003/ }));
    expect(lignes()).toEqual(['Enfant 3', 'Enfant 1', 'Enfant 2']);
    await userEvent.type(screen.getByLabelText('Motif'), 'Danger rapporté par l’école');
    await userEvent.click(screen.getByRole('button', { name: 'Proposer cet ordre' }));
    await waitFor(() => expect(recus.find((r) => r.methode === 'POST')?.corps).toEqual({ repere: 'm1', avant: true, motif: 'Danger rapporté par l’école' }));
  });

  it('lets a line be dragged on another, and put back', async () => {
    serveurDEssai();
    monter(<EcranAttente />, { moi: REF, adresse: '/mesures?tri=ORDRE' });
    const rangee = (nom: string) => screen.getByRole('link', { name: nom }).closest('tr')!;
    await screen.findByRole('link', { name: 'Enfant 1' });
    fireEvent.dragStart(rangee('Enfant 1'));
    fireEvent.dragOver(rangee('Enfant 3'));
    fireEvent.drop(rangee('Enfant 3'));
    expect(await screen.findByText(/passe de la 1re à la 3e place/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Remettre à sa place' }));
    expect(screen.queryByText(/passe de la/)).toBeNull();
  });

  it('opens the list behind a figure of the exercised measures', async () => {
    const recus = serveurDEssai();
    monter(<EcranAttente />, { moi: REF, adresse: '/mesures?unite=cdas-redon' });
    await userEvent.click(await screen.findByRole('link', { name: '2 MEP, APASE, d’ici 30 jours' }));
    expect(await screen.findByRole('heading', { name: /À terme d’ici 30 jours : 1.mesure/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Enfant X' }).getAttribute('href')).toBe('/mesures/x1');
    expect(screen.getByText(/À terme dans 12.jours/)).toBeTruthy();
    expect(recus.at(-1)!.chemin).toBe('/api/attente/exercees/mesures?tranche=TERMES_30&unite=cdas-redon&produit=MEP&service=svc-apase');
    await userEvent.click(screen.getByRole('link', { name: 'Fermer cette liste' }));
    expect(screen.queryByRole('link', { name: 'Enfant X' })).toBeNull();
  });

  it('shows a référent the same list without its acts', async () => {
    serveurDEssai();
    monter(<EcranAttente />, { moi: { ...moiDEssai, missions: ['PARCOURS'] }, adresse: '/mesures?tri=ORDRE' });
    expect(await screen.findByRole('link', { name: 'Enfant 1' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Affecter/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Monter/ })).toBeNull();
  });
});

describe('the register of places', () => {
  it('opens places from a day, and axe finds nothing', async () => {
    const recus = serveurDEssai(() => ({ statut: 201, corps: { id: 'c2' } }));
    monter(<EcranCapacites />, { moi: { ...moiDEssai, missions: ['ADMINISTRATION'] } });
    expect(await screen.findByRole('table', { name: /24.places ouvertes aujourd’hui/ })).toBeTruthy();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } });
    expect(violations.map((v) => v.id)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Ouvrir des places' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Ouvrir les places' }));
    expect(await screen.findByText(/3 points sont à corriger/)).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Qui exerce'), 'svc-apase');
    await userEvent.selectOptions(screen.getByLabelText('Mesure'), 'MEP');
    await userEvent.type(screen.getByLabelText('Places'), '12');
    await userEvent.click(screen.getByRole('button', { name: 'Ouvrir les places' }));
    await waitFor(() => expect(recus.find((r) => r.methode === 'POST')?.corps).toEqual({ service: 'svc-apase', produit: 'MEP', unite: null, places: 12, du: '2026-11-25', au: null, source: null }));
  });
});
