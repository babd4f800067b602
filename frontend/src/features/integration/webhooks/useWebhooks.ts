import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { $api, api, type Schemas } from '@/api/client';
import { nextCursor } from '@/api/paging';

const PATH = '/api/v1/webhooks';
const ONE = `${PATH}/{webhookId}` as const;
const DELIVERIES = `${ONE}/deliveries` as const;

/** The organisation's webhooks, newest first. */
export const useWebhooks = () => $api.useQuery('get', PATH);

export const useWebhook = (webhookId: string) =>
  $api.useQuery('get', ONE, { params: { path: { webhookId } } });

/** How often what waits is asked for anew, while somebody looks: an attempt takes seconds. */
const SOON = 3_000;
const A_MINUTE = 60_000;

/** Whether something happens with it within a minute: later attempts are hours apart. */
const isAtWork = ({ status, nextAttemptAt }: Schemas['WebhookDelivery']) =>
  status === 'WAITING' && (!nextAttemptAt || Date.parse(nextAttemptAt) - Date.now() < A_MINUTE);

/** What it was told, newest first, as many pages as were asked for. */
export function useDeliveries(webhookId: string) {
  return useInfiniteQuery({
    // As other queries are named, so that what is new makes this one old too.
    queryKey: ['get', DELIVERIES, { params: { path: { webhookId } } }, 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const { data, response } = await api.GET(DELIVERIES, {
        params: {
          path: { webhookId },
          query: { limit: 20, ...(pageParam && { cursor: pageParam }) },
        },
        signal,
      });
      return { rows: data ?? [], next: nextCursor(response) };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ rows }) => rows.some(isAtWork)) ? SOON : false,
  });
}

/** What is shown of them is old. */
export function useWebhooksAnew() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [PATH, ONE, DELIVERIES].map((path) => queries.invalidateQueries({ queryKey: ['get', path] })),
    );
}
