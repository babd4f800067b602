import { answered, api, ifMatch, type Schemas } from '@/api/client';
import type { DocumentType } from '@/lib/documents/documentType';
import { keeping } from '@/lib/personalData/personalData';

export const POINTS = ['focusPoint1', 'focusPoint2', 'focusPoint3'] as const;
export type Point = (typeof POINTS)[number];

/** The joint summary as two people write it: each focus point a field, so that two can write in two of them. */
export type SummaryContent = {
  workedWell: string;
  learning: string;
  followUpHow: string;
  /** A day, or empty for none yet. */
  followUpOn: string;
  /** Points beyond the third. We offer three; another client may have written more, and none is dropped. */
  furtherPoints: string[];
} & Record<Point, string>;

/** The points by their fields: by place, so that an empty second one does not move the third. */
export function pointsOf(
  focusPoints: readonly string[],
): Record<Point, string> & { furtherPoints: string[] } {
  const [focusPoint1 = '', focusPoint2 = '', focusPoint3 = '', ...furtherPoints] = focusPoints;
  return { focusPoint1, focusPoint2, focusPoint3, furtherPoints };
}

/**
 * The points in order, without the empty ones at the end. An empty one before the last keeps its place: moving the
 * others while somebody writes in them would pull the text away from under their hands. An approval waits until
 * there is none; see {@link closedUp}.
 */
export function focusPointsOf(
  content: Record<Point, string> & { furtherPoints: string[] },
): string[] {
  const points = [...POINTS.map((point) => content[point]), ...content.furtherPoints];
  const last = points.findLastIndex((point) => point.trim() !== '');
  return points.slice(0, last + 1);
}

/** The fields to change so that no point before the last is empty; undefined where none is. */
export function closedUp(
  content: Record<Point, string> & { furtherPoints: string[] },
): (Record<Point, string> & { furtherPoints: string[] }) | undefined {
  const points = focusPointsOf(content);
  const said = points.filter((point) => point.trim() !== '');
  return said.length === points.length ? undefined : pointsOf(said);
}

export const summaryDocument: DocumentType<SummaryContent, Schemas['SummaryView']> = {
  kind: 'summary',

  held: ({ version, workedWell, focusPoints, learning, followUpHow, followUpOn }) => ({
    version,
    content: {
      workedWell,
      ...pointsOf(focusPoints),
      learning,
      followUpHow,
      followUpOn: followUpOn ?? '',
    },
  }),

  write: (roundId, content, version) => {
    const { workedWell, learning, followUpHow, followUpOn } = content;
    return answered(
      api.PUT('/api/v1/rounds/{roundId}/summary', {
        params: { path: { roundId }, header: { ...ifMatch(version), ...keeping(content) } },
        body: {
          workedWell,
          focusPoints: focusPointsOf(content),
          learning,
          followUpHow,
          ...(followUpOn ? { followUpOn } : {}),
        },
      }),
    );
  },

  page: (roundId) => `/rounds/${roundId}/talk`,

  whole: ['followUpOn'],
};
