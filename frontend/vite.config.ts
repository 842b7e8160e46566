/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The one page leaves with a placeholder where the server writes the nonce of the answer (see commun.web.PageUnique).
export default defineConfig(({ command }) => ({
  plugins: [react()],
  html: command === 'build' ? { cspNonce: '__CSP_NONCE__' } : {},
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    sourcemap: false,
    manifest: true,
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        // Libraries change less often than screens: their chunk stays in the browser's cache from one version to the next. Heavy ones
        // (drawings, charts) are left to the lazy screens that import them.
        manualChunks: (id) =>
          /node_modules\/(react|react-dom|react-router|scheduler|@tanstack\/query-core|@tanstack\/react-query)\//.test(id) ? 'socle' : undefined,
      },
    },
  },
  server: {
    port: Number(process.env.PORT_ECRANS ?? 5173),
    proxy: {
      '/api': process.env.JALON ?? 'http://127.0.0.1:8080',
      '/oauth2': process.env.JALON ?? 'http://127.0.0.1:8080',
    },
  },
  test: {
    // Real clocks under a loaded machine: a form that is typed into takes seconds there.
    testTimeout: 30_000,
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/essai/preparation.ts'],
    env: { TZ: 'Europe/Paris' },
  },
}));
