import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useState } from 'react';

import { monter, serveur } from '../../essai/monter';
import { ChoixEnfant } from './ChoixEnfant';
import { nouveauDepuis, saisieDe, type EnfantChoisi } from './enfant';

const CARTE = {
  id: 'e1', nomComplet: 'Maëlys Anne Le Goff', sexe: 'FILLE', commune: 'Redon', correspondance: 'EXACTE', freres: ['Malo'], contacter: [],
  nom: { id: 'e1', canonique: 'e1', nom: 'Le Goff', prenoms: 'Maëlys Anne', affiche: 'Maëlys Le Goff', naissance: { precision: 'EXACTE', le: '2016-03-12', termePrevu: null }, age: '10\u00a0ans', moinsDeDeuxAns: false, restreint: false },
  enCours: [{ enfantId: 'e1', genre: 'IP', id: 'i1', reference: 'IP-2026-0412', libelle: 'En évaluation', lien: '/ip/i1', unite: null, depuis: '2026-10-02', prochaineEcheance: null, ouvert: true }],
};
const AILLEURS = { ...CARTE, id: null, nom: null, nomComplet: null, contacter: [{ unite: 'cdas-semnon', nom: 'CDAS Semnon' }], enCours: [], freres: [] };

function Essai({ dire, erreurs = {} }: { dire: (c: EnfantChoisi | null) => void; erreurs?: Record<string, string> }) {
  const [valeur, setValeur] = useState<EnfantChoisi | null>(null);
  return <ChoixEnfant valeur={valeur} onChange={(c) => { setValeur(c); dire(c); }} chemin="enfants.0" formId="f" libelle="Mineur" erreurs={erreurs} />;
}

afterEach(() => vi.unstubAllGlobals());

describe('choosing a child', () => {
  it('shows the known ones with what is under way while the name is typed, and asks in no address', async () => {
    const recus = serveur(() => ({ statut: 200, corps: { cartes: [CARTE, AILLEURS], suite: false } }));
    const dire = vi.fn();
    monter(<Essai dire={dire} />);
    await userEvent.type(screen.getByLabelText('Mineur'), 'goff maelys');
    const option = await screen.findByRole('option', { name: /Maëlys Anne Le Goff/ }, { timeout: 3000 });
    expect(option.textContent).toContain('IP-2026-0412 · En évaluation');
    expect(option.textContent).toContain('habite Redon');
    expect(screen.getByText(/Contacter CDAS Semnon/)).toBeTruthy();
    expect(recus.every((r) => r.chemin === '/api/enfants/recherche')).toBe(true);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(dire).toHaveBeenLastCalledWith(expect.objectContaining({ type: 'connu', enfantId: 'e1', affiche: 'Maëlys Le Goff' }));
    expect(screen.getByText(/dossier connu/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Changer/ }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Mineur')));
  });

  it('opens a new file filled with what was typed, whose errors come to their field', async () => {
    serveur(() => ({ statut: 200, corps: { cartes: [], suite: false } }));
    const dire = vi.fn();
    monter(<Essai dire={dire} erreurs={{ 'enfants.0.nouveau.nom': 'Donnez au moins un nom.' }} />);
    await userEvent.type(screen.getByLabelText('Mineur'), 'Maëlys LE GOFF 12/03/2016');
    await userEvent.click(await screen.findByRole('option', { name: /ouvrir un nouveau dossier/ }));
    expect((screen.getByLabelText('Nom') as HTMLInputElement).value).toBe('LE GOFF');
    expect(document.activeElement).toBe(screen.getByLabelText('Nom'));
    expect((screen.getByLabelText('Date de naissance') as HTMLInputElement).value).toBe('12/03/2016');
    expect(screen.getByText('Donnez au moins un nom.')).toBeTruthy();
    const choisi = dire.mock.lastCall![0] as EnfantChoisi;
    expect(saisieDe(choisi).nouveau?.naissance).toEqual({ precision: 'EXACTE', le: '2016-03-12', termePrevu: null });
    await userEvent.click(screen.getByLabelText('Enfant à naître'));
    expect(saisieDe(dire.mock.lastCall![0]).nouveau?.naissance.precision).toBe('A_NAITRE');
  });

  it('reads a line as people write it', () => {
    expect(nouveauDepuis('LE GOFF Maëlys', '2026-03-14')).toMatchObject({ nom: 'LE GOFF', prenoms: 'Maëlys' });
    expect(nouveauDepuis('maelys le goff vers 2016', '2026-03-14')).toMatchObject({ nom: 'le goff', prenoms: 'maelys', naissance: { precision: 'VERS' } });
  });
});
