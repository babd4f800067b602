import { Group, Stack, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { documents } from '@/lib/documents/documents';
import { words } from '@/lib/text/words';
import { LinkButton } from './LinkButton';
import { Rescue } from './Rescue';
import { Section } from './Section';

/** Text that this device holds and the service would not take: here it can be fetched, or let go. */
export function Stuck() {
  const { t } = useTranslation();
  const stuck = useSyncExternalStore(documents.subscribe, documents.stuck);
  if (stuck.length === 0) return null;
  return (
    <Section title={t('stuck.title')} tone="waits">
      <Text>{t('stuck.explain')}</Text>
      {stuck.map((document) => {
        const { content } = document.snapshot();
        return (
          <Stack key={document.name} gap="xs" align="flex-start">
            <Text lineClamp={4} style={{ whiteSpace: 'pre-wrap' }}>
              {words(content)}
            </Text>
            <Group gap="xs">
              {document.page && (
                <LinkButton to={document.page} variant="default" size="sm">
                  {t('stuck.open')}
                </LinkButton>
              )}
              <Rescue document={document} content={content} />
            </Group>
          </Stack>
        );
      })}
    </Section>
  );
}
