import { useQueryClient } from '@tanstack/react-query';
import { $api } from '@/api/client';
import { useCaughtUp } from '@/lib/documents/useCaughtUp';
import { useDocument } from '@/lib/documents/useDocument';
import { guideDocument, type ManagedGuide, type OpenGuide } from './document';

const LIST = '/api/v1/managed-guides';
const ONE = `${LIST}/{guideId}` as const;

/** All guides of the organisation, as administrators see them. */
export const useManagedGuides = () => $api.useQuery('get', LIST);

export const useManagedGuide = (guideId: string) =>
  $api.useQuery('get', ONE, { params: { path: { guideId } } });

/** What is shown of them is old, and what rounds can begin with too. */
export function useGuidesAnew() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [LIST, ONE, '/api/v1/guides'].map((path) =>
        queries.invalidateQueries({ queryKey: ['get', path] }),
      ),
    );
}

/** The draft as it is written in; what else the page says of the guide follows. */
export function useGuideDocument(guide: ManagedGuide): OpenGuide {
  const document = useDocument(guideDocument, guide.id, guide);
  useCaughtUp(document, guide.version, useGuidesAnew());
  return document;
}
