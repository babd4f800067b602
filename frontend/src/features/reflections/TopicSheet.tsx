import { Button, Group, Kbd, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import {
  type KeyboardEvent,
  lazy,
  type RefObject,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Audience } from '@/components/Audience';
import { ConflictPanel } from '@/components/ConflictPanel';
import { Fold } from '@/components/Fold';
import { HeldNotice } from '@/components/PersonalDataNotice';
import { SaveIndicator } from '@/components/SaveIndicator';
import { GuidingQuestions } from '@/features/guides';
import { useReflection } from './document';
import { MomentLines } from './MomentLines';
import { fieldOf, type MomentField, momentsOf } from './moments';
import type { Part } from './parts';
import classes from './reflection.module.css';

const Moments = lazy(async () => ({ default: (await import('./video')).Moments }));

/** Where the focus goes when a topic is arrived at: to the text from the text, else to the heading. */
export type Arrival = 'text' | 'heading' | undefined;

/** What the player offers to the sheet, and the sheet to the player. */
export interface Desk {
  player: RefObject<HTMLMediaElement | null>;
  /** Notes the moment that is shown. */
  stamp: RefObject<(() => void) | undefined>;
  /** Whether a recording is open in the player. */
  isOpen: boolean;
}

interface Props {
  dialogue: Schemas['OwnDialogue'];
  part: Part;
  language: string;
  /** The partner's first name, where they may read it. */
  sharedWith: string | undefined;
  writable: boolean;
  before: Part | undefined;
  after: Part | undefined;
  go: (to: Part, arrival: Arrival) => void;
  arrival: RefObject<Arrival>;
  desk: Desk;
}

/** One topic: its question, and room to write. */
export function TopicSheet({
  dialogue,
  part: { topic, view },
  language,
  sharedWith,
  writable,
  before,
  after,
  go,
  arrival,
  desk,
}: Props) {
  const { t } = useTranslation(['reflections', 'guides']);
  const document = useReflection(dialogue, view);
  const { content, change } = document;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const [stamped, setStamped] = useState<{ field: MomentField }>();
  const recorded = dialogue.recording?.consented === true;

  useEffect(() => {
    if (arrival.current === 'text') text.current?.focus();
    else if (arrival.current === 'heading') heading.current?.focus();
    arrival.current = undefined;
  }, [arrival]);

  function stamp() {
    const { current } = desk.player;
    if (!current || !writable) return;
    const field = fieldOf(Math.floor(current.currentTime));
    if (content[field] === undefined) change({ [field]: '' });
    setStamped({ field });
  }
  useEffect(() => {
    desk.stamp.current = stamp;
    return () => {
      desk.stamp.current = undefined;
    };
  });

  function play(second: number) {
    const { current } = desk.player;
    if (!current) return;
    current.currentTime = second;
    void current.play();
  }

  function keys(event: KeyboardEvent) {
    const to = event.key === 'PageDown' ? after : event.key === 'PageUp' ? before : undefined;
    if (event.altKey && to) {
      event.preventDefault();
      go(to, 'text');
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !desk.isOpen) return;
    event.preventDefault();
    if (event.shiftKey) toggle(desk.player.current);
    else stamp();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of what is inside; each has a button too.
    <div onKeyDown={keys} className={classes.main}>
      <Paper component="section" aria-labelledby={id} className={classes.sheet ?? ''}>
        <Stack gap="md">
          <Group justify="space-between" gap="xs" mih="1.75rem">
            <Audience
              who={sharedWith ? 'shared' : 'mine'}
              {...(sharedWith ? { name: sharedWith } : {})}
            />
            {writable && <SaveIndicator of={document} />}
          </Group>
          <div lang={language}>
            <Text size="sm" c="dimmed">
              {topic.title}
            </Text>
            <Title order={2} id={id} ref={heading} tabIndex={-1} className={classes.question ?? ''}>
              {topic.self}
            </Title>
          </div>
          {topic.questions.length > 0 && (
            <Fold summary={t('guides:questions', { count: topic.questions.length })} fz="sm">
              <div lang={language}>
                <GuidingQuestions topic={topic} wording="self" />
              </div>
            </Fold>
          )}
          {writable ? (
            <Textarea
              ref={text}
              variant="unstyled"
              aria-labelledby={id}
              placeholder={t('placeholder')}
              minRows={recorded ? 6 : 9}
              classNames={{ input: classes.paper ?? '' }}
              value={content.text}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
          ) : (
            <Text className={classes.text ?? ''}>
              {content.text.trim() ? content.text : t('emptySheet')}
            </Text>
          )}
          <HeldNotice of={document} field="text" />
          <ConflictPanel of={document} field="text" />
          {recorded &&
            (writable || desk.isOpen ? (
              <Suspense>
                <Moments
                  document={document}
                  play={desk.isOpen ? play : undefined}
                  writable={writable}
                  stamped={stamped}
                />
              </Suspense>
            ) : (
              <MomentLines moments={momentsOf(content)} />
            ))}
        </Stack>
      </Paper>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start" mt="sm">
        <div>
          {before && (
            <Button
              variant="subtle"
              size="sm"
              leftSection={<IconArrowLeft size="1.2em" aria-hidden="true" />}
              aria-label={t('previous', { topic: before.topic.title })}
              onClick={() => go(before, 'heading')}
            >
              <span lang={language}>{before.topic.title}</span>
            </Button>
          )}
        </div>
        {after && (
          <Button
            variant="subtle"
            size="sm"
            rightSection={<IconArrowRight size="1.2em" aria-hidden="true" />}
            aria-label={t('next', { topic: after.topic.title })}
            onClick={() => go(after, 'heading')}
          >
            <span lang={language}>{after.topic.title}</span>
          </Button>
        )}
      </Group>
      {writable && (
        <Text size="xs" c="dimmed" mt="xs" className={classes.keys ?? ''}>
          <Kbd size="xs">{t('keys.alt')}</Kbd> <Kbd size="xs">{t('keys.pageDown')}</Kbd>{' '}
          {t('keys.switch')}
        </Text>
      )}
    </div>
  );
}

function toggle(player: HTMLMediaElement | null) {
  if (player?.paused) void player.play();
  else player?.pause();
}
