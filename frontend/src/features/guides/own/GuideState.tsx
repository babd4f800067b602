import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { useFormat } from '@/lib/text/useFormat';

type Known = Pick<
  Schemas['ManagedGuideRow'],
  'builtIn' | 'publishedVersion' | 'publishedAt' | 'unpublishedChanges' | 'retiredAt'
>;

/** Where a guide is between a draft that nobody else sees and a version that rounds begin with. */
export function GuideState({ guide }: { guide: Known }) {
  const { t } = useTranslation('ownGuides');
  const format = useFormat();
  const { builtIn, publishedVersion, publishedAt, unpublishedChanges, retiredAt } = guide;
  const told = [];
  if (!publishedVersion) told.push(t('state.draft'));
  else if (builtIn) told.push(t('state.builtIn'));
  else {
    told.push(
      t('state.published', { version: publishedVersion, day: format.day(publishedAt ?? '') }),
    );
    if (unpublishedChanges) told.push(t('state.changed'));
  }
  if (retiredAt) told.push(t('state.retired', { day: format.day(retiredAt) }));
  return (
    <Text size="sm" c="dimmed">
      {told.join(' ')}
    </Text>
  );
}
