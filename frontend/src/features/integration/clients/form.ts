import type { Schemas } from '@/api/client';
import { addDays, dayOf } from '@/lib/text/useFormat';

export type Client = Schemas['ApiClientView'];

/** What a system may be allowed, with how its texts are called. */
export const SCOPES = [
  ['summaries:read', 'read'],
  ['people:provision', 'provision'],
] as const;

/** An API client as it is filled in. */
export interface ClientForm {
  name: string;
  scopes: string[];
  /** One network on each line. */
  networks: string;
  /** The last day it lives. */
  lastDay?: string | undefined;
  /** The moment it ended at before: kept where the day is the same. */
  expiresAt?: string | undefined;
  /** The only teams it is told of, kept as they are. */
  teams: string[];
}

export const NOTHING: ClientForm = { name: '', scopes: [], networks: '', teams: [] };

export const formOf = (client: Client): ClientForm => ({
  name: client.name,
  scopes: client.scopes,
  networks: client.networks.join('\n'),
  lastDay: client.expiresAt && lastDayOf(client.expiresAt),
  expiresAt: client.expiresAt,
  teams: client.teams,
});

export const isComplete = ({ name, scopes }: ClientForm) => name.trim() !== '' && scopes.length > 0;

/** As it is sent. */
export function clientOf(form: ClientForm): Schemas['DescribeApiClient'] {
  return {
    name: form.name,
    scopes: form.scopes,
    networks: form.networks.split(/[\s,;]+/).filter(Boolean),
    teams: form.teams,
    ...(form.lastDay && { expiresAt: endOf(form.lastDay, form.expiresAt) }),
  };
}

/** A day ends where the next one begins, on this device. A client that ended earlier on its last day stays ended. */
function endOf(day: string, before: string | undefined): string {
  if (before && lastDayOf(before) === day) return before;
  return new Date(`${addDays(day, 1)}T00:00:00`).toISOString();
}

/** The last day before a moment, as `2026-12-01`. */
export const lastDayOf = (end: string) => dayOf(new Date(new Date(end).getTime() - 1));
