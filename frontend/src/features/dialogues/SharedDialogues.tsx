import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { EmptyState } from '@/components/EmptyState';
import { Section } from '@/components/Section';
import { otherName } from '@/features/rounds';
import { useFormat } from '@/lib/text/useFormat';
import { Held } from './Channel';
import classes from './DialogueItem.module.css';

interface Props {
  round: Schemas['RoundView'];
  dialogues: Schemas['Dialogue'][];
  topics: Schemas['GuideTopic'][];
}

/** The dialogues that the other shares something of. What is not shared is not spoken of. */
export function SharedDialogues({ round, dialogues, topics }: Props) {
  const { t } = useTranslation('dialogues');
  const { list } = useFormat();
  const name = otherName(round);
  return (
    <Section title={t('shared.title', { name })} tone="theirs">
      {dialogues.length === 0 ? (
        <EmptyState title={t('shared.noneTitle')}>{t('shared.none', { name })}</EmptyState>
      ) : (
        <ol className={classes.list}>
          {dialogues.map((dialogue) => (
            <Stack component="li" key={dialogue.id} gap={4}>
              <Title order={3} className={classes.label ?? ''}>
                <Link to={`/rounds/${round.id}/dialogues/${dialogue.id}`}>{dialogue.label}</Link>
              </Title>
              <Text size="sm" c="dimmed">
                <Held of={dialogue} />
              </Text>
              <Text size="sm">
                {list(
                  topics
                    .filter(({ key }) => dialogue.sharedTopics.includes(key))
                    .map(({ title }) => title),
                )}
              </Text>
            </Stack>
          ))}
        </ol>
      )}
    </Section>
  );
}
