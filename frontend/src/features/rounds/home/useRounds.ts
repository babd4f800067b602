import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { api, type Schemas } from '@/api/client';

interface RoundPage {
  rows: Schemas['RoundRow'][];
  next: string | undefined;
}

const ROWS = 50;

/** Rounds that somebody still has to do something in. */
export const GOING_ON: Schemas['RoundStatus'][] = [
  'PREPARING',
  'CONDUCTING',
  'REFLECTING',
  'DISCUSSING',
  'CONCLUDED',
];
export const ENDED: Schemas['RoundStatus'][] = ['FOLLOWED_UP', 'CANCELLED'];

/** My rounds in these statuses, newest first, as many pages as were asked for; asked for once `enabled`. */
export function useRounds(status: Schemas['RoundStatus'][], enabled = true) {
  return useInfiniteQuery({ ...roundsOf(status), enabled });
}

/** What is asked for my rounds in these statuses. */
export function roundsOf(status: Schemas['RoundStatus'][]) {
  const query = { limit: ROWS, status };
  return infiniteQueryOptions({
    // As other queries are named, so that a step makes this one old too.
    queryKey: ['get', '/api/v1/rounds', { params: { query } }, 'pages'],
    queryFn: async ({ pageParam, signal }): Promise<RoundPage> => {
      const { data, response } = await api.GET('/api/v1/rounds', {
        params: { query: pageParam ? { ...query, cursor: pageParam } : query },
        signal,
      });
      return { rows: data ?? [], next: nextCursor(response.headers.get('Link')) };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** The cursor in `<…?cursor=abc>; rel="next"`. */
function nextCursor(link: string | null): string | undefined {
  const address = link?.match(/<([^>]+)>;\s*rel="?next"?/)?.[1];
  return address
    ? (new URL(address, location.origin).searchParams.get('cursor') ?? undefined)
    : undefined;
}
