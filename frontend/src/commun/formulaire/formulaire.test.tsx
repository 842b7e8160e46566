import { TextInput } from '@mantine/core';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { api } from '../api/client';
import { monter, serveur, type Envoi } from '../../essai/monter';
import { ChampDate, Formulaire, useFormulaire } from './index';

interface Saisie {
  nom: string;
  mineurs: { prenom: string }[];
}

function Essai({ brouillon, reussi, version, valider }: { brouillon?: boolean; reussi?: (r: unknown) => void; version?: number; valider?: boolean }) {
  const f = useFormulaire<Saisie>({
    nom: brouillon ? 'essai' : undefined,
    sujet: brouillon ? '0190' : undefined,
    version,
    initiales: { nom: '', mineurs: [{ prenom: '' }] },
    valider: valider ? (v) => ({ nom: v.nom ? null : 'Écrivez le nom.' }) : undefined,
    envoyer: (v, { motifs, cle }) => api.post('/api/essai', { ...v, motifs }, { cleIdempotence: cle }),
    reussi,
  });
  return (
    <Formulaire f={f} verbe="Confier l’évaluation">
      <TextInput label="Nom" {...f.champ('nom')} />
      <TextInput label="Prénom" {...f.champ('mineurs.0.prenom')} />
    </Formulaire>
  );
}

