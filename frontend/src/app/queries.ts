import { QueryClient } from '@tanstack/react-query';
import { NoConnection } from '@/api/problems';
import { i18next } from '@/lib/text/language';

/** Server state. Requests fail by themselves when there is no network, so none waits for the browser's word. */
function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5_000,
        gcTime: 24 * 60 * 60 * 1000,
        retry: (failures, error) => error instanceof NoConnection && failures < 1,
        retryDelay: 800,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

export const queries = makeQueries();

// Guides and the service's own sentences come in the reader's language.
i18next.on('languageChanged', () => void queries.invalidateQueries());
