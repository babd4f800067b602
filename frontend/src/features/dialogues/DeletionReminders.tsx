import { lazy, Suspense } from 'react';
import type { Schemas } from '@/api/client';

const Reminders = lazy(async () => ({ default: (await import('./Reminders')).Reminders }));

type Row = Pick<Schemas['RoundRow'], 'id' | 'mode' | 'iAm' | 'status'>;

/** Recordings of mine that must be deleted within days, or should have been. Nothing where there are none. */
export function DeletionReminders({ rounds }: { rounds: readonly Row[] }) {
  const ids = rounds.filter(mayHoldRecordings).map(({ id }) => id);
  if (ids.length === 0) return null;
  return (
    <Suspense>
      <Reminders roundIds={ids} />
    </Suspense>
  );
}

/** Before it has begun nothing is recorded; a round is only followed up once its recordings are gone. */
function mayHoldRecordings({ mode, iAm, status }: Row): boolean {
  return (
    mode === 'WITH_VIDEO' &&
    iAm === 'EVALUATEE' &&
    !['PREPARING', 'FOLLOWED_UP', 'CANCELLED'].includes(status)
  );
}
