import { $api } from '@/api/client';
import { session } from '@/api/session';
import { GOING_ON, roundsOf } from '@/features/rounds/home/useRounds';
import { queries } from './queries';

/** Asks for what home shows as soon as somebody is known to be signed in, while the frame is still being drawn. */
export function askAhead() {
  if (session.state !== 'signedIn' || location.pathname !== '/') return;
  void queries.prefetchQuery($api.queryOptions('get', '/api/v1/me'));
  void queries.prefetchInfiniteQuery(roundsOf(GOING_ON));
}
