import { type QueryClient, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, type Schemas } from '@/api/client';
import { nextCursor } from '@/api/paging';
import { listen } from '@/api/stream';

const LIST = '/api/v1/me/notifications';

/** What I am told, newest first, as many pages as were asked for. */
export function useNotifications() {
  return useInfiniteQuery({
    // As other queries are named, so that what is new makes this one old too.
    queryKey: ['get', LIST, {}, 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const { data, response } = await api.GET(LIST, {
        params: { query: pageParam ? { cursor: pageParam } : {} },
        signal,
      });
      return { rows: data ?? [], next: nextCursor(response) };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** The list and the number are old. */
export function askAnew(queries: QueryClient): void {
  for (const path of [LIST, `${LIST}/unread`]) {
    void queries.invalidateQueries({ queryKey: ['get', path] });
  }
}

/** Hears of what is new, while the page is looked at: a browser lets a site have few lines open. */
export function useListening(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let stop: (() => void) | undefined;
    const turn = () => {
      stop?.();
      stop =
        document.visibilityState === 'visible'
          ? listen<Schemas['BellEvent']>(`${LIST}/live`, {
              hear: ({ kind }) => kind === 'CHANGED' && askAnew(queries),
            })
          : undefined;
    };
    turn();
    document.addEventListener('visibilitychange', turn);
    return () => {
      document.removeEventListener('visibilitychange', turn);
      stop?.();
    };
  }, [queries]);
}
