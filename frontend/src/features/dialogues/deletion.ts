import type { Schemas } from '@/api/client';
import { addDays } from '@/lib/text/useFormat';

/** Reminded of so many days before the last day. */
const NOTICE = 3;

/** Whether a recording is there still, and how near its last day is; or that the yes to it was taken back. */
export type Due = 'later' | 'soon' | 'overdue' | 'withdrawn';

/**
 * How near the last day of a recording is; undefined where there is no recording, or none any more. The last
 * day itself is still in time.
 *
 * @param on the day of asking
 */
export function dueOf(recording: Schemas['Recording'] | undefined, on: string): Due | undefined {
  if (!recording?.consented || recording.deletedAt || !recording.deleteBy) return undefined;
  if (recording.withdrawnAt) return 'withdrawn';
  if (recording.deleteBy < on) return 'overdue';
  return recording.deleteBy <= addDays(on, NOTICE) ? 'soon' : 'later';
}
