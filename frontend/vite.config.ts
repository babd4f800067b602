import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const service = process.env.DIALOGSPEJL_URL ?? 'http://localhost:8080';

const BASE = new RegExp(
  [
    'node_modules/(react|react-dom|scheduler|react-router|react-i18next|i18next|idb-keyval|use-sync-external-store)/',
    'node_modules/(@tanstack|openapi-fetch|openapi-react-query)/',
    'node_modules/@mantine/(hooks|core/esm/core)/',
    'node_modules/@mantine/core/esm/components/(ActionIcon|Alert|Anchor|Button|CloseButton|Container|Group|Input|InputBase|List|Loader|Paper|PasswordInput|Skeleton|Stack|Text|TextInput|Title|Transition|UnstyledButton|VisuallyHidden)/',
    'src/(api|components|lib)/(client|connection|problems|session|Loaded|Page|ProblemNotice|Section|Shapes|LinkButton|EmptyState|Fold)\\.tsx?',
  ].join('|'),
);

/** Which file needs which is for the size budgets, and no part of what is served. */
function keepManifestBack(): Plugin {
  let built = 'dist';
  return {
    name: 'keep-manifest-back',
    apply: 'build',
    configResolved({ build }) {
      built = build.outDir;
    },
    closeBundle() {
      // Without it the build has failed, and says why itself.
      if (!existsSync(`${built}/.vite/manifest.json`)) return;
      mkdirSync('reports', { recursive: true });
      renameSync(`${built}/.vite/manifest.json`, 'reports/manifest.json');
      rmSync(`${built}/.vite`, { recursive: true });
    },
  };
}

export default defineConfig({
  plugins: [
    react(),
    keepManifestBack(),
    // The app's own files are kept on the device, so that it opens and can be written in without a network.
    // What the service answers never goes into this cache.
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'Dialogspejl',
        short_name: 'Dialogspejl',
        lang: 'da',
        start_url: '/',
        display: 'standalone',
        background_color: '#f7f6f2',
        theme_color: '#f7f6f2',
        icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg}', '**/*latin-wght-normal*.woff2'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/(api|q|oauth2|\.well-known)(\/|$)/],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': service, '/oauth2': service, '/.well-known': service },
  },
  build: {
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 600,
    // What every page needs, in one file: fetched one by one over a slow line, each small one costs a round trip.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: BASE }] } } },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    css: false,
    restoreMocks: true,
    testTimeout: 60_000,
    // Each file of tests begins afresh: what the app is built on is read from a few files then, not from thousands.
    deps: {
      optimizer: {
        client: {
          enabled: true,
          include: [
            '@mantine/core',
            '@mantine/hooks',
            '@tabler/icons-react',
            '@tanstack/react-query',
            '@testing-library/react',
            '@testing-library/user-event',
            'i18next',
            'openapi-react-query',
            'react',
            'react-dom',
            'react-dom/client',
            'react-i18next',
            'react-router',
            'react/jsx-dev-runtime',
            'react/jsx-runtime',
          ],
        },
      },
    },
    // By itself it leaves one core to others, and nothing else runs beside it.
    maxWorkers: '100%',
  },
});
