import type { Schemas } from '@/api/client';

/** What HR gets, in the order of the contract's `SharedSummary`, but for what only the service knows. */
export type HrContent = Omit<
  Schemas['SharedSummary'],
  'id' | 'revision' | 'employeeNumber' | 'teamId' | 'sharedAt' | 'changedAt'
>;

/**
 * What HR would read of a summary. The employee number and the time of sharing go along and are not known here: the
 * page says so in words. Undefined before the round is concluded: then nothing can be shared.
 */
export function hrContent(
  me: Pick<Schemas['MeView'], 'name' | 'team'>,
  view: Schemas['SummaryView'],
): HrContent | undefined {
  const { workedWell, focusPoints, learning, followUpHow, followUpOn, concludedAt } = view;
  if (!concludedAt || !followUpOn) return undefined;
  return {
    name: me.name,
    ...(me.team ? { team: me.team } : {}),
    workedWell,
    focusPoints,
    learning,
    followUpHow,
    followUpOn,
    concludedAt,
  };
}
