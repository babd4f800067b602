import { Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { $api, type Schemas } from '@/api/client';
import { Section } from '@/components/Section';
import { today } from '@/lib/text/useFormat';
import { dueOf } from './deletion';
import { DueLine } from './RecordingDeletion';

/** The recordings of these rounds that are due within days or overdue, the most urgent first. */
export function Reminders({ roundIds }: { roundIds: string[] }) {
  const { t } = useTranslation('dialogues');
  const lists = useQueries({
    queries: roundIds.map((roundId) =>
      $api.queryOptions('get', '/api/v1/rounds/{roundId}/dialogues', {
        params: { path: { roundId } },
      }),
    ),
  });
  const due = lists
    .flatMap(({ data }) => data ?? [])
    .filter(isUrgent)
    .sort((a, b) => (a.recording?.deleteBy ?? '').localeCompare(b.recording?.deleteBy ?? ''));
  if (due.length === 0) return null;
  return (
    <Section title={t('reminders.title')} tone="waits">
      <Text size="sm">{t('deletion.byHand')}</Text>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {due.map((dialogue) => (
          <li key={dialogue.id}>
            <Link to={`/rounds/${dialogue.roundId}/dialogues`} style={{ color: 'inherit' }}>
              {dialogue.label}
            </Link>
            {dialogue.recording && <DueLine recording={dialogue.recording} />}
          </li>
        ))}
      </Stack>
    </Section>
  );
}

function isUrgent(dialogue: Schemas['Dialogue']): dialogue is Schemas['OwnDialogue'] {
  if (dialogue.reader !== 'EVALUATEE') return false;
  const due = dueOf(dialogue.recording, today());
  return due !== undefined && due !== 'later';
}
