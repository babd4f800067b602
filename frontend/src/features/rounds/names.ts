import i18n from 'i18next';
import type { Schemas } from '@/api/client';

/** The first name of the other participant, or what to call one who is not chosen yet. */
export function otherName(
  round: Pick<Schemas['RoundRow'], 'iAm' | 'evaluatee' | 'partner'>,
): string {
  const other = round.iAm === 'EVALUATEE' ? round.partner : round.evaluatee;
  return other ? firstName(other.name) : i18n.t('yourPartner');
}

export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
