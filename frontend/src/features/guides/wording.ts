import type { Schemas } from '@/api/client';

/** Whom a guide speaks to: the one whose dialogues it is about, or the partner. */
export type Wording = 'self' | 'partner';

/** The wording for the part that somebody has in a round. */
export function wordingOf(part: Schemas['Participant']): Wording {
  return part === 'EVALUATEE' ? 'self' : 'partner';
}
