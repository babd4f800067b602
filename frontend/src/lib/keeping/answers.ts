import { dehydrate, hydrate, type QueryClient } from '@tanstack/react-query';
import { session } from '@/api/session';
import { vault } from './vault';

const PAUSE = 1_000;

/**
 * What was read is kept too, encrypted, so that a page can be opened and written in without a network. Shown
 * first and asked for anew at once.
 */
export async function keepAnswers(queries: QueryClient): Promise<() => void> {
  // Whose answers these are is settled now, whoever signs in before the next is kept.
  const person = session.person;
  const place = `answers:${person}`;
  const kept = await vault.get<unknown>(place);
  if (kept) {
    hydrate(queries, kept);
    // However young it is: who loads a page anew wants to see what is new.
    void queries.invalidateQueries({ refetchType: 'none' });
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
        shouldDehydrateQuery: (query) => query.state.status === 'success',
      });
      vault.put(place, now).catch(() => undefined);
    }, PAUSE);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
