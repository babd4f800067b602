import { answered, api, ifMatch, type Schemas } from '@/api/client';
import type { DocumentType } from '@/lib/documents/documentType';
import { keeping } from '@/lib/personalData/personalData';

export const POINTS = ['focusPoint1', 'focusPoint2', 'focusPoint3'] as const;
export type Point = (typeof POINTS)[number];

/** What of the guide each point is about: the key of a topic, or empty for none. */
export const TOPICS = ['topic1', 'topic2', 'topic3'] as const;
export type Topic = (typeof TOPICS)[number];

/** Points with their topics. Beyond the third: we offer three; another client may have written more, and none is dropped. */
type Points = Record<Point | Topic, string> & {
  furtherPoints: string[];
  furtherTopics: string[];
};

/** The joint summary as two people write it: each focus point a field, so that two can write in two of them. */
export type SummaryContent = {
  workedWell: string;
  learning: string;
  followUpHow: string;
  /** A day, or empty for none yet. */
  followUpOn: string;
} & Points;

/** The points by their fields: by place, so that an empty second one does not move the third. */
export function pointsOf(focusPoints: readonly string[], topics: readonly string[] = []): Points {
  const [focusPoint1 = '', focusPoint2 = '', focusPoint3 = '', ...furtherPoints] = focusPoints;
  const [topic1 = '', topic2 = '', topic3 = '', ...furtherTopics] = topics;
  return {
    ...{ focusPoint1, focusPoint2, focusPoint3, furtherPoints },
    ...{ topic1, topic2, topic3, furtherTopics },
  };
}

/**
 * The points in order, without the empty ones at the end. An empty one before the last keeps its place: moving the
 * others while somebody writes in them would pull the text away from under their hands. An approval waits until
 * there is none; see {@link closedUp}.
 */
export function focusPointsOf(content: Points): string[] {
  const points = [...POINTS.map((point) => content[point]), ...content.furtherPoints];
  const last = points.findLastIndex((point) => point.trim() !== '');
  return points.slice(0, last + 1);
}

/** The topic of each of the points; what was kept on a device before there were topics has none. */
export function topicsOf(content: Points): string[] {
  const topics = [...TOPICS.map((topic) => content[topic]), ...(content.furtherTopics ?? [])];
  return focusPointsOf(content).map((_, at) => topics[at] ?? '');
}

/** The fields to change so that no point before the last is empty; undefined where none is. */
export function closedUp(content: Points): Points | undefined {
  const points = focusPointsOf(content);
  const topics = topicsOf(content);
  const said = points.flatMap((point, at) => (point.trim() === '' ? [] : at));
  return said.length === points.length
    ? undefined
    : pointsOf(
        said.map((at) => points[at] ?? ''),
        said.map((at) => topics[at] ?? ''),
      );
}

export const summaryDocument: DocumentType<SummaryContent, Schemas['SummaryView']> = {
  kind: 'summary',

  held: ({
    version,
    workedWell,
    focusPoints,
    focusPointTopics,
    learning,
    followUpHow,
    followUpOn,
  }) => ({
    version,
    content: {
      workedWell,
      ...pointsOf(focusPoints, focusPointTopics),
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
          focusPointTopics: topicsOf(content),
          learning,
          followUpHow,
          ...(followUpOn ? { followUpOn } : {}),
        },
      }),
    );
  },

  page: (roundId) => `/rounds/${roundId}/talk`,

  whole: ['followUpOn', ...TOPICS],
};
