import { useQueryClient } from '@tanstack/react-query';
import { $api } from '@/api/client';

const PATH = '/api/v1/api-clients';

/** The organisation's API clients, newest first. */
export const useClients = () => $api.useQuery('get', PATH, { params: { query: { limit: 100 } } });

/** What is shown of them is old. */
export function useClientsAnew() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['get', PATH] });
}
