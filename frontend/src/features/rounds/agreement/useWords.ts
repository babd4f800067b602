import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { dayBefore, useFormat } from '@/lib/text/useFormat';

/** Says what a field of the agreement holds, from the text the service keeps of it. */
export function useWords() {
  const { t } = useTranslation('agreement');
  const format = useFormat();
  return (field: Schemas['Field'], held: unknown): string => {
    if (held === undefined || held === null || held === '') return t('notYet');
    const text = String(held);
    switch (field) {
      case 'PERIOD_FROM':
        return format.day(text);
      case 'PERIOD_UNTIL':
        return format.day(dayBefore(text));
      case 'MODE':
        return t(text === 'WITH_VIDEO' ? 'mode.WITH_VIDEO' : 'mode.WITHOUT_VIDEO');
      case 'CONSENT_METHOD':
        return t(text === 'SIGNED' ? 'consent.SIGNED' : 'consent.SPOKEN_ON_RECORDING');
      case 'RECORDING_DELETION_DAYS':
        return t('days', { count: Number(text) });
      case 'EVALUATEE_KNOWS_GUIDE':
      case 'PARTNER_KNOWS_GUIDE':
        return t(text === 'true' ? 'yes' : 'no');
      default:
        return text;
    }
  };
}
