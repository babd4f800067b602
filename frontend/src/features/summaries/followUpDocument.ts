import { answered, api, ifMatch, type Schemas } from '@/api/client';
import type { DocumentType } from '@/lib/documents/documentType';
import { keeping } from '@/lib/personalData/personalData';

export const STATUSES = ['KEPT_GOING', 'IN_PROGRESS', 'LET_GO'] as const;
/** The most focus points that the service takes. */
const MOST_POINTS = 10;
type Status = Schemas['FocusPointStatus'];

export const statusField = (at: number): string => `status.${at}`;
export const noteField = (at: number): string => `note.${at}`;

/** What became of each focus point: a status and a note for each, by its place. An empty status is none yet. */
export type FollowUpContent = Record<string, string>;

export function contentOf(points: readonly Schemas['FollowedUpPoint'][]): FollowUpContent {
  return Object.fromEntries(
    points.flatMap(({ status, note }, at) => [
      [statusField(at), status ?? ''],
      [noteField(at), note],
    ]),
  );
}

export function outcomesOf(content: FollowUpContent): Schemas['FollowUpOutcome'][] {
  const count = Object.keys(content).filter((field) => field.startsWith('note.')).length;
  return Array.from({ length: count }, (_, at) => {
    const status = content[statusField(at)];
    const note = content[noteField(at)] ?? '';
    return isStatus(status) ? { status, note } : { note };
  });
}

export function isStatus(value: unknown): value is Status {
  return STATUSES.some((status) => status === value);
}

export const followUpDocument: DocumentType<FollowUpContent, Schemas['FollowUpView']> = {
  kind: 'follow-up',

  held: ({ version, focusPoints }) => ({ version, content: contentOf(focusPoints) }),

  write: (roundId, content, version) =>
    answered(
      api.PUT('/api/v1/rounds/{roundId}/follow-up', {
        params: { path: { roundId }, header: { ...ifMatch(version), ...keeping(content) } },
        body: { outcomes: outcomesOf(content) },
      }),
    ),

  page: (roundId) => `/rounds/${roundId}/follow-up`,

  whole: Array.from({ length: MOST_POINTS }, (_, at) => statusField(at)),
};
