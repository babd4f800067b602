import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ConflictPanel } from '@/components/ConflictPanel';
import { TOPICS } from './content';
import type { OpenGuide } from './document';
import { linkTo, useFieldName } from './useFieldName';

interface Props {
  guideId: string;
  of: OpenGuide;
  /** Whether the page shows the field itself. */
  shows: (field: string) => boolean;
}

/**
 * What waits for an answer in fields that the page does not show: what two administrators both changed, such as the
 * order, or in what is removed; and what is held back for the personal data in it.
 */
export function Unseen({ guideId, of, shows }: Props) {
  const { t } = useTranslation('ownGuides');
  const { nameOf, titleOf } = useFieldName(of.content);
  const conflicts = of.conflicts.filter(({ field }) => !shows(field));
  const held = of.held.filter(({ field }) => !shows(field));
  if (conflicts.length + held.length === 0) return null;
  const show = (field: string) => (value: unknown) =>
    Array.isArray(value)
      ? field === TOPICS
        ? value.map((key) => titleOf(String(key))).join(', ')
        : t('order.count', { count: value.length })
      : String(value);
  return (
    <Stack gap="md">
      {conflicts.map(({ field }) => (
        <Stack key={field} gap={6}>
          <Text fw={550}>{nameOf(field)}</Text>
          <ConflictPanel of={of} field={field} show={show(field)} />
        </Stack>
      ))}
      {held.map(({ field }) => (
        <Text key={field}>
          {t('held')}{' '}
          <Anchor component={Link} to={linkTo(guideId, field)}>
            {nameOf(field)}
          </Anchor>
        </Text>
      ))}
    </Stack>
  );
}
