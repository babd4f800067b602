import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { nextCursor } from '@/api/paging';
import { addDays } from '@/lib/text/useFormat';
import { useFilter } from '@/lib/useFilter';
import { kindsOf } from './kinds';

const LIST = '/api/v1/audit';

/** An area or a kind, ids and days. */
const NAMES = ['what', 'by', 'from', 'until'] as const;

export type Filter = Record<(typeof NAMES)[number], string>;

export function useAuditFilter() {
  const { filter, change } = useFilter(NAMES);
  /** By a button that goes away with what it took back, and the focus with it. */
  function takeBack(patch: Partial<Filter>) {
    change(patch);
    document.querySelector('h1')?.focus();
  }
  return { filter, change, takeBack };
}

/** A day begins and ends as on this device. */
const begin = (day: string) => new Date(`${day}T00:00:00`).toISOString();

/** What was administered and who was refused, newest first, as many pages as were asked for. */
export function useAudit({ what, by, from, until }: Filter) {
  return useInfiniteQuery({
    queryKey: ['get', LIST, { what, by, from, until }, 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const { data, response } = await api.GET(LIST, {
        params: {
          query: {
            limit: 50,
            kind: kindsOf(what),
            ...(by && { by }),
            ...(from && { from: begin(from) }),
            ...(until && { until: begin(addDays(until, 1)) }),
            ...(pageParam && { cursor: pageParam }),
          },
        },
        signal,
      });
      return { rows: data ?? [], next: nextCursor(response) };
    },
    initialPageParam: '',
    // What is shown stays until there is something else to show, and the focus with it.
    placeholderData: keepPreviousData,
    getNextPageParam: ({ next }) => next,
  });
}