const actes = (recus: Envoi[]) => recus.filter((r) => r.chemin === '/api/essai');
const envoyer = () => userEvent.click(screen.getByRole('button', { name: 'Confier l’évaluation' }));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a form refused', () => {
  it('tells every error at its field and at the top, takes the focus there, and a link leads to the field', async () => {
    serveur(() => ({ statut: 422, corps: { title: 'Saisie à corriger', detail: '', erreurs: [{ champ: 'nom', message: 'Écrivez le nom.' }, { champ: 'mineurs[0].prenom', message: 'Écrivez le prénom.' }] } }));
    monter(<Essai />);
    await envoyer();
    const resume = await screen.findByRole('alert');
    expect(resume).toHaveProperty('textContent', expect.stringContaining('2 points sont à corriger'));
    expect(document.activeElement).toBe(resume);
    expect(screen.getByLabelText('Prénom').getAttribute('aria-invalid')).toBe('true');
    await userEvent.click(screen.getByRole('link', { name: 'Écrivez le prénom.' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Prénom'));
  });

  it('by its own check sends nothing, and the error leaves when the field is corrected', async () => {
    const recus = serveur(() => ({ statut: 204 }));
    monter(<Essai valider />);
    await envoyer();
    expect(actes(recus)).toHaveLength(0);
    await userEvent.type(screen.getByLabelText('Nom'), 'Le Goff');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('for a reason of no field says it at the top', async () => {
    serveur(() => ({ statut: 403, corps: { title: 'Action non permise', detail: 'Cette action revient à la mission « Décider ».' } }));
    monter(<Essai />);
    await envoyer();
    expect((await screen.findByRole('alert')).textContent).toContain('Cette action revient à la mission « Décider ».');
  });
});

it('a warning asks for a reason, and the act leaves again with it', async () => {
  const recus = serveur(({ corps }) =>
    (corps as { motifs: Record<string, string> }).motifs.UNE_PROFESSION ? { statut: 204 } : { statut: 422, corps: { title: 'Un motif est attendu', avertissements: [{ code: 'UNE_PROFESSION', message: 'Les deux évaluateurs sont de la même profession.' }] } });
  const reussi = vi.fn();
  monter(<Essai reussi={reussi} />);
  await envoyer();
  const motif = await screen.findByLabelText('Les deux évaluateurs sont de la même profession.');
  const bouton = () => screen.getAllByRole('button', { name: 'Confier l’évaluation' }).at(-1)!;
  await userEvent.click(bouton());
  expect(await screen.findByText('Écrivez le motif.')).toBeTruthy();
  await userEvent.type(motif, 'La psychologue est absente');
  await userEvent.click(bouton());
  await waitFor(() => expect(reussi).toHaveBeenCalled());
  expect(actes(recus).at(-1)!.corps).toMatchObject({ motifs: { UNE_PROFESSION: 'La psychologue est absente' } });
});

it('a conflict tells who and what, and what was typed stays', async () => {
  serveur(() => ({ statut: 409, corps: { title: 'x', conflit: { par: 'Anne Martin', le: '2026-11-25T09:12:00Z', quoi: 'La voie d’évaluation a changé.' } } }));
  monter(<Essai />);
  await userEvent.type(screen.getByLabelText('Nom'), 'Le Goff');
  await envoyer();
  expect(await screen.findByText('Anne Martin')).toBeTruthy();
  expect(screen.getByText('La voie d’évaluation a changé.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Relire le dossier' }));
  expect(screen.getByLabelText<HTMLInputElement>('Nom').value).toBe('Le Goff');
});

describe('a form sent twice', () => {
  it('by a double click leaves once', async () => {
    const recus = serveur(() => ({ statut: 204 }));
    monter(<Essai />);
    const bouton = screen.getByRole('button', { name: 'Confier l’évaluation' });
    act(() => {
      fireEvent.submit(bouton.closest('form')!);
      fireEvent.submit(bouton.closest('form')!);
    });
    await waitFor(() => expect(actes(recus)).toHaveLength(1));
  });

  it('after a cut keeps its key, and takes another one after success', async () => {
    let coupe = true;
    const recus = serveur(() => (coupe ? 'coupure' : { statut: 204 }));
    monter(<Essai />);
    await envoyer();
    await screen.findByRole('alert');
    coupe = false;
    await envoyer();
    await waitFor(() => expect(actes(recus)).toHaveLength(2));
    await envoyer();
    await waitFor(() => expect(actes(recus)).toHaveLength(3));
    const cles = actes(recus).map((r) => r.entetes['Cle-Idempotence']);
    expect(cles[0]).toBe(cles[1]);
    expect(cles[2]).not.toBe(cles[1]);
  });
});

describe('a draft', () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
  const saisie = () => userEvent.setup({ advanceTimers: vi.advanceTimersByTime });

  it('is kept within two seconds of the last key, once, with the version read', async () => {
    const recus = serveur(({ methode }) => (methode === 'PUT' ? { statut: 200, corps: { enregistreLe: '2026-11-25T13:02:00Z' } } : { statut: 204 }));
    monter(<Essai brouillon version={3} />);
    await waitFor(() => expect(recus).toHaveLength(1));
    await saisie().type(screen.getByLabelText('Nom'), 'Goff');
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    const gardes = recus.filter((r) => r.methode === 'PUT');
    expect(gardes).toHaveLength(1);
    expect(gardes[0]).toMatchObject({ chemin: '/api/brouillons/essai?sujet=0190', corps: { contenu: { nom: 'Goff' }, versionBase: 3 } });
    expect(await screen.findByText('Enregistré à 14:02')).toBeTruthy();
  });

  it('is found again, says since when, and says when the file changed meanwhile', async () => {
    serveur(({ methode }) => (methode === 'GET' ? { statut: 200, corps: { contenu: { nom: 'Le Goff' }, versionBase: 3, enregistreLe: '2026-11-24T16:30:00Z' } } : { statut: 204 }));
    monter(<Essai brouillon version={4} />);
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Nom').value).toBe('Le Goff'));
    expect(screen.getByText(/Votre saisie du 24.novembre.2026 à 17.h.30 est là/)).toBeTruthy();
    expect(screen.getByText(/Le dossier a changé depuis/)).toBeTruthy();
    await saisie().click(screen.getByRole('button', { name: 'Repartir de zéro' }));
    expect(screen.getByLabelText<HTMLInputElement>('Nom').value).toBe('');
  });

  it('goes once the act is done, even when a save was about to leave', async () => {
    const recus = serveur(({ methode, chemin }) => (methode === 'PUT' ? { statut: 200, corps: { enregistreLe: '2026-11-25T13:02:00Z' } } : chemin === '/api/essai' ? { statut: 200, corps: {} } : { statut: 204 }));
    monter(<Essai brouillon />);
    await waitFor(() => expect(recus).toHaveLength(1));
    const u = saisie();
    await u.type(screen.getByLabelText('Nom'), 'Goff');
    await u.click(screen.getByRole('button', { name: 'Confier l’évaluation' }));
    await waitFor(() => expect(recus.some((r) => r.methode === 'DELETE')).toBe(true));
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(recus.at(-1)!.methode).toBe('DELETE');
  });

  it('that cannot be kept says so and is tried again by itself', async () => {
    let coupe = true;
    const recus = serveur(({ methode }) => (methode !== 'PUT' ? { statut: 204 } : coupe ? 'coupure' : { statut: 200, corps: { enregistreLe: '2026-11-25T13:02:00Z' } }));
    monter(<Essai brouillon />);
    await waitFor(() => expect(recus).toHaveLength(1));
    await saisie().type(screen.getByLabelText('Nom'), 'Goff');
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(await screen.findByText(/Saisie non enregistrée/)).toBeTruthy();
    coupe = false;
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(await screen.findByText('Enregistré à 14:02')).toBeTruthy();
  });
});

describe('a date field', () => {
  it('reads what is typed, says it in letters, and keeps what it cannot read', async () => {
    const change = vi.fn();
    function Tenu() {
      const [valeur, setValeur] = useState('');
      return <ChampDate label="Reçue le" passe value={valeur} onChange={(v) => { setValeur(v); change(v); }} />;
    }
    monter(<Tenu />);
    const champ = screen.getByLabelText('Reçue le');
    await userEvent.type(champ, '14/03/26');
    expect(change).toHaveBeenLastCalledWith('2026-03-14');
    expect(screen.getByText('14 mars 2026')).toBeTruthy();
    await userEvent.clear(champ);
    await userEvent.type(champ, '31/02/2026');
    await userEvent.tab();
    expect(change).toHaveBeenLastCalledWith('31/02/2026');
    expect(screen.getByText('Écrivez une date, par exemple 14/03/2026.')).toBeTruthy();
    await userEvent.clear(champ);
    await userEvent.type(champ, '01/01/2027');
    await userEvent.tab();
    expect(screen.getByText('Cette date est dans le futur.')).toBeTruthy();
  });
});
