import { $api } from '@/api/client';
import type { Language } from '@/lib/text/language';
import { LANGUAGES } from './content';

/** The languages that a guide is written in: those that the organisation offers. */
export function useLanguages(): readonly Language[] {
  const me = $api.useQuery('get', '/api/v1/me');
  return me.data?.offers.languages ?? LANGUAGES;
}
