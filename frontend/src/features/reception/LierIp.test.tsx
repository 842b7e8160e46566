import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { monter, serveur } from '../../essai/monter';
import { FratrieConnue } from './FratrieConnue';
import { LierIp } from './LierIp';

afterEach(() => vi.unstubAllGlobals());

describe('around the minors of an information', () => {
  it('finds an earlier IP about others by its number, asked in no address, and gives it to the form', async () => {
    const recus = serveur(() => ({
      statut: 200, corps: [{ id: 'ip9', numero: 'IP-2025-0412', etat: 'Close', unite: 'CDAS Redon', recueLe: '2025-04-01', joignable: false, enfants: ['Malo Essai'] }],
    }));
    const dire = vi.fn();
    monter(<LierIp informationId="i1" formId="f" valeur={null} sauf={[]} onChange={dire} />);
    await userEvent.click(screen.getByRole('button', { name: 'Chercher une IP à lier' }));
    await userEvent.type(screen.getByLabelText('Par son numéro'), '412');
    await userEvent.click(await screen.findByRole('radio', { name: /IP-2025-0412, Malo Essai/ }, { timeout: 3000 }));
    expect(dire).toHaveBeenCalledWith({ id: 'ip9', libelle: 'IP-2025-0412, Malo Essai' });
    expect(recus.at(-1)).toMatchObject({ methode: 'POST', chemin: '/api/informations/i1/ip-anterieures', corps: { numero: '412', enfantId: null } });
  });

  it('offers the brothers and sisters the file knows, but not those already there', async () => {
    const proche = (enfantId: string, affiche: string) => ({ enfantId, affiche, age: '7\u00a0ans', naissance: { precision: 'ANNEE', le: '2019-01-01', termePrevu: null }, lien: 'Frère ou sœur' });
    serveur(() => ({ statut: 200, corps: { enfantId: 'e1', source: 'Zoé', titulaires: [], foyers: [], proches: [proche('e2', 'Malo Lemoine'), proche('e3', 'Iris Lemoine')] } }));
    const dire = vi.fn();
    monter(<FratrieConnue de={['e1']} exclus={['e1', 'e3']} onAjouter={dire} />);
    await userEvent.click(await screen.findByRole('button', { name: /Ajouter Malo Lemoine/ }));
    await waitFor(() => expect(dire).toHaveBeenCalledWith(expect.objectContaining({ type: 'connu', enfantId: 'e2' })));
    expect(screen.queryByText(/Iris/)).toBeNull();
  });
});
