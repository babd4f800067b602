import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { $api, api, type Schemas } from '@/api/client';
import { nextCursor } from '@/api/paging';

export type Person = Schemas['DirectoryPerson'];
export type Team = Schemas['DirectoryTeam'];
export type Role = Schemas['Role'];

const PEOPLE = '/api/v1/directory/people';
const TEAMS = '/api/v1/directory/teams';
const INVITATIONS = '/api/v1/invitations';

/** Beside employee, which everyone is. */
export const ROLES = ['LEADER', 'FACILITATOR', 'ADMINISTRATOR'] as const;
export const STATES = ['ACTIVE', 'INVITED', 'DEACTIVATED'] as const;

export const FILTERS = ['team', 'role', 'state'] as const;

/** What the list is narrowed to: never what is searched for, which is somebody's name. */
export type Filter = Record<(typeof FILTERS)[number], string>;

/** Everybody by name, as many pages as were asked for. */
export function usePeople(query: string, { team, role, state }: Filter) {
  return useInfiniteQuery({
    queryKey: ['get', PEOPLE, { query, team, role, state }, 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const { data, response } = await api.GET(PEOPLE, {
        params: {
          query: {
            limit: 50,
            ...(query && { query }),
            ...(team && { team }),
            ...(role && { role: role as Role }),
            ...(state && { state: state as Person['state'] }),
            ...(pageParam && { cursor: pageParam }),
          },
        },
        signal,
      });
      return { rows: data ?? [], next: nextCursor(response) };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** Every team by name: there are as many as people can be led in, not as there are people. */
export function useTeams() {
  return useQuery({
    queryKey: ['get', TEAMS, 'all'],
    queryFn: async ({ signal }) => {
      const teams: Team[] = [];
      let cursor: string | undefined;
      do {
        const { data, response } = await api.GET(TEAMS, {
          params: { query: { limit: 100, ...(cursor && { cursor }) } },
          signal,
        });
        teams.push(...(data ?? []));
        cursor = nextCursor(response);
      } while (cursor);
      return teams;
    },
  });
}

export const usePerson = (personId: string) =>
  $api.useQuery('get', `${PEOPLE}/{personId}`, { params: { path: { personId } } });

export const useTeam = (teamId: string) =>
  $api.useQuery('get', `${TEAMS}/{teamId}`, { params: { path: { teamId } } });

/** Those that wait: few enough for one page, and the newest where they are not. */
export const useInvitations = () =>
  $api.useQuery('get', INVITATIONS, { params: { query: { limit: 100 } } });

/** What is shown of people, teams and invitations is old. */
export function useDirectoryAnew() {
  const queries = useQueryClient();
  const paths: string[] = [PEOPLE, `${PEOPLE}/{personId}`, TEAMS, `${TEAMS}/{teamId}`, INVITATIONS];
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => paths.includes(String(queryKey[1])),
    });
}
