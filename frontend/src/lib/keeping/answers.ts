import { type DehydratedState, dehydrate, hydrate, type QueryClient } from '@tanstack/react-query';
import { session } from '@/api/session';
import { vault } from './vault';

const PAUSE = 1_000;

/**
 * What was read is kept too, encrypted, so that a page can be opened and written in without a network. Shown
 * first and asked for anew at once.
 *
 * @param may whether an answer may be kept, by the path of its query
 */
export async function keepAnswers(
  queries: QueryClient,
  may: (path: unknown, data: unknown) => boolean,
): Promise<() => void> {
  // Whose answers these are is settled now, whoever signs in before the next is kept.
  const person = session.person;
  const place = `answers:${person}`;
  const kept = await vault.get<DehydratedState>(place);
  if (kept) {
    hydrate(queries, kept);
    // However young it is: who loads a page anew wants to see what is new. What was asked for meanwhile is.
    const of = new Map(
      kept.queries.map(({ queryHash, state }) => [queryHash, state.dataUpdatedAt]),
    );
    void queries.invalidateQueries({
      refetchType: 'none',
      predicate: ({ queryHash, state }) => of.get(queryHash) === state.dataUpdatedAt,
    });
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = queries.getQueryCache().subscribe((event) => {
    if (
      event.type !== 'updated' ||
      event.action.type !== 'success' ||
      timer ||
      session.person !== person
    )
      return;
    timer = setTimeout(() => {
      timer = undefined;
      if (session.person !== person) return;
      const now = dehydrate(queries, {
        shouldDehydrateMutation: () => false,
        shouldDehydrateQuery: ({ queryKey: [, path], state }) =>
          state.status === 'success' && may(path, state.data),
      });
      vault.put(place, now).catch(() => undefined);
    }, PAUSE);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
