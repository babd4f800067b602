import { $api, type Schemas } from '@/api/client';

/** A round's guide in the reader's language. A published version never changes, so it is asked for once. */
export function useGuide(guide: Schemas['GuideRef']) {
  return $api.useQuery(
    'get',
    '/api/v1/guides/{guideId}',
    { params: { path: { guideId: guide.id }, query: { version: guide.version } } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
}
