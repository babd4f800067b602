import 'fake-indexeddb/auto';
import '@/lib/text/language';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { queries } from '@/app/queries';
import { documents } from '@/lib/documents/documents';
import { vault } from '@/lib/keeping/vault';
import { service } from './service';

// What jsdom lacks and Mantine asks for.
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
}));
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
// Its own is not the one that Web Crypto answers with.
vi.stubGlobal('ArrayBuffer', (await crypto.subtle.digest('SHA-256', new Uint8Array())).constructor);
Element.prototype.scrollIntoView = () => undefined;
vi.stubGlobal('scrollTo', () => undefined);
Object.defineProperty(document, 'fonts', {
  value: { addEventListener() {}, removeEventListener() {} },
});
vi.mock('virtual:pwa-register/react', () => ({
  useRegisterSW: () => ({ needRefresh: [false], updateServiceWorker: async () => undefined }),
}));

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });

beforeAll(() => service.listen({ onUnhandledRequest: 'error' }));
afterEach(async () => {
  cleanup();
  await documents.closeAll();
  queries.clear();
  service.resetHandlers();
  await vault.clear();
});
afterAll(() => service.close());
