import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Fold } from '@/components/Fold';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Section } from '@/components/Section';
import { Told } from '@/components/Told';
import { otherName } from '@/features/rounds';
import { useFormat } from '@/lib/text/useFormat';
import { reflectionsSaved } from './document';
import type { Part } from './parts';
import { ShareChoice, SharePreview } from './ShareChoice';
import { changeOf, useShare, whoReads } from './sharing';

interface Props {
  round: Schemas['RoundView'];
  dialogue: Schemas['OwnDialogue'];
  parts: Part[];
  /** Of the guide. */
  language: string;
  sharing: Schemas['SharingView'];
}

/** Chooses what the partner may read of this dialogue, and says exactly what that is before it happens. */
export function Sharing({ round, dialogue, parts, language, sharing }: Props) {
  const { t } = useTranslation(['reflections', 'app']);
  const { list } = useFormat();
  const share = useShare(dialogue.id);
  const [choice, setChoice] = useState<string[]>();
  const [before, setBefore] = useState<string[]>();
  const [unsaved, setUnsaved] = useState(false);
  const name = otherName(round);
  const shared = sharing.topics;
  const chosen = choice ?? shared;
  const { added, takenBack } = changeOf(shared, chosen);
  const changed = added.length > 0 || takenBack.length > 0;
  const titles = (keys: string[]) =>
    parts.filter(({ topic }) => keys.includes(topic.key)).map(({ topic }) => topic.title);
  const sentence = whoReads(t, list, changed ? 'then' : 'now', name, {
    readable: titles(chosen),
    takenBack: titles(takenBack),
  });
  /** Less can be shared at any time, more only until the two have concluded. */
  const open = ['CONDUCTING', 'REFLECTING', 'DISCUSSING'].includes(round.status);

  async function set(next: string[], undone = false) {
    // What is shared is what the service holds, so it should hold what one sees here. Taking back need not wait.
    const more = changeOf(shared, next).added;
    const views = parts.filter(({ topic }) => more.includes(topic.key)).map(({ view }) => view);
    const saved = await reflectionsSaved(dialogue, views);
    setUnsaved(!saved);
    if (!saved) return;
    share.mutate(
      { version: sharing.version, topics: next },
      {
        onSuccess: () => {
          setBefore(undone ? undefined : shared);
          setChoice(undefined);
        },
      },
    );
  }

  return (
    <Section title={t('share.title', { name })} tone="theirs">
      <Checkbox.Group
        label={t('share.choose')}
        value={chosen}
        onChange={(keys) => {
          setBefore(undefined);
          setUnsaved(false);
          setChoice(keys);
        }}
      >
        <Stack gap="xs" mt="xs">
          {parts.map((part) => (
            <ShareChoice
              key={part.topic.key}
              dialogue={dialogue}
              part={part}
              language={language}
              shared={shared.includes(part.topic.key)}
              disabled={!open && !shared.includes(part.topic.key)}
              name={name}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {!open && (
        <Text size="sm" c="dimmed">
          {t('share.closed')}
        </Text>
      )}
      <Stack gap={4} role="status" maw="38rem">
        <Text fw={550}>{sentence}</Text>
        {dialogue.recording?.consented && chosen.length > 0 && (
          <Text size="sm">{t('share.noVideo', { name })}</Text>
        )}
      </Stack>
      <Told>{unsaved && <Text>{t('share.unsaved')}</Text>}</Told>
      {share.error && <ProblemNotice error={share.error} />}
      {chosen.length > 0 && (
        <Fold key={String(changed)} open={changed} summary={t('share.preview', { name })}>
          <Stack gap="lg" p="md" bg="var(--theirs-soft)" bdrs="md">
            {parts
              .filter(({ topic }) => chosen.includes(topic.key))
              .map((part) => (
                <SharePreview
                  key={part.topic.key}
                  dialogue={dialogue}
                  part={part}
                  language={language}
                />
              ))}
          </Stack>
        </Fold>
      )}
      <Group gap="xs">
        {changed && (
          <>
            <Button loading={share.isPending} onClick={() => void set(chosen)}>
              {added.length ? t('share.share', { name }) : t('share.takeBack')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setUnsaved(false);
                setChoice(undefined);
              }}
            >
              {t('app:cancel')}
            </Button>
          </>
        )}
        {!changed && shared.length > 0 && (
          <Button variant="default" loading={share.isPending} onClick={() => void set([])}>
            {t('share.takeBackAll')}
          </Button>
        )}
        {!changed && before && (open || changeOf(shared, before).added.length === 0) && (
          <Button variant="subtle" loading={share.isPending} onClick={() => void set(before, true)}>
            {t('share.undo')}
          </Button>
        )}
      </Group>
    </Section>
  );
}
