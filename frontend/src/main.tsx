import '@mantine/core/styles.css';
import './commun/base.css';

import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { Application } from './app/Application';
import { theme } from './app/theme';
import { Probleme } from './commun/api/probleme';

// The policy lets a style element in only with the nonce of this answer: Mantine and its scroll lock write one each.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
if (nonce) setNonce(nonce);

const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (essais, e) => e instanceof Probleme && e.passager && essais < 2,
    },
  },
});

createRoot(document.getElementById('racine')!).render(
  <StrictMode>
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => nonce}>
      <QueryClientProvider client={cache}>
        <Application />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
