import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const service = process.env.DIALOGSPEJL_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [
    react(),
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
  build: { target: 'es2022', chunkSizeWarningLimit: 600 },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    css: false,
    restoreMocks: true,
    testTimeout: 15_000,
  },
});
