import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { $api, answered, api, type Schemas } from '@/api/client';
import { nextCursor } from '@/api/paging';

const LIST = '/api/v1/series';
const ONE = `${LIST}/{seriesId}` as const;

/** What was started for the leader's teams, newest first, as many pages as were asked for. */
export function useSeriesList() {
  return useInfiniteQuery({
    queryKey: ['get', LIST, 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const { data, response } = await api.GET(LIST, {
        params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
        signal,
      });
      return { rows: data ?? [], next: nextCursor(response) };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

export const useSeries = (seriesId: string) =>
  $api.useQuery('get', ONE, { params: { path: { seriesId } } });

/** Reminds people; what is answered tells who has been. */
export function useRemind(seriesId: string) {
  const queries = useQueryClient();
  const path = { params: { path: { seriesId } } };
  return useMutation({
    mutationFn: (people: string[]) =>
      answered(api.POST(`${ONE}/reminders`, { ...path, body: { people } })),
    onSuccess: (series) =>
      queries.setQueryData($api.queryOptions('get', ONE, path).queryKey, series),
  });
}

type Standing = Schemas['Standing'];

const RUNNING: Standing['status'][] = ['PREPARING', 'CONDUCTING', 'REFLECTING', 'DISCUSSING'];

/** Whether a reminder would reach them: their round goes on, and they have had none today. */
export const canBeReminded = ({ status, remindedOn }: Standing, today: string) =>
  RUNNING.includes(status) && (remindedOn === undefined || remindedOn < today);
