import type { Schemas } from '@/api/client';

export type Webhook = Schemas['Webhook'];
export type EventType = Schemas['WebhookEventType'];

/** What a system may be told of, with how its texts are called. */
export const EVENTS = [
  ['summary.shared', 'shared'],
  ['summary.withdrawn', 'withdrawn'],
  ['round.started', 'started'],
  ['round.concluded', 'concluded'],
] as const;

export const textOf = (type: EventType) =>
  EVENTS.find(([event]) => event === type)?.[1] ?? ('test' as const);

/** A webhook as it is filled in. */
export interface WebhookForm {
  name: string;
  url: string;
  events: EventType[];
}

export const NOTHING: WebhookForm = { name: '', url: '', events: [] };

export const isComplete = ({ name, url, events }: WebhookForm) =>
  name.trim() !== '' && url.trim() !== '' && events.length > 0;

/** A webhook as it is sent: nothing of it that is not filled in. */
export const webhookOf = ({ name, url, events }: WebhookForm): WebhookForm => ({
  name,
  url,
  events,
});
