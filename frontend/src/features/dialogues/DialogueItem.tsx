import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { $api, type Schemas } from '@/api/client';
import { LinkButton } from '@/components/LinkButton';
import { otherName } from '@/features/rounds';
import { useFormat } from '@/lib/text/useFormat';
import { Held } from './Channel';
import classes from './DialogueItem.module.css';
import { EditDialogue } from './EditDialogue';
import type { VideoTerms } from './fields';
import { RecordingDeletion } from './RecordingDeletion';

interface Props {
  dialogue: Schemas['OwnDialogue'];
  round: Schemas['RoundView'];
  topics: Schemas['GuideTopic'][];
  terms: VideoTerms | undefined;
  /** While dialogues are being held. */
  remove: (() => void) | undefined;
}

/** One of my dialogues: what I have written about it, and who may read it. */
export function DialogueItem({ dialogue, round, topics, terms, remove }: Props) {
  const { t } = useTranslation(['dialogues', 'app']);
  const [editing, setEditing] = useState(false);
  const reflection = `/rounds/${round.id}/dialogues/${dialogue.id}`;
  const changeable = round.status === 'CONDUCTING' || round.status === 'REFLECTING';
  if (editing) {
    return (
      <EditDialogue
        dialogue={dialogue}
        terms={terms}
        from={round.periodFrom}
        done={() => setEditing(false)}
      />
    );
  }
  return (
    <Stack gap="sm">
      <div>
        <Title order={3} id={dialogue.id} tabIndex={-1} className={classes.label ?? ''}>
          <Link to={reflection}>{dialogue.label}</Link>
        </Title>
        <Text size="sm" c="dimmed">
          <Held of={dialogue} />
        </Text>
      </div>
      <Written dialogue={dialogue} topics={topics} partner={otherName(round)} />
      {dialogue.recording?.consented === false && (
        <Text size="sm" c="dimmed">
          {t('list.noRecording')}
        </Text>
      )}
      <RecordingDeletion dialogue={dialogue} describedBy={dialogue.id} />
      <Group gap={2}>
        <LinkButton to={reflection} variant="default" size="sm" aria-describedby={dialogue.id}>
          {t(changeable || round.status === 'DISCUSSING' ? 'list.reflect' : 'list.read')}
        </LinkButton>
        {changeable && (
          <Button
            size="sm"
            px="xs"
            variant="subtle"
            aria-describedby={dialogue.id}
            onClick={() => setEditing(true)}
          >
            {t('list.edit')}
          </Button>
        )}
        {remove && (
          <Button
            size="sm"
            px="xs"
            variant="subtle"
            aria-describedby={dialogue.id}
            onClick={remove}
          >
            {t('app:remove')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Read one by one, which also keeps each on the device, to be written in without a network. */
function Written({
  dialogue,
  topics,
  partner,
}: {
  dialogue: Schemas['OwnDialogue'];
  topics: Schemas['GuideTopic'][];
  partner: string;
}) {
  const { t } = useTranslation('dialogues');
  const { list } = useFormat();
  const { data } = $api.useQuery('get', '/api/v1/dialogues/{dialogueId}/reflections', {
    params: { path: { dialogueId: dialogue.id } },
  });
  const own = data?.reader === 'EVALUATEE' ? data.reflections : undefined;
  const titles = (keys: string[]) =>
    list(topics.filter(({ key }) => keys.includes(key)).map(({ title }) => title));
  const written = (own ?? [])
    .filter(({ text, moments }) => text.trim() || moments.length)
    .map(({ topic }) => topic);
  const shared = dialogue.sharedTopics;
  return (
    <div>
      <Text size="sm" mih="1.5em">
        {own && (written.length ? t('list.written', { topics: titles(written) }) : t('list.empty'))}
      </Text>
      <Text size="sm" c={shared.length ? 'var(--theirs)' : 'var(--mine)'}>
        {shared.length
          ? t('list.shared', { name: partner, topics: titles(shared) })
          : t('list.notShared')}
      </Text>
    </div>
  );
}
