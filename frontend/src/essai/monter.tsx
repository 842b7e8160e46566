import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';

import { MOI, type Moi } from '../commun/moi';

export const moiDEssai: Moi = {
  connecte: true, id: 'u1', identifiant: 'ref.redon', nom: 'Claire Essai', fonction: 'REF', roles: ['REF'], missions: ['DECISION'],
  unites: [{ id: 'cdas-redon', nom: 'CDAS Redon', type: 'CDAS' }], departement: { code: '35', nom: 'Ille-et-Vilaine', mots: { unite: 'CDAS' } },
  demonstration: true, perimetreDepartement: false, aujourdhui: '2026-11-25',
};

/** Shows `contenu` as the frame would: theme, cache with somebody logged in, addresses. */
export function monter(contenu: ReactNode, { moi = moiDEssai, adresse = '/' }: { moi?: Moi; adresse?: string } = {}) {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  cache.setQueryData(MOI, moi);
  return {
    cache,
    ...render(
      <MantineProvider env="test">
        <QueryClientProvider client={cache}>
          <MemoryRouter initialEntries={[adresse]}>{contenu}</MemoryRouter>
        </QueryClientProvider>
      </MantineProvider>,
    ),
  };
}

export interface Envoi {
  methode: string;
  chemin: string;
  corps: unknown;
  entetes: Record<string, string>;
}

/** A server of the test: answers by « METHODE /chemin », and keeps what it received. */
export function serveur(reponses: (envoi: Envoi) => { statut: number; corps?: unknown } | 'coupure') {
  const recus: Envoi[] = [];
  vi.stubGlobal('fetch', vi.fn(async (chemin: string, o: RequestInit) => {
    const envoi: Envoi = { methode: o.method ?? 'GET', chemin, corps: typeof o.body === 'string' ? JSON.parse(o.body) : undefined, entetes: o.headers as Record<string, string> };
    recus.push(envoi);
    const r = reponses(envoi);
    if (r === 'coupure') throw new TypeError('network');
    return new Response(r.corps === undefined ? null : JSON.stringify(r.corps), { status: r.statut, headers: r.corps === undefined ? {} : { 'Content-Type': 'application/json' } });
  }));
  return recus;
}
