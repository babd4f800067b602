import type { Schemas } from '@/api/client';

/** The first name of the other participant. */
export function otherName(
  round: Pick<Schemas['RoundRow'], 'iAm' | 'evaluatee' | 'partner'>,
): string {
  return firstName((round.iAm === 'EVALUATEE' ? round.partner : round.evaluatee).name);
}

export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
